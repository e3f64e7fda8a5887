/*
 * The trial of one mutant: it is compiled and shown to the tests.
 */
#ifndef BREAKEVEN_TESTS_MUTATION_TRIAL_H
#define BREAKEVEN_TESTS_MUTATION_TRIAL_H

#include "mutation/mutants.h"
#include "mutation/suite.h"

typedef enum trial_outcome {
    TRIAL_BROKEN,   /* the trial itself failed */
    TRIAL_NOT_C,    /* does not compile */
    TRIAL_SAME,     /* compiles to the same code as the original */
    TRIAL_KILLED,   /* a test failed */
    TRIAL_ENDLESS,  /* killed: a test took too long */
    TRIAL_SURVIVED, /* no test noticed */
    TRIAL_OUTCOME_COUNT
} trial_outcome;

typedef struct trial_result {
    trial_outcome outcome;
    suite_verdict verdict; /* of KILLED and ENDLESS */
} trial_result;

/* A source of the engine with its tests. */
typedef struct trial_ground {
    const char *file;   /* its name in src/engine */
    const char *source; /* its text */
    char *original;     /* the library that it makes */
    size_t original_length;
    suite *suite;
} trial_ground;

/* Compiles the original, for comparison, and orders the tests. False when it does not compile. */
bool trial_ground_open(trial_ground *ground);
void trial_ground_close(trial_ground *ground);

/* Tries one mutant, in a folder of its own. For a process that tries no other. */
trial_result trial_run(const trial_ground *ground, const mutant *m);

#endif
