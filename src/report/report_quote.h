/*
 * A whole plan: its items side by side, the sums of each currency, what to buy when, and what to
 * look out for.
 */
#ifndef BREAKEVEN_REPORT_REPORT_QUOTE_H
#define BREAKEVEN_REPORT_REPORT_QUOTE_H

#include "report/answer.h"
#include "report/page.h"

void report_quote(page *p, const quote_answer *what);

/*
 * The sums of each currency and of all, in the columns of the items, the first two of which hold
 * the name of the sum and nothing; below them by which rates they were added. The items themselves
 * need not be given.
 */
void report_quote_sums(page *p, const quote_answer *what);

#endif
