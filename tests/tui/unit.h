/*
 * What every widget test includes: cmocka with the headers it wants before it, and a UTF-8 locale,
 * without which no width is right.
 */
#ifndef BREAKEVEN_TESTS_TUI_UNIT_H
#define BREAKEVEN_TESTS_TUI_UNIT_H

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static inline int use_utf8(void **state)
{
    (void)state;
    return setlocale(LC_CTYPE, "C.UTF-8") == NULL;
}

/* A small generator, the same numbers on every machine. */
static inline uint32_t next_random(uint32_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 17;
    *state ^= *state << 5;
    return *state;
}

#endif
