/*
 * A bill month by month: who pays for how many units, and the cash: what is paid in advance and
 * what the month's use costs.
 */
#ifndef BREAKEVEN_REPORT_MONTH_TABLE_H
#define BREAKEVEN_REPORT_MONTH_TABLE_H

#include <breakeven/bill.h>
#include <breakeven/catalog.h>

#include "report/page.h"

void month_table(page *p, const be_product *product, const be_bill *bill);

/* The row of one month alone, with the same columns but without its name. */
void month_table_row(page *p, const be_product *product, const be_bill *bill, int month);

#endif
