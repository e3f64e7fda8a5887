/*
 * A whole plan: its items side by side, the sums of each currency, what to buy when, and what to
 * look out for.
 */
#ifndef BREAKEVEN_REPORT_REPORT_QUOTE_H
#define BREAKEVEN_REPORT_REPORT_QUOTE_H

#include "report/answer.h"
#include "report/page.h"

void report_quote(page *p, const quote_answer *what);

#endif
