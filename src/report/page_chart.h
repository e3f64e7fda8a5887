/*
 * Charts: figures over figures, as a page holds them.
 *
 * A chart says what is to be drawn, not how. Values are exact integers of whatever unit the builder
 * chose; words for them stand at the ticks alone, so a renderer need not know what they count.
 */
#ifndef BREAKEVEN_REPORT_PAGE_CHART_H
#define BREAKEVEN_REPORT_PAGE_CHART_H

#include <stdbool.h>
#include <stddef.h>

#include <breakeven/amount.h>

typedef be_int128 page_value;

typedef struct page_point {
    page_value x, y;
    bool missing; /* there is no figure here: the line is broken */
} page_point;

typedef enum page_series_kind {
    PAGE_SERIES_LINE,
    PAGE_SERIES_BAND, /* a broad line that others may lie on: what is recommended */
    PAGE_SERIES_BARS, /* at most one of a chart */
    PAGE_SERIES_KIND_COUNT
} page_series_kind;

typedef struct page_series {
    const char *name;
    page_series_kind kind;
    const page_point *points; /* by ascending x */
    size_t count;
} page_series;

typedef struct page_tick {
    page_value at;
    const char *text;
} page_tick;

/* What lies outside from..to is not drawn; from < to. */
typedef struct page_axis {
    const char *label;
    page_value from, to;
    const page_tick *ticks;
    size_t tick_count;
} page_axis;

typedef struct page_chart {
    const char *title;
    page_axis x, y;
    const page_series *series;
    size_t series_count;
    const char *mark_name; /* of a line across the chart at mark_at, or NULL */
    page_value mark_at;
} page_chart;

#endif
