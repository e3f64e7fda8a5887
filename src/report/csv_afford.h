/*
 * What a budget pays for as CSV: a row for each way to buy.
 */
#ifndef BREAKEVEN_REPORT_CSV_AFFORD_H
#define BREAKEVEN_REPORT_CSV_AFFORD_H

#include "report/answer.h"
#include "report/csv.h"

extern const csv_table csv_afford_table;

void csv_of_afford(FILE *out, const afford_answer *what);

#endif
