/*
 * What a comparison was asked for, and what it took for granted: every default is said aloud.
 */
#ifndef BREAKEVEN_REPORT_COMPARE_DEMAND_H
#define BREAKEVEN_REPORT_COMPARE_DEMAND_H

#include "report/answer.h"
#include "report/page.h"

void compare_demand(page *p, const compare_answer *what);

#endif
