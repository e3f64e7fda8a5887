/*
 * Random numbers for property tests: the same sequence everywhere for the same seed.
 *
 * The seed of a run is printed, and BREAKEVEN_TEST_SEED repeats a run with the seed it names.
 */
#ifndef BREAKEVEN_TESTS_ENGINE_RANDOM_H
#define BREAKEVEN_TESTS_ENGINE_RANDOM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct random_source {
    uint64_t state;
} random_source;

/* A source of its own for each test; prints its seed. */
random_source random_start(const char *test_name);

/* The source of one case of a run, so that a failing case can be looked at alone. */
random_source random_case(const random_source *run, unsigned number);

uint64_t random_bits(random_source *r);

/* A number in low..high, both included. */
int64_t random_between(random_source *r, int64_t low, int64_t high);

/* True in `percent` of 100 cases. */
bool random_chance(random_source *r, int percent);

#endif
