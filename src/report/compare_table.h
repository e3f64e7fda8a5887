/*
 * The options side by side, one column each.
 */
#ifndef BREAKEVEN_REPORT_COMPARE_TABLE_H
#define BREAKEVEN_REPORT_COMPARE_TABLE_H

#include "report/answer.h"
#include "report/page.h"

void compare_table(page *p, const compare_answer *what);

/* Of its rows the few for a glance: total, does it carry the load, saving, what to buy. */
void compare_table_headline(page *p, const compare_answer *what);

/* The same with small bars beside the percentages, for a screen. */
void compare_table_with_bars(page *p, const compare_answer *what);

#endif
