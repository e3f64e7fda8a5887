/*
 * Where the panes of the main screen stand: a pure function of the size of the screen.
 */
#ifndef BREAKEVEN_TUI_LAYOUT_H
#define BREAKEVEN_TUI_LAYOUT_H

#include <stdbool.h>

#include "tui/widgets/rect.h"

/* Below this there is no room for the essentials; the screen then says what it needs. */
enum { LAYOUT_COLS_MIN = 80, LAYOUT_ROWS_MIN = 24 };

typedef struct layout {
    bool fits;
    rect title; /* one row */
    rect plan;  /* frames included, as for all panes */
    rect form;
    rect options;
    rect chart;   /* empty but on a tall screen */
    rect reasons; /* empty when there is no room: then the options pane says the essentials */
    rect foot;    /* one row */
} layout;

/* `option_rows` is what the options table would like to have inside its frame. */
layout layout_for(rect screen, int form_rows, int option_rows);

#endif
