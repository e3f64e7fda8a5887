/*
 * Why the best plan is the best, as JSON.
 *
 *     { "rejected": [{ "option", "more", "reasons" }],
 *       "next_best": { "without", "total", "more", "purchases", "proven" } or null,
 *       "purchases": [{ "purchase", "saves", "units", "used", "break_even", "from_there_on" }],
 *       "range": { "from", "to", "from_exact", "to_exact", "proven" } or null,
 *       "padding": [{ "month", "units", "more", "saves" }] }
 *
 * What is not known or does not apply is null; see why.h.
 */
#ifndef BREAKEVEN_REPORT_JSON_WHY_H
#define BREAKEVEN_REPORT_JSON_WHY_H

#include <jansson.h>

#include <breakeven/why.h>

/* Of the quote that is explained; null where `why` is NULL. */
json_t *json_of_why(const be_why *why, const be_quote *quote);

#endif
