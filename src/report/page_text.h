/*
 * A page as text for a terminal, a pipe or a chat: aligned tables, wrapped paragraphs.
 *
 * Widths are counted in columns (text/text.h). Whatever a catalogue or a file name contains, no
 * control character of it reaches the output.
 */
#ifndef BREAKEVEN_REPORT_PAGE_TEXT_H
#define BREAKEVEN_REPORT_PAGE_TEXT_H

#include <stdbool.h>
#include <stdio.h>

#include "report/page.h"

enum { PAGE_TEXT_COLUMNS = 100 };

typedef struct page_text_options {
    int columns; /* up to PAGE_TEXT_COLUMNS: lines are no wider, unless a single word is */
    bool color;  /* styles as ANSI sequences; without, styles do not show */
    bool ascii;  /* "*" for the star, "CNY " for the yuan's sign, and so on */
} page_text_options;

/* False when the page is incomplete or memory ran out. Errors of `out` are left to its owner. */
bool page_text_write(const page *p, const page_text_options *options, FILE *out);

#endif
