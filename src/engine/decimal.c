#include "decimal.h"

#include <string.h>

enum {
    SYMBOLS_MAX = 96, /* symbols of the longest number that is read */
    DIGITS_MAX = 38,  /* as many digits as always fit 128 bits */
    GROUP_DIGITS = 3,
    SUFFIX_WAN = 'w', /* ten thousand */
    SUFFIX_YI = 'y'   /* a hundred million */
};

/* Characters beyond ASCII that people type in numbers, and the symbol each stands for. */
static const struct {
    const char *utf8;
    char symbol;
} wide_symbols[] = {
    {"\uFF10", '0'},        {"\uFF11", '1'},       {"\uFF12", '2'},       {"\uFF13", '3'},
    {"\uFF14", '4'},        {"\uFF15", '5'},       {"\uFF16", '6'},       {"\uFF17", '7'},
    {"\uFF18", '8'},        {"\uFF19", '9'},       {"\uFF0C", ','},       {"\uFF0E", '.'},
    {"\uFF05", '%'},        {"\u3000", ' '},       {"\u00A0", ' '},       {"\u4E07", SUFFIX_WAN},
    {"\u842C", SUFFIX_WAN}, {"\u4EBF", SUFFIX_YI}, {"\u5104", SUFFIX_YI},
};

static const struct {
    char symbol;
    int flag;
    int exponent;
} suffixes[] = {
    {'k', BE_NUMBER_SUFFIX, 3},       {'K', BE_NUMBER_SUFFIX, 3},
    {'M', BE_NUMBER_SUFFIX, 6},       {'G', BE_NUMBER_SUFFIX, 9},
    {'B', BE_NUMBER_SUFFIX, 9},       {SUFFIX_WAN, BE_NUMBER_SUFFIX, 4},
    {SUFFIX_YI, BE_NUMBER_SUFFIX, 8}, {'%', BE_NUMBER_PERCENT, -2},
};

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Length of the wide symbol that `text` starts with, or 0. */
static size_t wide_symbol(const char *text, char *symbol)
{
    for (size_t i = 0; i < sizeof wide_symbols / sizeof *wide_symbols; i++) {
        size_t length = strlen(wide_symbols[i].utf8);
        if (strncmp(text, wide_symbols[i].utf8, length) == 0) {
            *symbol = wide_symbols[i].symbol;
            return length;
        }
    }
    return 0;
}

/* Rewrites `text` with one ASCII symbol a character, outer blanks removed. */
static be_number_error to_symbols(const char *text, char out[SYMBOLS_MAX + 1])
{
    size_t count = 0;
    while (*text != '\0') {
        char symbol = *text;
        size_t length = 1;
        if ((unsigned char)symbol >= 0x80) {
            length = wide_symbol(text, &symbol);
            if (length == 0)
                return BE_NUMBER_JUNK;
        } else if (symbol == SUFFIX_WAN || symbol == SUFFIX_YI) {
            return BE_NUMBER_JUNK; /* the ASCII letters themselves mean nothing */
        }
        if (symbol == '\t')
            symbol = ' ';
        text += length;
        if (count == 0 && symbol == ' ')
            continue;
        if (count == SYMBOLS_MAX)
            return BE_NUMBER_TOO_LARGE;
        out[count++] = symbol;
    }
    while (count > 0 && out[count - 1] == ' ')
        count--;
    out[count] = '\0';
    return count == 0 ? BE_NUMBER_EMPTY : BE_NUMBER_OK;
}

static be_number_error push_digit(decimal *number, int *digits, char c)
{
    if (number->digits == 0 && c == '0')
        return BE_NUMBER_OK; /* leading zeros take no room */
    if (++*digits > DIGITS_MAX)
        return BE_NUMBER_TOO_LARGE;
    number->digits = number->digits * 10 + (c - '0');
    return BE_NUMBER_OK;
}

/*
 * The part before the point. A separator must be followed by exactly three digits, and the first
 * group must not be a lone zero: "0,275" is a decimal comma, not twenty-seven and a half dozen.
 */
static be_number_error read_integer(const char **at, decimal *number, int *digits)
{
    const char *p = *at;
    int group = 0;
    bool grouped = false;
    for (;; p++) {
        if (is_digit(*p)) {
            be_number_error error = push_digit(number, digits, *p);
            if (error != BE_NUMBER_OK)
                return error;
            group++;
        } else if (*p == '_' && group > 0 && is_digit(p[1])) {
            continue;
        } else if ((*p == ',' || *p == ' ') && group > 0 && is_digit(p[1])) {
            bool bad_first = !grouped && (group > GROUP_DIGITS || number->digits == 0);
            if (bad_first || (grouped && group != GROUP_DIGITS))
                return BE_NUMBER_GROUPING;
            grouped = true;
            group = 0;
        } else {
            break;
        }
    }
    if (grouped && group != GROUP_DIGITS)
        return BE_NUMBER_GROUPING;
    *at = p;
    return BE_NUMBER_OK;
}

static be_number_error read_fraction(const char **at, decimal *number, int *digits)
{
    const char *p = *at;
    int zeros = 0; /* held back, so that trailing zeros ask for no precision */
    for (; is_digit(*p) || (*p == '_' && is_digit(p[1])); p++) {
        if (*p == '_')
            continue;
        if (*p == '0') {
            zeros++;
            continue;
        }
        for (; zeros > 0; zeros--) {
            if (number->digits != 0 && ++*digits > DIGITS_MAX)
                return BE_NUMBER_TOO_PRECISE;
            number->digits *= 10;
            number->decimals++;
        }
        if (push_digit(number, digits, *p) != BE_NUMBER_OK)
            return BE_NUMBER_TOO_PRECISE;
        number->decimals++;
    }
    *at = p;
    return BE_NUMBER_OK;
}

/* Multiplies by 10^exponent, by moving the point first and the digits only where it runs out. */
static be_number_error apply_exponent(decimal *number, int *digits, int exponent)
{
    for (; exponent < 0; exponent++)
        number->decimals++;
    for (; exponent > 0; exponent--) {
        if (number->decimals > 0) {
            number->decimals--;
            continue;
        }
        if (number->digits != 0 && ++*digits > DIGITS_MAX)
            return BE_NUMBER_TOO_LARGE;
        number->digits *= 10;
    }
    return BE_NUMBER_OK;
}

static be_number_error read_suffix(const char **at, int flags, decimal *number, int *digits)
{
    const char *p = *at;
    while (*p == ' ')
        p++;
    for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++) {
        if (*p == suffixes[i].symbol && (flags & suffixes[i].flag) != 0) {
            *at = p + 1;
            return apply_exponent(number, digits, suffixes[i].exponent);
        }
    }
    return BE_NUMBER_OK;
}

be_number_error decimal_read(const char *text, int flags, decimal *out)
{
    char symbols[SYMBOLS_MAX + 1];
    be_number_error error = to_symbols(text, symbols);
    if (error != BE_NUMBER_OK)
        return error;

    decimal number = {.negative = symbols[0] == '-'};
    int digits = 0;
    const char *p = symbols + (number.negative ? 1 : 0);
    if (!is_digit(*p) && !(*p == '.' && is_digit(p[1])))
        return BE_NUMBER_JUNK;
    error = read_integer(&p, &number, &digits);
    if (error == BE_NUMBER_OK && *p == '.' && is_digit(p[1])) {
        p++;
        error = read_fraction(&p, &number, &digits);
    }
    if (error == BE_NUMBER_OK)
        error = read_suffix(&p, flags, &number, &digits);
    if (error != BE_NUMBER_OK)
        return error;
    /* NOLINTNEXTLINE(clang-analyzer-core.UndefinedBinaryOperatorResult): symbols end with a NUL */
    if (*p != '\0')
        return *p == '.' && strchr(symbols, '.') != p ? BE_NUMBER_POINTS
               : *p == ','                            ? BE_NUMBER_GROUPING
                                                      : BE_NUMBER_JUNK;
    *out = number;
    return BE_NUMBER_OK;
}

be_number_error decimal_scaled(const decimal *number, int scale, be_int128 max, be_int128 *out)
{
    be_int128 value = number->digits;
    for (int i = number->decimals; i > scale; i--) {
        if (value % 10 != 0)
            return BE_NUMBER_TOO_PRECISE;
        value /= 10;
    }
    for (int i = number->decimals; i < scale; i++) {
        if (value > max / 10)
            return BE_NUMBER_TOO_LARGE;
        value *= 10;
    }
    if (value > max)
        return BE_NUMBER_TOO_LARGE;
    *out = number->negative ? -value : value;
    return BE_NUMBER_OK;
}
