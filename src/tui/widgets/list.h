/*
 * The arithmetic of a list with one selected row: moving, paging, keeping the row in sight.
 *
 * A list knows how many rows there are, not what they are; the caller draws each through a
 * callback.
 */
#ifndef BREAKEVEN_WIDGETS_LIST_H
#define BREAKEVEN_WIDGETS_LIST_H

#include "tui/widgets/surface.h"

#include <stdbool.h>

/* Holds: 0 <= selected < count, or 0 when the list is empty; and the same for top. All zero is an
 * empty list. */
typedef struct list {
    int count;
    int selected;
    int top;  /* the first row in sight */
    int page; /* rows in sight, as list_fit was told */
} list;

/* Draws row `index` into `area`, one line, in the style it is to have. */
typedef void list_row(surface *grid, rect area, int index, style role, const void *context);

/* Tells how many rows there are now; the selection stays where it can. */
void list_set_count(list *rows, int count);

/* Tells how many rows can be shown and scrolls so that the selected one is among them. A view calls
 * it when it lays itself out, before it draws. */
void list_fit(list *rows, int page);

/* Selects a row, the nearest when there is no such row. */
void list_select(list *rows, int index);

/* Moves the selection by so many rows, up when negative, and stops at the ends. */
void list_move(list *rows, int by);

/* Scrolls by so many rows, as a mouse wheel does; the selection comes along to stay in sight. */
void list_scroll(list *rows, int by);

/* The row shown at line `line` of the list's area, or -1: a mouse click. */
int list_row_at(const list *rows, int line);

/* Draws the rows in sight, and a scroll bar in the last column when not all of them are. */
void list_draw(const list *rows, surface *grid, rect area, bool focused, list_row *draw,
               const void *context);

#endif
