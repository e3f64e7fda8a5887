#include "join.h"

#include <string.h>

const char *join_names(be_arena *arena, const char *so_far, const char *next)
{
    static const char comma[] = ", ";
    if (so_far == NULL)
        return next;
    size_t first = strlen(so_far), between = sizeof comma - 1, last = strlen(next);
    char *row = be_arena_alloc(arena, first + between + last + 1, 1);
    if (row == NULL)
        return NULL;
    memcpy(row, so_far, first);
    memcpy(row + first, comma, between);
    memcpy(row + first + between, next, last);
    return row;
}
