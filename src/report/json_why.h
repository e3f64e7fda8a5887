/*
 * Why the best plan is the best, as JSON.
 */
#ifndef BREAKEVEN_REPORT_JSON_WHY_H
#define BREAKEVEN_REPORT_JSON_WHY_H

#include <jansson.h>

#include <breakeven/why.h>

/* Of the quote that is explained; null where `why` is NULL. */
json_t *json_of_why(const be_why *why, const be_quote *quote);

#endif
