/*
 * Rows of bars over equal columns of time: a name, what goes on from column to column, a note.
 *
 *     3 x 10k    ███▇▆▅▄▃▂▁···        1,200
 *     8 QPS           ████████
 *
 * A span is full all along, or as full as its levels say: between two of them it rises or falls
 * evenly. Where it is empty a dot says that it goes on all the same.
 */
#ifndef BREAKEVEN_WIDGETS_BARS_H
#define BREAKEVEN_WIDGETS_BARS_H

#include "tui/widgets/surface.h"

#include <stdbool.h>

/* The level of something full; and cells that a column is given at most. */
enum { BARS_FULL = 1000, BARS_WIDTH_MAX = 12 };

typedef struct bars_span {
    int from, to;      /* columns, both included */
    const int *levels; /* at the start of each of them, and at the end of the last; NULL: full */
    bool goes_on;      /* behind the last column of all */
    style role;
} bars_span;

typedef struct bars_row {
    const char *name;
    const bars_span *spans;
    int span_count;
    const char *note; /* right of the columns; may be NULL */
    style note_role;
} bars_row;

/* Where names, columns and notes stand: all columns as wide as each other, as wide as they fit. */
typedef struct bars_frame {
    rect names, cells, notes;
    int columns;
    int width; /* of a column, 1 or more */
} bars_frame;

bars_frame bars_lay_out(rect area, int columns, int name_cols, int note_cols);

/* The cells of `count` columns from `column` on, in so many rows from screen row `row` on. */
rect bars_cells(const bars_frame *frame, int row, int rows, int column, int count);

/* Draws a row of bars in screen row `row`. */
void bars_draw_row(surface *grid, const bars_frame *frame, int row, const bars_row *shown);

/* What of the bars that stand up is in one style. */
typedef struct bars_part {
    const int *heights; /* one for each column */
    style role;
} bars_part;

enum { BARS_PARTS_MAX = 8 };

/* Draws a bar that stands up in each column, of parts on top of each other that come to BARS_FULL
 * at most: that fills `rows` rows from screen row `row` on. A cell has the style of the part that
 * takes most of it. */
void bars_draw_stacks(surface *grid, const bars_frame *frame, int row, int rows,
                      const bars_part *parts, int count);

#endif
