/*
 * A pane's frame, with a title in its upper edge and notes in the others.
 */
#ifndef BREAKEVEN_WIDGETS_PANEL_H
#define BREAKEVEN_WIDGETS_PANEL_H

#include "tui/widgets/surface.h"

#include <stdbool.h>

/* Texts may be NULL or empty: nothing is drawn there. */
typedef struct panel {
    const char *title;  /* upper edge, left */
    const char *note;   /* upper edge, right; gives way to the title */
    const char *footer; /* lower edge, right */
    bool focused;       /* the pane takes the keys: its frame stands out, its title has a mark */
} panel;

/* Draws the frame along the edge of `area`, blanks what is inside, and returns it. */
rect panel_draw(const panel *frame, surface *grid, rect area);

/* The area inside such a frame. */
rect panel_inside(rect area);

#endif
