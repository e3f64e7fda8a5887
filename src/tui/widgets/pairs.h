/*
 * Names and values, one behind the other: "Units 30,000   Free 1,000   Total $75.00".
 */
#ifndef BREAKEVEN_WIDGETS_PAIRS_H
#define BREAKEVEN_WIDGETS_PAIRS_H

#include "tui/widgets/surface.h"

typedef struct pair {
    const char *name; /* may be empty */
    const char *value;
    style role; /* of the value */
} pair;

/* Draws them in lines that break between two, as many lines as the area has; returns how many lines
 * they would take. */
int pairs_draw(const pair *pairs, int count, surface *grid, rect area);

#endif
