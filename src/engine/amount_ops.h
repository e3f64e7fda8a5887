/*
 * The arithmetic of amounts, for the engine's own inner loops. amount.c makes the public functions
 * of these: there is no second arithmetic.
 */
#ifndef BREAKEVEN_ENGINE_AMOUNT_OPS_H
#define BREAKEVEN_ENGINE_AMOUNT_OPS_H

#include <stdbool.h>

#include <breakeven/amount.h>

#define AMOUNT_SCALE ((be_int128)1000000000000000000)   /* scaled units in one currency unit */
#define AMOUNT_RANGE (AMOUNT_SCALE * 10 * AMOUNT_SCALE) /* 10^19 currency units, the largest */

/*
 * The reserved values lie beyond the range, in the order in which they absorb each other, so that
 * the larger of two missing amounts is the one that stays and comparing scaled values is right.
 */
#define AMOUNT_MISSING(state) (AMOUNT_RANGE + (be_int128)(state))

/* A price below this times any quantity fits 128 bits, so the common case needs no division. */
#define AMOUNT_EASY_PRICE (((be_int128)1 << 126) / BE_QUANTITY_MAX)

static inline be_amount amount_of_scaled(be_int128 scaled)
{
    return (be_amount){scaled};
}

static inline bool amount_is_known(be_amount amount)
{
    return amount.scaled <= AMOUNT_RANGE;
}

static inline be_amount amount_in_range(be_int128 scaled)
{
    if (scaled > AMOUNT_RANGE || scaled < -AMOUNT_RANGE)
        return amount_of_scaled(AMOUNT_MISSING(BE_AMOUNT_OVERFLOW));
    return amount_of_scaled(scaled);
}

static inline be_amount amount_larger(be_amount a, be_amount b)
{
    return a.scaled >= b.scaled ? a : b;
}

static inline be_amount amount_smaller(be_amount a, be_amount b)
{
    return a.scaled <= b.scaled ? a : b;
}

static inline int amount_compare(be_amount a, be_amount b)
{
    return (a.scaled > b.scaled) - (a.scaled < b.scaled);
}

static inline be_amount amount_add(be_amount a, be_amount b)
{
    if (!amount_is_known(a) || !amount_is_known(b))
        return amount_larger(a, b);
    return amount_in_range(a.scaled + b.scaled); /* twice the range fits 128 bits */
}

static inline be_amount amount_times(be_amount price, be_quantity count)
{
    if (count == 0)
        return amount_of_scaled(0);
    if (!amount_is_known(price))
        return price;
    be_int128 size = price.scaled < 0 ? -price.scaled : price.scaled;
    if (size > AMOUNT_EASY_PRICE && size > AMOUNT_RANGE / count)
        return amount_of_scaled(AMOUNT_MISSING(BE_AMOUNT_OVERFLOW));
    return amount_in_range(price.scaled * count);
}

/* `amount`, 0 or more, shared by `parts`, rounded down at the 18th decimal. */
static inline be_amount amount_divide_down(be_amount amount, be_quantity parts)
{
    be_amount part = be_amount_divide(amount, parts);
    bool above = amount_compare(amount_times(part, parts), amount) > 0;
    return above ? amount_of_scaled(part.scaled - 1) : part;
}

#endif
