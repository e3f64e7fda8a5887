/*
 * The comparison of one product's options: the verdict, the options side by side, what to buy when,
 * what stands in the way, what was assumed, and the lines of the sum.
 */
#ifndef BREAKEVEN_REPORT_REPORT_COMPARE_H
#define BREAKEVEN_REPORT_REPORT_COMPARE_H

#include "report/answer.h"
#include "report/page.h"

void report_compare(page *p, const compare_answer *what);

/* The verdict alone: one paragraph. */
void report_compare_verdict(page *p, const compare_answer *what);

/* How what would be spent stands to the budget; nothing where none is given. */
void report_compare_budget(page *p, const budget_answer *budget, const char *currency);

/* The part that stands beside the table on the screen: verdict, need, what to buy, what stands in
 * the way, warnings, proof, notes and source. */
void report_compare_reasons(page *p, const compare_answer *what);

/* One paragraph where doubts about the volume stay out, because the item shares points. */
void report_compare_shared(page *p, const compare_answer *what);

#endif
