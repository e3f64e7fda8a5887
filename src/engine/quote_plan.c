#include <breakeven/quote.h>

#include <string.h>

#include <breakeven/plan_optimum.h>

#include "quoting.h"

/* The items of a plan that are priced together. */
typedef struct planning {
    be_arena *arena;
    size_t count;
    quoting *items;
    be_bill_item *orders; /* what each is to buy in the next billing */
    be_bill *bills;       /* and what came of it */
    be_plan_proof *proof;
} planning;

/* -- who shares with whom ---------------------------------------------------------------------- */

static bool brings_points(const be_demand *demand)
{
    for (size_t i = 0; i < demand->owned_count; i++) {
        if (demand->owned[i].general != NULL)
            return true;
    }
    for (size_t i = 0; i < demand->pinned_count; i++) {
        if (demand->pinned[i].kind == BE_BUY_GENERAL)
            return true;
    }
    return false;
}

static bool is_covered(const be_product *product)
{
    const be_provider *provider = product->provider;
    for (size_t i = 0; provider != NULL && i < provider->general_package_count; i++) {
        if (be_general_points(&provider->general_packages[i], product) > 0)
            return true;
    }
    return false;
}

static bool deals_in_points(const be_plan_item *item)
{
    return is_covered(item->product) || brings_points(item->demand);
}

bool be_plan_shares(const be_plan_item *items, size_t count, size_t index)
{
    if (!deals_in_points(&items[index]))
        return false;
    for (size_t i = 0; i < count; i++) {
        if (i != index && items[i].product->provider == items[index].product->provider &&
            deals_in_points(&items[i]))
            return true;
    }
    return false;
}

/* -- pricing together -------------------------------------------------------------------------- */

static void order(planning *p, size_t i, const be_schedule *schedule)
{
    const quoting *q = &p->items[i];
    p->orders[i] = (be_bill_item){q->product, q->demand, &q->quote->usage, schedule->purchases,
                                  schedule->count};
}

static bool bill_orders(planning *p, be_bill_detail detail)
{
    return be_bill_compute_plan(p->arena, p->orders, p->count, detail, p->bills);
}

/* What was ordered becomes the bill of the item's option, if that is offered at all. */
static void take_bill(planning *p, size_t i, be_option *option)
{
    if (!option->offered)
        return;
    option->bill = p->bills[i];
    quote_take_bill(&p->items[i], option);
}

/* Prices one column: every item buys in its way, or nothing where that is not sold. */
static bool price_column(planning *p, be_option_id id)
{
    for (size_t i = 0; i < p->count; i++)
        order(p, i, &p->items[i].quote->options[id].schedule);
    if (!bill_orders(p, BE_BILL_LINES))
        return false;
    for (size_t i = 0; i < p->count; i++) {
        be_option *option = &p->items[i].quote->options[id];
        if (id == BE_OPTION_PACKAGE)
            option->schedule.proven = false; /* items that share might do with fewer */
        take_bill(p, i, option);
    }
    return true;
}

/* -- the best ---------------------------------------------------------------------------------- */

/* The column that item i takes if the plan leans to `id`: that one, or else its own cheapest. */
static const be_option *column_of(const planning *p, size_t i, be_option_id id)
{
    const be_option *leaning = &p->items[i].quote->options[id];
    bool possible = id != BE_OPTION_BEST && quote_can_take(p->items[i].quote, leaning);
    return possible ? leaning : quote_cheapest(&p->items[i]);
}

static bool same_currency(const planning *p, size_t a, size_t b)
{
    return strcmp(p->items[a].product->currency, p->items[b].product->currency) == 0;
}

static bool can_be_had(const be_bill *bill)
{
    return bill->feasible && be_amount_is_known(bill->total);
}

/* What the items in the currency of item i cost together, of those that both bills price. */
static be_amount sum_like(const planning *p, const be_bill *bills, const be_bill *others, size_t i)
{
    be_amount sum = be_amount_zero();
    for (size_t j = 0; j < p->count; j++) {
        if (same_currency(p, i, j) && can_be_had(&bills[j]) && can_be_had(&others[j]))
            sum = be_amount_add(sum, bills[j].total);
    }
    return sum;
}

/*
 * Whether `bills` can be taken for more items than `best`, whatever they cost; or for the same ones
 * and cost no more in any currency, less in some.
 */
static bool improves(const planning *p, const be_bill *bills, const be_bill *best)
{
    bool more = false, less = false, dearer = false;
    for (size_t i = 0; i < p->count; i++) {
        bool now = can_be_had(&bills[i]), before = can_be_had(&best[i]);
        if (before && !now)
            return false;
        more = more || (now && !before);
        int order = be_amount_compare(sum_like(p, bills, best, i), sum_like(p, best, bills, i));
        dearer = dearer || order > 0;
        less = less || order < 0;
    }
    return more || (less && !dearer);
}

static bool take_best(planning *p, const be_option_id *taken)
{
    for (size_t i = 0; i < p->count; i++) {
        quoting *q = &p->items[i];
        be_option *best = &q->quote->options[BE_OPTION_BEST];
        if (quote_cheapest(q) == NULL) {
            if (!quote_not_offered(q, best, BE_MSG_NONE_FEASIBLE))
                return false;
            continue;
        }
        *best = q->quote->options[taken[i]];
        best->id = BE_OPTION_BEST;
        best->schedule.proven = false;
    }
    return true;
}

/* With every line, which so many plans that are no better did not need. */
static bool bill_best(planning *p)
{
    for (size_t i = 0; i < p->count; i++)
        order(p, i, &p->items[i].quote->options[BE_OPTION_BEST].schedule);
    if (!bill_orders(p, BE_BILL_LINES))
        return false;
    for (size_t i = 0; i < p->count; i++)
        take_bill(p, i, &p->items[i].quote->options[BE_OPTION_BEST]);
    return true;
}

static bool of_one_currency(const planning *p)
{
    for (size_t i = 1; i < p->count; i++) {
        if (!same_currency(p, 0, i))
            return false;
    }
    return true;
}

/* Takes a plan that is of no column for the items at `places`; the others keep theirs. */
static void take_schedules(planning *p, const be_schedule *schedules, const size_t *places,
                           size_t count)
{
    for (size_t i = 0; i < count; i++) {
        be_option *best = &p->items[places[i]].quote->options[BE_OPTION_BEST];
        *best = (be_option){.id = BE_OPTION_BEST, .same_as = BE_OPTION_BEST, .offered = true};
        best->schedule = schedules[i];
    }
}

static void note_proof(planning *p, const be_plan_optimum *optimum)
{
    *p->proof = (be_plan_proof){p->count, optimum->cost, optimum->bound, optimum->optimal};
    for (size_t i = 0; i < p->count; i++)
        p->items[i].quote->options[BE_OPTION_BEST].schedule.proven = optimum->optimal;
}

/*
 * The cheapest plan of the items at `places`, where it betters `bills`, from what is ordered for a
 * start. `*any`: there is one. `orders` has room for them.
 */
static bool better_columns(planning *p, const be_bill *bills, const size_t *places, size_t count,
                           be_bill_item *orders, bool *any)
{
    be_plan_optimum optimum;
    for (size_t i = 0; i < count; i++)
        orders[i] = p->orders[places[i]];
    if (!be_plan_optimum_find(p->arena, orders, count, &optimum))
        return false;
    *any = optimum.schedules != NULL && count > 0;
    if (!*any)
        return true;
    for (size_t i = 0; i < count; i++)
        order(p, places[i], &optimum.schedules[i]);
    if (!bill_orders(p, BE_BILL_TOTALS))
        return false;
    if (improves(p, p->bills, bills))
        take_schedules(p, optimum.schedules, places, count);
    if (count == p->count)
        note_proof(p, &optimum);
    return true;
}

/* Of all items; else of those that can be had, so that the others do not stand in their way. */
static bool find_optimum(planning *p, const be_option_id *taken, const be_bill *bills)
{
    be_amount unknown = be_amount_missing(BE_AMOUNT_UNPUBLISHED);
    be_bill_item *orders = be_arena_alloc(p->arena, p->count, sizeof *orders);
    size_t *places = be_arena_alloc(p->arena, p->count, sizeof *places);
    bool any = false;
    *p->proof = (be_plan_proof){p->count, unknown, unknown, false};
    if (orders == NULL || places == NULL)
        return false;
    for (size_t i = 0; i < p->count; i++) {
        order(p, i, &p->items[i].quote->options[taken[i]].schedule);
        places[i] = i;
    }
    if (!of_one_currency(p))
        return true;
    if (!better_columns(p, bills, places, p->count, orders, &any))
        return false;
    if (any)
        return true;
    size_t count = 0;
    for (size_t i = 0; i < p->count; i++) {
        if (can_be_had(&bills[i]))
            places[count++] = i;
    }
    return better_columns(p, bills, places, count, orders, &any);
}

/* Bills the plan with each item in the column it takes when the plan leans to `id`. */
static bool bill_leaning(planning *p, be_option_id id, be_option_id *taken)
{
    static const be_schedule nothing = {NULL, 0, true};
    for (size_t i = 0; i < p->count; i++) {
        const be_option *column = column_of(p, i, id);
        taken[i] = column != NULL ? column->id : BE_OPTION_PAYG;
        order(p, i, column != NULL ? &column->schedule : &nothing);
    }
    return bill_orders(p, BE_BILL_TOTALS);
}

static bool choose_best(planning *p)
{
    static const be_option_id leanings[] = {BE_OPTION_BEST, BE_OPTION_PAYG, BE_OPTION_PACKAGE,
                                            BE_OPTION_QPS, BE_OPTION_OWN};
    be_option_id *taken = be_arena_alloc(p->arena, p->count, sizeof *taken);
    be_option_id *best_taken = be_arena_alloc(p->arena, p->count, sizeof *best_taken);
    be_bill *best = be_arena_alloc(p->arena, p->count, sizeof *best);
    if (taken == NULL || best_taken == NULL || best == NULL)
        return false;
    for (size_t i = 0; i < sizeof leanings / sizeof *leanings; i++) {
        if (!bill_leaning(p, leanings[i], taken))
            return false;
        if (i > 0 && !improves(p, p->bills, best))
            continue;
        memcpy(best, p->bills, p->count * sizeof *best);
        memcpy(best_taken, taken, p->count * sizeof *best_taken);
    }
    return take_best(p, best_taken) && find_optimum(p, best_taken, best) && bill_best(p);
}

/* -- the whole --------------------------------------------------------------------------------- */

static bool begin(planning *p, be_arena *arena, const be_plan_item *items, size_t count,
                  be_horizon horizon)
{
    *p = (planning){.arena = arena, .count = count};
    p->items = be_arena_alloc(arena, count, sizeof *p->items);
    p->orders = be_arena_alloc(arena, count, sizeof *p->orders);
    p->bills = be_arena_alloc(arena, count, sizeof *p->bills);
    p->proof = be_arena_alloc(arena, 1, sizeof *p->proof);
    if (p->items == NULL || p->orders == NULL || p->bills == NULL || p->proof == NULL)
        return false;
    for (size_t i = 0; i < count; i++) {
        if (!quote_begin(&p->items[i], arena, &items[i], horizon))
            return false;
        p->items[i].quote->shared = p->proof;
    }
    return true;
}

static bool quote_together(be_arena *arena, const be_plan_item *items, size_t count,
                           be_horizon horizon, be_date today, const be_quote **out)
{
    planning p;
    if (!begin(&p, arena, items, count, horizon))
        return false;
    for (int id = 0; id < BE_OPTION_COUNT; id++) {
        if (id != BE_OPTION_BEST && !price_column(&p, (be_option_id)id))
            return false;
    }
    if (!choose_best(&p))
        return false;
    for (size_t i = 0; i < count; i++) {
        if (!quote_finish(&p.items[i], today))
            return false;
        out[i] = p.items[i].quote;
    }
    return true;
}

/* Some items of a plan, in their order, and where each of them stands in it. */
typedef struct sharing_group {
    be_plan_item *items;
    const be_quote **quotes;
    size_t *places;
    size_t count;
} sharing_group;

static bool open_group(sharing_group *group, be_arena *arena, size_t most)
{
    group->items = be_arena_alloc(arena, most, sizeof *group->items);
    group->quotes = be_arena_alloc(arena, most, sizeof *group->quotes);
    group->places = be_arena_alloc(arena, most, sizeof *group->places);
    return group->items != NULL && group->quotes != NULL && group->places != NULL;
}

/* The items from `first` on that share points with it. */
static void gather(sharing_group *group, const be_plan_item *items, size_t count, size_t first)
{
    group->count = 0;
    for (size_t i = first; i < count; i++) {
        if (items[i].product->provider != items[first].product->provider ||
            !be_plan_shares(items, count, i))
            continue;
        group->places[group->count] = i;
        group->items[group->count++] = items[i];
    }
}

bool be_quote_create_plan(be_arena *arena, const be_plan_item *items, size_t count,
                          be_horizon horizon, be_date today, const be_quote **out)
{
    sharing_group group = {0};
    for (size_t i = 0; i < count; i++)
        out[i] = NULL;
    for (size_t i = 0; i < count; i++) {
        if (out[i] != NULL)
            continue; /* answered with an item before it */
        if (!be_plan_shares(items, count, i)) {
            out[i] = be_quote_create(arena, items[i].product, items[i].demand, horizon, today);
            if (out[i] == NULL)
                return false;
            continue;
        }
        if (group.items == NULL && !open_group(&group, arena, count))
            return false;
        gather(&group, items, count, i);
        if (!quote_together(arena, group.items, group.count, horizon, today, group.quotes))
            return false;
        for (size_t j = 0; j < group.count; j++)
            out[group.places[j]] = group.quotes[j];
    }
    return true;
}
