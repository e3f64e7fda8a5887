#include <breakeven/arena.h>

#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCK_BYTES = 16 * 1024 };

/* Blocks are kept in a list; those before `current` are full, those behind it are free. */
typedef struct block {
    struct block *next;
    size_t size, used;
    alignas(max_align_t) unsigned char bytes[];
} block;

struct be_arena {
    block *first;
    block *current;
    size_t footprint;
    be_interrupt *heeded; /* or NULL */
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

void be_arena_destroy(be_arena *arena)
{
    if (arena == NULL)
        return;
    for (block *b = arena->first, *next; b != NULL; b = next) {
        next = b->next;
        free(b);
    }
    free(arena);
}

void be_arena_reset(be_arena *arena)
{
    for (block *b = arena->first; b != NULL; b = b->next)
        b->used = 0;
    arena->current = arena->first;
}

/* A block with room for `bytes` becomes the current one: the next free one, or a new one. */
static block *next_block(be_arena *arena, size_t bytes)
{
    block *last = arena->current;
    for (block *b = last != NULL ? last->next : arena->first; b != NULL; last = b, b = b->next) {
        if (b->size >= bytes)
            return arena->current = b;
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
        arena->first = fresh;
    arena->footprint += sizeof *fresh + size;
    return arena->current = fresh;
}

void *be_arena_alloc(be_arena *arena, size_t count, size_t size)
{
    const size_t align = alignof(max_align_t);
    if (size != 0 && count > (SIZE_MAX / 2) / size)
        return NULL;
    if (arena->heeded != NULL && arena->heeded->came)
        return NULL;
    size_t bytes = (count * size + align - 1) / align * align;
    block *b = arena->current;
    if (b == NULL || b->size - b->used < bytes)
        b = next_block(arena, bytes);
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
    return arena->footprint;
}
