/*
 * A whole plan as JSON.
 */
#ifndef BREAKEVEN_REPORT_JSON_QUOTE_H
#define BREAKEVEN_REPORT_JSON_QUOTE_H

#include <jansson.h>

#include "report/answer.h"

/* A new reference, or NULL when there is no memory. */
json_t *json_of_quote(const quote_answer *what);

#endif
