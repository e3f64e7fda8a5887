/*
 * Break-even volumes as JSON.
 */
#ifndef BREAKEVEN_REPORT_JSON_CURVE_H
#define BREAKEVEN_REPORT_JSON_CURVE_H

#include <jansson.h>

#include "report/answer.h"

/* A new reference, or NULL when there is no memory. */
json_t *json_of_curve(const curve_answer *what);

#endif
