#include "cli/option_types.h"

#include <string.h>

#include "language/language.h"
#include "scenario/currency_code.h"
#include "scenario/ratio_text.h"

static const char *number_problem(be_number_error error)
{
    return error == BE_NUMBER_OK ? NULL : be_number_error_text(error);
}

/* -- switches and text ----------------------------------------------------------------------- */

static const char *read_switch(const char *text, void *out)
{
    (void)text;
    *(bool *)out = true;
    return NULL;
}

static const char *read_on_off(const char *text, void *out)
{
    bool on = strcmp(text, "on") == 0;
    if (!on && strcmp(text, "off") != 0)
        return TR_LATER("is neither");
    *(bool *)out = on;
    return NULL;
}

static const char *const on_off[] = {"on", "off", NULL};

static const char *read_text(const char *text, void *out)
{
    if (text[0] == '\0')
        return TR_LATER("is empty");
    *(const char **)out = text;
    return NULL;
}

static const char *read_texts(const char *text, void *out)
{
    text_list *list = out;
    if (list->count == TEXT_LIST_MAX)
        return TR_LATER("is one too many");
    const char *problem = read_text(text, &list->items[list->count]);
    list->count += problem == NULL ? 1 : 0;
    return problem;
}

/* -- numbers --------------------------------------------------------------------------------- */

static const char *read_count(const char *text, void *out)
{
    return number_problem(be_quantity_parse(text, BE_NUMBER_SUFFIX, out));
}

static const char *read_maybe_count(const char *text, void *out)
{
    optional_quantity *maybe = out;
    const char *problem = read_count(text, &maybe->value);
    maybe->given = problem == NULL;
    return problem;
}

/* "25k" is an amount of whole units. */
static be_number_error read_amount(const char *text, be_amount *out)
{
    be_quantity units;
    be_number_error error = be_amount_parse(text, out);
    if (error == BE_NUMBER_OK || be_quantity_parse(text, BE_NUMBER_SUFFIX, &units) != BE_NUMBER_OK)
        return error;
    *out = be_amount_of(units);
    return BE_NUMBER_OK;
}

static const char *read_maybe_amount(const char *text, void *out)
{
    optional_amount *maybe = out;
    const char *problem = number_problem(read_amount(text, &maybe->value));
    if (problem == NULL && be_amount_compare(maybe->value, be_amount_zero()) < 0)
        problem = TR_LATER("is below zero");
    maybe->given = problem == NULL;
    return problem;
}

/*
 * Hands the words of a list to `add`, until it finds a problem with one. Commas and spaces alike
 * group digits inside a number; a comma groups, so it cannot separate.
 */
static const char *read_words(const char *text, const char *(*add)(const char *word, void *list),
                              void *list)
{
    static const char separators[] = "; \t";
    char word[BE_QUANTITY_TEXT * 2];
    const char *problem = NULL;
    text += strspn(text, separators);
    if (*text == '\0')
        return TR_LATER("is empty");
    while (*text != '\0' && problem == NULL) {
        size_t length = strcspn(text, separators);
        if (length >= sizeof word)
            return be_number_error_text(BE_NUMBER_JUNK);
        memcpy(word, text, length);
        word[length] = '\0';
        problem = add(word, list);
        text += length + strspn(text + length, separators);
    }
    return problem;
}

static const char *add_volume(const char *word, void *out)
{
    volume_list *list = out;
    if (list->count == BE_MONTHS_MAX)
        return TR_LATER("has more than 36 months");
    return read_count(word, &list->items[list->count++]);
}

static const char *read_counts(const char *text, void *out)
{
    volume_list *list = out;
    list->count = 0;
    return read_words(text, add_volume, list);
}

/* A bare "5" would be 500 %: far more likely is that five percent were meant, so it is asked for.
 */
static const char *read_ratio_between(const char *text, be_ratio least, const char *below,
                                      be_ratio most, const char *above, be_ratio *out)
{
    be_ratio value = 0;
    const char *problem = number_problem(be_ratio_parse(text, &value));
    if (problem != NULL)
        return problem;
    if (value != 0 && !ratio_has_percent(text))
        return TR_LATER("has no percent sign");
    if (value < least)
        return below;
    if (value > most)
        return above;
    *out = value;
    return NULL;
}

static const char *read_growth(const char *text, void *out)
{
    return read_ratio_between(text, -BE_RATIO_ONE, TR_LATER("is less than -100%"),
                              1000 * BE_RATIO_ONE, TR_LATER("is more than 100000%"), out);
}

static const char *read_share(const char *text, void *out)
{
    return read_ratio_between(text, 0, TR_LATER("is below zero"), BE_RATIO_ONE,
                              TR_LATER("is more than 100%"), out);
}

static const char *read_spread(const char *text, void *out)
{
    return read_ratio_between(text, 0, TR_LATER("is below zero"), BE_SPREAD_MAX,
                              TR_LATER("is more than 1000%"), out);
}

static const char *read_maybe_share(const char *text, void *out)
{
    optional_ratio *maybe = out;
    const char *problem = read_share(text, &maybe->value);
    maybe->given = problem == NULL;
    return problem;
}

/* A season as it is read: how many of its factors are there. */
typedef struct season_reading {
    season_list *season;
    size_t count;
} season_reading;

static const char *add_factor(const char *word, void *out)
{
    season_reading *reading = out;
    if (reading->count == SCENARIO_SEASON)
        return TR_LATER("has more than 12 factors");
    be_ratio *factor = &reading->season->items[reading->count++];
    const char *problem = number_problem(be_ratio_parse(word, factor));
    if (problem != NULL)
        return problem;
    if (*factor < 0)
        return TR_LATER("has a factor below zero");
    return *factor > SCENARIO_FACTOR_MAX * BE_RATIO_ONE ? TR_LATER("has a factor above 1000%")
                                                        : NULL;
}

static const char *read_season(const char *text, void *out)
{
    season_reading reading = {.season = out};
    const char *problem = read_words(text, add_factor, &reading);
    if (problem == NULL && reading.count < SCENARIO_SEASON)
        problem = TR_LATER("has fewer than 12 factors");
    reading.season->given = problem == NULL;
    return problem;
}

/* -- currencies ------------------------------------------------------------------------------ */

static const char *read_currency(const char *text, void *out)
{
    currency_text *currency = out;
    return currency_code_parse(text, currency->text) ? NULL : TR_LATER("is no currency");
}

static const char *read_rates(const char *text, void *out)
{
    rate_list *list = out;
    scenario_rate rate;
    char code[SCENARIO_CURRENCY] = "";
    if (list->count == SCENARIO_RATES_MAX)
        return TR_LATER("is one too many");
    size_t length = strcspn(text, "=");
    if (length < sizeof code)
        memcpy(code, text, length);
    if (text[length] != '=' || !currency_code_parse(code, rate.currency))
        return TR_LATER("names no currency");
    const char *problem =
        number_problem(be_ratio_parse_factor(text + length + 1, BE_NUMBER_PLAIN, &rate.rate));
    if (problem != NULL)
        return problem;
    if (rate.rate <= 0)
        return TR_LATER("is not above zero");
    if (scenario_rate_of(list->items, list->count, rate.currency) != NULL)
        return TR_LATER("gives a currency a second rate");
    list->items[list->count++] = rate;
    return NULL;
}

/* -- whole numbers --------------------------------------------------------------------------- */

static const char *read_int_up_to(const char *text, be_quantity most, int *out)
{
    be_quantity value = 0;
    const char *problem = number_problem(be_quantity_parse(text, BE_NUMBER_PLAIN, &value));
    if (problem != NULL)
        return problem;
    if (value < 1 || value > most)
        return TR_LATER("is out of range");
    *out = (int)value;
    return NULL;
}

static const char *read_months(const char *text, void *out)
{
    return read_int_up_to(text, BE_MONTHS_MAX, out);
}

static const char *read_paths(const char *text, void *out)
{
    return read_int_up_to(text, BE_PATHS_MAX, out);
}

static const char *read_days(const char *text, void *out)
{
    return read_int_up_to(text, 31, out);
}

static const char *read_hours(const char *text, void *out)
{
    return read_int_up_to(text, 24, out);
}

/* -- time ------------------------------------------------------------------------------------ */

static const char *read_month(const char *text, void *out)
{
    return be_month_parse(text, out) ? NULL : TR_LATER("is not a month");
}

static const char *read_date(const char *text, void *out)
{
    date_text *date = out;
    be_date parts;
    if (strlen(text) >= sizeof date->text || !be_date_parse(text, &parts))
        return TR_LATER("is not a date");
    strcpy(date->text, text);
    return NULL;
}

static const char *read_time(const char *text, void *out)
{
    return be_microseconds_parse(text, out) ? NULL : TR_LATER("is not a time");
}

#define COUNT_EXPECTED TR_LATER("a count such as 30,000 or 30k")

const option_type option_switch = {.read = read_switch};
const option_type option_on_off = {
    .expected = TR_LATER("on or off"), .read = read_on_off, .values = on_off};
const option_type option_text = {.expected = TR_LATER("a text"), .read = read_text};
const option_type option_file = {
    .expected = TR_LATER("a file"), .read = read_text, .is_file = true};
const option_type option_files = {
    .expected = TR_LATER("a file or folder"), .read = read_texts, .is_file = true};
const option_type option_texts = {.expected = TR_LATER("a text"), .read = read_texts};
const option_type option_count = {.expected = COUNT_EXPECTED, .read = read_count};
const option_type option_maybe_count = {.expected = COUNT_EXPECTED, .read = read_maybe_count};
const option_type option_counts = {.expected = TR_LATER("counts such as \"30k 35k 1,000\""),
                                   .read = read_counts};
const option_type option_growth = {.expected = TR_LATER("a percentage such as 5% or -2.5%"),
                                   .read = read_growth};
const option_type option_share = {.expected = TR_LATER("a percentage from 0% to 100%"),
                                  .read = read_share};
const option_type option_spread = {.expected = TR_LATER("a percentage from 0% to 1000%"),
                                   .read = read_spread};
const option_type option_maybe_share = {.expected = TR_LATER("a percentage from 0% to 100%"),
                                        .read = read_maybe_share};
const option_type option_season = {
    .expected = TR_LATER("12 factors, January first, such as \"1 1 1.5 80% ...\""),
    .read = read_season};
const option_type option_maybe_amount = {
    .expected = TR_LATER("an amount such as 25,000, 99.50 or 25k"), .read = read_maybe_amount};
const option_type option_rates = {.expected = TR_LATER("a currency and its rate such as USD=7.12"),
                                  .read = read_rates};
const option_type option_currency = {.expected = TR_LATER("three capital letters such as CNY"),
                                     .read = read_currency};
const option_type option_date = {.expected = TR_LATER("a date such as 2026-11-20"),
                                 .read = read_date};
const option_type option_months = {.expected = TR_LATER("a number of months from 1 to 36"),
                                   .read = read_months};
const option_type option_paths = {.expected = TR_LATER("a number of paths from 1 to 5000"),
                                  .read = read_paths};
const option_type option_days = {.expected = TR_LATER("a number of days from 1 to 31"),
                                 .read = read_days};
const option_type option_hours = {.expected = TR_LATER("a number of hours from 1 to 24"),
                                  .read = read_hours};
const option_type option_month = {.expected = TR_LATER("a month such as 2026-12"),
                                  .read = read_month};
const option_type option_time = {.expected = TR_LATER("a time such as 500ms or 2s"),
                                 .read = read_time};
