/*
 * Break-even volumes of one product: which way to buy is the cheapest from where to where, and what
 * each costs as the volume grows.
 */
#ifndef BREAKEVEN_REPORT_REPORT_CURVE_H
#define BREAKEVEN_REPORT_REPORT_CURVE_H

#include "report/answer.h"
#include "report/page.h"

void report_curve(page *p, const curve_answer *what);

#endif
