/*
 * Two plans held against each other: what changed, what it costs for each item and in all.
 */
#ifndef BREAKEVEN_REPORT_REPORT_DIFF_H
#define BREAKEVEN_REPORT_REPORT_DIFF_H

#include "report/answer.h"
#include "report/page.h"

void report_diff(page *p, const diff_answer *what);

#endif
