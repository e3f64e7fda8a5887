/*
 * What a plan comes to: the sums of each currency and of all, in the words of the report.
 */
#ifndef BREAKEVEN_TUI_SCREENS_PLAN_SUMS_H
#define BREAKEVEN_TUI_SCREENS_PLAN_SUMS_H

#include "report/answer.h"
#include "report/page.h"
#include "report/words.h"
#include "tui/model/session.h"

/* Of the report's table: a name, nothing, four amounts. */
enum { PLAN_SUMS_COLUMNS = 6 };

/* Stays where it is: parts of it point to others. */
typedef struct plan_sums {
    page *text;  /* the sums' table, and paragraphs on rates; NULL when there is no memory */
    size_t open; /* items without an answer: while there are any, there are no sums */
    quote_answer what;
    be_exchange rates[SCENARIO_RATES_MAX];
    be_portfolio whole;
} plan_sums;

/* Adds up the answers, once all items have one. */
void plan_sums_begin(const session *s, plan_sums *out);
void plan_sums_end(plan_sums *sums);

/* "adding up, 12%", while there are open items. */
void plan_sums_write_progress(const session *s, char out[WORDS_TEXT]);

/* The table, or NULL, and its rows. */
const page_table *plan_sums_table(const plan_sums *from);
int plan_sums_count(const plan_sums *from);

#endif
