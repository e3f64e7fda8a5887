#include "capacity.h"
#include "idle.h"
#include "join.h"
#include "quoting.h"

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

/* The names of packages that save nothing. */
static bool name_idle_packages(quoting *q, const char **names)
{
    const be_product *product = q->product;
    const be_provider *provider = product->provider;
    for (size_t i = 0; i < product->package_count; i++) {
        const be_package *package = &product->packages[i];
        if (idle_package(product, package) &&
            (*names = join_names(q->arena, *names, package->id)) == NULL)
            return false;
    }
    for (size_t i = 0; provider != NULL && i < provider->general_package_count; i++) {
        const be_general_package *package = &provider->general_packages[i];
        if (idle_general(product, package) &&
            (*names = join_names(q->arena, *names, package->id)) == NULL)
            return false;
    }
    return true;
}

static bool warn_of_packages(quoting *q)
{
    const char *names = NULL;
    if (!q->product->payg.offered || q->product->meter_count > 0)
        return true;
    if (!name_idle_packages(q, &names))
        return false;
    return names == NULL || warn(q, BE_MSG_PACKAGE_SAVES_NOTHING, be_arg_text(names));
}

/* The bill of the column that a reader takes home, or of pay-as-you-go if there is none. */
static const be_bill *bill_told(const quoting *q)
{
    be_option_id id = q->quote->has_recommended ? q->quote->recommended : BE_OPTION_PAYG;
    return &q->quote->options[id].bill;
}

/* Whether some of a quota given once is never used. */
static bool leaves_free_units(const quoting *q)
{
    be_quantity quota = q->product->free.quantity;
    if (q->demand->has_free_left && q->demand->free_left < quota)
        quota = q->demand->free_left;
    return bill_told(q)->units.layer[BE_LAYER_FREE] < quota;
}

/* The last month of the plan in which a free quota given once is valid, when it ends within it and
 * something is left of it. */
static bool warn_of_free_end(quoting *q)
{
    const be_free_quota *quota = &q->product->free;
    be_horizon horizon = q->quote->usage.horizon;
    if (quota->monthly || quota->valid.count == 0 || !leaves_free_units(q))
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

/* A plan without a proof comes with what is known: how much less none can cost, if anything. */
static bool warn_of_proof(quoting *q)
{
    const be_option *best = &q->quote->options[BE_OPTION_BEST];
    if (!q->quote->has_recommended || best->schedule.proven)
        return true;
    be_ratio gap = be_quote_gap(q->quote);
    if (gap >= BE_RATIO_ONE || q->quote->shared != NULL) /* that gap is the whole plan's */
        return warn(q, BE_MSG_PLAN_UNPROVEN, (be_arg){.kind = BE_ARG_NONE});
    return warn(q, BE_MSG_PLAN_WITHIN, be_arg_ratio(gap));
}

static bool add_bill_warnings(quoting *q)
{
    const be_bill *bill = bill_told(q);
    if (!warn_of_proof(q))
        return false;
    for (size_t i = 0; i < bill->warning_count; i++) {
        if (!message_list_add(&q->warnings, q->arena, bill->warnings[i]))
            return false;
    }
    return true;
}

/* Of the user's own orders, which nobody else would make. */
static bool warn_of_overlap(quoting *q)
{
    static const be_message_id ids[] = {
        [BE_CAPACITY_QPS] = BE_MSG_OVERLAP_QPS,
        [BE_CAPACITY_CONCURRENCY] = BE_MSG_OVERLAP_CONCURRENCY,
    };
    be_horizon horizon = q->quote->usage.horizon;
    int t;
    return !capacity_overlaps(q->product, horizon, q->demand->pinned, q->demand->pinned_count,
                              &t) ||
           warn(q, ids[q->product->capacity.adds_to], be_arg_month(horizon.start + t));
}

/* The plan may have been longer when something was pinned. */
static bool warn_of_pinned(quoting *q)
{
    be_horizon horizon = q->quote->usage.horizon;
    for (size_t i = 0; i < q->demand->pinned_count; i++) {
        int month = q->demand->pinned[i].month;
        if ((month < 0 || month >= horizon.months) &&
            !warn(q, BE_MSG_PURCHASE_OUTSIDE, be_arg_month(horizon.start + month)))
            return false;
    }
    return true;
}

bool quote_warn(quoting *q, be_date today)
{
    return warn_of_prices(q, today) && warn_of_demand(q) && warn_of_even_flow(q) &&
           warn_of_packages(q) && warn_of_pinned(q) && warn_of_overlap(q) && warn_of_free_end(q) &&
           add_bill_warnings(q);
}
