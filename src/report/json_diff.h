/*
 * Two plans held against each other, as JSON.
 */
#ifndef BREAKEVEN_REPORT_JSON_DIFF_H
#define BREAKEVEN_REPORT_JSON_DIFF_H

#include <jansson.h>

#include "report/answer.h"

/* A new reference; NULL when there is no memory. */
json_t *json_of_diff(const diff_answer *what);

#endif
