/*
 * Products as CSV.
 */
#ifndef BREAKEVEN_REPORT_CSV_PRODUCTS_H
#define BREAKEVEN_REPORT_CSV_PRODUCTS_H

#include "report/answer.h"
#include "report/csv.h"

extern const csv_table csv_products_table;

void csv_of_products(FILE *out, const products_answer *what);

#endif
