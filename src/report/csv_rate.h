/*
 * One month's charges as CSV: a row for each quantity.
 */
#ifndef BREAKEVEN_REPORT_CSV_RATE_H
#define BREAKEVEN_REPORT_CSV_RATE_H

#include "report/answer.h"
#include "report/csv.h"

extern const csv_table csv_rate_table;

void csv_of_rate(FILE *out, const rate_answer *what);

#endif
