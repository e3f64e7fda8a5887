/*
 * A curve of costs (model/cost_curve.h) as the chart widget draws it: amounts as whole numbers in
 * one unit, ways to buy as lines, break-evens as the band.
 */
#ifndef BREAKEVEN_TUI_CURVE_VIEW_H
#define BREAKEVEN_TUI_CURVE_VIEW_H

#include "tui/model/cost_curve.h"
#include "tui/widgets/chart.h"

/* How a way to buy looks wherever the chart or its legend names it. */
style curve_view_role(be_option_id id);
const char *curve_view_mark(be_option_id id, bool ascii);

/* The ways to buy that a curve follows, in the order of their columns. */
enum { CURVE_VIEW_WAYS = 4 };
extern const be_option_id curve_view_ways[CURVE_VIEW_WAYS];

typedef struct curve_view curve_view;

/* The chart of what was found so far, with a line for the best plan where mixtures are looked for;
 * NULL when there is no memory. */
curve_view *curve_view_create(const cost_curve *found, const be_product *product, bool ascii);
void curve_view_destroy(curve_view *view);

/* For chart_draw; cursor and mark are the caller's to set. */
chart *curve_view_chart(curve_view *view);

/* Whether there is a line for a way to buy. */
bool curve_view_shows(const curve_view *view, be_option_id id);

#endif
