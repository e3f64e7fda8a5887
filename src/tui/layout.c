#include "tui/layout.h"

enum {
    BESIDE_FROM = 112, /* columns from which the plan stands beside the rest */
    REST_COLS = 80,    /* what the rest is given first */
    PLAN_COLS_MAX = 48,
    PLAN_ROWS = 4, /* above the rest, on a narrow screen */
    PLAN_ROWS_TALL = 8,
    TALL_FROM = 34,
    FRAME = 2,
    REASONS_MIN = 4,   /* a frame and two lines */
    CHART_ROWS = 17,   /* what the chart is worth showing in */
    REASONS_ROWS = 15, /* what the reasons are given before that */
};

static int plan_cols(int screen_cols)
{
    int spare = screen_cols - REST_COLS;
    return spare < PLAN_COLS_MAX ? spare : PLAN_COLS_MAX;
}

layout layout_for(rect screen, int form_rows, int option_rows)
{
    layout l = {.fits = screen.cols >= LAYOUT_COLS_MIN && screen.rows >= LAYOUT_ROWS_MIN};
    if (!l.fits)
        return l;
    rect rest = screen;
    l.title = rect_cut_top(&rest, 1);
    l.foot = rect_cut_bottom(&rest, 1);
    if (screen.cols >= BESIDE_FROM)
        l.plan = rect_cut_left(&rest, plan_cols(screen.cols));
    else
        l.plan = rect_cut_top(&rest, screen.rows >= TALL_FROM ? PLAN_ROWS_TALL : PLAN_ROWS);
    l.form = rect_cut_top(&rest, form_rows + FRAME);
    if (rest.rows >= option_rows + FRAME + REASONS_MIN) {
        l.options = rect_cut_top(&rest, option_rows + FRAME);
        if (rest.rows >= CHART_ROWS + REASONS_ROWS)
            l.chart = rect_cut_top(&rest, rest.rows * CHART_ROWS / (CHART_ROWS + REASONS_ROWS));
        l.reasons = rest;
    } else {
        l.options = rest;
    }
    return l;
}
