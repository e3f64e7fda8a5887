/*
 * The comparison of one product's options for programs.
 *
 * The options are always payg, package, qps and best, in this order, and own behind them when the
 * user pinned purchases. Of an option that is not offered only "reasons" is filled. "proof" is null
 * but for best: { "status": "optimal", "bound" or "none", "bound", "gap" }, the gap as a share of
 * the total. "why" (json_why.h) is null where nobody asked for it. schema/breakeven.schema.json
 * says what else there is.
 */
#ifndef BREAKEVEN_REPORT_JSON_COMPARE_H
#define BREAKEVEN_REPORT_JSON_COMPARE_H

#include <jansson.h>

#include "report/answer.h"

/* A new reference, or NULL when there is no memory. */
json_t *json_of_compare(const compare_answer *what);

/* A budget and what would be spent of it; null where none is given. */
json_t *json_of_budget(const budget_answer *budget);

#endif
