/*
 * What the actions of movement mean in rows, for everything that scrolls or has a cursor.
 */
#ifndef BREAKEVEN_TUI_MOVES_H
#define BREAKEVEN_TUI_MOVES_H

#include "tui/action.h"

/* By how many rows an action moves among `count` rows of which `page` are in sight: below 0 is up.
 * 0 for an action that does not move. */
int moves_step(action asked, int page, int count);

#endif
