/*
 * What a comparison was asked for, and what it took for granted: every default is said aloud.
 */
#ifndef BREAKEVEN_REPORT_COMPARE_DEMAND_H
#define BREAKEVEN_REPORT_COMPARE_DEMAND_H

#include "report/answer.h"
#include "report/page.h"

/* What a request takes: "Input tokens 2,000, Output tokens 500". For a product with meters. */
const char *compare_demand_per_request(page *p, const be_demand *demand, const be_product *product);

void compare_demand(page *p, const compare_answer *what);

/* The same where the volume is what was asked for. */
void compare_demand_but_volume(page *p, const compare_answer *what);

#endif
