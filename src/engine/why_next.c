#include <string.h>

#include <breakeven/optimum.h>

#include "explaining.h"
#include "quoting.h"
#include "variant.h"

static bool is_same_sort(const be_purchase *a, const be_purchase *b)
{
    return a->kind == b->kind && a->item == b->item;
}

/* Keeps a plan that is cheaper than the one found so far. */
static bool offer(explaining *e, const be_schedule *schedule, const be_bill *bill)
{
    be_why_next *next = &e->why->next;
    be_amount cost = explain_total(bill);
    if (!be_amount_is_known(cost) || (next->found && be_amount_compare(cost, next->cost) >= 0))
        return true;
    be_purchase *copy = be_arena_alloc(e->arena, schedule->count + 1, sizeof *copy);
    if (copy == NULL)
        return false;
    if (schedule->count > 0)
        memcpy(copy, schedule->purchases, schedule->count * sizeof *copy);
    next->found = true;
    next->schedule = (be_schedule){copy, schedule->count, false};
    next->by_unit = bill->units.layer[BE_LAYER_PAYG] > 0;
    next->cost = cost;
    next->more = be_amount_sub(cost, e->best->bill.total);
    return true;
}

/* -- without one sort of purchase ---------------------------------------------------------------
 */

/* The cheapest plan if the sort of `buy` were not on sale; `bound` is the least that one costs. */
static bool offer_without(explaining *e, const be_purchase *buy, be_amount *bound)
{
    variant v;
    be_optimum o;
    be_bill bill;
    be_arena_reset(e->scratch);
    if (!variant_make(e->scratch, e->product, e->demand, &v))
        return false;
    variant_withdraw(&v, buy);
    if (!be_optimum_find(e->scratch, &v.product, &v.demand, &e->quote->usage, &o))
        return false;
    *bound = o.bound;
    if (!be_amount_is_known(o.cost))
        return true;
    if (!be_bill_compute(e->scratch, &v.product, &v.demand, &e->quote->usage, o.schedule.purchases,
                         o.schedule.count, BE_BILL_TOTALS, &bill))
        return false;
    bool first = !e->why->next.found;
    be_amount before = e->why->next.cost;
    if (!offer(e, &o.schedule, &bill))
        return false;
    if (first || be_amount_compare(e->why->next.cost, before) < 0)
        e->why->next.without = *buy;
    return true;
}

static bool is_first_of_its_sort(const be_schedule *schedule, size_t i)
{
    for (size_t j = 0; j < i; j++) {
        if (is_same_sort(&schedule->purchases[j], &schedule->purchases[i]))
            return false;
    }
    return true;
}

static bool offer_fewer_sorts(explaining *e)
{
    const be_schedule *schedule = &e->best->schedule;
    be_amount least = be_amount_missing(BE_AMOUNT_OVERFLOW);
    for (size_t i = 0; i < schedule->count; i++) {
        be_amount bound;
        if (!is_first_of_its_sort(schedule, i))
            continue;
        if (!offer_without(e, &schedule->purchases[i], &bound))
            return false;
        if (be_amount_compare(bound, least) < 0)
            least = bound;
    }
    e->why->next.gives_up = true;
    e->why->next.optimal = e->why->next.found && be_amount_compare(e->why->next.cost, least) <= 0;
    return true;
}

/* -- something, where the best plan buys nothing ------------------------------------------------
 */

static bool offer_schedule(explaining *e, const be_schedule *schedule)
{
    be_bill bill;
    return explain_bill(e, &e->quote->usage, schedule, &bill) && offer(e, schedule, &bill);
}

/* One purchase of an item, in the month in which it costs the least. */
static bool offer_single(explaining *e, be_purchase buy)
{
    const be_schedule schedule = {&buy, 1, false};
    for (buy.month = 0; buy.month < e->quote->usage.horizon.months; buy.month++) {
        if (!offer_schedule(e, &schedule))
            return false;
    }
    return true;
}

static bool offer_packages(explaining *e)
{
    const be_provider *provider = e->product->provider;
    for (size_t i = 0; i < e->product->package_count; i++) {
        if (!offer_single(e, (be_purchase){BE_BUY_PACKAGE, i, 0, 1, 1}))
            return false;
    }
    for (size_t i = 0; provider != NULL && i < provider->general_package_count; i++) {
        if (be_general_points(&provider->general_packages[i], e->product) > 0 &&
            !offer_single(e, (be_purchase){BE_BUY_GENERAL, i, 0, 1, 1}))
            return false;
    }
    return true;
}

static bool offer_capacity(explaining *e)
{
    const be_capacity *capacity = &e->product->capacity;
    for (size_t i = 0; capacity->offered && i < capacity->price_count; i++) {
        if (!offer_single(e, (be_purchase){BE_BUY_CAPACITY, i, 0, capacity->min, 1}))
            return false;
    }
    return true;
}

/* No plan is known to be the cheapest that buys something, but one at the bound of all. */
static bool offer_any_purchase(explaining *e)
{
    for (int id = 0; id < BE_OPTION_COUNT; id++) {
        const be_option *option = &e->quote->options[id];
        if (option->schedule.count > 0 && quote_can_take(e->quote, option) &&
            !offer_schedule(e, &option->schedule))
            return false;
    }
    if (!offer_packages(e) || !offer_capacity(e))
        return false;
    e->why->next.optimal =
        e->why->next.found && be_amount_compare(e->why->next.cost, e->quote->bound) <= 0;
    return true;
}

bool explain_next(explaining *e)
{
    return e->best->schedule.count > 0 ? offer_fewer_sorts(e) : offer_any_purchase(e);
}
