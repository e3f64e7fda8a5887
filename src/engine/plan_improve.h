/*
 * Bettering a plan of several items by one change after the other.
 */
#ifndef BREAKEVEN_ENGINE_PLAN_IMPROVE_H
#define BREAKEVEN_ENGINE_PLAN_IMPROVE_H

#include "plan_trial.h"

/*
 * Tries for every item its other plans, and for every purchase to drop, move or resize it, and to
 * add one, until nothing is better; then does so from the best plan with one of these changes made
 * in any case, as long as that helps or trials are left. False when there is no
 * memory.
 */
bool plan_improve(plan_trials *trials);

#endif
