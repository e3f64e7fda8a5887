/*
 * The line of key hints at the foot of the screen.
 */
#ifndef BREAKEVEN_WIDGETS_KEYHINT_H
#define BREAKEVEN_WIDGETS_KEYHINT_H

#include "tui/widgets/surface.h"

typedef struct keyhint {
    const char *key;  /* "^S", "↵" */
    const char *text; /* "save" */
} keyhint;

/* Draws the hints in the first row of `area`, the most useful first, as many as fit whole; returns
 * how many. */
int keyhint_draw(const keyhint *hints, int count, surface *grid, rect area);

/* The hint drawn at column `col` of an area of `cols` columns, or -1: a mouse click. */
int keyhint_at(const keyhint *hints, int count, int cols, int col);

#endif
