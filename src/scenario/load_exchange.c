/*
 * Rates of exchange, by which a plan in several currencies is added up.
 */
#include "scenario/load.h"

#include <string.h>

#include "language/language.h"
#include "scenario/currency_code.h"
#include "scenario/scenario.h"

static bool decode_currency(reader *in, const config_setting_t *setting, const reader_field *field,
                            void *record)
{
    char *slot = reader_slot(record, field);
    const char *text = reader_string(in, setting);
    char echo[READER_ECHO];
    if (text == NULL)
        return false;
    return currency_code_parse(text, slot) ||
           reader_error(in, setting, tr("\"%s\" is no currency; expected %s"),
                        reader_echo(text, echo), tr(field->type->expected));
}

static const reader_type currency_type = {
    READER_STRING, TR_LATER("three capital letters in quotes such as \"USD\""), decode_currency};

static bool decode_date(reader *in, const config_setting_t *setting, const reader_field *field,
                        void *record)
{
    char *slot = reader_slot(record, field);
    const char *text = reader_string(in, setting);
    char echo[READER_ECHO];
    be_date date;
    if (text == NULL)
        return false;
    if (strlen(text) >= SCENARIO_DATE || !be_date_parse(text, &date))
        return reader_error(in, setting, tr("\"%s\" is no date; expected %s"),
                            reader_echo(text, echo), tr(field->type->expected));
    strcpy(slot, text);
    return true;
}

static const reader_type date_type = {
    READER_STRING, TR_LATER("a date in quotes such as \"2026-11-20\""), decode_date};

static bool decode_rate(reader *in, const config_setting_t *setting, const reader_field *field,
                        void *record)
{
    be_ratio *slot = reader_slot(record, field);
    const char *text = reader_string(in, setting);
    char echo[READER_ECHO];
    if (text == NULL)
        return false;
    be_number_error error = be_ratio_parse_factor(text, BE_NUMBER_PLAIN, slot);
    if (error != BE_NUMBER_OK)
        return reader_error(in, setting, tr("\"%s\" %s; expected %s"), reader_echo(text, echo),
                            tr(be_number_error_text(error)), tr(field->type->expected));
    return *slot > 0 ||
           reader_error(in, setting, tr("\"%s\" is not above zero"), reader_echo(text, echo));
}

static const reader_type rate_type = {READER_STRING, TR_LATER("a quoted rate such as \"7.12\""),
                                      decode_rate};

static const reader_field rate_fields[] = {
    {"currency", &currency_type, offsetof(scenario_rate, currency), .required = true},
    {"rate", &rate_type, offsetof(scenario_rate, rate), .required = true},
};

static const reader_record rate_record = {READER_RECORD(rate_fields, scenario_rate)};

static bool add_rate(reader *in, const config_setting_t *group, const scenario_rate *rate,
                     scenario_exchange *out)
{
    if (strcmp(rate->currency, out->to) == 0)
        return reader_error_at(in, group, "currency",
                               tr("is the one that others are converted to"));
    if (scenario_rate_of(out->rates, out->rate_count, rate->currency) != NULL)
        return reader_error_at(in, group, "currency", tr("\"%s\" has a rate already"),
                               rate->currency);
    out->rates[out->rate_count++] = *rate;
    return true;
}

static bool decode_rates(reader *in, const config_setting_t *setting, const reader_field *field,
                         void *record)
{
    scenario_exchange *out = reader_slot(record, field);
    void *items = NULL;
    size_t count = 0;
    if (config_setting_length(setting) > SCENARIO_RATES_MAX)
        return reader_error(in, setting, tr("has more than %d rates"), SCENARIO_RATES_MAX);
    if (!reader_groups(in, setting, &rate_record, &items, &count))
        return false;
    const scenario_rate *rates = items;
    bool ok = true;
    for (size_t i = 0; i < count; i++)
        ok = add_rate(in, config_setting_get_elem(setting, (unsigned)i), &rates[i], out) && ok;
    return ok;
}

static const reader_type rates_type = {READER_LIST, TR_LATER("a list ( ) of groups"), decode_rates};

static const reader_field fields[] = {
    {"to", &currency_type, offsetof(scenario_exchange, to), .required = true},
    {"date", &date_type, offsetof(scenario_exchange, date), .required = true},
    {"rates", &rates_type, 0, .required = true}, /* behind the currency that they lead to */
};

const reader_record load_exchange_record = {READER_RECORD(fields, scenario_exchange)};
