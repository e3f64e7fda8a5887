#include "faults/heap_fault.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include <breakeven/arena.h>

/* Each of so many first ones; then they become fewer. */
enum { EACH_UP_TO = 64 };

static unsigned long calls, failing; /* the number of the one that fails; 0: none */

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *old, size_t size);
char *__real_strdup(const char *text);
char *__real_strndup(const char *text, size_t most);
FILE *__real_open_memstream(char **text, size_t *size);
void *__real_be_arena_alloc(be_arena *arena, size_t count, size_t size);
char *__real_be_arena_copy(be_arena *arena, const char *text, size_t length);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *old, size_t size);
char *__wrap_strdup(const char *text);
char *__wrap_strndup(const char *text, size_t most);
FILE *__wrap_open_memstream(char **text, size_t *size);
void *__wrap_be_arena_alloc(be_arena *arena, size_t count, size_t size);
char *__wrap_be_arena_copy(be_arena *arena, const char *text, size_t length);

static bool fails(void)
{
    return ++calls == failing;
}

void *__wrap_malloc(size_t size)
{
    return fails() ? NULL : __real_malloc(size);
}

void *__wrap_calloc(size_t count, size_t size)
{
    return fails() ? NULL : __real_calloc(count, size);
}

void *__wrap_realloc(void *old, size_t size)
{
    return fails() ? NULL : __real_realloc(old, size);
}

char *__wrap_strdup(const char *text)
{
    return fails() ? NULL : __real_strdup(text);
}

char *__wrap_strndup(const char *text, size_t most)
{
    return fails() ? NULL : __real_strndup(text, most);
}

FILE *__wrap_open_memstream(char **text, size_t *size)
{
    return fails() ? NULL : __real_open_memstream(text, size);
}

void *__wrap_be_arena_alloc(be_arena *arena, size_t count, size_t size)
{
    return fails() ? NULL : __real_be_arena_alloc(arena, count, size);
}

char *__wrap_be_arena_copy(be_arena *arena, const char *text, size_t length)
{
    return fails() ? NULL : __real_be_arena_copy(arena, text, length);
}

unsigned heap_fault_each(heap_task *task, const void *context)
{
    unsigned runs = 0;
    for (unsigned long at = 1;; at += 1 + at / EACH_UP_TO) {
        calls = 0;
        failing = at;
        bool done = task(context);
        bool struck = calls >= at;
        failing = 0;
        if (done == struck)
            fail_msg("allocation %lu of %lu: %s", at, calls, done ? "done" : "refused");
        if (!struck)
            return runs;
        runs++;
    }
}
