/*
 * One way to buy, for programs: the totals, the units by who paid for them, the purchases, the
 * reasons against it and the lines of the sum. See json_compare.h.
 */
#ifndef BREAKEVEN_REPORT_JSON_OPTION_H
#define BREAKEVEN_REPORT_JSON_OPTION_H

#include <jansson.h>

#include <breakeven/quote.h>

/* A new reference, or NULL when there is no memory. */
json_t *json_of_option(const be_option *option, const be_quote *quote);

#endif
