/*
 * The reading of decimal numbers that amounts, quantities and ratios share. The grammar is in
 * <breakeven/number.h>.
 */
#ifndef BREAKEVEN_ENGINE_DECIMAL_H
#define BREAKEVEN_ENGINE_DECIMAL_H

#include <stdbool.h>

#include <breakeven/amount.h>
#include <breakeven/number.h>

/* What was read: digits x 10^-decimals, decimals >= 0, before any sign. */
typedef struct decimal {
    bool negative;
    be_int128 digits;
    int decimals;
} decimal;

/* Reads a whole text. A suffix or "%" that `flags` allow is already worked into the result. */
be_number_error decimal_read(const char *text, int flags, decimal *out);

/* The number in units of 10^-scale, sign included; TOO_PRECISE or TOO_LARGE (beyond +-max). */
be_number_error decimal_scaled(const decimal *number, int scale, be_int128 max, be_int128 *out);

#endif
