/*
 * The types that settings are read as: one function each, from a setting to a C value.
 */
#include <string.h>

#include <breakeven/amount.h>
#include <breakeven/calendar.h>
#include <breakeven/quantity.h>
#include <breakeven/tariff.h>

#include "config/nearest.h"
#include "config/reader.h"
#include "config/utf8.h"
#include "language/language.h"

_Static_assert(sizeof(be_tier_mode) == sizeof(int), "a choice is stored as an int");

const reader_range reader_one_or_more = {1, BE_QUANTITY_MAX};

/* `"0..2" has two decimal points; expected a quoted ...` */
static bool refuse(reader *in, const config_setting_t *setting, const char *text, const char *why,
                   const reader_field *field)
{
    char echo[READER_ECHO];
    return reader_error(in, setting, tr("\"%s\" %s; expected %s"), reader_echo(text, echo), why,
                        tr(field->type->expected));
}

/* -- texts -- */

static bool has_control(const char *text)
{
    for (; *text != '\0'; text++) {
        if (utf8_is_control(text))
            return true;
    }
    return false;
}

static bool store_text(reader *in, const config_setting_t *setting, const char *text,
                       const char **slot)
{
    *slot = reader_keep(in, setting, text);
    return *slot != NULL;
}

static bool decode_raw_text(reader *in, const config_setting_t *setting, const reader_field *field,
                            void *record)
{
    const char *text = reader_string(in, setting);
    return text != NULL && store_text(in, setting, text, reader_slot(record, field));
}

static bool decode_text(reader *in, const config_setting_t *setting, const reader_field *field,
                        void *record)
{
    const char *text = reader_string(in, setting);
    if (text == NULL)
        return false;
    if (text[0] == '\0')
        return refuse(in, setting, text, tr("is empty"), field);
    if (has_control(text))
        return refuse(in, setting, text, tr("has a control character"), field);
    return store_text(in, setting, text, reader_slot(record, field));
}

static bool decode_id(reader *in, const config_setting_t *setting, const reader_field *field,
                      void *record)
{
    const char *text = reader_string(in, setting);
    if (text == NULL)
        return false;
    size_t length = strlen(text);
    if (length == 0 || length > READER_ID_MAX)
        return refuse(in, setting, text, length == 0 ? tr("is empty") : tr("is too long"), field);
    if (strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789.-") != length)
        return refuse(in, setting, text, tr("has other characters"), field);
    return store_text(in, setting, text, reader_slot(record, field));
}

/* -- numbers -- */

/* The value stays out of the message: of a bare number it may have wrapped. */
static bool in_range(reader *in, const config_setting_t *setting, int64_t value,
                     const reader_range *range)
{
    if (range == NULL || (value >= range->min && value <= range->max))
        return true;
    if (range->max == BE_QUANTITY_MAX)
        return reader_error(in, setting, tr("is out of range; expected %lld or more"),
                            (long long)range->min);
    return reader_error(in, setting, tr("is out of range; expected %lld to %lld"),
                        (long long)range->min, (long long)range->max);
}

static bool decode_quantity(reader *in, const config_setting_t *setting, const reader_field *field,
                            void *record)
{
    be_quantity *slot = reader_slot(record, field);
    const char *text = reader_string(in, setting);
    if (text == NULL)
        return false;
    be_quantity value = 0;
    be_number_error error = be_quantity_parse(text, BE_NUMBER_PLAIN, &value);
    if (error != BE_NUMBER_OK)
        return refuse(in, setting, text, tr(be_number_error_text(error)), field);
    if (!in_range(in, setting, value, field->rule))
        return false;
    *slot = value;
    return true;
}

static bool decode_amount(reader *in, const config_setting_t *setting, const reader_field *field,
                          void *record)
{
    be_amount *slot = reader_slot(record, field);
    const char *text = reader_string(in, setting);
    if (text == NULL)
        return false;
    be_amount value = be_amount_zero();
    be_number_error error = be_amount_parse(text, &value);
    if (error == BE_NUMBER_OK && be_amount_compare(value, be_amount_zero()) < 0)
        error = BE_NUMBER_NEGATIVE;
    if (error != BE_NUMBER_OK)
        return refuse(in, setting, text, tr(be_number_error_text(error)), field);
    *slot = value;
    return true;
}

static bool read_integer(reader *in, const config_setting_t *setting, const reader_field *field,
                         int64_t *out)
{
    if (config_setting_type(setting) == CONFIG_TYPE_INT) {
        *out = config_setting_get_int(setting);
        return true;
    }
    const char *text = reader_string(in, setting);
    if (text == NULL)
        return false;
    be_number_error error = be_quantity_parse(text, BE_NUMBER_PLAIN, out);
    return error == BE_NUMBER_OK ||
           refuse(in, setting, text, tr(be_number_error_text(error)), field);
}

static bool decode_integer(reader *in, const config_setting_t *setting, const reader_field *field,
                           void *record)
{
    int *slot = reader_slot(record, field);
    int64_t value = 0;
    if (!read_integer(in, setting, field, &value) || !in_range(in, setting, value, field->rule))
        return false;
    *slot = (int)value;
    return true;
}

bool reader_knows_format(reader *in, const config_setting_t *root, int newest)
{
    const config_setting_t *setting = reader_member(root, "format");
    const char *text = setting == NULL ? NULL : config_setting_get_string(setting);
    be_quantity format = 0;
    if (text != NULL && be_quantity_parse(text, BE_NUMBER_PLAIN, &format) != BE_NUMBER_OK)
        return true;
    if (text == NULL && setting != NULL)
        format = config_setting_get_int(setting);
    return format <= newest ||
           reader_error(in, setting,
                        tr("this file has a newer format than this program knows (%d): it takes a "
                           "newer version of breakeven"),
                        newest);
}

/* -- the rest -- */

static bool decode_boolean(reader *in, const config_setting_t *setting, const reader_field *field,
                           void *record)
{
    (void)in;
    bool *slot = reader_slot(record, field);
    *slot = config_setting_get_bool(setting) != 0;
    return true;
}

static bool decode_choice(reader *in, const config_setting_t *setting, const reader_field *field,
                          void *record)
{
    const reader_names *names = field->rule;
    const char *text = reader_string(in, setting);
    if (text == NULL)
        return false;
    for (size_t i = 0; i < names->count; i++) {
        int value = (int)i;
        if (strcmp(names->names[i], text) == 0) {
            memcpy(reader_slot(record, field), &value, sizeof value);
            return true;
        }
    }
    nearest search = nearest_to(text);
    for (size_t i = 0; i < names->count; i++)
        nearest_offer(&search, names->names[i]);
    char echo[READER_ECHO], known[READER_PATH], hint[NEAREST_HINT];
    return reader_error(in, setting, tr("unknown value \"%s\", expected one of %s%s"),
                        reader_echo(text, echo), reader_list_names(names, known, sizeof known),
                        nearest_hint(&search, hint));
}

static bool decode_duration(reader *in, const config_setting_t *setting, const reader_field *field,
                            void *record)
{
    const char *text = reader_string(in, setting);
    if (text == NULL)
        return false;
    return be_duration_parse(text, reader_slot(record, field)) ||
           refuse(in, setting, text, tr("is no duration"), field);
}

static bool decode_month(reader *in, const config_setting_t *setting, const reader_field *field,
                         void *record)
{
    const char *text = reader_string(in, setting);
    if (text == NULL)
        return false;
    return be_month_parse(text, reader_slot(record, field)) ||
           refuse(in, setting, text, tr("is no month"), field);
}

static bool decode_subgroup(reader *in, const config_setting_t *setting, const reader_field *field,
                            void *record)
{
    return reader_group(in, setting, field->rule, reader_slot(record, field));
}

static bool decode_list(reader *in, const config_setting_t *setting, const reader_field *field,
                        void *record)
{
    void *items = NULL;
    size_t count = 0;
    bool ok = reader_groups(in, setting, field->rule, &items, &count);
    memcpy(reader_slot(record, field), &items, sizeof items);
    memcpy((char *)record + field->count_offset, &count, sizeof count);
    return ok;
}

const reader_type reader_text = {READER_STRING, TR_LATER("a text in quotes"), decode_text};
const reader_type reader_raw_text = {READER_STRING, TR_LATER("a text in quotes"), decode_raw_text};
const reader_type reader_id = {
    READER_STRING, TR_LATER("an id in quotes: 1 to 63 of a-z, 0-9, \".\" and \"-\""), decode_id};
const reader_type reader_quantity = {
    READER_STRING, TR_LATER("a quoted whole number such as \"3,000,000,000\""), decode_quantity};
const reader_type reader_amount = {READER_STRING, TR_LATER("a quoted decimal such as \"0.275\""),
                                   decode_amount};
const reader_type reader_integer = {READER_SMALL_NUMBER, TR_LATER("a whole number"),
                                    decode_integer};
const reader_type reader_boolean = {READER_BOOLEAN, TR_LATER("true or false, without quotes"),
                                    decode_boolean};
const reader_type reader_choice = {READER_STRING, NULL, decode_choice};
const reader_type reader_duration = {
    READER_STRING, TR_LATER("a duration in quotes such as \"90 days\" or \"12 months\""),
    decode_duration};
const reader_type reader_month = {READER_STRING, TR_LATER("a month in quotes such as \"2026-12\""),
                                  decode_month};
const reader_type reader_subgroup = {READER_GROUP, TR_LATER("a group { }"), decode_subgroup};
const reader_type reader_list = {READER_LIST, TR_LATER("a list ( ) of groups"), decode_list};
