/*
 * The screen as a plain value: a grid of cells that views draw into and the terminal shows.
 *
 * A cell holds one glyph (text.h) and a style role (style.h). A glyph of two columns fills a head
 * cell and a tail cell behind it; the grid never holds one without the other, whatever is drawn
 * over what: writing over one half turns the other into a space, and a wide glyph that does not fit
 * the space left for it is not drawn.
 *
 * Positions are those of the whole grid, rows and columns from 0 at the top left. Drawing outside
 * the clip rectangle, or outside the grid, is allowed and has no effect, so that no view checks the
 * edges itself.
 */
#ifndef BREAKEVEN_WIDGETS_SURFACE_H
#define BREAKEVEN_WIDGETS_SURFACE_H

#include "text/text.h"
#include "tui/widgets/rect.h"
#include "tui/widgets/style.h"
#include "tui/widgets/symbol.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The largest number of rows, and of columns. */
enum { SURFACE_SIDE_MAX = 4096 };

typedef struct surface_cell {
    uint32_t points[TEXT_GLYPH_POINTS]; /* as in text_glyph; all 0 in a tail cell */
    uint8_t style;                      /* a style */
    uint8_t cols;                       /* 1; 2 for a wide head; 0 for the tail behind it */
} surface_cell;

typedef struct surface surface;

/* A blank grid, or NULL when there is no memory or a side is not 1 to SURFACE_SIDE_MAX. With
 * `ascii`, symbols are drawn in ASCII. */
surface *surface_create(int rows, int cols, bool ascii);

/* NULL is allowed. */
void surface_destroy(surface *grid);

/* Changes the size and blanks everything; the clip is the whole grid again. When there is no memory
 * it returns false and the grid is as it was. */
bool surface_resize(surface *grid, int rows, int cols);

/* Makes `to` equal to `from`, of whatever size. False when there is no memory; `to` is as it was.
 */
bool surface_copy(surface *to, const surface *from);

/* The whole grid as a rectangle. */
rect surface_area(const surface *grid);

/* Whether symbols are drawn in ASCII. */
bool surface_is_ascii(const surface *grid);

/* Blanks everything in STYLE_NORMAL, hides the cursor and lifts the clip. */
void surface_clear(surface *grid);

/* Narrows the clip to its common part with `area` and returns the clip as it was, to be given to
 * surface_unclip when done. */
rect surface_clip(surface *grid, rect area);
void surface_unclip(surface *grid, rect before);

/* Draws text from (row, col) on, at most `max_cols` columns of it; returns the columns it takes,
 * counting those that are clipped. */
int surface_text(surface *grid, int row, int col, int max_cols, style role, const char *text);

/* Draws one line of text across the first row of `area`, aligned, padded with spaces on both sides;
 * text that is too wide ends with an ellipsis. */
void surface_label(surface *grid, rect area, text_align align, style role, const char *text);

/* Draws a symbol; returns its columns. */
int surface_symbol(surface *grid, int row, int col, style role, symbol which);

/* Fills with spaces. */
void surface_fill(surface *grid, rect area, style role);

/* Gives the cells another style and leaves what they show. */
void surface_restyle(surface *grid, rect area, style role);

/* Lines of `length` cells to the right and downwards. */
void surface_hline(surface *grid, int row, int col, int length, style role);
void surface_vline(surface *grid, int row, int col, int length, style role);

/* The frame along the edge of `area`; nothing when it has less than two rows or columns. */
void surface_box(surface *grid, rect area, style role);

/* Shows the cursor at a cell, or hides it. A position outside the clip hides it. */
void surface_show_cursor(surface *grid, int row, int col);
void surface_hide_cursor(surface *grid);

/* Where the cursor is; false when it is hidden. */
bool surface_cursor(const surface *grid, int *row, int *col);

/* The cell at a position inside the grid, borrowed. */
const surface_cell *surface_at(const surface *grid, int row, int col);

/* True when both cells look the same. */
bool surface_cell_equal(const surface_cell *a, const surface_cell *b);

/* Writes a row as UTF-8 without the spaces at its end; see text.h for `out` and `size`. */
size_t surface_row(const surface *grid, int row, char *out, size_t size);

#endif
