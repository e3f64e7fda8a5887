/*
 * Rising tariffs: volume tiers as they would be if a larger number of units never cost less. One
 * tariff lies nowhere above the real one, the other nowhere below it.
 */
#ifndef BREAKEVEN_ENGINE_RISING_TARIFF_H
#define BREAKEVEN_ENGINE_RISING_TARIFF_H

#include <stdbool.h>

#include <breakeven/arena.h>
#include <breakeven/tariff.h>

typedef struct rising_tariff {
    be_tariff tariff;
    bool made;  /* false: nothing is known to lie on that side */
    bool exact; /* it touches the real one, and no part of either is rounded */
} rising_tariff;

/*
 * By this one n units cost what the cheapest number from n to `most` costs. Where days, blocks,
 * fees or positions have a say, each unit costs the lowest price. False without memory.
 */
bool rising_below(be_arena *arena, const be_tariff *tariff, be_quantity most, rising_tariff *out);

/* By this one n units cost what the dearest number up to n costs; else each the highest price. */
bool rising_above(be_arena *arena, const be_tariff *tariff, rising_tariff *out);

#endif
