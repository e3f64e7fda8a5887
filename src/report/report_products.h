/*
 * The list of products that can be planned.
 */
#ifndef BREAKEVEN_REPORT_REPORT_PRODUCTS_H
#define BREAKEVEN_REPORT_REPORT_PRODUCTS_H

#include "report/answer.h"
#include "report/page.h"

void report_products(page *p, const products_answer *what);

#endif
