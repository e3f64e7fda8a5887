/*
 * The format for people: each answer becomes a page, the page becomes text.
 */
#ifndef BREAKEVEN_REPORT_FORMAT_TABLE_H
#define BREAKEVEN_REPORT_FORMAT_TABLE_H

#include <stdbool.h>
#include <stdio.h>

#include "report/answer.h"
#include "report/page_text.h"

/* As the `write` of format.h. */
bool format_table(const answer *what, const page_text_options *options, FILE *out);

#endif
