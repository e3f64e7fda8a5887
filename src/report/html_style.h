/*
 * How an HTML document looks: the style sheet that goes into its head.
 */
#ifndef BREAKEVEN_REPORT_HTML_STYLE_H
#define BREAKEVEN_REPORT_HTML_STYLE_H

#include <stdio.h>

void html_style_write(FILE *out);

#endif
