/*
 * What to buy, for programs: an object for each purchase, with its month and its price.
 */
#ifndef BREAKEVEN_REPORT_JSON_PURCHASES_H
#define BREAKEVEN_REPORT_JSON_PURCHASES_H

#include <jansson.h>

#include <breakeven/quote.h>

/* One purchase of the quote's product. Both return NULL when there is no memory. */
json_t *json_of_purchase(const be_purchase *buy, const be_quote *quote);

/* An array of the purchases of a schedule for the quote's product. */
json_t *json_of_purchases(const be_schedule *schedule, const be_quote *quote);

#endif
