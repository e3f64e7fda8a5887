/*
 * The format for programs. Amounts and quantities are decimal strings with every digit, so that no
 * reader's floating point gets at them; what does not apply or is not known is null.
 * schema/breakeven.schema.json says what stands where; tests hold every document to it.
 */
#ifndef BREAKEVEN_REPORT_FORMAT_JSON_H
#define BREAKEVEN_REPORT_FORMAT_JSON_H

#include <stdbool.h>
#include <stdio.h>

#include "report/answer.h"
#include "report/page_text.h"

/* As the `write` of format.h; the options do not matter. */
bool format_json(const answer *what, const page_text_options *options, FILE *out);

#endif
