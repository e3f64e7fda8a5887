/*
 * Quotes: the ways to buy, side by side.
 */
#ifndef BREAKEVEN_QUOTE_H
#define BREAKEVEN_QUOTE_H

#include <stdbool.h>
#include <stddef.h>

#include <breakeven/arena.h>
#include <breakeven/bill.h>
#include <breakeven/catalog.h>
#include <breakeven/demand.h>
#include <breakeven/strategy.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum be_option_id {
    BE_OPTION_PAYG,    /* buy nothing */
    BE_OPTION_PACKAGE, /* packages for all that the free quota leaves */
    BE_OPTION_QPS,     /* prepaid QPS or concurrency for the need */
    BE_OPTION_BEST,    /* the cheapest feasible schedule of all (optimum.h) */
    BE_OPTION_OWN,     /* the purchases that the user pinned; not the best if some overlap against
                          be_capacity.overlap */
    BE_OPTION_COUNT
} be_option_id;

/* "payg", "package", "qps", "best", "own". */
const char *be_option_name(be_option_id id);

typedef struct be_option {
    be_option_id id;
    bool offered;         /* false: not sold, and reasons says so; nothing else is filled */
    be_option_id same_as; /* of BEST: the option whose purchases it takes, BEST if they are its own;
                             else the option's id */
    be_schedule schedule;
    be_bill bill;
    be_amount unit_cost; /* total / billable units, rounded at the 18th decimal; 0 without use */
    const be_message *reasons; /* why it is not offered, cannot be taken or has no total */
    size_t reason_count;
} be_option;

/* What is known of the best plan of items that are priced together. */
typedef struct be_plan_proof {
    size_t items;
    be_amount total; /* of their best plans; missing where one of them has none */
    be_amount bound; /* nothing feasible costs less for all of them; missing: not known */
    bool optimal;
} be_plan_proof;

typedef struct be_quote {
    const be_product *product;
    be_ratio discount; /* of the demand, off every price */
    be_usage usage;
    be_option options[BE_OPTION_COUNT];
    bool has_recommended;
    be_option_id recommended; /* the cheapest feasible option with a known total */
    be_amount bound; /* nothing feasible costs less; missing where nothing is feasible at known
                        prices, and of an item that shares points: */
    const be_plan_proof *shared; /* of all items that share them, the same; else NULL */
    const be_message *warnings;
    size_t warning_count;
    const be_source *price_source; /* the oldest source of the product's figures */
    bool price_old;                /* older than BE_PRICE_AGE_DAYS on the day given */
} be_quote;

/*
 * Answers one product's demand. `today` decides the age of prices; a zero date leaves age out.
 * Everything lives in `arena` until it is reset or destroyed. NULL when there is no memory.
 */
const be_quote *be_quote_create(be_arena *arena, const be_product *product, const be_demand *demand,
                                be_horizon horizon, be_date today);

/*
 * How much cheaper than BEST another plan could at most be, as a share of BEST's total, rounded up
 * to a whole 0.01 %: 0 where it is proven, 1 where nothing is known. Of a quote that recommends it;
 * of an item that shares points, of all their best plans.
 */
be_ratio be_quote_gap(const be_quote *quote);

/* What one purchase of the quote's product costs, less the discount. */
be_amount be_quote_purchase_price(const be_quote *quote, const be_purchase *buy);

/* One item of a plan: what is asked of one product. */
typedef struct be_plan_item {
    const be_product *product;
    const be_demand *demand;
} be_plan_item;

/*
 * Answers a whole plan: a quote for each item, in `out`. Items of a provider that may share points
 * of general-purpose packages (be_plan_shares) are priced together, so that no point is used twice;
 * all others by be_quote_create. False when there is no memory.
 *
 * In every column all items buy in that column's way. Of items priced together, BEST takes the
 * cheapest of: every item its cheapest column, each column for all, and the plan that
 * be_plan_optimum_find makes of these. Where their currencies differ, or no plan is feasible for
 * all of them, it is one of the columns, and nothing is known of how cheap it is.
 */
bool be_quote_create_plan(be_arena *arena, const be_plan_item *items, size_t count,
                          be_horizon horizon, be_date today, const be_quote **out);

/*
 * Whether item `index` may share points with another item of the plan: both are of one provider,
 * and each is covered by its general-purpose packages or brings some along.
 */
bool be_plan_shares(const be_plan_item *items, size_t count, size_t index);

/* Can the option be recommended: offered, feasible, and its total known. */
bool be_option_eligible(const be_option *option);

#ifdef __cplusplus
}
#endif

#endif
