/*
 * A scroll bar: which part of something long is in sight.
 */
#ifndef BREAKEVEN_WIDGETS_SCROLLBAR_H
#define BREAKEVEN_WIDGETS_SCROLLBAR_H

#include "tui/widgets/surface.h"

/* Draws it in the first column of `area`, whose height is the number of rows in sight, of `total`,
 * from row `top` on. Nothing when all are in sight. */
void scrollbar_draw(surface *grid, rect area, int top, int total);

#endif
