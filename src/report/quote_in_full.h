/*
 * What a document tells of a plan beyond its page: the result in a sentence, charts, the sources,
 * and every item as `compare` would.
 */
#ifndef BREAKEVEN_REPORT_QUOTE_IN_FULL_H
#define BREAKEVEN_REPORT_QUOTE_IN_FULL_H

#include "report/answer.h"
#include "report/page.h"

/* Of which day it is, and what the best plan costs. */
void quote_in_full_result(page *p, const quote_answer *what);

/* The cash of each month. */
void quote_in_full_months(page *p, const quote_answer *what);

/* Where the prices come from, and of which day they are. */
void quote_in_full_sources(page *p, const quote_answer *what);

/* A part for each item. */
void quote_in_full_items(page *p, const quote_answer *what);

#endif
