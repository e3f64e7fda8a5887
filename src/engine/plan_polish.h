/*
 * The last pass over a plan of one product that is not proven: one change after the other, each
 * priced by its bill, as plan_improve.h says.
 */
#ifndef BREAKEVEN_ENGINE_PLAN_POLISH_H
#define BREAKEVEN_ENGINE_PLAN_POLISH_H

#include <breakeven/arena.h>
#include <breakeven/strategy.h>

/*
 * Betters `plan` by BE_OPTIMUM_TRIALS bills at most, and fewer for a long one: of no more than
 * BE_OPTIMUM_TRIAL_MONTHS months in all. What comes out costs no more. It lives in `arena`. False
 * when there is no memory.
 */
bool plan_polish(be_arena *arena, const be_product *product, const be_demand *demand,
                 const be_usage *usage, be_schedule *plan);

#endif
