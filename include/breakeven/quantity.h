/*
 * Quantities: counts of what is metered (images, calls, tokens, seconds), of packages and of
 * queries per second. Whole numbers from 0 to 10^15.
 */
#ifndef BREAKEVEN_QUANTITY_H
#define BREAKEVEN_QUANTITY_H

#include <stddef.h>
#include <stdint.h>

#include <breakeven/number.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef int64_t be_quantity;

/* The largest quantity that is read or planned. Sums of 36 months of it still fit the type. */
#define BE_QUANTITY_MAX INT64_C(1000000000000000)

/* "No upper end" for the last band of a tariff, and "unlimited" for a limit. */
#define BE_UNBOUNDED INT64_MAX

enum { BE_QUANTITY_TEXT = 32 };

/* Reads a count. `flags` of number.h: "30k" needs BE_NUMBER_SUFFIX. "3.5M" is whole, "0.5" is not.
 */
be_number_error be_quantity_parse(const char *text, int flags, be_quantity *out);

/* Writes plain digits: "360000". Returns the length. */
size_t be_quantity_format(be_quantity quantity, char out[BE_QUANTITY_TEXT]);

/* ceil(a / b) for a >= 0, b >= 1. */
be_quantity be_quantity_divide_up(be_quantity a, be_quantity b);

/*
 * floor(quantity x numerator / denominator) without overflow on the way, for a non-negative
 * quantity and factors; BE_QUANTITY_MAX where the result is larger.
 */
be_quantity be_quantity_scale(be_quantity quantity, int64_t numerator, int64_t denominator);

#ifdef __cplusplus
}
#endif

#endif
