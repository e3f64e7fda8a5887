/*
 * Comparisons and quotes as CSV: one row for each way to buy each item; of a quote also for each
 * currency's sum, and for the total in one currency. Where an item's volume is uncertain there is
 * also a row "sampling" for each way to begin: what is bought now, and what that comes to.
 */
#ifndef BREAKEVEN_REPORT_CSV_OPTIONS_H
#define BREAKEVEN_REPORT_CSV_OPTIONS_H

#include "report/answer.h"
#include "report/csv.h"

extern const csv_table csv_compare_table;
extern const csv_table csv_quote_table;

void csv_of_compare(FILE *out, const compare_answer *what);
void csv_of_quote(FILE *out, const quote_answer *what);

#endif
