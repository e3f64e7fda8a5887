/*
 * The same pages as the format for people, as Markdown.
 */
#ifndef BREAKEVEN_REPORT_FORMAT_MARKDOWN_H
#define BREAKEVEN_REPORT_FORMAT_MARKDOWN_H

#include <stdbool.h>
#include <stdio.h>

#include "report/answer.h"
#include "report/page_text.h"

/* As the `write` of format.h. */
bool format_markdown(const answer *what, const page_text_options *options, FILE *out);

#endif
