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
    id_entry *entries;
    size_t count, capacity;
} id_index;

/* Adds an item; one whose id is NULL is left out. False when there is no memory. */
bool id_index_add(id_index *index, const char *id, const void *item);

/* To be called between the last item added and the first looked for. */
void id_index_sort(id_index *index);

/* An item with this id, or NULL. */
const void *id_index_find(const id_index *index, const char *id);

/* Frees all and leaves an empty index. */
void id_index_clear(id_index *index);

#endif
