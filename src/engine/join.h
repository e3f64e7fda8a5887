/*
 * Names in a row, for a message that tells of several things at once.
 */
#ifndef BREAKEVEN_ENGINE_JOIN_H
#define BREAKEVEN_ENGINE_JOIN_H

#include <breakeven/arena.h>

/* "a, b": `so_far` (NULL: nothing yet) and `next` behind it. NULL when there is no memory. */
const char *join_names(be_arena *arena, const char *so_far, const char *next);

#endif
