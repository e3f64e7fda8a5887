/*
 * Things by their ids: a file may have so many of them that nobody should walk them all for each.
 */
#ifndef BREAKEVEN_CATALOG_ID_INDEX_H
#define BREAKEVEN_CATALOG_ID_INDEX_H

#include <stdbool.h>
#include <stddef.h>

typedef struct id_entry {
    const char *id;
    const void *item;
} id_entry;

/* All zero is an empty one. Borrows ids and items. */
typedef struct id_index {
    id_entry *slots; /* a power of two; those without an id are free */
    size_t slot_count, count;
} id_index;

/* Adds an item, unless its id is NULL or there already. False when there is no memory. */
bool id_index_add(id_index *index, const char *id, const void *item);

/* The item with this id, or NULL. */
const void *id_index_find(const id_index *index, const char *id);

/* Frees all and leaves an empty index. */
void id_index_clear(id_index *index);

#endif
