/*
 * What is asked of the system for memory. Whoever links this wraps malloc, calloc, realloc and
 * free.
 */
#ifndef BREAKEVEN_TESTS_BENCH_HEAP_H
#define BREAKEVEN_TESTS_BENCH_HEAP_H

#include <stddef.h>

/* Counts from here on. */
void heap_watch(void);

/* Since then: how often memory was asked for, and the most bytes held at once beyond those held
 * then. */
size_t heap_allocations(void);
size_t heap_peak(void);

#endif
