/*
 * What is wrong with some files, or that nothing is.
 */
#ifndef BREAKEVEN_REPORT_REPORT_CHECK_H
#define BREAKEVEN_REPORT_REPORT_CHECK_H

#include "report/answer.h"
#include "report/page.h"

void report_check(page *p, const check_answer *what);

#endif
