#include "tui/screens/screens.h"

#include <stdlib.h>

#include "tui/screens/chart_pane.h"

static key_context chart_where(const void *state, const app *a)
{
    (void)state, (void)a;
    return CONTEXT_CHART;
}

/* Below the title of the main screen. */
static void chart_screen_draw(void *state, const app *a, surface *grid)
{
    rect screen = surface_area(grid);
    rect foot = rect_cut_bottom(&screen, 1);
    const chart_look look = {.focused = true};
    rect_cut_top(&screen, 1);
    surface_fill(grid, foot, STYLE_NORMAL);
    surface_hide_cursor(grid);
    chart_pane_draw(state, a, grid, screen, &look);
    app_draw_foot(a, grid, foot);
}

static void chart_screen_act(void *state, app *a, action asked)
{
    if (asked == ACTION_BACK)
        app_pop(a);
    else
        chart_pane_act(state, a, asked);
}

/* Elsewhere the wheel does not lead to another product. */
static bool chart_screen_click(void *state, app *a, app_click at)
{
    chart_pane_click(state, a, at);
    return true;
}

static bool chart_screen_work(void *state, app *a)
{
    return chart_pane_work(state, a);
}

static void chart_screen_destroy(void *state)
{
    chart_pane_close(state);
    free(state);
}

static const screen_type chart_type = {.where = chart_where,
                                       .draw = chart_screen_draw,
                                       .act = chart_screen_act,
                                       .work = chart_screen_work,
                                       .click = chart_screen_click,
                                       .destroy = chart_screen_destroy};

void chart_open(app *a)
{
    chart_pane *pane = calloc(1, sizeof *pane);
    if (pane != NULL && !chart_pane_open(pane, true)) {
        chart_screen_destroy(pane);
        pane = NULL;
    }
    app_push(a, &chart_type, pane);
}
