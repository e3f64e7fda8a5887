#include "catalog/id_index.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_SLOTS = 64 };

/* FNV-1a */
static size_t hash_of(const char *id)
{
    uint64_t hash = 14695981039346656037U;
    for (const char *c = id; *c != '\0'; c++)
        hash = (hash ^ (unsigned char)*c) * 1099511628211U;
    return (size_t)(hash ^ hash >> 32);
}

/* Where the id stands, or the free slot where it would: half of the slots are free at least. */
static id_entry *slot_of(const id_index *index, const char *id)
{
    size_t at = hash_of(id) & (index->slot_count - 1);
    while (index->slots[at].id != NULL && strcmp(index->slots[at].id, id) != 0)
        at = (at + 1) & (index->slot_count - 1);
    return &index->slots[at];
}

static bool grow(id_index *index)
{
    id_index larger = {.slot_count = index->slot_count == 0 ? FIRST_SLOTS : index->slot_count * 2,
                       .count = index->count};
    larger.slots = calloc(larger.slot_count, sizeof *larger.slots);
    if (larger.slots == NULL)
        return false;
    for (size_t i = 0; i < index->slot_count; i++) {
        if (index->slots[i].id != NULL)
            *slot_of(&larger, index->slots[i].id) = index->slots[i];
    }
    free(index->slots);
    *index = larger;
    return true;
}

bool id_index_add(id_index *index, const char *id, const void *item)
{
    if (id == NULL)
        return true;
    if (2 * (index->count + 1) > index->slot_count && !grow(index))
        return false;
    id_entry *slot = slot_of(index, id);
    if (slot->id != NULL)
        return true;
    *slot = (id_entry){id, item};
    index->count++;
    return true;
}

const void *id_index_find(const id_index *index, const char *id)
{
    return index->count == 0 ? NULL : slot_of(index, id)->item;
}

void id_index_clear(id_index *index)
{
    free(index->slots);
    *index = (id_index){0};
}
