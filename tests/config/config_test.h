/*
 * What the tests of files use: problems as text, and a private folder for each test.
 */
#ifndef BREAKEVEN_TESTS_CONFIG_TEST_H
#define BREAKEVEN_TESTS_CONFIG_TEST_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "config/problem.h"
#include "support/sandbox.h"

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

/* Fails unless the problems read, one a line, like `expected`; empties the list. */
static inline void assert_problems(problems *found, const char *expected)
{
    enum { ALL = 16384 };
    char all[ALL] = "";
    size_t length = 0;
    for (size_t i = 0; i < found->count && length < ALL; i++) {
        length += problem_format(&found->items[i], all + length, ALL - length);
        length += (size_t)snprintf(all + length, ALL - length, "\n");
    }
    assert_string_equal(all, expected);
    problems_clear(found);
}

/* A test's setup and teardown: *state is a sandbox. */
static inline int open_sandbox(void **state)
{
    *state = sandbox_create();
    return *state == NULL ? -1 : 0;
}

static inline int close_sandbox(void **state)
{
    sandbox_destroy(*state);
    return 0;
}

#endif
