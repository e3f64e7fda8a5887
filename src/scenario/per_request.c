#include "scenario/per_request.h"

#include <stdio.h>
#include <string.h>

#include "config/nearest.h"
#include "config/reader.h"
#include "language/language.h"

enum { WORD_MAX = 80 };

static const char separators[] = " \t";
static const char marks[] = ",;";

void per_request_clear(be_ratio units[BE_METERS_MAX])
{
    for (size_t i = 0; i < BE_METERS_MAX; i++)
        units[i] = PER_REQUEST_UNSAID;
}

static bool fail(char *error, const char *word, const char *what)
{
    char echo[READER_ECHO];
    snprintf(error, PER_REQUEST_ERROR, "\"%s\" %s", reader_echo(word, echo), what);
    return false;
}

static const be_meter *find_meter(const char *id, const be_product *product, char *error)
{
    char hint[NEAREST_HINT], echo[READER_ECHO];
    nearest search = nearest_to(id);
    for (size_t i = 0; i < product->meter_count; i++) {
        if (strcmp(product->meters[i].id, id) == 0)
            return &product->meters[i];
        nearest_offer(&search, product->meters[i].id);
    }
    snprintf(error, PER_REQUEST_ERROR, tr("%s has no meter \"%s\"%s"), product->key,
             reader_echo(id, echo), nearest_hint(&search, hint));
    return NULL;
}

bool per_request_units(const char *text, be_ratio *out, char error[PER_REQUEST_ERROR])
{
    be_ratio units = 0;
    be_number_error wrong = be_ratio_parse_factor(text, BE_NUMBER_SUFFIX, &units);
    if (wrong != BE_NUMBER_OK)
        return fail(error, text, tr(be_number_error_text(wrong)));
    if (units < 0)
        return fail(error, text, tr(be_number_error_text(BE_NUMBER_NEGATIVE)));
    *out = units;
    return true;
}

bool per_request_set(const char *meter, const char *text, const be_product *product,
                     be_ratio units[BE_METERS_MAX], char error[PER_REQUEST_ERROR])
{
    const be_meter *found = find_meter(meter, product, error);
    return found != NULL && per_request_units(text, &units[found - product->meters], error);
}

/* The next word without the mark behind it; "" at the end. */
static bool take_word(const char **text, char word[WORD_MAX], char *error)
{
    *text += strspn(*text, separators);
    size_t length = strcspn(*text, separators), kept = length;
    if (length >= WORD_MAX)
        return fail(error, *text, tr("is too long"));
    while (kept > 0 && strchr(marks, (*text)[kept - 1]) != NULL)
        kept--;
    memcpy(word, *text, kept);
    word[kept] = '\0';
    *text += length;
    return true;
}

bool per_request_parse(const char *text, const be_product *product, be_ratio units[BE_METERS_MAX],
                       char error[PER_REQUEST_ERROR])
{
    char meter[WORD_MAX], number[WORD_MAX];
    while (take_word(&text, meter, error)) {
        if (meter[0] == '\0' && *text == '\0')
            return true;
        if (!take_word(&text, number, error))
            return false;
        if (number[0] == '\0')
            return fail(error, meter, tr("has no number behind it"));
        if (!per_request_set(meter, number, product, units, error))
            return false;
    }
    return false;
}

size_t per_request_missing(const be_demand *demand, const be_product *product,
                           char names[PER_REQUEST_NAMES])
{
    size_t count = 0, length = 0;
    names[0] = '\0';
    for (size_t i = 0; i < product->meter_count; i++) {
        if (be_demand_per_request(demand, product, i) >= 0)
            continue;
        int more = snprintf(names + length, PER_REQUEST_NAMES - length, "%s%.60s",
                            count == 0 ? "" : ", ", product->meters[i].id);
        length += more < 0 ? 0 : (size_t)more;
        count++;
    }
    return count;
}
