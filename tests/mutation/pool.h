/*
 * Trials side by side, a process for each.
 */
#ifndef BREAKEVEN_TESTS_MUTATION_POOL_H
#define BREAKEVEN_TESTS_MUTATION_POOL_H

#include "mutation/trial.h"

/* Hears of each trial, in the order of the mutants. */
typedef void pool_listener(void *context, const mutant *m, const trial_result *result);

/* Tries all mutants, as many at once as there are processors. False when that was not possible. */
bool pool_run(const trial_ground *ground, const mutant_list *mutants, pool_listener *listen,
              void *context);

#endif
