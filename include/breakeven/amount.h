/*
 * Amounts: exact decimals of money.
 *
 * An amount counts units of 10^-18 of a currency in a 128-bit integer, so a price of 9 decimals
 * times a quantity of 10^15 is exact, and nothing binary ever touches money. The range is
 * +-10^19 currency units.
 *
 * Not every amount is a number. A vendor may ask to "contact sales" (QUOTE) or publish nothing
 * (UNPUBLISHED), and a result may leave the range (OVERFLOW). These three are values of the type,
 * and they absorb: a sum with an unpublished price in it is unpublished. So a wrong number cannot
 * come out of a missing one, and no caller has to remember to check before adding. They sort after
 * every number: what cannot be priced is never the cheapest.
 *
 * Amounts are plain values: nothing to create, copy or free. The engine never adds two currencies;
 * an amount does not carry its currency, the product does.
 */
#ifndef BREAKEVEN_AMOUNT_H
#define BREAKEVEN_AMOUNT_H

#include <stdbool.h>
#include <stddef.h>

#include <breakeven/quantity.h>

#ifdef __cplusplus
extern "C" {
#endif

/* gcc and clang both have the type; the keyword tells -Wpedantic that this is on purpose. */
__extension__ typedef __int128 be_int128;

typedef struct be_amount {
    be_int128 scaled; /* count of 10^-18, or a reserved value beyond the range: use the functions */
} be_amount;

typedef enum be_amount_state {
    BE_AMOUNT_KNOWN,
    BE_AMOUNT_QUOTE,       /* the vendor names a price on request only */
    BE_AMOUNT_UNPUBLISHED, /* the vendor publishes no price; the user can enter one */
    BE_AMOUNT_OVERFLOW,    /* the true result lies outside +-10^19 */
    BE_AMOUNT_STATE_COUNT
} be_amount_state;

enum {
    BE_AMOUNT_DECIMALS = 18,
    BE_AMOUNT_TEXT = 48 /* bytes that hold any formatted amount and its final NUL */
};

/* The amount 0. */
be_amount be_amount_zero(void);

/* The amount of whole currency units: be_amount_of(75) is 75.00. Any int64 is in range. */
be_amount be_amount_of(int64_t units);

/* The value that stands for a missing number. `state` is not KNOWN. */
be_amount be_amount_missing(be_amount_state state);

/* KNOWN, or why there is no number. */
be_amount_state be_amount_state_of(be_amount amount);
bool be_amount_is_known(be_amount amount);
bool be_amount_is_zero(be_amount amount);

/* Sum and difference. Missing absorbs: OVERFLOW over UNPUBLISHED over QUOTE over any number. */
be_amount be_amount_add(be_amount a, be_amount b);
be_amount be_amount_sub(be_amount a, be_amount b);

/*
 * `price` for each of `count` units. Exact, or OVERFLOW. No unit of something costs nothing even
 * where its price is missing: 0 x unpublished is 0.
 */
be_amount be_amount_times(be_amount price, be_quantity count);

/*
 * `amount` shared by `parts` (1 or more). Exact whenever the quotient has at most 18 decimals, as
 * it has for every price per 10, 1,000 or 1,000,000 units; otherwise rounded half away from zero at
 * the 18th decimal.
 */
be_amount be_amount_divide(be_amount amount, be_quantity parts);

/* True when be_amount_divide does not round. A missing amount divides exactly. */
bool be_amount_divides(be_amount amount, be_quantity parts);

/* `amount` times a factor, rounded half away from zero at the 18th decimal. */
be_amount be_amount_scale(be_amount amount, be_ratio factor);

/* <0, 0, >0 as a sorts before, with or after b. QUOTE < UNPUBLISHED < OVERFLOW, all after numbers.
 */
int be_amount_compare(be_amount a, be_amount b);

/*
 * Reads an amount such as "0.275", "4,000" or "1_000.50": see number.h for the grammar and the
 * errors. At most 18 decimals; "-" in front is allowed.
 */
be_number_error be_amount_parse(const char *text, be_amount *out);

/*
 * Writes every digit the amount has and no more: "796", "7.775", "-0.5". A missing amount is
 * written as "quote", "unpublished" or "overflow". Returns the length.
 */
size_t be_amount_format(be_amount amount, char out[BE_AMOUNT_TEXT]);

/*
 * Writes the amount rounded half away from zero to `decimals` (0..18) with exactly so many digits:
 * "796.00". For screens; an export keeps every digit. Missing as above. Returns the length.
 */
size_t be_amount_format_rounded(be_amount amount, int decimals, char out[BE_AMOUNT_TEXT]);

#ifdef __cplusplus
}
#endif

#endif
