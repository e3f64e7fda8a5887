#include "catalog/id_index.h"

#include <stdlib.h>
#include <string.h>

enum { FIRST_CAPACITY = 64 };

bool id_index_add(id_index *index, const char *id, const void *item)
{
    if (id == NULL)
        return true;
    if (index->count == index->capacity) {
        size_t capacity = index->capacity == 0 ? FIRST_CAPACITY : index->capacity * 2;
        id_entry *entries = realloc(index->entries, capacity * sizeof *entries);
        if (entries == NULL)
            return false;
        index->entries = entries;
        index->capacity = capacity;
    }
    index->entries[index->count++] = (id_entry){id, item};
    return true;
}

static int by_id(const void *a, const void *b)
{
    const id_entry *left = a, *right = b;
    return strcmp(left->id, right->id);
}

void id_index_sort(id_index *index)
{
    if (index->count > 0)
        qsort(index->entries, index->count, sizeof *index->entries, by_id);
}

const void *id_index_find(const id_index *index, const char *id)
{
    const id_entry wanted = {id, NULL};
    const id_entry *found = index->count == 0 ? NULL
                                              : bsearch(&wanted, index->entries, index->count,
                                                        sizeof *index->entries, by_id);
    return found == NULL ? NULL : found->item;
}

void id_index_clear(id_index *index)
{
    free(index->entries);
    *index = (id_index){0};
}
