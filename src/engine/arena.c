#include <breakeven/arena.h>

#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "arena_scratch.h"

/* What is large has blocks of its own, so that no others are left half empty for it. */
enum { BLOCK_BYTES = 16 * 1024, LARGE_BYTES = BLOCK_BYTES / 4 };

typedef struct block {
    struct block *next;
    size_t size, used;
    alignas(max_align_t) unsigned char bytes[];
} block;

/* Those before `current` are full, those behind it are free. */
typedef struct chain {
    block *first;
    block *current;
} chain;

struct be_arena {
    chain small, large;
    size_t footprint;
    be_interrupt *heeded; /* or NULL */
    be_arena *scratch;    /* or NULL: never asked for */
};

be_arena *be_arena_create(void)
{
    be_arena *arena = calloc(1, sizeof *arena);
    if (arena != NULL)
        arena->footprint = sizeof *arena;
    return arena;
}

be_arena *be_arena_create_like(const be_arena *like)
{
    be_arena *arena = be_arena_create();
    if (arena != NULL)
        arena->heeded = like->heeded;
    return arena;
}

static void free_blocks(chain *c)
{
    for (block *b = c->first, *next; b != NULL; b = next) {
        next = b->next;
        free(b);
    }
}

void be_arena_destroy(be_arena *arena)
{
    if (arena == NULL)
        return;
    free_blocks(&arena->small);
    free_blocks(&arena->large);
    be_arena_destroy(arena->scratch);
    free(arena);
}

be_arena *arena_scratch(be_arena *arena)
{
    if (arena->scratch == NULL)
        arena->scratch = be_arena_create();
    if (arena->scratch == NULL)
        return NULL;
    arena->scratch->heeded = arena->heeded;
    be_arena_reset(arena->scratch);
    return arena->scratch;
}

static void empty_blocks(chain *c)
{
    for (block *b = c->first; b != NULL; b = b->next)
        b->used = 0;
    c->current = c->first;
}

void be_arena_reset(be_arena *arena)
{
    empty_blocks(&arena->small);
    empty_blocks(&arena->large);
}

/* A block with room for `bytes` becomes the current one: the next free one, or a new one. */
static block *next_block(be_arena *arena, chain *c, size_t bytes)
{
    block *last = c->current;
    for (block *b = last != NULL ? last->next : c->first; b != NULL; last = b, b = b->next) {
        if (b->size >= bytes)
            return c->current = b;
    }
    size_t size = bytes > BLOCK_BYTES ? bytes : BLOCK_BYTES;
    block *fresh = malloc(sizeof *fresh + size);
    if (fresh == NULL)
        return NULL;
    fresh->next = NULL;
    fresh->size = size;
    fresh->used = 0;
    if (last != NULL)
        last->next = fresh;
    else
        c->first = fresh;
    arena->footprint += sizeof *fresh + size;
    return c->current = fresh;
}

void *be_arena_alloc(be_arena *arena, size_t count, size_t size)
{
    const size_t align = alignof(max_align_t);
    if (size != 0 && count > (SIZE_MAX / 2) / size)
        return NULL;
    if (arena->heeded != NULL && arena->heeded->came)
        return NULL;
    size_t bytes = (count * size + align - 1) / align * align;
    bool is_large = bytes > LARGE_BYTES;
    chain *c = is_large ? &arena->large : &arena->small;
    block *b = c->current;
    if (b == NULL || b->size - b->used < bytes)
        b = next_block(arena, c, bytes);
    if (b == NULL)
        return NULL;
    void *memory = b->bytes + b->used;
    b->used += bytes;
    memset(memory, 0, bytes);
    return memory;
}

void be_arena_heed(be_arena *arena, be_interrupt *by)
{
    arena->heeded = by;
}

bool be_arena_interrupted(const be_arena *arena)
{
    be_interrupt *by = arena->heeded;
    if (by == NULL)
        return false;
    by->came = by->came || by->asked(by->context);
    return by->came;
}

char *be_arena_copy(be_arena *arena, const char *text, size_t length)
{
    char *copy = be_arena_alloc(arena, length + 1, 1);
    if (copy != NULL)
        memcpy(copy, text, length);
    return copy;
}

size_t be_arena_footprint(const be_arena *arena)
{
    return arena->footprint + (arena->scratch == NULL ? 0 : arena->scratch->footprint);
}
