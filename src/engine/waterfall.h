/*
 * The waterfall: who pays for a unit.
 *
 * Each month the billable units run through the product's deduction order; each layer takes what
 * it can and the rest runs on. Balances (free quota, packages) carry over from month to month and
 * are lost when they end.
 */
#ifndef BREAKEVEN_ENGINE_WATERFALL_H
#define BREAKEVEN_ENGINE_WATERFALL_H

#include <stdbool.h>
#include <stddef.h>

#include <breakeven/arena.h>
#include <breakeven/bill.h>

/* Units of packages with the same price that begin and end together. */
typedef struct package_lot {
    be_quantity left;
    be_quantity size;  /* of one package */
    be_amount price;   /* of one package; 0 for what was owned before the plan */
    int from, last;    /* plan months in which it can be used; last may lie past the plan */
    be_duration valid; /* for a last month of which only some days count; 0: whole months */
} package_lot;

typedef struct waterfall {
    const be_product *product;
    const be_demand *demand;
    be_horizon horizon;
    be_quantity free_left; /* of a quota given once */
    package_lot *lots;     /* in the order of use: first to expire, then oldest, then smallest */
    size_t lot_count;
} waterfall;

/* Lays out all balances, owned and to be bought. False when there is no memory. */
bool waterfall_begin(waterfall *w, be_arena *arena, const be_product *product,
                     const be_demand *demand, be_horizon horizon, const be_purchase *purchases,
                     size_t purchase_count);

/* Units in packages that can be used in month t, those bought in it included. */
be_quantity waterfall_package_balance(const waterfall *w, int t);

/* Units in packages bought by the end of month t that can be used in the months after it. */
be_quantity waterfall_carried_over(const waterfall *w, int t);

/*
 * Runs month t (months must come in order). `qps_days` of the month's days are covered by prepaid
 * QPS under which calls are free.
 */
void waterfall_month(waterfall *w, int t, const be_usage_month *usage, int qps_days, be_units *out);

/* Takes away what ends with month t: units, and what was paid for them. */
void waterfall_expire(waterfall *w, int t, be_quantity *units, be_amount *amount);

#endif
