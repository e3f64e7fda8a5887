/*
 * A table of texts.
 *
 * Columns are as wide as their widest cell. When they do not all fit, the least important ones are
 * left out one after another; what then is still too wide is cut, long texts before short ones,
 * with an ellipsis in every cell that lost something. Room to spare goes to the columns that may
 * grow.
 */
#ifndef BREAKEVEN_WIDGETS_TABLE_H
#define BREAKEVEN_WIDGETS_TABLE_H

#include "tui/widgets/surface.h"

#include <stdbool.h>

/* Between columns, and where they do not all fit as wide as they are. */
enum { TABLE_COLUMNS_MAX = 16, TABLE_GAP = 2, TABLE_GAP_TIGHT = 1 };

/* Columns of a short text, such as an amount. */
enum { TABLE_SHORT = 17 };

typedef struct table_column {
    const char *title; /* may be NULL */
    text_align align;
    int least;      /* narrower than this it is never made, except on a screen narrower still */
    int importance; /* the lowest is left out first; 0 counts as "always shown" */
    bool grows;     /* takes a share of the room to spare */
} table_column;

typedef struct table_cell {
    const char *text; /* may be NULL: empty */
    style role;
} table_cell;

/* Borrows all it points to. */
typedef struct table {
    const table_column *columns;
    int column_count;        /* at most TABLE_COLUMNS_MAX */
    const table_cell *cells; /* row by row, column_count to a row */
    int row_count;
    int top;                /* the first row in sight */
    int lines_most;         /* a row takes the lines that its cells need, up to so many; 0 is 1 */
    int highlighted_column; /* drawn in STYLE_HIGHLIGHT, head and all; -1 for none */
    int selected_row;       /* drawn in STYLE_SELECTED; -1 for none */
} table;

/* Where a column stands. */
typedef struct table_span {
    int col;  /* from the left of the table */
    int cols; /* 0 when it is left out */
} table_span;

/* Lays the columns out in `cols` columns of screen; fills column_count spans. */
void table_layout(const table *shown, int cols, table_span spans[TABLE_COLUMNS_MAX]);

/* Draws the head, when any column has a title, and the rows from `top` on, as many as fit. */
void table_draw(const table *shown, surface *grid, rect area);

/* How many lines the head and all rows take in `cols` columns. */
int table_lines(const table *shown, int cols);

/* The column at column `col` of a table laid out in `cols`, or -1: a mouse click. */
int table_column_at(const table *shown, int cols, int col);

#endif
