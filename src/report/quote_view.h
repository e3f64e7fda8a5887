/*
 * Readings of a quote that every report shares.
 */
#ifndef BREAKEVEN_REPORT_QUOTE_VIEW_H
#define BREAKEVEN_REPORT_QUOTE_VIEW_H

#include <stdbool.h>
#include <stddef.h>

#include <breakeven/quote.h>

#include "report/answer.h"

/* The options to show, in order: the user's own plan only when there is one. */
size_t quote_view_options(const compare_answer *what, const be_option *shown[BE_OPTION_COUNT]);

/* Can any option be had that serves every unit within the limits, at whatever price? */
bool quote_view_any_feasible(const be_quote *quote);

/* The queries a second to be carried in the busiest month. */
be_quantity quote_view_required_qps(const be_quote *quote);

/* The queries a second that the volume alone calls for in the busiest month. */
be_quantity quote_view_floor_qps(const be_quote *quote);

/*
 * Why a bill's total is not what the whole demand costs: "unserved" units, or "incomplete" where it
 * is not known how much a request takes. NULL: it is. Static.
 */
const char *quote_view_lack(const be_bill *bill);

/* The same for a reader, in place of the total: "not all served". Static. */
const char *quote_view_lack_words(const be_bill *bill);

/* Is it not known how much a request takes, so that the bill leaves something out? */
bool quote_view_is_incomplete(const be_bill *bill);

/* What the recommended option costs with its tax; missing where none is recommended. */
be_amount quote_view_spent(const be_quote *quote);

/* The same of one way to buy for everything in a portfolio. */
be_amount quote_view_spent_on_all(const be_portfolio_option *option);

/*
 * Adds the portfolios up in the currency of `total` at its rates, into `sum`, which total->sum then
 * is; where a rate is not given, total->missing says of which currency.
 */
void quote_view_add_up(const be_portfolio *portfolios, size_t count, total_answer *total,
                       be_portfolio *sum);

/* The warning that two items plan the same product; false where none do. */
bool quote_view_planned_twice(const quote_answer *what, be_message *out);

/* More than the budget, or not known to be less. False where no budget is given. */
bool quote_view_over_budget(const budget_answer *budget);

/*
 * How far the best plan of a quote that recommends it is proven: "optimal", "bound" (nothing costs
 * less than the quote's bound, which is lower) or "none". Static.
 */
const char *quote_view_proof(const be_quote *quote);

/* What the discount took off the bill: zero or less. Of a bill with lines. */
be_amount quote_view_discount(const be_bill *bill);

/* Something to buy, and how often. */
typedef struct shopping_item {
    be_purchase buy;
    size_t times; /* orders of capacity; of packages 1, for their count says it */
} shopping_item;

/*
 * The schedule as a shopping list: what is bought again in another month is added up, packages by
 * their count and orders of capacity by their number. Returns how many different things there are;
 * of these the first `room` are in `out`, in the order in which they are first bought, with
 * month 0.
 */
size_t quote_view_shopping(const be_schedule *schedule, shopping_item *out, size_t room);

/* Whether something is sold for the product at a price that is not known: no plan can buy it. */
bool quote_view_has_unpriced(const be_product *product);

/*
 * In how many successive months the i-th purchase is made, whatever is bought besides; 0 where it
 * is one of those that repeat an earlier one.
 */
size_t quote_view_run(const be_schedule *schedule, size_t i);

/* Whether the sampling of an answer, where there is one, says what to buy now. */
bool quote_view_is_sampled(const compare_answer *what);

/* Whether one line about the proof tells what a warning says as well. */
bool quote_view_warns_of_proof(const be_message *warning);

#endif
