/*
 * Charts of costs: over the volume, and month by month.
 */
#ifndef BREAKEVEN_REPORT_CHART_COSTS_H
#define BREAKEVEN_REPORT_CHART_COSTS_H

#include "report/answer.h"
#include "report/page.h"

/* What each way to buy costs over the volume; nothing where the curve has fewer than two points.
 * The planned volume is marked; 0: none is. */
void chart_volumes(page *p, const be_product *product, const be_curve *curve, be_quantity planned);

/* The same of a comparison, where its curve was worked out. */
void chart_compared(page *p, const compare_answer *what);

/* The cash of each month under the best plan of a comparison, beside paying as you go; nothing for
 * a single month, or where nothing is recommended. */
void chart_months(page *p, const compare_answer *what);

/* The same of all that is paid in one currency. */
void chart_months_of_all(page *p, const be_portfolio *sum);

#endif
