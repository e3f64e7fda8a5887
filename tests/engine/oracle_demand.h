/*
 * A plain demand: how many calls are made in a month and how many of them are billed, worked out
 * with whole numbers of a percent and of 10^-9 calls. It shares no code and no type with the
 * engine.
 */
#ifndef BREAKEVEN_TESTS_ENGINE_ORACLE_DEMAND_H
#define BREAKEVEN_TESTS_ENGINE_ORACLE_DEMAND_H

#include <stdbool.h>

enum { PLAIN_MONTHS = 6, PLAIN_YEAR_OF_MONTHS = 12 };

typedef struct plain_demand {
    long volume; /* calls of the first month */
    int growth;  /* percent from month to month; at least -100 */
    bool seasonal;
    int season[PLAIN_YEAR_OF_MONTHS]; /* percent, January first */
    int typed_count;                  /* months that are typed; 0: none */
    long typed[PLAIN_MONTHS];
    int failures;        /* percent of the calls */
    int failures_billed; /* percent of those */
} plain_demand;

/* Calls of plan month `month` (0 is the first) of a plan that starts in month 0..11 of a year. */
long plain_attempts(const plain_demand *demand, int start, int month);

/* How many of so many calls are billed. */
long plain_billable(const plain_demand *demand, long attempts);

#endif
