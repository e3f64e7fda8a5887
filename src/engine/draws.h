/*
 * Draws: random numbers that are the same on every machine for the same seed.
 */
#ifndef BREAKEVEN_ENGINE_DRAWS_H
#define BREAKEVEN_ENGINE_DRAWS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <breakeven/number.h>

typedef struct draws {
    uint64_t state;
} draws;

/* One of many series of draws under a seed, each apart from the others. */
draws draws_of(uint64_t seed, uint64_t series);

/* True with the chance `share` of 0..1. */
bool draws_happens(draws *from, be_ratio share);

/*
 * A normal deviate in billionths of the one that a draw in ten exceeds: one draw in ten is above 1,
 * one in ten below -1. It is cut beyond 2.29 (a draw in 80 on either side lies beyond 1.74), so
 * that a few hundred draws are not at the mercy of one.
 */
int64_t draws_deviate(draws *from);

/*
 * The same, of the `part`-th of `parts` equal parts of the distribution: a draw from each part
 * stands for the whole better than as many from anywhere. part < parts < 2^20.
 */
int64_t draws_deviate_in(draws *from, size_t part, size_t parts);

#endif
