#include <breakeven/amount.h>

#include <string.h>

#include "amount_ops.h"
#include "decimal.h"

static const char *const state_names[BE_AMOUNT_STATE_COUNT] = {
    [BE_AMOUNT_KNOWN] = "known",
    [BE_AMOUNT_QUOTE] = "quote",
    [BE_AMOUNT_UNPUBLISHED] = "unpublished",
    [BE_AMOUNT_OVERFLOW] = "overflow",
};

be_amount be_amount_zero(void)
{
    return amount_of_scaled(0);
}

be_amount be_amount_of(int64_t units)
{
    return amount_of_scaled(units * AMOUNT_SCALE);
}

be_amount be_amount_missing(be_amount_state state)
{
    return amount_of_scaled(AMOUNT_MISSING(state));
}

bool be_amount_is_known(be_amount amount)
{
    return amount_is_known(amount);
}

be_amount_state be_amount_state_of(be_amount amount)
{
    return be_amount_is_known(amount) ? BE_AMOUNT_KNOWN
                                      : (be_amount_state)(amount.scaled - AMOUNT_RANGE);
}

bool be_amount_is_zero(be_amount amount)
{
    return amount.scaled == 0;
}

be_amount be_amount_add(be_amount a, be_amount b)
{
    return amount_add(a, b);
}

be_amount be_amount_sub(be_amount a, be_amount b)
{
    if (!be_amount_is_known(a) || !be_amount_is_known(b))
        return amount_larger(a, b);
    return amount_in_range(a.scaled - b.scaled);
}

be_amount be_amount_times(be_amount price, be_quantity count)
{
    return amount_times(price, count);
}

be_amount be_amount_divide(be_amount amount, be_quantity parts)
{
    if (!be_amount_is_known(amount))
        return amount;
    be_int128 quotient = amount.scaled / parts;
    be_int128 rest = amount.scaled % parts;
    if (rest * 2 >= parts)
        quotient++;
    else if (-rest * 2 >= parts)
        quotient--;
    return amount_of_scaled(quotient);
}

be_amount be_amount_scale(be_amount amount, be_ratio factor)
{
    if (!be_amount_is_known(amount))
        return amount;
    /* Whole units and the rest apart: together they would leave 128 bits. */
    be_int128 whole = amount.scaled / BE_RATIO_ONE, rest = amount.scaled % BE_RATIO_ONE;
    be_int128 size = whole < 0 ? -whole : whole, times = factor < 0 ? -(be_int128)factor : factor;
    if (times != 0 && size > AMOUNT_RANGE / times)
        return be_amount_missing(BE_AMOUNT_OVERFLOW);
    be_amount fraction = be_amount_divide(amount_of_scaled(rest * factor), BE_RATIO_ONE);
    return amount_in_range(whole * factor + fraction.scaled);
}

bool be_amount_divides(be_amount amount, be_quantity parts)
{
    return !be_amount_is_known(amount) || amount.scaled % parts == 0;
}

int be_amount_compare(be_amount a, be_amount b)
{
    return amount_compare(a, b);
}

be_number_error be_amount_parse(const char *text, be_amount *out)
{
    decimal number;
    be_int128 scaled = 0;
    be_number_error error = decimal_read(text, BE_NUMBER_PLAIN, &number);
    if (error == BE_NUMBER_OK)
        error = decimal_scaled(&number, BE_AMOUNT_DECIMALS, AMOUNT_RANGE, &scaled);
    if (error == BE_NUMBER_OK)
        *out = amount_of_scaled(scaled);
    return error;
}

static size_t copy_text(const char *text, char *out)
{
    size_t length = strlen(text);
    memcpy(out, text, length + 1);
    return length;
}

/* Writes `value` x 10^-decimals, at least one digit before the point. */
static size_t write_decimal(be_int128 value, int decimals, char *out)
{
    char reversed[BE_AMOUNT_TEXT];
    size_t count = 0, length = 0;
    be_int128 rest = value < 0 ? -value : value;
    for (int i = 0; rest != 0 || i <= decimals; i++) {
        if (i == decimals && decimals > 0)
            reversed[count++] = '.';
        reversed[count++] = (char)('0' + (int)(rest % 10));
        rest /= 10;
    }
    if (value < 0)
        out[length++] = '-';
    while (count > 0)
        out[length++] = reversed[--count];
    out[length] = '\0';
    return length;
}

size_t be_amount_format(be_amount amount, char out[BE_AMOUNT_TEXT])
{
    if (!be_amount_is_known(amount))
        return copy_text(state_names[be_amount_state_of(amount)], out);
    be_int128 value = amount.scaled;
    int decimals = BE_AMOUNT_DECIMALS;
    for (; decimals > 0 && value % 10 == 0; decimals--)
        value /= 10;
    return write_decimal(value, decimals, out);
}

size_t be_amount_format_rounded(be_amount amount, int decimals, char out[BE_AMOUNT_TEXT])
{
    if (!be_amount_is_known(amount))
        return be_amount_format(amount, out);
    int64_t step = 1;
    for (int i = decimals; i < BE_AMOUNT_DECIMALS; i++)
        step *= 10;
    return write_decimal(be_amount_divide(amount, step).scaled, decimals, out);
}
