#include "tui/model/held.h"

#include <stdlib.h>

enum { BYTES_MAX = 4 * 1024 * 1024 };

holding *shelf_add(shelf *s)
{
    holding *fresh = s->count < HELD_MAX ? calloc(1, sizeof *fresh) : NULL;
    if (fresh == NULL)
        return NULL;
    fresh->arena = be_arena_create();
    if (fresh->arena == NULL) {
        free(fresh);
        return NULL;
    }
    s->holdings[s->count++] = fresh;
    shelf_touch(s, fresh);
    return fresh;
}

void shelf_drop(shelf *s, holding *gone)
{
    for (size_t i = 0; i < s->count; i++) {
        if (s->holdings[i] == gone) {
            s->holdings[i] = s->holdings[--s->count];
            break;
        }
    }
    be_arena_destroy(gone->arena);
    free(gone);
}

void shelf_clear(shelf *s)
{
    while (s->count > 0)
        shelf_drop(s, s->holdings[s->count - 1]);
}

void shelf_touch(shelf *s, holding *asked)
{
    asked->asked = ++s->turn;
}

holding *shelf_surplus(const shelf *s, size_t least)
{
    holding *oldest = NULL;
    size_t bytes = 0;
    for (size_t i = 0; i < s->count; i++) {
        bytes += be_arena_footprint(s->holdings[i]->arena);
        if (oldest == NULL || s->holdings[i]->asked < oldest->asked)
            oldest = s->holdings[i];
    }
    bool surplus = s->count == HELD_MAX || (bytes > BYTES_MAX && s->count > least);
    return surplus ? oldest : NULL;
}
