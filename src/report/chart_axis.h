/*
 * Axes with ticks at round values.
 */
#ifndef BREAKEVEN_REPORT_CHART_AXIS_H
#define BREAKEVEN_REPORT_CHART_AXIS_H

#include "report/page.h"

/* The words for a value at a tick; ticks are `step` apart. Live as long as the page. */
typedef const char *chart_axis_words(page *p, page_value value, page_value step,
                                     const void *context);

typedef struct chart_axis_kind {
    page_value unit; /* ticks are no closer than this, which is one of what is counted */
    int most;        /* about so many steps at most */
    chart_axis_words *words;
    const void *context;
} chart_axis_kind;

/* An axis of from..to; ticks stand at multiples of 1, 2 or 5 times a power of ten of the unit. */
page_axis chart_axis(page *p, const char *label, page_value from, page_value to,
                     const chart_axis_kind *kind);

/* The same from 0 to the tick at or above `most`. */
page_axis chart_axis_up_to(page *p, const char *label, page_value most,
                           const chart_axis_kind *kind);

#endif
