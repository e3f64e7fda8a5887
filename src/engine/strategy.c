#include <breakeven/strategy.h>

#include <string.h>

#include "limits.h"
#include "packages.h"
#include "terms.h"
#include "waterfall.h"

/* A month in which the default limit is too low and a package with balance would lift it enough. */
static bool needs_lift(const be_product *product, const be_usage_month *usage)
{
    const be_limits *limits = &product->limits;
    return limits->with_package.stated && limits->qps.stated && usage->attempts > 0 &&
           usage->qps_peak > limits->qps.value && usage->qps_peak <= limits->with_package.value;
}

/* What free quota and owned balances leave, month by month. */
static bool find_need(be_arena *arena, const be_product *product, const be_demand *demand,
                      const be_usage *usage, cover_need *need)
{
    waterfall w;
    if (!waterfall_begin(&w, arena, product, demand, usage->horizon, NULL, 0))
        return false;
    memset(need, 0, sizeof *need);
    for (int t = 0; t < usage->horizon.months; t++) {
        be_units units;
        bool owned = waterfall_package_balance(&w, t) > 0;
        waterfall_month(&w, t, &usage->month[t], 0, &units);
        need->units[t] = units.layer[BE_LAYER_PAYG] + units.unserved;
        need->balance[t] = !owned && needs_lift(product, &usage->month[t]);
    }
    return true;
}

bool be_strategy_packages(be_arena *arena, const be_product *product, const be_demand *demand,
                          const be_usage *usage, be_schedule *out)
{
    cover_need need;
    cover_plan plan;
    if (!find_need(arena, product, demand, usage, &need) ||
        !packages_cover(arena, product, usage->horizon, &need, &plan))
        return false;
    *out = (be_schedule){plan.purchases, plan.count, plan.proven};
    return true;
}

/*
 * Units of capacity that add up and cost the same each are bought apart: those that every month
 * needs by the year, say, and those for one busy month by the day.
 */
static bool sold_apart(const be_capacity *capacity)
{
    for (size_t i = 0; i < capacity->price_count; i++) {
        if (capacity->prices[i].tariff.mode != BE_TIERS_FLAT)
            return false;
    }
    return capacity->additive;
}

/* The lowest level above `floor` that some month needs, or 0. */
static be_quantity next_level(const term_need *need, int months, be_quantity floor)
{
    be_quantity next = 0;
    for (int t = 0; t < months; t++) {
        if (need->level[t] > floor && (next == 0 || need->level[t] < next))
            next = need->level[t];
    }
    return next;
}

/* The part of a need between two levels. */
static term_need need_slice(const term_need *need, int months, be_quantity low, be_quantity high)
{
    term_need slice = *need;
    for (int t = 0; t < months; t++)
        slice.level[t] = need->level[t] >= high ? high - low : 0;
    return slice;
}

static void sort_by_month(be_purchase *purchases, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        be_purchase p = purchases[i];
        size_t j = i;
        for (; j > 0 && purchases[j - 1].month > p.month; j--)
            purchases[j] = purchases[j - 1];
        purchases[j] = p;
    }
}

bool be_strategy_capacity(be_arena *arena, const be_product *product, const be_demand *demand,
                          const be_usage *usage, be_schedule *out)
{
    const be_capacity *capacity = &product->capacity;
    be_horizon horizon = usage->horizon;
    term_need need = {0};
    for (int t = 0; t < horizon.months; t++) {
        be_quantity level =
            limits_needed_capacity(product, demand, &usage->month[t], &need.days[t]);
        need.level[t] = level < capacity->max ? level : capacity->max;
    }

    bool apart = sold_apart(capacity);
    size_t room = (size_t)(apart ? horizon.months : 1) * TERMS_MAX;
    be_purchase *purchases = be_arena_alloc(arena, room, sizeof *purchases);
    if (purchases == NULL)
        return false;
    *out = (be_schedule){.purchases = purchases, .proven = true};
    if (!apart) {
        out->count = terms_cheapest(capacity, horizon, &need, purchases);
        return true;
    }
    be_quantity low = 0, high;
    while ((high = next_level(&need, horizon.months, low)) != 0) {
        term_need slice = need_slice(&need, horizon.months, low, high);
        out->count += terms_cheapest(capacity, horizon, &slice, purchases + out->count);
        low = high;
    }
    sort_by_month(purchases, out->count);
    return true;
}
