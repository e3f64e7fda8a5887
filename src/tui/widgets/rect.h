/*
 * Rectangles of the screen, in character cells.
 *
 * A layout starts with the whole screen and cuts strips off its sides; what is left is the next
 * thing to lay out. Every result is clamped to what there is: a rectangle never has a negative
 * side, so a screen of one cell needs no special case anywhere.
 */
#ifndef BREAKEVEN_WIDGETS_RECT_H
#define BREAKEVEN_WIDGETS_RECT_H

#include <stdbool.h>

/* Rows and columns count from 0 at the top left. Empty when a side is 0. */
typedef struct rect {
    int row;
    int col;
    int rows;
    int cols;
} rect;

/* True when there is no cell in it. */
bool rect_is_empty(rect area);

/* True when the cell is inside. */
bool rect_contains(rect area, int row, int col);

/* What both have in common; empty when they do not touch. */
rect rect_intersect(rect a, rect b);

/* The area without `rows` lines above and below and `cols` columns left and right. */
rect rect_inset(rect area, int rows, int cols);

/* An area of at most rows x cols in the middle of `outer`. */
rect rect_center(rect outer, int rows, int cols);

/* Cut a strip of the given size, or of all there is, off one side of *rest and return it. */
rect rect_cut_top(rect *rest, int rows);
rect rect_cut_bottom(rect *rest, int rows);
rect rect_cut_left(rect *rest, int cols);
rect rect_cut_right(rect *rest, int cols);

/* Part `index` of `parts` equal columns with `gap` empty columns between them; the parts differ by
 * one column at most and fill the area. */
rect rect_column(rect area, int index, int parts, int gap);

#endif
