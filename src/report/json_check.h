/*
 * Problems of files for programs: { "files", "built_in_products", "errors": [{ "file", "line",
 * "key", "text" }], "warnings": [...] }.
 */
#ifndef BREAKEVEN_REPORT_JSON_CHECK_H
#define BREAKEVEN_REPORT_JSON_CHECK_H

#include <jansson.h>

#include "report/answer.h"

/* A new reference, or NULL when there is no memory. */
json_t *json_of_check(const check_answer *what);

#endif
