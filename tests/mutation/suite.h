/*
 * The test programs that judge a changed source of the engine.
 *
 * They are linked with the engine as a shared library. A library of the changed source alone is
 * loaded before that and takes the place of the original.
 */
#ifndef BREAKEVEN_TESTS_MUTATION_SUITE_H
#define BREAKEVEN_TESTS_MUTATION_SUITE_H

#include "support/sandbox.h"

#include <stdbool.h>
#include <stddef.h>

enum { SUITE_CASE_NAME = 96 };

typedef struct suite_program {
    const char *name; /* "test_tariff" */
    int ms;           /* what it takes with nothing changed */
} suite_program;

typedef struct suite {
    const char *folder; /* of the programs; borrowed, as their names are */
    suite_program *programs;
    size_t count;
} suite;

typedef enum suite_outcome {
    SUITE_PASSED,
    SUITE_FAILED,
    SUITE_TIMED_OUT,
    SUITE_NOT_RUN /* a program could not be started */
} suite_outcome;

typedef struct suite_verdict {
    suite_outcome outcome;
    const char *program;        /* that did not pass */
    char name[SUITE_CASE_NAME]; /* of its first case that failed; empty where it did not tell */
} suite_verdict;

/*
 * Runs every program once with nothing changed, for its time. A program that fails is left out, and
 * told on standard error. `names` ends with NULL. False when a program could not be run at all.
 */
bool suite_open(suite *out, const char *folder, const char *const *names);
void suite_close(suite *s);

/* Puts the programs first that are likely to notice a change in src/engine/`stem`.c, and quick. */
void suite_order(suite *s, const char *stem);

/*
 * Runs the programs with `library` loaded first, until one fails or takes several times its time.
 * Lowers the limits of the calling process for the programs it starts: call it in one of its own.
 */
suite_verdict suite_judge(const suite *s, const char *library, const sandbox *home);

#endif
