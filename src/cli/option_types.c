#include "cli/option_types.h"

#include <string.h>

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
        return "is neither";
    *(bool *)out = on;
    return NULL;
}

static const char *read_text(const char *text, void *out)
{
    if (text[0] == '\0')
        return "is empty";
    *(const char **)out = text;
    return NULL;
}

static const char *read_texts(const char *text, void *out)
{
    text_list *list = out;
    if (list->count == TEXT_LIST_MAX)
        return "is one too many";
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

/* One of the list's counts; `text` is its first character. */
static const char *add_volume(volume_list *list, const char *text, size_t length)
{
    char word[BE_QUANTITY_TEXT * 2];
    if (list->count == BE_MONTHS_MAX)
        return "has more than 36 months";
    if (length >= sizeof word)
        return be_number_error_text(BE_NUMBER_JUNK);
    memcpy(word, text, length);
    word[length] = '\0';
    return read_count(word, &list->items[list->count++]);
}

/* Commas and spaces alike group digits inside a number; a comma groups, so it cannot separate. */
static const char *read_counts(const char *text, void *out)
{
    static const char separators[] = "; \t";
    volume_list *list = out;
    const char *problem = NULL;
    list->count = 0;
    text += strspn(text, separators);
    if (*text == '\0')
        return "is empty";
    while (*text != '\0' && problem == NULL) {
        size_t length = strcspn(text, separators);
        problem = add_volume(list, text, length);
        text += length + strspn(text + length, separators);
    }
    return problem;
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
        return "has no percent sign";
    if (value < least)
        return below;
    if (value > most)
        return above;
    *out = value;
    return NULL;
}

static const char *read_growth(const char *text, void *out)
{
    return read_ratio_between(text, -BE_RATIO_ONE, "is less than -100%", 1000 * BE_RATIO_ONE,
                              "is more than 100000%", out);
}

static const char *read_share(const char *text, void *out)
{
    return read_ratio_between(text, 0, "is below zero", BE_RATIO_ONE, "is more than 100%", out);
}

static const char *read_int_up_to(const char *text, be_quantity most, int *out)
{
    be_quantity value = 0;
    const char *problem = number_problem(be_quantity_parse(text, BE_NUMBER_PLAIN, &value));
    if (problem != NULL)
        return problem;
    if (value < 1 || value > most)
        return "is out of range";
    *out = (int)value;
    return NULL;
}

static const char *read_months(const char *text, void *out)
{
    return read_int_up_to(text, BE_MONTHS_MAX, out);
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
    return be_month_parse(text, out) ? NULL : "is not a month";
}

static const char *read_time(const char *text, void *out)
{
    return be_microseconds_parse(text, out) ? NULL : "is not a time";
}

#define COUNT_EXPECTED "a count such as 30,000 or 30k"

const option_type option_switch = {NULL, read_switch};
const option_type option_on_off = {"on or off", read_on_off};
const option_type option_text = {"a text", read_text};
const option_type option_texts = {"a text", read_texts};
const option_type option_count = {COUNT_EXPECTED, read_count};
const option_type option_maybe_count = {COUNT_EXPECTED, read_maybe_count};
const option_type option_counts = {"counts such as \"30k 35k 1,000\"", read_counts};
const option_type option_growth = {"a percentage such as 5% or -2.5%", read_growth};
const option_type option_share = {"a percentage from 0% to 100%", read_share};
const option_type option_months = {"a number of months from 1 to 36", read_months};
const option_type option_days = {"a number of days from 1 to 31", read_days};
const option_type option_hours = {"a number of hours from 1 to 24", read_hours};
const option_type option_month = {"a month such as 2026-12", read_month};
const option_type option_time = {"a time such as 500ms or 2s", read_time};
