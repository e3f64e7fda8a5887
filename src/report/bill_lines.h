/*
 * The lines of a sum as a table, with the rules and sources behind them as numbered notes below.
 * A bill without lines adds nothing.
 */
#ifndef BREAKEVEN_REPORT_BILL_LINES_H
#define BREAKEVEN_REPORT_BILL_LINES_H

#include <breakeven/bill.h>

#include "report/page.h"

void bill_lines(page *p, const be_product *product, const be_bill *bill);

#endif
