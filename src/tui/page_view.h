/*
 * A report's page (report/page.h) drawn into a pane, so that the screen says what every other
 * report says, in the same words.
 */
#ifndef BREAKEVEN_TUI_PAGE_VIEW_H
#define BREAKEVEN_TUI_PAGE_VIEW_H

#include <stdbool.h>

#include "report/page.h"
#include "tui/widgets/surface.h"

typedef struct page_view {
    int top;                /* the first line in sight */
    bool roomy;             /* an empty line before and behind a table */
    bool spread;            /* tables take the whole width */
    int highlighted_column; /* of its tables; -1 for none */
} page_view;

/* Draws what is in sight. Returns how many lines the whole page takes at this width. */
int page_view_draw(const page_view *view, const page *shown, surface *grid, rect area);

/* How many lines the page takes at a width, without drawing. */
int page_view_lines(const page_view *view, const page *shown, int cols, bool ascii);

/* How many lines at the top of both pages are the same. */
int page_view_same(const page_view *view, const page *a, const page *b, int cols, bool ascii);

/* The column of a page's first table that is drawn at column `col` of `cols`; -1 for none. */
int page_view_column_at(const page_view *view, const page *shown, int cols, int col, bool ascii);

/* The nearest first line that leaves no needless empty rows below `lines` lines on `rows` rows. */
int page_view_clamp(int top, int lines, int rows);

/* The style on the screen of a page's style. */
style page_view_style(page_style written);

#endif
