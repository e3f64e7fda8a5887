/*
 * An arena: memory that is handed out piece by piece and given back all at once.
 *
 * An answer of the engine lives in one arena, so that recomputing it at every keystroke neither
 * leaks nor fragments. After be_arena_reset the memory is kept for the next answer: once warm, an
 * arena asks the system for nothing.
 */
#ifndef BREAKEVEN_ARENA_H
#define BREAKEVEN_ARENA_H

#include <stdbool.h>
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

/* `count` zeroed objects of `size` bytes, aligned for any type; NULL when there is no memory, or
 * after an interrupt. */
void *be_arena_alloc(be_arena *arena, size_t count, size_t size);

/*
 * Giving up: whoever has something better to do, such as to answer a key, can have the long
 * searches of the engine ask whether to go on. Told to give up they end as if there were no memory,
 * and `came` tells the one from the other; what has not ended can be asked for anew later.
 */
typedef struct be_interrupt {
    bool (*asked)(void *context); /* true: give up. Cheap: asked every some ten microseconds */
    void *context;
    bool came; /* it was told so; to be set back by its owner */
} be_interrupt;

/* Has work in the arena heed `by`, which is borrowed; NULL: nothing. An arena heeds nothing at
 * first. */
void be_arena_heed(be_arena *arena, be_interrupt *by);

/* Whether work in the arena is to be given up now: asks. */
bool be_arena_interrupted(const be_arena *arena);

/* A new arena that heeds what `like` does, or NULL when there is no memory. */
be_arena *be_arena_create_like(const be_arena *like);

/* A copy of `length` bytes of text with a NUL behind, or NULL. */
char *be_arena_copy(be_arena *arena, const char *text, size_t length);

/* Bytes taken from the system so far. */
size_t be_arena_footprint(const be_arena *arena);

#ifdef __cplusplus
}
#endif

#endif
