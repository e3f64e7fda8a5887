/*
 * The same question as a mixed-integer linear program, solved by an outside solver (cbc, Debian
 * package coinor-cbc). It shares no search with the engine; its figures are binary fractions.
 */
#ifndef BREAKEVEN_TESTS_BENCH_MILP_H
#define BREAKEVEN_TESTS_BENCH_MILP_H

#include "instance.h"

enum { MILP_PURCHASES = BE_MONTHS_MAX * (INSTANCE_SIZES + 2) };

typedef struct milp_answer {
    bool optimal; /* the solver says so; else nothing is known */
    double objective;
    double seconds; /* of the solver's run, reading the program included */
    be_purchase purchases[MILP_PURCHASES];
    size_t purchase_count;
} milp_answer;

/* Whether the solver is installed. */
bool milp_available(void);

/*
 * Solves the instance within so many seconds. Packages end within the plan only under tiers that
 * are not of volume; units are owned only where no QPS is sold. False where the solver cannot run
 * or its answer cannot be read.
 */
bool milp_solve(const instance *in, int seconds, milp_answer *out);

#endif
