/*
 * Answers as pages. One file for each kind of answer; a new kind is a new file and a new row.
 */
#ifndef BREAKEVEN_REPORT_REPORT_H
#define BREAKEVEN_REPORT_REPORT_H

#include "report/answer.h"
#include "report/page.h"

/* Fills the page with the answer. Memory that runs out shows in page_failed. */
void report_answer(page *p, const answer *what);

#endif
