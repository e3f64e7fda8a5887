/*
 * The pool: items that share points, as the search for their cheapest plan sees them.
 *
 * An item's own plan buys packages and capacity; what it leaves of each month is open to points and
 * pay-as-you-go. Where all items have the same discount, all amounts are list prices; else they are
 * what is paid.
 */
#ifndef BREAKEVEN_ENGINE_POOL_H
#define BREAKEVEN_ENGINE_POOL_H

#include <breakeven/bill.h>
#include <breakeven/strategy.h>

#include "payg_cost.h"

/* What one item buys for itself, and what that leaves. */
typedef struct item_plan {
    const be_purchase *purchases;
    size_t count;
    be_amount price;                   /* of the purchases */
    be_quantity open[BE_MONTHS_MAX];   /* units left to points and pay-as-you-go */
    be_quantity shared[BE_MONTHS_MAX]; /* those and what packages cover */
    be_amount usage[BE_MONTHS_MAX];    /* pay-as-you-go for all that is open */
} item_plan;

enum { ITEM_PLANS_MAX = 24 };

typedef struct pool_item {
    const be_product *product;
    const be_usage *usage;
    be_demand demand;   /* with points, without a discount that all have */
    be_product alone;   /* the product without general-purpose packages */
    be_demand own;      /* the demand without points */
    be_ratio share;     /* of list prices that is paid */
    be_quantity points; /* that a unit costs, at least; 0: points do not pay for it */
    bool obscure;       /* how points serve it is not known: no more than that they may */
    item_plan *plans;   /* the first buys nothing */
    size_t plan_count;
} pool_item;

typedef struct pool {
    be_arena *arena;   /* of the search */
    be_arena *scratch; /* of one bill; emptied before the next */
    pool_item *items;
    size_t count;
    int months;
    const be_provider *provider;
    be_quantity owned;  /* points, at most */
    be_quantity wanted; /* points that pay for all use of all items */
    be_ratio share;     /* of the list prices of points that is paid */
    size_t buyer;       /* of points */
} pool;

/* False when there is no memory. */
bool pool_begin(pool *p, be_arena *arena, be_arena *scratch, const be_bill_item *items,
                size_t count);

/*
 * Notes a plan of item i, less its points, unless it is known or there are many. `*index` is its
 * place, if not NULL. False when there is no memory.
 */
bool pool_note_plan(pool *p, size_t i, const be_purchase *purchases, size_t count, size_t *index);

/* Pay-as-you-go of month t for `paid` of the units that a plan of item i leaves open. */
be_amount pool_payg(const pool *p, size_t i, const item_plan *plan, int t, be_quantity paid);

/*
 * What a plan of item i costs, but for its share, where the points of a unit cost so much and pay
 * for as many as is cheapest. `*drawn` takes the number of points.
 */
be_amount pool_cost_with_points(const pool *p, size_t i, const item_plan *plan, be_amount unit,
                                be_quantity *drawn);

/* What is paid of an amount, rounded down. */
be_amount pool_paid(be_amount amount, be_ratio share);

#endif
