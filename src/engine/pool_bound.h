/*
 * The bound of plans that share points, from prices of a point.
 *
 * Let points cost so much each, kept and given out at will: then every item has a cheapest plan of
 * its own, and what these cost together, less what the points on hand are worth at that price, no
 * plan undercuts that has no more points. Each price is a line over the number of points; the
 * larger one of all lines, and the price of so many points on top, bounds the plans that buy so
 * many; the least of these over all numbers bounds every plan. Plans that buy no points are bound
 * by the items' own optima.
 */
#ifndef BREAKEVEN_ENGINE_POOL_BOUND_H
#define BREAKEVEN_ENGINE_POOL_BOUND_H

#include <breakeven/plan_optimum.h>

#include "pool.h"
#include "pool_prices.h"

/* One price of a point. */
typedef struct point_price {
    be_amount unit;
    be_amount *least;   /* of each item: what it costs at least, points included */
    be_quantity *drawn; /* of each item: points of the plan that was found */
    size_t *plan;       /* of each item: the place of that plan */
    be_amount sum;
    be_quantity points;
} point_price;

typedef struct pool_bound {
    be_amount least;     /* of all plans; missing where there is none */
    be_amount without;   /* of those without any points; missing where there is none */
    size_t step;         /* the number of points that the least is found at */
    point_price *prices; /* those tried, rising */
    size_t price_count;
    size_t *alone; /* of each item: the place of its own optimum's plan, where it has one */
    bool *has_alone;
} pool_bound;

/* Notes the plans that it finds on the way. False when there is no memory. */
bool pool_bound_find(pool *p, const pool_prices *steps, pool_bound *out);

#endif
