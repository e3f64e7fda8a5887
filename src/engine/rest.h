/*
 * The rest of a plan: what there is to plan from the second month on, once the first month's
 * purchases are made and its calls are served.
 */
#ifndef BREAKEVEN_ENGINE_REST_H
#define BREAKEVEN_ENGINE_REST_H

#include <stdbool.h>

#include <breakeven/arena.h>
#include <breakeven/bill.h>

/* The question that is left. Points at what `item` points at; not to be copied. */
typedef struct plan_rest {
    be_product product; /* the free quota as it then stands */
    be_demand demand;   /* what is left of packages and points is owned */
    be_usage usage;     /* without what running capacity serves or carries */
} plan_rest;

/*
 * The rest of `item`, whose usage has two months or more and whose purchases are all of the first;
 * `bill` is its bill. False when there is no memory.
 *
 * A month with capacity still running that carries its load asks for no more speed, and where it
 * serves all calls for none of them. What cannot be said of owned packages is left out: that of
 * the last month only some days count, and which of two that end together is older. So the rest
 * is to be searched, but not to be priced by itself.
 */
bool plan_rest_make(be_arena *arena, const be_bill_item *item, const be_bill *bill, plan_rest *out);

#endif
