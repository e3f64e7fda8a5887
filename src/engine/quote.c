#include <breakeven/quote.h>

#include "capacity.h"
#include "optimum_among.h"
#include "quoting.h"

const char *be_option_name(be_option_id id)
{
    static const char *const names[BE_OPTION_COUNT] = {
        [BE_OPTION_PAYG] = "payg", [BE_OPTION_PACKAGE] = "package", [BE_OPTION_QPS] = "qps",
        [BE_OPTION_BEST] = "best", [BE_OPTION_OWN] = "own",
    };
    return names[id];
}

bool be_option_eligible(const be_option *option)
{
    return option->offered && option->bill.feasible && be_amount_is_known(option->bill.total);
}

bool quote_not_offered(quoting *q, be_option *option, be_message_id why)
{
    be_message *reason = be_arena_alloc(q->arena, 1, sizeof *reason);
    if (reason == NULL)
        return false;
    reason->id = why;
    option->offered = false;
    option->reasons = reason;
    option->reason_count = 1;
    return true;
}

/* -- what each column buys --------------------------------------------------------------------- */

static bool buy_nothing(quoting *q, be_option *option)
{
    if (!q->product->payg.offered)
        return quote_not_offered(q, option, BE_MSG_NO_PAYG);
    option->offered = true;
    option->schedule.proven = true;
    return true;
}

/* What is sold in packages, and whether at a price that is known. */
static void look_for_packages(const be_product *product, bool *sold, bool *priced)
{
    const be_provider *provider = product->provider;
    *sold = product->package_count > 0;
    for (size_t i = 0; i < product->package_count; i++)
        *priced = *priced || be_amount_is_known(product->packages[i].price);
    for (size_t i = 0; provider != NULL && i < provider->general_package_count; i++) {
        const be_general_package *package = &provider->general_packages[i];
        bool covers = be_general_points(package, product) > 0;
        *sold = *sold || covers;
        *priced = *priced || (covers && be_amount_is_known(package->price));
    }
}

/* A product may sell packages at prices that it does not publish: offered, but without a total. */
static bool buy_packages(quoting *q, be_option *option)
{
    bool sold = false, priced = false;
    look_for_packages(q->product, &sold, &priced);
    if (!sold)
        return quote_not_offered(q, option, BE_MSG_NO_PACKAGES);
    if (!priced)
        return quote_not_offered(q, option, BE_MSG_PRICE_UNPUBLISHED);
    option->offered = true;
    return be_strategy_packages(q->arena, q->product, q->demand, &q->quote->usage,
                                &option->schedule);
}

static bool buy_capacity(quoting *q, be_option *option)
{
    if (!q->product->capacity.offered)
        return quote_not_offered(q, option, BE_MSG_NO_CAPACITY);
    option->offered = true;
    return be_strategy_capacity(q->arena, q->product, q->demand, &q->quote->usage,
                                &option->schedule);
}

static bool buy_pinned(quoting *q, be_option *option)
{
    option->offered = q->demand->pinned_count > 0;
    option->schedule.purchases = q->demand->pinned;
    option->schedule.count = q->demand->pinned_count;
    return true;
}

typedef bool column_buyer(quoting *q, be_option *option);

/* BEST follows once the others are priced. */
static column_buyer *const buyers[BE_OPTION_COUNT] = {
    [BE_OPTION_PAYG] = buy_nothing,
    [BE_OPTION_PACKAGE] = buy_packages,
    [BE_OPTION_QPS] = buy_capacity,
    [BE_OPTION_OWN] = buy_pinned,
};

bool quote_begin(quoting *q, be_arena *arena, const be_plan_item *item, be_horizon horizon)
{
    *q = (quoting){.arena = arena, .product = item->product, .demand = item->demand};
    q->quote = be_arena_alloc(arena, 1, sizeof *q->quote);
    if (q->quote == NULL)
        return false;
    q->quote->product = item->product;
    q->quote->discount = item->demand->discount;
    q->quote->bound = be_amount_missing(BE_AMOUNT_UNPUBLISHED);
    be_usage_resolve(item->demand, horizon, &q->quote->usage);
    for (int id = 0; id < BE_OPTION_COUNT; id++) {
        be_option *option = &q->quote->options[id];
        option->id = option->same_as = (be_option_id)id;
        if (buyers[id] != NULL && !buyers[id](q, option))
            return false;
    }
    return true;
}

/* -- what it costs ----------------------------------------------------------------------------- */

void quote_take_bill(quoting *q, be_option *option)
{
    be_quantity units = q->quote->usage.billable_total;
    option->reasons = option->bill.reasons;
    option->reason_count = option->bill.reason_count;
    option->unit_cost = units == 0 ? be_amount_zero() : be_amount_divide(option->bill.total, units);
}

/* Prices the option's schedule: the same computation for every column. */
static bool price(quoting *q, be_option *option)
{
    if (!option->offered)
        return true;
    if (!be_bill_compute(q->arena, q->product, q->demand, &q->quote->usage,
                         option->schedule.purchases, option->schedule.count, BE_BILL_LINES,
                         &option->bill))
        return false;
    quote_take_bill(q, option);
    return true;
}

/* A plan of the user's own may hold orders that nobody else would make. */
bool quote_can_take(const be_quote *quote, const be_option *option)
{
    int month;
    return be_option_eligible(option) &&
           !capacity_overlaps(quote->product, quote->usage.horizon, option->schedule.purchases,
                              option->schedule.count, &month);
}

const be_option *quote_cheapest(const quoting *q)
{
    static const be_option_id choices[] = {BE_OPTION_PAYG, BE_OPTION_PACKAGE, BE_OPTION_QPS,
                                           BE_OPTION_OWN};
    const be_option *best = NULL;
    for (size_t i = 0; i < sizeof choices / sizeof *choices; i++) {
        const be_option *option = &q->quote->options[choices[i]];
        if (quote_can_take(q->quote, option) &&
            (best == NULL || be_amount_compare(option->bill.total, best->bill.total) < 0))
            best = option;
    }
    return best;
}

bool quote_optimum(be_arena *arena, const be_quote *quote, const be_demand *demand, be_optimum *out)
{
    be_schedule known[BE_OPTION_COUNT];
    size_t count = 0;
    for (int id = 0; id < BE_OPTION_COUNT; id++) {
        const be_option *option = &quote->options[id];
        if (quote_can_take(quote, option))
            known[count++] = option->schedule;
    }
    return optimum_among(arena, quote->product, demand, &quote->usage, known, count, out);
}

/* The cheapest column, or the optimum where that costs less. */
static bool choose_best(quoting *q)
{
    be_option *option = &q->quote->options[BE_OPTION_BEST];
    const be_option *cheapest = quote_cheapest(q);
    be_optimum optimum;
    if (!quote_optimum(q->arena, q->quote, q->demand, &optimum))
        return false;
    q->quote->bound = optimum.bound;
    if (!be_amount_is_known(optimum.cost))
        return quote_not_offered(q, option, BE_MSG_NONE_FEASIBLE);
    if (cheapest != NULL && be_amount_compare(cheapest->bill.total, optimum.cost) <= 0) {
        *option = *cheapest;
        option->id = BE_OPTION_BEST;
    } else {
        option->offered = true;
        option->schedule = optimum.schedule;
        if (!price(q, option))
            return false;
    }
    option->schedule.proven = optimum.optimal;
    return true;
}

bool quote_finish(quoting *q, be_date today)
{
    be_quote *quote = q->quote;
    quote->has_recommended = be_option_eligible(&quote->options[BE_OPTION_BEST]);
    quote->recommended = BE_OPTION_BEST;
    if (!quote_warn(q, today))
        return false;
    quote->warnings = q->warnings.items;
    quote->warning_count = q->warnings.count;
    return true;
}

be_ratio quote_gap_of(be_amount total, be_amount bound)
{
    enum { HUNDREDTHS_OF_PERCENT = 10000 };
    be_amount gap = be_amount_sub(total, bound);
    if (!be_amount_is_known(gap) || total.scaled <= 0 || gap.scaled >= total.scaled)
        return BE_RATIO_ONE;
    /* Both in parts so small that the product is in range, and the gap errs on the large side. */
    be_int128 whole = total.scaled / HUNDREDTHS_OF_PERCENT;
    be_int128 share = whole == 0 ? HUNDREDTHS_OF_PERCENT : (gap.scaled + whole - 1) / whole;
    share = share > HUNDREDTHS_OF_PERCENT ? HUNDREDTHS_OF_PERCENT : share;
    return (be_ratio)share * (BE_RATIO_ONE / HUNDREDTHS_OF_PERCENT);
}

be_ratio be_quote_gap(const be_quote *quote)
{
    const be_option *best = &quote->options[BE_OPTION_BEST];
    if (best->schedule.proven)
        return 0;
    if (quote->shared != NULL)
        return quote_gap_of(quote->shared->total, quote->shared->bound);
    return quote_gap_of(best->bill.total, quote->bound);
}

static be_amount list_price(const be_product *product, const be_purchase *buy)
{
    switch (buy->kind) {
    case BE_BUY_PACKAGE:
        return be_amount_times(product->packages[buy->item].price, buy->count);
    case BE_BUY_GENERAL:
        return be_amount_times(product->provider->general_packages[buy->item].price, buy->count);
    case BE_BUY_CAPACITY:
        break;
    }
    return be_capacity_charge(&product->capacity, buy->item, buy->count, buy->terms);
}

be_amount be_quote_purchase_price(const be_quote *quote, const be_purchase *buy)
{
    be_amount price = list_price(quote->product, buy);
    return quote->discount == 0 ? price : be_amount_scale(price, BE_RATIO_ONE - quote->discount);
}

static bool price_columns(quoting *q, be_arena *arena, const be_plan_item *item, be_horizon horizon)
{
    if (!quote_begin(q, arena, item, horizon))
        return false;
    for (int id = 0; id < BE_OPTION_COUNT; id++) {
        if (!price(q, &q->quote->options[id]))
            return false;
    }
    return true;
}

const be_quote *quote_columns(be_arena *arena, const be_product *product, const be_demand *demand,
                              be_horizon horizon)
{
    quoting q;
    const be_plan_item item = {product, demand};
    return price_columns(&q, arena, &item, horizon) ? q.quote : NULL;
}

const be_quote *be_quote_create(be_arena *arena, const be_product *product, const be_demand *demand,
                                be_horizon horizon, be_date today)
{
    quoting q;
    const be_plan_item item = {product, demand};
    if (!price_columns(&q, arena, &item, horizon))
        return NULL;
    return choose_best(&q) && quote_finish(&q, today) ? q.quote : NULL;
}
