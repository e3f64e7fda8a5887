/*
 * A chart of lines over one axis of numbers, with a band under it that tells which line is ahead.
 *
 * All numbers are whole, in whatever units the caller counts; the caller also writes them out.
 *
 *     ¥3k ┤··········⡠⠔⠊·          the plot, its ticks round numbers
 *     ¥2k ┤···⡠⠤⠒⠊⠁··⋯⋯⋯ Q          each line ends in its mark
 *       0 ┼────┬────┬────┬─
 *         0   500k  1M  1.5M
 *         ▀▀▀ P ▀▀▀▀▀▀ Q ▀▀          the band
 *                  ↑710,001          where it changes
 *
 * The first point stands in the plot's first column, the last one in its last.
 */
#ifndef BREAKEVEN_WIDGETS_CHART_H
#define BREAKEVEN_WIDGETS_CHART_H

#include "tui/widgets/surface.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { CHART_SERIES_MAX = 4, CHART_LABEL = 64 };

/* The largest numbers that can be drawn; none is below 0. */
#define CHART_X_MAX INT64_C(1000000000000000)
#define CHART_Y_MAX INT64_C(100000000000000)

/* Stands where there is no number. */
#define CHART_NONE INT64_MIN

typedef struct chart_series {
    const char *mark; /* a letter, or a sign of one column */
    style role;
    const int64_t *y; /* one for each x, or CHART_NONE */
} chart_series;

/* Numbers for which one series is ahead, both ends included; -1: none is. */
typedef struct chart_span {
    int64_t from, to;
    int series;
} chart_span;

/* Writes a number as it is to be read; `step` is the distance of the ticks, 0 for a number that has
 * to be exact. */
typedef void chart_label(int64_t value, int64_t step, const void *context, char out[CHART_LABEL]);

/* Borrows all it points to. */
typedef struct chart {
    int64_t x_low, x_high; /* x_low <= x_high */
    int64_t y_low, y_high; /* what has to be in sight; lines may leave it, at the top or bottom */
    const int64_t *x;      /* rising */
    int point_count;
    const chart_series *series;
    int series_count;
    const chart_span *spans; /* rising, without gaps */
    size_t span_count;
    int64_t cursor; /* an x, or CHART_NONE */
    int64_t marked; /* an x set off from the others, or CHART_NONE */
    const char *marked_text;
    chart_label *x_label, *y_label;
    const void *context;    /* for these */
    const char *x_title;    /* short: they stand left of their rows */
    const char *band_title; /* of the band, and of where it changes */
    const char *seam_title;
} chart;

void chart_draw(const chart *shown, surface *grid, rect area);

/* The columns of the plot in an area so wide: so many points are worth having. */
int chart_columns(int area_cols);

/* The column of the plot that is drawn at column `col` of an area so wide; -1 for none. */
int chart_column_at(int area_cols, int col);

/* The column of an x among `cols`, and the x of a column; both rounded, and clamped. */
int chart_column_of(const chart *shown, int cols, int64_t x);
int64_t chart_value_of(const chart *shown, int cols, int col);

#endif
