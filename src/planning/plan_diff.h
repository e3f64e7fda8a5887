/*
 * Two plans held against each other: what changed, and what it costs.
 */
#ifndef BREAKEVEN_PLANNING_PLAN_DIFF_H
#define BREAKEVEN_PLANNING_PLAN_DIFF_H

#include <breakeven/calendar.h>

#include "report/answer.h"
#include "scenario/scenario.h"

typedef struct plan_diff plan_diff;

/* A plan and what it is called: the name of its file. */
typedef struct plan_side {
    const scenario *plan;
    const char *name;
} plan_side;

/* Both plans with today's prices. NULL when there is no memory. Plans and names are borrowed. */
plan_diff *plan_diff_create(plan_side before, plan_side after, be_date today);

/* What differs; lives as long as the diff and the plans. */
const diff_answer *plan_diff_answer(const plan_diff *d);

/* NULL is allowed. */
void plan_diff_destroy(plan_diff *d);

#endif
