#include "tui/widgets/chart.h"

#include <stdlib.h>

#include "tui/widgets/chart_band.h"
#include "tui/widgets/dots.h"
#include "tui/widgets/ticks.h"

enum {
    GUTTER = 11,                     /* left of the plot: the numbers of the y axis, and titles */
    END_COLS = 1 + CHART_SERIES_MAX, /* right of it: an arrow, and marks */
    BAND_ROWS = 2,
    BAND_FROM = 9,     /* rows of the chart from which there is room for the band */
    ROWS_PER_TICK = 3, /* at least */
    COLS_PER_TICK = 11,
    TICKS_LEAST = 2,
    GRID_COLS = 4 /* from one dot of a grid line to the next */
};

/* A chart being drawn: where its parts stand, and its y axis cut at round numbers. */
typedef struct drawing {
    const chart *shown;
    surface *grid;
    rect plot;
    int64_t y_low, y_high, y_step;
    dots *raster;
} drawing;

/* -- from numbers to places -------------------------------------------------------------------- */

/* whole x part / parts rounded down, for 0 <= part <= parts, without overflow. */
static int64_t share(int64_t whole, int64_t part, int64_t parts)
{
    return whole / parts * part + whole % parts * part / parts;
}

/* The nearest of 0..steps to where `value` stands between low and high. */
static int64_t place(int64_t value, int64_t low, int64_t high, int64_t steps)
{
    int64_t width = high > low ? high - low : 1;
    return ((value - low) * steps + width / 2) / width;
}

int chart_columns(int area_cols)
{
    int cols = area_cols - GUTTER - END_COLS;
    return cols > 1 ? cols : 1;
}

int chart_column_at(int area_cols, int col)
{
    int plot = col - GUTTER;
    return plot >= 0 && plot < chart_columns(area_cols) ? plot : -1;
}

int chart_column_of(const chart *shown, int cols, int64_t x)
{
    int64_t inside = x < shown->x_low ? shown->x_low : x > shown->x_high ? shown->x_high : x;
    return (int)place(inside, shown->x_low, shown->x_high, cols - 1);
}

int64_t chart_value_of(const chart *shown, int cols, int col)
{
    int64_t last = cols > 1 ? cols - 1 : 1;
    int64_t at = col < 0 ? 0 : col < last ? col : last;
    return shown->x_low + share(shown->x_high - shown->x_low, at, last);
}

static int x_dot(const drawing *d, int64_t x)
{
    return (int)place(x, d->shown->x_low, d->shown->x_high, dots_width(d->raster) - 1);
}

/* The height in dots; just outside the plot for all that lies outside. */
static int y_dot(const drawing *d, int64_t y)
{
    int height = dots_height(d->raster);
    if (y < d->y_low)
        return -1;
    return y > d->y_high ? height : (int)place(y, d->y_low, d->y_high, height - 1);
}

static int y_row(const drawing *d, int64_t y)
{
    int row = (int)place(y, d->y_low, d->y_high, d->plot.rows - 1);
    return d->plot.row + d->plot.rows - 1 - row;
}

/* -- lines ------------------------------------------------------------------------------------- */

/* Dot column by dot column, each joined to the one before it, so that a step has its riser. */
static void draw_segment(const drawing *d, int layer, int i)
{
    const int64_t *x = d->shown->x, *y = d->shown->series[layer].y;
    int from = x_dot(d, x[i]), to = x_dot(d, x[i + 1]), before = y_dot(d, y[i]);
    for (int dot = from; dot <= to; dot++) {
        int64_t run = to > from ? to - from : 1;
        int here = y_dot(d, y[i] + (y[i + 1] - y[i]) * (dot - from) / run);
        int joined = here > before ? before + 1 : here < before ? before - 1 : here;
        dots_set(d->raster, layer, dot, joined, here);
        before = here;
    }
}

static void draw_series(const drawing *d, int layer)
{
    const int64_t *y = d->shown->series[layer].y;
    for (int i = 0; i < d->shown->point_count; i++) {
        if (y[i] == CHART_NONE)
            continue;
        int dot = y_dot(d, y[i]);
        dots_set(d->raster, layer, x_dot(d, d->shown->x[i]), dot, dot);
        if (i + 1 < d->shown->point_count && y[i + 1] != CHART_NONE)
            draw_segment(d, layer, i);
    }
}

static void draw_lines(drawing *d)
{
    dots_look looks[CHART_SERIES_MAX];
    int count = d->shown->series_count;
    d->raster = dots_create(d->plot.rows, d->plot.cols, count, surface_is_ascii(d->grid));
    if (d->raster == NULL)
        return;
    for (int i = 0; i < count; i++) {
        looks[i] = (dots_look){d->shown->series[i].role, d->shown->series[i].mark};
        draw_series(d, i);
    }
    dots_draw(d->raster, d->grid, d->plot.row, d->plot.col, looks);
    dots_destroy(d->raster);
}

/* -- marks at the ends of lines ---------------------------------------------------------------- */

static int64_t last_y(const chart *shown, int series)
{
    for (int i = shown->point_count - 1; i >= 0; i--) {
        if (shown->series[series].y[i] != CHART_NONE)
            return shown->series[series].y[i];
    }
    return CHART_NONE;
}

/* How many of the first `count` series end in a row. */
static int ends_in(const int *rows, int count, int row)
{
    int found = 0;
    for (int i = 0; i < count; i++)
        found += rows[i] == row;
    return found;
}

/* Lines that end in the same row have their marks side by side; one that leaves the plot at the top
 * has an arrow there. */
static void draw_ends(const drawing *d)
{
    int rows[CHART_SERIES_MAX], col = d->plot.col + d->plot.cols;
    for (int i = 0; i < d->shown->series_count; i++) {
        const chart_series *series = &d->shown->series[i];
        int64_t y = last_y(d->shown, i);
        rows[i] = -1;
        if (y == CHART_NONE || y < d->y_low)
            continue;
        rows[i] = y_row(d, y > d->y_high ? d->y_high : y);
        if (y > d->y_high)
            surface_symbol(d->grid, rows[i], col, series->role, SYMBOL_UP);
        surface_text(d->grid, rows[i], col + 1 + ends_in(rows, i, rows[i]), 1, series->role,
                     series->mark);
    }
}

/* -- axes -------------------------------------------------------------------------------------- */

static int ticks_for(int cells, int cells_per_tick)
{
    int most = cells / cells_per_tick;
    return most < TICKS_LEAST ? TICKS_LEAST : most;
}

static void cut_y_axis(drawing *d)
{
    int64_t high = d->shown->y_high, low = d->shown->y_low;
    d->y_step = ticks_step(high > low ? high - low : 1, ticks_for(d->plot.rows, ROWS_PER_TICK));
    d->y_low = ticks_below(low, d->y_step);
    d->y_high = ticks_above(high, d->y_step);
    if (d->y_high == d->y_low)
        d->y_high += d->y_step;
}

static void draw_gutter(const drawing *d, int row, style role, const char *text)
{
    rect line = {row, d->plot.col - GUTTER, 1, GUTTER - 2};
    if (text != NULL)
        surface_label(d->grid, line, TEXT_RIGHT, role, text);
}

static void draw_y_axis(const drawing *d)
{
    char text[CHART_LABEL];
    int bottom = d->plot.row + d->plot.rows - 1;
    surface_vline(d->grid, d->plot.row, d->plot.col - 1, d->plot.rows, STYLE_BORDER);
    for (int64_t y = d->y_low; y <= d->y_high; y += d->y_step) {
        int row = y_row(d, y);
        d->shown->y_label(y, d->y_step, d->shown->context, text);
        draw_gutter(d, row, STYLE_DIM, text);
        surface_symbol(d->grid, row, d->plot.col - 1, STYLE_BORDER, SYMBOL_TEE_RIGHT);
        for (int c = 0; c < d->plot.cols && row < bottom; c += GRID_COLS)
            surface_symbol(d->grid, row, d->plot.col + c, STYLE_BORDER, SYMBOL_DOT);
    }
}

/* The number of a tick below it, unless it would touch the one before. Returns where it ends. */
static int draw_x_number(const drawing *d, int row, int col, int64_t x, int64_t step, int free_from)
{
    char text[CHART_LABEL];
    int right = d->plot.cols + END_COLS;
    d->shown->x_label(x, step, d->shown->context, text);
    int width = text_width(text), from = col - width / 2;
    if (from + width > right)
        from = right - width;
    if (from < free_from)
        return free_from;
    surface_text(d->grid, row, d->plot.col + from, width, STYLE_DIM, text);
    return from + width + 1;
}

static void draw_x_axis(const drawing *d)
{
    const chart *shown = d->shown;
    int axis = d->plot.row + d->plot.rows, cols = d->plot.cols, free_from = -2;
    int64_t step = ticks_step(shown->x_high - shown->x_low, ticks_for(cols, COLS_PER_TICK));
    surface_symbol(d->grid, axis, d->plot.col - 1, STYLE_BORDER, SYMBOL_BOTTOM_LEFT);
    surface_hline(d->grid, axis, d->plot.col, cols, STYLE_BORDER);
    draw_gutter(d, axis + 1, STYLE_DIM, shown->x_title);
    for (int64_t x = ticks_above(shown->x_low, step); x <= shown->x_high; x += step) {
        int col = chart_column_of(shown, cols, x);
        surface_symbol(d->grid, axis, d->plot.col + col, STYLE_BORDER, SYMBOL_TEE_TOP);
        free_from = draw_x_number(d, axis + 1, col, x, step, free_from);
    }
}

/* -- the cursor, and the number set off -------------------------------------------------------- */

static bool is_in_sight(const chart *shown, int64_t x)
{
    return x != CHART_NONE && x >= shown->x_low && x <= shown->x_high;
}

static void draw_marked(const drawing *d)
{
    const chart *shown = d->shown;
    if (!is_in_sight(shown, shown->marked))
        return;
    int at = chart_column_of(shown, d->plot.cols, shown->marked);
    int width = text_width(shown->marked_text);
    for (int r = 0; r < d->plot.rows; r += 2)
        surface_symbol(d->grid, d->plot.row + r, d->plot.col + at, STYLE_DIM, SYMBOL_DOT);
    int from = at + 2 + width <= d->plot.cols ? at + 2 : at - 1 - width;
    surface_fill(d->grid, (rect){d->plot.row, d->plot.col + from - 1, 1, width + 2}, STYLE_NORMAL);
    surface_text(d->grid, d->plot.row, d->plot.col + from, width, STYLE_DIM, shown->marked_text);
}

static void draw_cursor(const drawing *d)
{
    if (!is_in_sight(d->shown, d->shown->cursor))
        return;
    int col = d->plot.col + chart_column_of(d->shown, d->plot.cols, d->shown->cursor);
    surface_vline(d->grid, d->plot.row, col, d->plot.rows, STYLE_HIGHLIGHT);
    surface_symbol(d->grid, d->plot.row + d->plot.rows, col, STYLE_HIGHLIGHT, SYMBOL_RISE);
}

/* -- the whole --------------------------------------------------------------------------------- */

static void draw_band(const drawing *d)
{
    int row = d->plot.row + d->plot.rows + 2;
    draw_gutter(d, row, STYLE_DIM, d->shown->band_title);
    draw_gutter(d, row + 1, STYLE_DIM, d->shown->seam_title);
    chart_band_draw(d->shown, d->grid, (rect){row, d->plot.col, BAND_ROWS, d->plot.cols});
}

void chart_draw(const chart *shown, surface *grid, rect area)
{
    drawing d = {.shown = shown, .grid = grid, .plot = area};
    bool has_band = area.rows >= BAND_FROM;
    rect before = surface_clip(grid, area);
    rect_cut_left(&d.plot, GUTTER);
    rect_cut_right(&d.plot, END_COLS);
    rect_cut_bottom(&d.plot, 2 + (has_band ? BAND_ROWS : 0));
    if (d.plot.rows > 1 && d.plot.cols > 1) {
        cut_y_axis(&d);
        draw_y_axis(&d);
        draw_x_axis(&d);
        draw_marked(&d);
        draw_cursor(&d);
        if (has_band)
            draw_band(&d);
        if (shown->series_count > 0) {
            draw_lines(&d);
            draw_ends(&d);
        }
    }
    surface_unclip(grid, before);
}
