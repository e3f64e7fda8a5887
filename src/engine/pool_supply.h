/*
 * The cheapest points for items whose own plans are chosen.
 */
#ifndef BREAKEVEN_ENGINE_POOL_SUPPLY_H
#define BREAKEVEN_ENGINE_POOL_SUPPLY_H

#include "pool.h"
#include "pool_prices.h"

typedef struct pool_supply {
    be_purchase *purchases; /* of general-purpose packages */
    size_t count;
    be_amount cost; /* of the plans with these points, about; missing where none is feasible */
} pool_supply;

/*
 * Finds points for the plans at `choice`, one place for each item, by a walk through the months:
 * points are bought where those at hand do not last, for some months on or short of that, and drawn
 * in the items' order. A good answer, not a proven one: points of one kind, as long as the shortest
 * valid package. None where no feasible one is found, or none with which the plans cost less than
 * `below`. False when there is no memory.
 */
bool pool_supply_find(pool *p, const pool_prices *prices, const size_t *choice, be_amount below,
                      pool_supply *out);

#endif
