/*
 * Text inside HTML: nothing that data contains is markup, and nothing in it can deceive a reader.
 */
#ifndef BREAKEVEN_REPORT_HTML_TEXT_H
#define BREAKEVEN_REPORT_HTML_TEXT_H

#include <stdio.h>

/* Any text (UTF-8, perhaps broken), for the inside of an element or of a quoted attribute. */
void html_text(const char *text, FILE *out);

/* The same, with `address` as a link wherever it stands there, if it is one of a web page
 * (address.h). NULL: there is none to follow. */
void html_text_linked(const char *text, const char *address, FILE *out);

#endif
