/*
 * The chart of what each way to buy the selected item costs as its volume grows: on a screen of its
 * own (chart.c), and as a pane of the main screen.
 *
 * A curve is found piece by piece while no key waits. Until it can be drawn, the one before it
 * stays in sight where it is of the same item.
 */
#ifndef BREAKEVEN_TUI_SCREENS_CHART_PANE_H
#define BREAKEVEN_TUI_SCREENS_CHART_PANE_H

#include "tui/app.h"
#include "tui/model/chart_range.h"
#include "tui/model/cost_curve.h"

typedef struct chart_pane {
    bool mixes;                /* shows the best plan, which takes a while to find, as well */
    cost_curve *shown;         /* the last one that could be drawn */
    cost_curve *next;          /* being found */
    bool begun;                /* one of them is, for the item, its answer and the width below */
    bool has_shown;            /* `shown` is of this item */
    const be_product *product; /* NULL: nothing was asked yet */
    size_t item;
    unsigned revision;
    rect inside;     /* as it was last drawn */
    int wanted_cols; /* of the plot, as it was last drawn; 0: not drawn yet */
    int cols;        /* that the curve was begun for */
    volume_range range;
    bool ranging; /* it is still being looked for */
    chart_range_search search;
    be_quantity cursor;
    bool has_at;
    bool has_mixture;  /* of the best plan at the cursor, mixtures are known */
    be_curve_point at; /* what each way costs at the cursor */
} chart_pane;

typedef struct chart_look {
    bool focused;
    bool stale; /* what is being typed has no meaning */
    const char *footer;
} chart_look;

/* Without `mixes` the pure ways alone are shown. False when there is no memory. */
bool chart_pane_open(chart_pane *pane, bool mixes);
void chart_pane_close(chart_pane *pane);

void chart_pane_draw(chart_pane *pane, const app *a, surface *grid, rect area,
                     const chart_look *look);

/* It is not in sight: nothing is worked out for it. */
void chart_pane_hide(chart_pane *pane);

/* A piece of the curve; see screen_type. */
bool chart_pane_work(chart_pane *pane, app *a);

/* The button looks at the volume under it, the wheel zooms around the cursor. */
bool chart_pane_click(chart_pane *pane, app *a, app_click at);

/* Moves the cursor, zooms, takes the volume into the plan, goes to another item. */
void chart_pane_act(chart_pane *pane, app *a, action asked);

#endif
