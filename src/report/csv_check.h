/*
 * What is wrong with some files as CSV: a row for each mistake or warning.
 */
#ifndef BREAKEVEN_REPORT_CSV_CHECK_H
#define BREAKEVEN_REPORT_CSV_CHECK_H

#include "report/answer.h"
#include "report/csv.h"

extern const csv_table csv_check_table;

void csv_of_check(FILE *out, const check_answer *what);

#endif
