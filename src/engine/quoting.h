/*
 * Quoting: one item's answer while it is being made. quote.c makes it alone, quote_plan.c together
 * with the items that share its points; both by the same steps.
 */
#ifndef BREAKEVEN_ENGINE_QUOTING_H
#define BREAKEVEN_ENGINE_QUOTING_H

#include <breakeven/optimum.h>
#include <breakeven/quote.h>

#include "ledger.h"

typedef struct quoting {
    be_arena *arena;
    const be_product *product;
    const be_demand *demand;
    be_quote *quote;
    message_list warnings;
} quoting;

/* Works the demand out and finds what each column buys. Each step: false without memory. */
bool quote_begin(quoting *q, be_arena *arena, const be_plan_item *item, be_horizon horizon);

/* The quote with its columns priced: no best one yet, and no warnings. NULL without memory. */
const be_quote *quote_columns(be_arena *arena, const be_product *product, const be_demand *demand,
                              be_horizon horizon);

/* The schedule that is cheapest of all, however it mixes, with a quote's columns for a start. */
bool quote_optimum(be_arena *arena, const be_quote *quote, const be_demand *demand,
                   be_optimum *out);

/* Says why an option cannot be had. */
bool quote_not_offered(quoting *q, be_option *option, be_message_id why);

/* Fills in what follows from the option's bill. */
void quote_take_bill(quoting *q, be_option *option);

/* Whether a column is one to be recommended: eligible, and without orders that are not to overlap.
 */
bool quote_can_take(const be_quote *quote, const be_option *option);

/* The column that can be taken with the least total, or NULL. Of equals the earlier one: it buys
 * less. */
const be_option *quote_cheapest(const quoting *q);

/* How much less than `total` something could cost that costs `bound` or more, as a share of it. */
be_ratio quote_gap_of(be_amount total, be_amount bound);

/* Adds all warnings; the last step. */
bool quote_warn(quoting *q, be_date today);
bool quote_finish(quoting *q, be_date today);

#endif
