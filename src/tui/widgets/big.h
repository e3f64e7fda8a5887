/*
 * A figure in letters several rows high, for those who sit far away:
 *
 *     ▄▄▄ ▄▄▄   ▄ ▄
 *     ▄▄█ █▄▄   █▄█
 *     █▄▄ █▄█ █   █
 *
 * Made of half blocks, in ASCII of "#". There are digits, the signs around them and capital
 * letters; other texts have no big form.
 */
#ifndef BREAKEVEN_WIDGETS_BIG_H
#define BREAKEVEN_WIDGETS_BIG_H

#include "tui/widgets/surface.h"

/* The largest scale; 1 is the smallest. */
enum { BIG_SCALE_MAX = 3 };

/* The largest scale at which a text fits into so many cells; 0: it does not, or has no big form. */
int big_fit(const char *text, int rows, int cols, bool ascii);

/* What a text takes at a scale. */
int big_rows(int scale, bool ascii);
int big_cols(const char *text, int scale);

/* Draws it from (row, col) on. */
void big_draw(surface *grid, int row, int col, style role, const char *text, int scale);

#endif
