/*
 * Why the best plan is the best.
 */
#ifndef BREAKEVEN_REPORT_REPORT_WHY_H
#define BREAKEVEN_REPORT_REPORT_WHY_H

#include "report/answer.h"
#include "report/page.h"

/* One paragraph: what is proven of the best plan. Nothing where there is none to pay for. */
void report_proof(page *p, const be_quote *quote);

/*
 * The next best plan, when each purchase pays, the volumes at which the plan stays the best and the
 * months that more units would make cheaper. Nothing where no reasons were asked for.
 */
void report_why(page *p, const compare_answer *what);

#endif
