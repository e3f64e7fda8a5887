#include <breakeven/quantity.h>

#include "decimal.h"

be_number_error be_quantity_parse(const char *text, int flags, be_quantity *out)
{
    decimal number;
    be_int128 value = 0;
    be_number_error error = decimal_read(text, flags & BE_NUMBER_SUFFIX, &number);
    if (error != BE_NUMBER_OK)
        return error;
    if (number.negative && number.digits != 0)
        return BE_NUMBER_NEGATIVE;
    error = decimal_scaled(&number, 0, BE_QUANTITY_MAX, &value);
    if (error == BE_NUMBER_TOO_PRECISE)
        return BE_NUMBER_NOT_WHOLE;
    if (error == BE_NUMBER_OK)
        *out = (be_quantity)value;
    return error;
}

size_t be_quantity_format(be_quantity quantity, char out[BE_QUANTITY_TEXT])
{
    char reversed[BE_QUANTITY_TEXT];
    size_t digits = 0, length = 0;
    uint64_t rest = quantity < 0 ? 0 - (uint64_t)quantity : (uint64_t)quantity;
    do {
        reversed[digits++] = (char)('0' + rest % 10);
        rest /= 10;
    } while (rest != 0);
    if (quantity < 0)
        out[length++] = '-';
    while (digits > 0)
        out[length++] = reversed[--digits];
    out[length] = '\0';
    return length;
}

be_quantity be_quantity_divide_up(be_quantity a, be_quantity b)
{
    return a / b + (a % b != 0 ? 1 : 0);
}

be_quantity be_quantity_scale(be_quantity quantity, int64_t numerator, int64_t denominator)
{
    be_int128 scaled = (be_int128)quantity * numerator / denominator;
    return scaled > BE_QUANTITY_MAX ? BE_QUANTITY_MAX : (be_quantity)scaled;
}
