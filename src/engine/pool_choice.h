/*
 * Which of its plans each item is to take where points pay for all that is open from a month on.
 */
#ifndef BREAKEVEN_ENGINE_POOL_CHOICE_H
#define BREAKEVEN_ENGINE_POOL_CHOICE_H

#include "pool.h"
#include "pool_prices.h"

/*
 * The cheapest choice of plans with points from month `from` on, bought at once: a knapsack over
 * the points that each plan needs, counted in cells. `choice` takes the place of each item's plan.
 * `*any`: there is one. False when there is no memory.
 */
bool pool_choose(pool *p, const pool_prices *prices, int from, size_t *choice, bool *any);

#endif
