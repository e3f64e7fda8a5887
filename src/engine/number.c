#include <breakeven/number.h>

#include "decimal.h"

static const char *const error_texts[BE_NUMBER_ERROR_COUNT] = {
    [BE_NUMBER_OK] = "is a number",
    [BE_NUMBER_EMPTY] = "is empty",
    [BE_NUMBER_JUNK] = "is not a number",
    [BE_NUMBER_POINTS] = "has two decimal points",
    [BE_NUMBER_GROUPING] = "has a group that is not three digits (decimals take a point)",
    [BE_NUMBER_NEGATIVE] = "is below zero",
    [BE_NUMBER_NOT_WHOLE] = "is not a whole number",
    [BE_NUMBER_TOO_PRECISE] = "has more decimals than can be kept",
    [BE_NUMBER_TOO_LARGE] = "is too large",
};

/* The largest factor that is read: a million, either way. */
static const be_int128 ratio_max = (be_int128)BE_RATIO_ONE * 1000000;

const char *be_number_error_text(be_number_error error)
{
    return (unsigned)error < BE_NUMBER_ERROR_COUNT ? error_texts[error]
                                                   : error_texts[BE_NUMBER_JUNK];
}

be_number_error be_ratio_parse(const char *text, be_ratio *out)
{
    decimal number;
    be_int128 scaled = 0;
    be_number_error error = decimal_read(text, BE_NUMBER_PERCENT, &number);
    if (error == BE_NUMBER_OK)
        error = decimal_scaled(&number, BE_RATIO_DECIMALS, ratio_max, &scaled);
    if (error == BE_NUMBER_OK)
        *out = (be_ratio)scaled;
    return error;
}
