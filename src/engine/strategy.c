#include <breakeven/strategy.h>

#include <string.h>

#include "arena_scratch.h"
#include "limits.h"
#include "packages.h"
#include "points.h"
#include "purchase_list.h"
#include "terms.h"
#include "waterfall.h"

/* A month in which the default limit is too low and a package with balance would lift it enough. */
static bool needs_lift(const be_product *product, const be_usage_month *usage)
{
    const be_limits *limits = &product->limits;
    return limits->with_package.stated && limits->qps.stated && usage->attempts > 0 &&
           usage->qps_peak > limits->qps.value && usage->qps_peak <= limits->with_package.value;
}

/* What free quota and owned balances leave, month by month: the item's own and its points. */
static bool find_need(be_arena *arena, const be_product *product, const be_demand *demand,
                      const be_usage *usage, cover_need *need)
{
    const be_bill_item item = {product, demand, usage, NULL, 0};
    lot_list points;
    waterfall w;
    if (!points_begin(&points, arena, usage->horizon, &item, 1) ||
        !waterfall_begin(&w, arena, &item, &points))
        return false;
    memset(need, 0, sizeof *need);
    for (int t = 0; t < usage->horizon.months; t++) {
        be_units units = {0};
        bool owned = lots_balance(&w.packages, t) > 0 || points_price(&points, product, t) > 0;
        waterfall_enter(&w, t, usage->month[t].days, 0);
        waterfall_run(&w, usage->month[t].billable, true, &units);
        need->units[t] = units.layer[BE_LAYER_PAYG] + units.unserved;
        need->balance[t] = !owned && needs_lift(product, &usage->month[t]);
    }
    return true;
}

/*
 * Whether all owned units end before any package bought in the plan does, and so are used before
 * it. Else a package could stand in for them first, which the search does not look at.
 */
static bool owned_go_first(const be_product *product, const be_demand *demand, be_month start)
{
    for (size_t i = 0; i < demand->owned_count; i++) {
        if (demand->owned[i].general != NULL)
            return false; /* points are used after the product's packages, whatever ends first */
        for (size_t j = 0; j < product->package_count; j++) {
            be_duration valid = product->packages[j].valid;
            if (valid.unit == BE_MONTHS && demand->owned[i].expires >= start + valid.count)
                return false;
        }
    }
    return true;
}

/* Whether packages are used up before the free quota, which then serves what they leave. */
static bool packages_before_free(const be_product *product)
{
    for (size_t i = 0; i < product->deduction_count; i++) {
        if (product->deduction[i] == BE_LAYER_FREE)
            return false;
        if (product->deduction[i] == BE_LAYER_PACKAGE || product->deduction[i] == BE_LAYER_GENERAL)
            return product->free.quantity > 0;
    }
    return false;
}

/* Takes what was worked out elsewhere into the arena. */
static bool keep(be_arena *arena, be_schedule *found)
{
    found->purchases = purchase_list_copy(arena, found);
    return found->purchases != NULL;
}

/*
 * Packages of the product and general ones are not mixed here: which of the two is used up first is
 * not for the buyer to choose. Where both are sold, neither kind alone is proven to be the
 * cheapest.
 */
bool be_strategy_packages(be_arena *arena, const be_product *product, const be_demand *demand,
                          const be_usage *usage, be_schedule *out)
{
    cover_need need;
    cover_plan own, general;
    be_arena *work = arena_scratch(arena);
    if (work == NULL || !find_need(work, product, demand, usage, &need) ||
        !packages_cover(work, product, usage->horizon, &need, &own) ||
        !packages_cover_general(work, product, usage->horizon, &need, &general))
        return false;
    bool take_general =
        general.possible && (!own.possible || be_amount_compare(general.cost, own.cost) < 0);
    const cover_plan *plan = take_general ? &general : &own;
    bool proven = plan->proven && !(own.possible && general.possible && plan->count > 0) &&
                  owned_go_first(product, demand, usage->horizon.start) &&
                  !packages_before_free(product);
    *out = (be_schedule){plan->purchases, plan->count, proven};
    return keep(arena, out);
}

/* What is needed of capacity month by month. */
typedef struct monthly_need {
    const be_usage *usage;
    capacity_need month[BE_MONTHS_MAX];
} monthly_need;

static be_quantity smaller(be_quantity a, be_quantity b)
{
    return a < b ? a : b;
}

static monthly_need find_capacity_need(const be_product *product, const be_demand *demand,
                                       const be_usage *usage)
{
    monthly_need need = {.usage = usage};
    for (int t = 0; t < usage->horizon.months; t++) {
        capacity_need month = limits_needed_capacity(product, demand, &usage->month[t]);
        need.month[t].peak = smaller(month.peak, product->capacity.max);
        need.month[t].steady = smaller(month.steady, product->capacity.max);
    }
    return need;
}

/*
 * Units of capacity that add up and cost the same each are bought apart: those that every month
 * needs by the year, say, and those for one busy month by the day.
 */
static bool sold_apart(const be_capacity *capacity)
{
    for (size_t i = 0; i < capacity->price_count; i++) {
        const be_tariff *tariff = &capacity->prices[i].tariff;
        if (tariff->band_count != 1 || tariff->block != 1 ||
            !be_amount_is_zero(tariff->bands[0].flat) || !be_amount_is_zero(tariff->minimum))
            return false;
    }
    return capacity->additive && capacity->min <= 1;
}

/* Whether a larger order never costs more a unit, so that splitting one up gains nothing. */
static bool one_order_is_cheapest(const be_capacity *capacity)
{
    for (size_t i = 0; i < capacity->price_count; i++) {
        const be_tariff *tariff = &capacity->prices[i].tariff;
        for (size_t j = 1; j < tariff->band_count; j++) {
            if (be_amount_compare(tariff->bands[j].price, tariff->bands[j - 1].price) > 0)
                return false;
        }
    }
    return true;
}

/*
 * Whether one purchase at a time is the cheapest way: no month needs more on some days than on
 * others, and none needs less than another while a year's term would bind them together.
 */
static bool needs_one_level(const be_capacity *capacity, const monthly_need *need)
{
    bool by_year = false;
    for (size_t i = 0; i < capacity->price_count; i++)
        by_year = by_year || capacity->prices[i].term == BE_TERM_YEAR;
    be_quantity level = 0;
    for (int t = 0; t < need->usage->horizon.months; t++) {
        const capacity_need *month = &need->month[t];
        if (month->steady != 0 && month->steady != month->peak)
            return false;
        if (by_year && level != 0 && month->peak != 0 && month->peak != level)
            return false;
        level = month->peak != 0 ? month->peak : level;
    }
    return true;
}

/* The whole need, each month at its peak's level. */
static term_need whole_need(const monthly_need *need)
{
    term_need whole = {0};
    for (int t = 0; t < need->usage->horizon.months; t++) {
        const be_usage_month *month = &need->usage->month[t];
        whole.level[t] = need->month[t].peak;
        whole.days[t] = need->month[t].steady > 0 ? month->days : month->peak_days;
    }
    return whole;
}

/* The lowest level above `floor` that is needed on some day, or 0. */
static be_quantity next_level(const monthly_need *need, be_quantity floor)
{
    be_quantity next = BE_UNBOUNDED;
    for (int t = 0; t < need->usage->horizon.months; t++) {
        if (need->month[t].steady > floor)
            next = smaller(next, need->month[t].steady);
        if (need->month[t].peak > floor)
            next = smaller(next, need->month[t].peak);
    }
    return next == BE_UNBOUNDED ? 0 : next;
}

/* The part of a need between two levels. */
static term_need need_slice(const monthly_need *need, be_quantity low, be_quantity high)
{
    term_need slice = {0};
    for (int t = 0; t < need->usage->horizon.months; t++) {
        const be_usage_month *month = &need->usage->month[t];
        slice.level[t] = need->month[t].peak >= high ? high - low : 0;
        slice.days[t] = need->month[t].steady >= high ? month->days : month->peak_days;
    }
    return slice;
}

/* Sorts purchases and makes one of those that differ in their count alone; returns their number. */
static size_t gather(be_purchase *purchases, size_t count)
{
    size_t gathered = 0;
    for (size_t i = 0; i < count; i++)
        purchase_list_add_up(purchases, &gathered, purchases[i]);
    return gathered;
}

bool be_strategy_capacity(be_arena *arena, const be_product *product, const be_demand *demand,
                          const be_usage *usage, be_schedule *out)
{
    const be_capacity *capacity = &product->capacity;
    be_horizon horizon = usage->horizon;
    monthly_need need = find_capacity_need(product, demand, usage);
    bool apart = sold_apart(capacity);
    size_t levels = apart ? 2 * (size_t)horizon.months : 1;
    be_arena *work = arena_scratch(arena);
    be_purchase *purchases =
        work == NULL ? NULL : be_arena_alloc(work, levels * TERMS_MAX, sizeof *purchases);
    if (purchases == NULL)
        return false;
    *out = (be_schedule){.purchases = purchases};
    bool undivided = !capacity->additive || one_order_is_cheapest(capacity);
    out->proven = apart || (undivided && needs_one_level(capacity, &need));
    if (!apart) {
        term_need whole = whole_need(&need);
        out->count = terms_cheapest(capacity, horizon, &whole, purchases);
        return keep(arena, out);
    }
    be_quantity low = 0, high;
    while ((high = next_level(&need, low)) != 0) {
        term_need slice = need_slice(&need, low, high);
        out->count += terms_cheapest(capacity, horizon, &slice, purchases + out->count);
        low = high;
    }
    out->count = gather(purchases, out->count);
    return keep(arena, out);
}
