/*
 * The waterfall: who pays for a unit.
 *
 * Each month the billable units run through the product's deduction order; each layer takes what
 * it can and the rest runs on. Balances (free quota, packages, points) carry over from month to
 * month and are lost when they end.
 */
#ifndef BREAKEVEN_ENGINE_WATERFALL_H
#define BREAKEVEN_ENGINE_WATERFALL_H

#include <stdbool.h>
#include <stddef.h>

#include <breakeven/arena.h>
#include <breakeven/bill.h>

#include "lots.h"

typedef struct waterfall {
    const be_product *product;
    const be_demand *demand;
    be_quantity free_left; /* of a quota given once, or of the month's */
    lot_list packages;
    lot_list *points; /* shared with the other items of the plan */
    /* Of the month: */
    int t, days;
    int qps_days; /* covered by prepaid QPS under which calls are free */
} waterfall;

/* Lays out the item's own balances, owned and to be bought. False when there is no memory. */
bool waterfall_begin(waterfall *w, be_arena *arena, const be_bill_item *item, lot_list *points);

/* Turns to month t, the first or the one after the last. */
void waterfall_enter(waterfall *w, int t, int days, int qps_days);

/*
 * Runs `units` of the month through the layers and adds who paid to `out`; the free quota is passed
 * over unless `free`.
 */
void waterfall_run(waterfall *w, be_quantity units, bool free, be_units *out);

#endif
