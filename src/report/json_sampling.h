/*
 * Samplings as JSON.
 */
#ifndef BREAKEVEN_REPORT_JSON_SAMPLING_H
#define BREAKEVEN_REPORT_JSON_SAMPLING_H

#include <jansson.h>

#include <breakeven/quote.h>
#include <breakeven/sampling.h>

/* A new reference, or NULL when there is no memory; null for no sampling at all. */
json_t *json_of_sampling(const be_sampled *sampled, const be_quote *quote);

#endif
