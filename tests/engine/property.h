/*
 * Properties: what holds for any input, tried on many random ones.
 */
#ifndef BREAKEVEN_TESTS_ENGINE_PROPERTY_H
#define BREAKEVEN_TESTS_ENGINE_PROPERTY_H

#include <stdbool.h>

#include <breakeven/arena.h>

#include "random.h"

/* One random case, number `number` of the run. Fails by fail_msg, naming the number. */
typedef void random_check(be_arena *arena, random_source *r, unsigned number);

/*
 * Tries `count` cases, each with an arena emptied before. BREAKEVEN_TEST_SHARE in the environment
 * runs so many percent of them.
 */
void try_cases(void **state, const char *name, unsigned count, random_check *check);

/*
 * Asserts what holds of most cases, as it shows where many are tried: not where
 * BREAKEVEN_TEST_SHARE leaves less than a tenth of them.
 */
#define assert_of_many(condition) assert_true(!tries_many() || (condition))
bool tries_many(void);

/* A cmocka test of a property: its function and an arena for it. */
#define PROPERTY(test) cmocka_unit_test_setup_teardown(test, open_arena, close_arena)

#endif
