/*
 * What the months ahead cost at least, whatever is bought: it tells a search which of its partial
 * plans cannot become the cheapest.
 */
#ifndef BREAKEVEN_ENGINE_PLAN_OUTLOOK_H
#define BREAKEVEN_ENGINE_PLAN_OUTLOOK_H

#include "plan_model.h"
#include "plan_tail.h"

/* A package's part in the least that units cost. */
typedef struct useful_size {
    be_quantity units; /* that some validity within the plan can use */
    be_amount unit;    /* price of one of them, rounded down */
} useful_size;

typedef struct plan_outlook {
    const plan_model *model;
    const plan_tail *tail; /* or NULL: a rougher figure that is quick to make takes its place */
    be_quantity from[BE_MONTHS_MAX + 1]; /* units left open from a month to the end, at most */
    be_amount unit_floor;                /* of pay-as-you-go; missing where it is off */
    useful_size *useful;
    /* Where calls can be free: what a unit costs at least, and the months from one on together. */
    be_amount unit_least;
    be_amount rest[BE_MONTHS_MAX + 1];
} plan_outlook;

/*
 * Looks ahead from the model's start; `tail` is the model's, or NULL, and not used where calls can
 * be free. Lives in `arena`. False when there is no memory.
 */
bool plan_outlook_make(plan_outlook *o, be_arena *arena, plan_model *model, const plan_tail *tail);

/* Units left open in the months from..to-1, at most. */
be_quantity plan_outlook_between(const plan_outlook *o, int from, int to);

/*
 * The least that the months from t on cost with `stock` and `balance` units of packages bought that
 * can be used up to month `last`. A negative balance is short in month t - 1, and owed on top.
 */
be_amount plan_outlook_least(const plan_outlook *o, int t, be_quantity balance, int last,
                             const be_quantity *stock);

#endif
