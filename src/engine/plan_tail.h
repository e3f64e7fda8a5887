/*
 * The least that the months to come cost, by a walk backwards through them on a coarse scale.
 *
 * Units bought are used up in the month of the next purchase, so what is to come depends on one
 * figure: by how much the balance falls short in the first month that it does not cover. For every
 * month and so many units short, the tail holds no more than what it costs from there on. Numbers
 * of packages are whole but for small ones, units of which are had one by one.
 */
#ifndef BREAKEVEN_ENGINE_PLAN_TAIL_H
#define BREAKEVEN_ENGINE_PLAN_TAIL_H

#include "plan_model.h"

typedef struct plan_tail {
    int months, validity;
    be_quantity from[BE_MONTHS_MAX + 1]; /* units left open from a month to the end */
    int shift;
    be_amount anew[BE_MONTHS_MAX + 1]; /* from a month on, with nothing left */
    be_amount *least[BE_MONTHS_MAX];   /* if 1 unit is short, and each 2^shift more */
} plan_tail;

/* For a model without free calls. Lives in `arena`. False when there is no memory. */
bool plan_tail_make(plan_tail *tail, be_arena *arena, plan_model *model);

/*
 * The least that the months from t on cost with `balance` bought units that can be used up to month
 * `last`. A negative balance is short in month t - 1, and bought or paid for there.
 */
be_amount plan_tail_least(const plan_tail *tail, int t, be_quantity balance, int last);

#endif
