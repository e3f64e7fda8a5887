/*
 * The format for spreadsheets: one table for each kind of answer.
 */
#ifndef BREAKEVEN_REPORT_FORMAT_CSV_H
#define BREAKEVEN_REPORT_FORMAT_CSV_H

#include <stdbool.h>
#include <stdio.h>

#include "report/answer.h"
#include "report/page_text.h"

/* As the `write` of format.h; the options do not matter. */
bool format_csv(const answer *what, const page_text_options *options, FILE *out);

#endif
