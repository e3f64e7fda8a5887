#include "tui/moves.h"

#include <stddef.h>

int moves_step(action asked, int page, int count)
{
    const struct {
        action asked;
        int step;
    } steps[] = {
        {ACTION_UP, -1},          {ACTION_DOWN, 1},       {ACTION_PAGE_UP, -page},
        {ACTION_PAGE_DOWN, page}, {ACTION_FIRST, -count}, {ACTION_LAST, count},
    };
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        if (steps[i].asked == asked)
            return steps[i].step;
    }
    return 0;
}
