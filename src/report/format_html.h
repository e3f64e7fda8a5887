/*
 * An answer as one HTML file.
 */
#ifndef BREAKEVEN_REPORT_FORMAT_HTML_H
#define BREAKEVEN_REPORT_FORMAT_HTML_H

#include <stdbool.h>
#include <stdio.h>

#include "report/answer.h"
#include "report/page_text.h"

/* False when memory ran out. */
bool format_html(const answer *what, const page_text_options *options, FILE *out);

#endif
