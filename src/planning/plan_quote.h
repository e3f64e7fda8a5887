/*
 * The answer to a whole plan: every item under every way to buy it, and the sums.
 *
 * Uncertain volumes take many searches, so the answer is worked out in steps: a command takes all
 * of them at once, the planner some while no key waits.
 */
#ifndef BREAKEVEN_PLANNING_PLAN_QUOTE_H
#define BREAKEVEN_PLANNING_PLAN_QUOTE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <breakeven/calendar.h>

#include "report/answer.h"
#include "scenario/scenario.h"

/* What is asked. The plan is borrowed and must stay as it is. */
typedef struct plan_question {
    const scenario *plan;
    be_date today;                     /* for the age of prices */
    const scenario_exchange *exchange; /* NULL: the plan's own */
    bool certain;                      /* leave out what uncertain volumes ask for */
    uint64_t seed;                     /* of those */
    size_t paths;                      /* 0: as many as usual */
    bool in_full; /* with curves and reasons of the first PLAN_QUOTE_LOOKED_INTO items */
} plan_question;

/* A plan may be long: what takes many searches an item is found for so many of them. */
enum { PLAN_QUOTE_LOOKED_INTO = 20 };

typedef struct plan_quote plan_quote;

/* Begins an answer. NULL when there is no memory. */
plan_quote *plan_quote_create(const plan_question *asked);

/* Does up to `pieces` pieces of the work, each about one search. False when there is no memory. */
bool plan_quote_step(plan_quote *q, size_t pieces);

/* Pieces done and in all; more may turn out to be needed. */
void plan_quote_progress(const plan_quote *q, size_t *done, size_t *total);

/* The answer, which lives as long as this; NULL until all is done. */
const quote_answer *plan_quote_answer(const plan_quote *q);

/* All steps in one. NULL when there is no memory. */
plan_quote *plan_quote_run(const plan_question *asked);

/* NULL is allowed. */
void plan_quote_destroy(plan_quote *q);

#endif
