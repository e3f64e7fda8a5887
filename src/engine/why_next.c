#include <breakeven/optimum.h>

#include "explaining.h"
#include "purchase_list.h"
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
    const be_purchase *copy = purchase_list_copy(e->arena, schedule);
    if (copy == NULL)
        return false;
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

/* The next piece: without the sort of one purchase. */
static bool offer_fewer_sorts(explaining *e)
{
    const be_schedule *schedule = &e->best->schedule;
    be_amount bound;
    if (e->next == 0)
        e->least = be_amount_missing(BE_AMOUNT_OVERFLOW);
    if (!is_first_of_its_sort(schedule, e->next))
        return true;
    if (!offer_without(e, &schedule->purchases[e->next], &bound))
        return false;
    if (be_amount_compare(bound, e->least) < 0)
        e->least = bound;
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

static size_t generals_of(const explaining *e)
{
    const be_provider *provider = e->product->provider;
    return provider == NULL ? 0 : provider->general_package_count;
}

static size_t terms_of(const explaining *e)
{
    const be_capacity *capacity = &e->product->capacity;
    return capacity->offered ? capacity->price_count : 0;
}

/* What can be bought, one after the other: packages, those of points, capacity. */
static bool offer_thing(explaining *e, size_t i)
{
    const be_product *product = e->product;
    if (i < product->package_count)
        return offer_single(e, (be_purchase){BE_BUY_PACKAGE, i, 0, 1, 1});
    i -= product->package_count;
    if (i >= generals_of(e))
        return offer_single(
            e, (be_purchase){BE_BUY_CAPACITY, i - generals_of(e), 0, product->capacity.min, 1});
    return be_general_points(&product->provider->general_packages[i], product) == 0 ||
           offer_single(e, (be_purchase){BE_BUY_GENERAL, i, 0, 1, 1});
}

static bool offer_columns(explaining *e)
{
    for (int id = 0; id < BE_OPTION_COUNT; id++) {
        const be_option *option = &e->quote->options[id];
        if (option->schedule.count > 0 && quote_can_take(e->quote, option) &&
            !offer_schedule(e, &option->schedule))
            return false;
    }
    return true;
}

/* -- all of it ----------------------------------------------------------------------------------
 */

static bool gives_up(const explaining *e)
{
    return e->best->schedule.count > 0;
}

size_t explain_next_pieces(const explaining *e)
{
    return gives_up(e) ? e->best->schedule.count
                       : 1 + e->product->package_count + generals_of(e) + terms_of(e);
}

/* Where the best plan buys nothing, no plan is known to be the cheapest that buys something, but
 * one at the bound of all. */
static void conclude(explaining *e)
{
    be_why_next *next = &e->why->next;
    be_amount least = gives_up(e) ? e->least : e->quote->bound;
    next->gives_up = gives_up(e);
    next->optimal = next->found && be_amount_compare(next->cost, least) <= 0;
}

bool explain_next(explaining *e, bool *more)
{
    bool done = gives_up(e)    ? offer_fewer_sorts(e)
                : e->next == 0 ? offer_columns(e)
                               : offer_thing(e, e->next - 1);
    *more = e->next + 1 < explain_next_pieces(e);
    if (done && !*more)
        conclude(e);
    return done;
}
