/*
 * What a budget pays for as JSON.
 *
 *     { "product", "currency", "months", "start", "budget", "per", "whole", "tax",
 *       "options": [{ "id", "offered", "volume", "total", "proven", "bound", "every", "stop",
 *                     "reasons": [] }],
 *       "widest" }
 *
 * "whole" is the budget for all months. "volume" is the largest of the first month that fits; no
 * volume above "bound" does (null: nothing is known), every one up to "every" does. "stop" is
 * "budget", "load" or "nothing". "widest" is the way to buy with the largest volume.
 */
#ifndef BREAKEVEN_REPORT_JSON_AFFORD_H
#define BREAKEVEN_REPORT_JSON_AFFORD_H

#include <jansson.h>

#include "report/answer.h"

/* A new reference, or NULL when there is no memory. */
json_t *json_of_afford(const afford_answer *what);

#endif
