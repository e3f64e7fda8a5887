#ifndef BREAKEVEN_PLANNER_FRAMES_H
#define BREAKEVEN_PLANNER_FRAMES_H

#include "terminal/snapshot.h"

#include <stdbool.h>

/*
 * Looks for frames (╭ ─ ╮ │ ╰ ╯) that are not straight: a corner whose sides do not lead to three
 * others, as happens to the right of a text that takes other columns than its author thought.
 */
typedef struct frames_found {
    int count;       /* whole frames */
    bool is_crooked; /* a corner belongs to none */
    int row, col;    /* that corner */
} frames_found;

frames_found frames_find(const snapshot *screen);

#endif
