/*
 * A curve as CSV: what each way to buy costs at each of its points, and which is the cheapest.
 */
#ifndef BREAKEVEN_REPORT_CSV_CURVE_H
#define BREAKEVEN_REPORT_CSV_CURVE_H

#include "report/answer.h"
#include "report/csv.h"

extern const csv_table csv_curve_table;

void csv_of_curve(FILE *out, const curve_answer *what);

#endif
