/*
 * Two plans held against each other as CSV: a row for each thing that differs, for the cost of each
 * item, and for each sum.
 */
#ifndef BREAKEVEN_REPORT_CSV_DIFF_H
#define BREAKEVEN_REPORT_CSV_DIFF_H

#include "report/answer.h"
#include "report/csv.h"

extern const csv_table csv_diff_table;

void csv_of_diff(FILE *out, const diff_answer *what);

#endif
