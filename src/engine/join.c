#include "join.h"

const be_name_list *join_names(be_arena *arena, const be_name_list *so_far, const char *name,
                               const char *name_zh)
{
    be_name_list *last = be_arena_alloc(arena, 1, sizeof *last);
    if (last != NULL)
        *last = (be_name_list){{name, name_zh}, so_far};
    return last;
}
