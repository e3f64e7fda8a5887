#include <breakeven/number.h>

#include <stdio.h>

#include "decimal.h"

/* Marks what those who show it translate. */
#define WORDS(text) text

static const char *const error_texts[BE_NUMBER_ERROR_COUNT] = {
    [BE_NUMBER_OK] = WORDS("is a number"),
    [BE_NUMBER_EMPTY] = WORDS("is empty"),
    [BE_NUMBER_JUNK] = WORDS("is not a number"),
    [BE_NUMBER_POINTS] = WORDS("has two decimal points"),
    [BE_NUMBER_GROUPING] = WORDS("has a group that is not three digits (decimals take a point)"),
    [BE_NUMBER_NEGATIVE] = WORDS("is below zero"),
    [BE_NUMBER_NOT_WHOLE] = WORDS("is not a whole number"),
    [BE_NUMBER_TOO_PRECISE] = WORDS("has more decimals than can be kept"),
    [BE_NUMBER_TOO_LARGE] = WORDS("is too large"),
};

/* The largest factor that is read, either way. */
static const be_int128 ratio_max = (be_int128)BE_RATIO_ONE * 1000000000;

const char *be_number_error_text(be_number_error error)
{
    return (unsigned)error < BE_NUMBER_ERROR_COUNT ? error_texts[error]
                                                   : error_texts[BE_NUMBER_JUNK];
}

static be_number_error parse_ratio(const char *text, int flags, be_ratio *out)
{
    decimal number;
    be_int128 scaled = 0;
    be_number_error error = decimal_read(text, flags, &number);
    if (error == BE_NUMBER_OK)
        error = decimal_scaled(&number, BE_RATIO_DECIMALS, ratio_max, &scaled);
    if (error == BE_NUMBER_OK)
        *out = (be_ratio)scaled;
    return error;
}

be_number_error be_ratio_parse(const char *text, be_ratio *out)
{
    return parse_ratio(text, BE_NUMBER_PERCENT, out);
}

be_number_error be_ratio_parse_factor(const char *text, int flags, be_ratio *out)
{
    return parse_ratio(text, flags & BE_NUMBER_SUFFIX, out);
}

/* Writes `ratio` / 10^decimals with every digit and no more, and `sign` behind it. */
static size_t format_ratio(be_ratio ratio, int decimals, const char *sign, char *out)
{
    uint64_t size = ratio < 0 ? 0 - (uint64_t)ratio : (uint64_t)ratio, one = 1;
    for (int i = 0; i < decimals; i++)
        one *= 10;
    uint64_t rest = size % one;
    for (; decimals > 0 && rest % 10 == 0; rest /= 10)
        decimals--;
    const char *minus = ratio < 0 ? "-" : "";
    unsigned long long whole = size / one;
    int length = decimals == 0 ? snprintf(out, BE_RATIO_TEXT, "%s%llu%s", minus, whole, sign)
                               : snprintf(out, BE_RATIO_TEXT, "%s%llu.%0*llu%s", minus, whole,
                                          decimals, (unsigned long long)rest, sign);
    return length < 0 ? 0 : (size_t)length;
}

size_t be_ratio_format(be_ratio ratio, char out[BE_RATIO_TEXT])
{
    return format_ratio(ratio, BE_RATIO_DECIMALS - 2, "%", out);
}

size_t be_ratio_format_factor(be_ratio ratio, char out[BE_RATIO_TEXT])
{
    return format_ratio(ratio, BE_RATIO_DECIMALS, "", out);
}
