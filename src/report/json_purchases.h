/*
 * What to buy, for programs: an object for each purchase, with its month and its price.
 */
#ifndef BREAKEVEN_REPORT_JSON_PURCHASES_H
#define BREAKEVEN_REPORT_JSON_PURCHASES_H

#include <jansson.h>

#include <breakeven/quote.h>

/* An array of the purchases of a schedule for the quote's product; NULL when there is no memory. */
json_t *json_of_purchases(const be_schedule *schedule, const be_quote *quote);

#endif
