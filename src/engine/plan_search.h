/*
 * The search for the cheapest plan of a model: an exact walk through the months, within limits.
 */
#ifndef BREAKEVEN_ENGINE_PLAN_SEARCH_H
#define BREAKEVEN_ENGINE_PLAN_SEARCH_H

#include "plan_model.h"
#include "plan_tail.h"

typedef enum plan_costs {
    COSTS_LEAST, /* of a month: no more than what it costs, never falling */
    COSTS_TRUE   /* of a month: what it costs, even where more units cost less */
} plan_costs;

typedef struct plan_order {
    plan_costs costs;
    be_amount upper;       /* what a known plan costs at list prices; missing: none is known */
    int width;             /* most partial plans a month starts from; 0: all */
    int most;              /* partial plans made in all; 0: BE_OPTIMUM_LABELS */
    const plan_tail *tail; /* of the model, to leave out more by; or NULL */
} plan_order;

typedef struct plan_found {
    bool complete;   /* nothing was left out that could cost less than `upper` */
    bool any;        /* a plan was found that costs no more than `upper` */
    be_amount cost;  /* of it, as the model has it */
    be_amount least; /* no plan of the model costs less; `upper` where none costs no more */
    be_purchase *purchases;
    size_t count;
} plan_found;

/* False when there is no memory. Under COSTS_LEAST every month's result is a lower bound. */
bool plan_search(be_arena *arena, plan_model *model, plan_order order, plan_found *out);

#endif
