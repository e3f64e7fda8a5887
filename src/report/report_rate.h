/*
 * What some quantities cost by the unit, with the sum written out.
 */
#ifndef BREAKEVEN_REPORT_REPORT_RATE_H
#define BREAKEVEN_REPORT_REPORT_RATE_H

#include "report/answer.h"
#include "report/page.h"

void report_rate(page *p, const rate_answer *what);

#endif
