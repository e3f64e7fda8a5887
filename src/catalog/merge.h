/*
 * Merging what several files say about the same provider.
 */
#ifndef BREAKEVEN_CATALOG_MERGE_H
#define BREAKEVEN_CATALOG_MERGE_H

#include <stdbool.h>
#include <stddef.h>

#include <breakeven/arena.h>
#include <breakeven/catalog.h>

#include "catalog/id_index.h"
#include "catalog/loaded.h"
#include "config/problem.h"

/* The providers so far, in the order they came. All zero but the arena is an empty one, to be
 * cleared in the end. */
typedef struct merge {
    be_arena *arena; /* owns everything; old arrays stay in it */
    be_provider **providers;
    open_provider *open; /* of each: its lists, NULL where they are not the arena's own */
    size_t count;
    size_t capacity;
    id_index places; /* size_t, among these */
} merge;

/* The provider with this id, as it is so far, or NULL. */
const be_provider *merge_find(const merge *in, const char *id);

/*
 * Adds what `file` says of a provider. `open`: its lists, if they may be changed in place; or NULL.
 * Of a provider that came before, products and general packages with the same id are replaced in
 * their places, others appended; `warnings`, if not NULL, is told of each replacement. False when
 * there is no memory.
 */
bool merge_add(merge *into, const be_provider *provider, const open_provider *open,
               const char *file, problems *warnings);

/*
 * Ties every product to its provider and hands out the result, and by provider what of it can still
 * be changed. False when there is no memory.
 */
bool merge_finish(merge *from, be_catalog *out, open_provider **open);

/* Frees what is not in the arena. */
void merge_clear(merge *done);

#endif
