/*
 * An arena: memory that is handed out piece by piece and given back all at once.
 *
 * An answer of the engine lives in one arena, so that recomputing it at every keystroke neither
 * leaks nor fragments. After be_arena_reset the memory is kept for the next answer: once warm, an
 * arena asks the system for nothing.
 */
#ifndef BREAKEVEN_ARENA_H
#define BREAKEVEN_ARENA_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct be_arena be_arena;

/* A new, empty arena, or NULL when there is no memory. */
be_arena *be_arena_create(void);

/* Frees the arena and all that came from it. NULL is allowed. */
void be_arena_destroy(be_arena *arena);

/* Takes everything back at once; what came from the arena is gone. */
void be_arena_reset(be_arena *arena);

/* `count` zeroed objects of `size` bytes, aligned for any type; NULL when there is no memory. */
void *be_arena_alloc(be_arena *arena, size_t count, size_t size);

/* A copy of `length` bytes of text with a NUL behind, or NULL. */
char *be_arena_copy(be_arena *arena, const char *text, size_t length);

/* Bytes taken from the system so far. */
size_t be_arena_footprint(const be_arena *arena);

#ifdef __cplusplus
}
#endif

#endif
