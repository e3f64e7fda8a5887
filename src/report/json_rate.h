/*
 * Charges for programs: { "product", "currency", "results": [{ "quantity", "amount",
 * "amount_state", "lines" }] }.
 */
#ifndef BREAKEVEN_REPORT_JSON_RATE_H
#define BREAKEVEN_REPORT_JSON_RATE_H

#include <jansson.h>

#include "report/answer.h"

/* A new reference, or NULL when there is no memory. */
json_t *json_of_rate(const rate_answer *what);

#endif
