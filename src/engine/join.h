/*
 * Names in a row, for a message that tells of several things at once.
 */
#ifndef BREAKEVEN_ENGINE_JOIN_H
#define BREAKEVEN_ENGINE_JOIN_H

#include <breakeven/arena.h>
#include <breakeven/message.h>

/* `so_far` (NULL: nothing yet) and a name behind it. NULL when there is no memory. */
const be_name_list *join_names(be_arena *arena, const be_name_list *so_far, const char *name,
                               const char *name_zh);

#endif
