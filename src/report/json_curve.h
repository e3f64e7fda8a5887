/*
 * Break-even volumes as JSON.
 *
 *     { "product", "currency", "months", "start", "from", "to",
 *       "cheapest": [{ "from", "to", "option", "proven", "undecided" }],
 *       "points": [{ "volume", "payg", "package", "qps", "best", "best_option", "proven" }] }
 *
 * "cheapest" names single ways to buy. "best" is what the best plan costs; "best_option" is "best"
 * where that mixes them.
 */
#ifndef BREAKEVEN_REPORT_JSON_CURVE_H
#define BREAKEVEN_REPORT_JSON_CURVE_H

#include <jansson.h>

#include "report/answer.h"

/* A new reference, or NULL when there is no memory. */
json_t *json_of_curve(const curve_answer *what);

#endif
