/*
 * A program as its user meets it: through a pseudo-terminal, from the moment a key is sent to the
 * moment the last byte of the frame has arrived.
 */
#ifndef BREAKEVEN_BENCH_WORKED_H
#define BREAKEVEN_BENCH_WORKED_H

#include <stddef.h>

enum { WORKED_ARGS = 5, WORKED_KEY = 8 };

/* A program to measure, and the keys it is worked with in turn. */
typedef struct worked {
    const char *name;
    const char *argv[WORKED_ARGS];
    const char *begin;              /* typed before the keys are measured */
    const char keys[2][WORKED_KEY]; /* sent in turn */
    int cols, rows;
} worked;

typedef struct worked_figures {
    double first, settled; /* milliseconds, median: the first frame, and all that follows it */
    double median, p99;    /* of a key, until its frame is there */
    double bytes;          /* of a key */
    long memory_kb, peak_kb, idle_ms;
} worked_figures;

/* Ends the process where there is no terminal to be had. */
worked_figures worked_measure(const worked *w, char *const *environment, const char *folder);

/* The value that so large a share of them stays below. Sorts them. */
double worked_quantile(double *values, size_t count, double share);

#endif
