/*
 * What so many points cost: the cheapest combinations of general-purpose packages.
 */
#ifndef BREAKEVEN_ENGINE_POOL_PRICES_H
#define BREAKEVEN_ENGINE_POOL_PRICES_H

#include "pool.h"

/* A combination: no cheaper one has more points. */
typedef struct pool_step {
    be_quantity points; /* of it, at most */
    be_amount price;
    int cell;
} pool_step;

/* Points are counted in cells, a part of a cell as a whole one. */
typedef struct pool_prices {
    pool_step *steps; /* rising; the first is none at all, the last pays for all that is wanted */
    size_t count;
    be_quantity cell;
    size_t *last;   /* by cells: the package that is bought last for so many */
    be_amount unit; /* the least price of one point; missing: none is sold */
    int validity;   /* months that every package lasts, at least */
} pool_prices;

/* False when there is no memory. */
bool pool_prices_make(pool *p, pool_prices *out);

/* The first step with so many points; the last one where none has. */
size_t pool_prices_step(const pool_prices *prices, be_quantity points);

/* The packages of a step, `month` in each; returns how many entries. `out` has room for all kinds.
 */
size_t pool_prices_packages(const pool *p, const pool_prices *prices, size_t step, int month,
                            be_purchase *out);

#endif
