/*
 * A raster finer than the cells of the screen: two by four dots in a cell, drawn in braille, and
 * one in a cell in ASCII.
 *
 * It has layers, one for each line that is drawn. A cell shows the dots of all of them in the style
 * of the layer that has the most there. Equals take turns, so that lines on top of each other look
 * like one with dashes of either style.
 */
#ifndef BREAKEVEN_WIDGETS_DOTS_H
#define BREAKEVEN_WIDGETS_DOTS_H

#include "tui/widgets/surface.h"

#include <stdbool.h>

typedef struct dots dots;

/* An empty raster for so many cells, or NULL when there is no memory. */
dots *dots_create(int rows, int cols, int layers, bool ascii);

/* NULL is allowed. */
void dots_destroy(dots *raster);

/* Its size in dots. */
int dots_width(const dots *raster);
int dots_height(const dots *raster);

/* Sets the dots of column `x` from height `from` to `to`, in either order, counted from the bottom.
 * What lies outside is left out. */
void dots_set(dots *raster, int layer, int x, int from, int to);

typedef struct dots_look {
    style role;
    const char *mark; /* drawn for a dot in ASCII */
} dots_look;

/* Draws the cells that have dots, from (row, col) on; a look for each layer. */
void dots_draw(const dots *raster, surface *grid, int row, int col, const dots_look *looks);

#endif
