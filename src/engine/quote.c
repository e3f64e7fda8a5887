#include <breakeven/quote.h>

#include "ledger.h"

/* What the making of a quote hands from step to step. */
typedef struct quoting {
    be_arena *arena;
    const be_product *product;
    const be_demand *demand;
    be_quote *quote;
    message_list warnings;
} quoting;

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

static bool not_offered(quoting *q, be_option *option, be_message_id why)
{
    message_list reasons = {0};
    if (!message_list_add(&reasons, q->arena, (be_message){.id = why}))
        return false;
    option->reasons = reasons.items;
    option->reason_count = reasons.count;
    return true;
}

/* Prices the option's schedule: the same computation for every column. */
static bool price_option(quoting *q, be_option *option)
{
    const be_usage *usage = &q->quote->usage;
    if (!be_bill_compute(q->arena, q->product, q->demand, usage, option->schedule.purchases,
                         option->schedule.count, BE_BILL_LINES, &option->bill))
        return false;
    option->offered = true;
    option->reasons = option->bill.reasons;
    option->reason_count = option->bill.reason_count;
    option->unit_cost = usage->billable_total == 0
                            ? be_amount_zero()
                            : be_amount_divide(option->bill.total, usage->billable_total);
    return true;
}

static bool fill_payg(quoting *q, be_option *option)
{
    if (!q->product->payg.offered)
        return not_offered(q, option, BE_MSG_NO_PAYG);
    option->schedule.proven = true;
    return price_option(q, option);
}

/* A product may sell packages at prices that it does not publish: offered, but without a total. */
static bool fill_package(quoting *q, be_option *option)
{
    if (q->product->package_count == 0)
        return not_offered(q, option, BE_MSG_NO_PACKAGES);
    bool any_price = false;
    for (size_t i = 0; i < q->product->package_count; i++)
        any_price = any_price || be_amount_is_known(q->product->packages[i].price);
    if (!any_price)
        return not_offered(q, option, BE_MSG_PRICE_UNPUBLISHED);
    if (!be_strategy_packages(q->arena, q->product, q->demand, &q->quote->usage, &option->schedule))
        return false;
    return price_option(q, option);
}

static bool fill_capacity(quoting *q, be_option *option)
{
    if (!q->product->capacity.offered)
        return not_offered(q, option, BE_MSG_NO_CAPACITY);
    if (!be_strategy_capacity(q->arena, q->product, q->demand, &q->quote->usage, &option->schedule))
        return false;
    return price_option(q, option);
}

static bool fill_own(quoting *q, be_option *option)
{
    if (q->demand->pinned_count == 0)
        return true;
    option->schedule.purchases = q->demand->pinned;
    option->schedule.count = q->demand->pinned_count;
    return price_option(q, option);
}

/* Of equal totals the earlier option wins: it buys less. */
static bool choose_best(quoting *q)
{
    static const be_option_id choices[] = {BE_OPTION_PAYG, BE_OPTION_PACKAGE, BE_OPTION_QPS,
                                           BE_OPTION_OWN};
    be_option *options = q->quote->options;
    const be_option *best = NULL;
    for (size_t i = 0; i < sizeof choices / sizeof *choices; i++) {
        const be_option *option = &options[choices[i]];
        if (!be_option_eligible(option))
            continue;
        if (best == NULL || be_amount_compare(option->bill.total, best->bill.total) < 0)
            best = option;
    }
    if (best == NULL)
        return not_offered(q, &options[BE_OPTION_BEST], BE_MSG_NONE_FEASIBLE);
    options[BE_OPTION_BEST] = *best;
    options[BE_OPTION_BEST].id = BE_OPTION_BEST;
    q->quote->has_recommended = true;
    q->quote->recommended = BE_OPTION_BEST;
    return true;
}

static bool warn(quoting *q, be_message_id id, be_arg arg)
{
    return message_list_add(&q->warnings, q->arena, (be_message){id, {arg}});
}

static bool warn_of_prices(quoting *q, be_date today)
{
    be_quote *quote = q->quote;
    quote->price_source = be_product_oldest_source(q->product);
    if (quote->price_source == NULL)
        return true;
    quote->price_old = today.year != 0 &&
                       be_date_days_between(quote->price_source->date, today) > BE_PRICE_AGE_DAYS;
    if (quote->price_old && !warn(q, BE_MSG_OLD_PRICE, be_arg_text(quote->price_source->date_text)))
        return false;
    const be_source *weak = be_product_second_hand_source(q->product);
    return weak == NULL || warn(q, BE_MSG_SECOND_HAND, be_arg_text(weak->title));
}

/* The most that one unit can cost; missing where some band has no price. */
static be_amount dearest_unit(const be_tariff *tariff)
{
    be_amount dearest = tariff->bands[0].price;
    for (size_t i = 1; i < tariff->band_count; i++) {
        if (be_amount_compare(tariff->bands[i].price, dearest) > 0)
            dearest = tariff->bands[i].price;
    }
    return dearest;
}

/* A package that costs at least the dearest pay-as-you-go price for its units. */
static bool warn_of_packages(quoting *q)
{
    const be_payg *payg = &q->product->payg;
    if (!payg->offered || payg->tariff.per != 1)
        return true;
    be_amount dearest = dearest_unit(&payg->tariff);
    for (size_t i = 0; i < q->product->package_count; i++) {
        const be_package *package = &q->product->packages[i];
        be_amount by_unit = be_amount_times(dearest, package->size);
        if (!be_amount_is_known(package->price) || !be_amount_is_known(by_unit))
            continue;
        if (be_amount_compare(package->price, by_unit) >= 0 &&
            !warn(q, BE_MSG_PACKAGE_SAVES_NOTHING, be_arg_text(package->id)))
            return false;
    }
    return true;
}

/* The last month of the plan in which a free quota given once is valid, when it ends within it. */
static bool warn_of_free_end(quoting *q)
{
    const be_free_quota *quota = &q->product->free;
    be_horizon horizon = q->quote->usage.horizon;
    bool used_up = q->demand->has_free_left && q->demand->free_left == 0;
    if (quota->quantity == 0 || quota->monthly || quota->valid.count == 0 || used_up)
        return true;
    for (int t = 0; t < horizon.months; t++) {
        int days = be_duration_days_in_month(quota->valid, horizon.start, 0, t);
        int after = be_duration_days_in_month(quota->valid, horizon.start, 0, t + 1);
        if (days > 0 && after == 0)
            return warn(q, BE_MSG_FREE_ENDS, be_arg_month(horizon.start + t));
    }
    return true;
}

/* Prepaid QPS for an even flow looks cheap, and refuses calls as soon as they come in bursts. */
static bool warn_of_even_flow(quoting *q)
{
    const be_option *option = &q->quote->options[BE_OPTION_QPS];
    bool peak_given = q->demand->qps > 0 || q->demand->concurrency > 0;
    if (peak_given || !be_option_eligible(option) || !q->product->capacity.calls_free)
        return true;
    be_quantity most = 0;
    for (size_t i = 0; i < option->schedule.count; i++) {
        be_quantity count = option->schedule.purchases[i].count;
        most = count > most ? count : most;
    }
    return most == 0 || warn(q, BE_MSG_NEEDS_PEAK, be_arg_quantity(most));
}

static bool warn_of_demand(quoting *q)
{
    const be_demand *demand = q->demand;
    const be_limits *limits = &q->product->limits;
    bool qps_matters = limits->qps.stated || q->product->capacity.adds_to == BE_CAPACITY_QPS;
    if (demand->concurrency > 0 && demand->response <= 0 && demand->qps <= 0 && qps_matters &&
        !warn(q, BE_MSG_NEEDS_RESPONSE_TIME, (be_arg){.kind = BE_ARG_NONE}))
        return false;
    if (q->product->payg.offered && q->product->payg.opt_in && !demand->postpaid)
        return warn(q, BE_MSG_POSTPAID_OFF, (be_arg){.kind = BE_ARG_NONE});
    return true;
}

/* The warnings of the column that a reader takes home, or of pay-as-you-go if there is none. */
static bool add_bill_warnings(quoting *q)
{
    be_option_id id = q->quote->has_recommended ? q->quote->recommended : BE_OPTION_PAYG;
    const be_option *option = &q->quote->options[id];
    const be_bill *bill = &option->bill;
    if (option->same_as != BE_OPTION_OWN && option->offered && !option->schedule.proven &&
        !warn(q, BE_MSG_PLAN_UNPROVEN, (be_arg){.kind = BE_ARG_NONE}))
        return false;
    for (size_t i = 0; i < bill->warning_count; i++) {
        if (!message_list_add(&q->warnings, q->arena, bill->warnings[i]))
            return false;
    }
    return true;
}

const be_quote *be_quote_create(be_arena *arena, const be_product *product, const be_demand *demand,
                                be_horizon horizon, be_date today)
{
    quoting q = {.arena = arena, .product = product, .demand = demand};
    q.quote = be_arena_alloc(arena, 1, sizeof *q.quote);
    if (q.quote == NULL)
        return NULL;
    q.quote->product = product;
    be_usage_resolve(demand, horizon, &q.quote->usage);
    be_option *options = q.quote->options;
    for (int i = 0; i < BE_OPTION_COUNT; i++)
        options[i].id = options[i].same_as = (be_option_id)i;

    bool done = fill_payg(&q, &options[BE_OPTION_PAYG]) &&
                fill_package(&q, &options[BE_OPTION_PACKAGE]) &&
                fill_capacity(&q, &options[BE_OPTION_QPS]) &&
                fill_own(&q, &options[BE_OPTION_OWN]) && choose_best(&q) &&
                warn_of_prices(&q, today) && warn_of_demand(&q) && warn_of_even_flow(&q) &&
                warn_of_packages(&q) && warn_of_free_end(&q) && add_bill_warnings(&q);
    if (!done)
        return NULL;
    q.quote->warnings = q.warnings.items;
    q.quote->warning_count = q.warnings.count;
    return q.quote;
}
