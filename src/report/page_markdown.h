/*
 * A page as Markdown (CommonMark, with the tables of GitHub's), for wikis, tickets and chats.
 *
 * What a text says is shown as it stands: whatever in it would be markup is escaped, so that no
 * name from a catalogue or a plan becomes a link, a heading or another column. Columns are padded,
 * so that the source reads as well as what becomes of it.
 */
#ifndef BREAKEVEN_REPORT_PAGE_MARKDOWN_H
#define BREAKEVEN_REPORT_PAGE_MARKDOWN_H

#include <stdbool.h>
#include <stdio.h>

#include "report/page.h"

/* `ascii`: signs that reports write in ASCII, as with page_text_write. False when the page is
 * incomplete or memory ran out. Errors of `out` are left to its owner. */
bool page_markdown_write(const page *p, bool ascii, FILE *out);

#endif
