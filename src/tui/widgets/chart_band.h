/*
 * The band under a chart: which series is ahead where, and from which number on.
 */
#ifndef BREAKEVEN_WIDGETS_CHART_BAND_H
#define BREAKEVEN_WIDGETS_CHART_BAND_H

#include "tui/widgets/chart.h"

/* Draws the band in the first row of `area`, as wide as the plot, and the numbers at which it
 * changes in the second. A column shows the series that is ahead in most of it. */
void chart_band_draw(const chart *shown, surface *grid, rect area);

#endif
