/*
 * The rows of the timeline: what is bought as bars, and what each month costs and uses as bars that
 * stand up.
 */
#ifndef BREAKEVEN_TUI_SCREENS_TIMELINE_ROWS_H
#define BREAKEVEN_TUI_SCREENS_TIMELINE_ROWS_H

#include "tui/model/timeline.h"
#include "tui/widgets/bars.h"

/* One way to buy, as it is drawn. */
typedef struct timeline_view {
    const be_quote *quote;
    const be_option *option; /* offered */
    const timeline *found;
    int top; /* the first row in sight */
} timeline_view;

/* As wide as its names and notes call for. */
bars_frame timeline_frame(const timeline_view *view, rect area, bool ascii);

/* Years and months above the columns, in two rows. */
void timeline_draw_head(const timeline_view *view, const bars_frame *frame, surface *grid, int row);

/* What is bought, a row each, from `top` on. */
void timeline_draw_rows(const timeline_view *view, const bars_frame *frame, surface *grid,
                        rect area);

/* What is paid in each month, and how many units are used; each fills the area. */
void timeline_draw_cash(const timeline_view *view, const bars_frame *frame, surface *grid,
                        rect area);
void timeline_draw_units(const timeline_view *view, const bars_frame *frame, surface *grid,
                         rect area);

#endif
