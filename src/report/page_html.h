/*
 * A page as one HTML file: no script, and nothing from outside. It reads on a phone and prints on
 * A4, in light and dark. It is well-formed XML as well, and always UTF-8.
 */
#ifndef BREAKEVEN_REPORT_PAGE_HTML_H
#define BREAKEVEN_REPORT_PAGE_HTML_H

#include <stdbool.h>
#include <stdio.h>

#include "report/page.h"

/*
 * `lang` is the language's tag: "en". The first title is that of the document; each later one
 * begins a part of it. False when the page is incomplete. Errors of `out` are left to its owner.
 */
bool page_html_write(const page *p, const char *lang, FILE *out);

#endif
