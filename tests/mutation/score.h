/*
 * What came of the trials: lines as they end, counts, and the survivors.
 */
#ifndef BREAKEVEN_TESTS_MUTATION_SCORE_H
#define BREAKEVEN_TESTS_MUTATION_SCORE_H

#include "mutation/trial.h"
#include "support/buffer.h"

typedef struct score {
    const char *file, *source; /* of the trials that come in */
    size_t of_file[TRIAL_OUTCOME_COUNT];
    size_t total[TRIAL_OUTCOME_COUNT];
    buffer survivors;
} score;

/* "tariff.c:34:25: `<` -> `<=`", without an end of line. */
void score_print_mutant(const char *file, const mutant *m);

/* Begins the counts of a file. */
void score_open_file(score *s, const char *file, const char *source);

/* Prints a trial's line and counts it; a pool_listener for a score. */
void score_take(void *context, const mutant *m, const trial_result *result);

void score_close_file(const score *s);

/* Prints all of it. Were at least SCORE_ENOUGH percent of the mutants that count killed? */
enum { SCORE_ENOUGH = 95 };
bool score_close(score *s);

#endif
