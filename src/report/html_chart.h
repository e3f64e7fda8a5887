/*
 * A chart as a figure of HTML: an SVG picture with axes, and a legend below it. Lines differ by
 * their dashes and marks, so that colour is not needed to tell them apart.
 */
#ifndef BREAKEVEN_REPORT_HTML_CHART_H
#define BREAKEVEN_REPORT_HTML_CHART_H

#include <stdio.h>

#include "report/page_chart.h"

void html_chart_write(const page_chart *chart, FILE *out);

#endif
