/*
 * What a budget pays for: the largest monthly volume by each way to buy.
 */
#ifndef BREAKEVEN_REPORT_REPORT_AFFORD_H
#define BREAKEVEN_REPORT_REPORT_AFFORD_H

#include "report/answer.h"
#include "report/page.h"

void report_afford(page *p, const afford_answer *what);

#endif
