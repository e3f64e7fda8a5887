/*
 * Trials: plans of several items, each priced by its bills. The best of all is kept, and the one
 * that is being changed, which a better one takes the place of.
 */
#ifndef BREAKEVEN_ENGINE_PLAN_TRIAL_H
#define BREAKEVEN_ENGINE_PLAN_TRIAL_H

#include "pool.h"

/* How good a plan is: the fields in this order decide, less before more but for lateness. */
typedef struct plan_merit {
    size_t lacking; /* items whose bill is not feasible or has no total */
    be_amount cost;
    be_quantity purchases;
    be_quantity lateness; /* the months of all purchases added up */
} plan_merit;

typedef struct plan_priced {
    bool any;
    be_schedule *items; /* one for each */
    plan_merit merit;
} plan_priced;

typedef struct plan_trials {
    pool *p;
    plan_priced best;
    plan_priced at; /* the one that is being changed */
    unsigned left;  /* trials that may still be made */
    be_bill_item *orders;
    be_bill *bills;
} plan_trials;

/* False when there is no memory. */
bool plan_trials_begin(plan_trials *trials, pool *p);

/*
 * Prices a plan and goes on from it if it is better than the one at hand, which `*better` says.
 * Does nothing when no trials are left. False when there is no memory.
 */
bool plan_try(plan_trials *trials, const be_schedule *plan, bool *better);

/* Goes on from a plan that may be worse. */
bool plan_start(plan_trials *trials, const be_schedule *plan);

/* Goes back to the best plan of all. */
void plan_return(plan_trials *trials);

/* Whether every item has a feasible bill under the best plan. */
bool plan_trials_succeeded(const plan_trials *trials);

#endif
