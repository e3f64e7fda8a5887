#include "plan_ways.h"

#include <stdlib.h>
#include <string.h>

#include "amount_ops.h"
#include "capacity.h"
#include "limits.h"
#include "terms.h"

enum { MONTHS_A_YEAR = 12, DAYS_MAX = 31 };

/* -- limits -------------------------------------------------------------------------------------
 */

bool plan_ways_carry(const plan_ways *w, int t, const be_purchase *buys, size_t count, bool lifts)
{
    const limits_case c = {
        .product = w->product,
        .demand = w->demand,
        .usage = w->usage,
        .t = t,
        .purchases = buys,
        .purchase_count = count,
        .package_lifts = lifts,
    };
    return limits_carry(&c);
}

/* -- levels -------------------------------------------------------------------------------------
 */

/* Puts a level into its place unless it is there. Returns the new count. */
static int insert_level(be_quantity *levels, int count, be_quantity level)
{
    int i = count;
    while (i > 0 && levels[i - 1] > level)
        i--;
    if (i > 0 && levels[i - 1] == level)
        return count;
    memmove(&levels[i + 1], &levels[i], (size_t)(count - i) * sizeof *levels);
    levels[i] = level;
    return count + 1;
}

static void add_level(month_levels *levels, const be_product *product, const be_demand *demand,
                      const be_usage_month *usage)
{
    const be_capacity *capacity = &product->capacity;
    be_quantity level = limits_needed_capacity(product, demand, usage).peak;
    if (level < capacity->min)
        level = capacity->min;
    if (level <= capacity->max)
        levels->count = insert_level(levels->level, levels->count, level);
}

/* That of the peak and that of any day, against the default limit and against what packages lift
 * it to; and the fewest that are sold. */
static month_levels levels_of(const plan_ways *w, int t)
{
    be_usage_month peak = w->usage->month[t], steady = peak;
    be_product lifted = *w->product;
    month_levels levels = {{w->product->capacity.min}, 1};
    if (w->kind)
        return levels;
    steady.qps_peak = steady.qps_floor;
    steady.concurrency = 0;
    lifted.limits.qps = lifted.limits.with_package;
    add_level(&levels, w->product, w->demand, &peak);
    add_level(&levels, w->product, w->demand, &steady);
    if (w->lifted) {
        add_level(&levels, &lifted, w->demand, &peak);
        add_level(&levels, &lifted, w->demand, &steady);
    }
    return levels;
}

/* Whether buying a number in parts, under one price or several, never saves. */
static bool cheapest_at_once(const be_tariff *tariff)
{
    for (size_t i = 1; i < tariff->band_count; i++) {
        const be_band *band = &tariff->bands[i];
        if (be_amount_compare(band->price, band[-1].price) > 0 || !be_amount_is_zero(band->flat))
            return false;
    }
    return true;
}

/*
 * Where levels add up, numbers may be split up, and years of several levels stacked. Within one
 * year no stack ends, and if any number is sold the sums are levels that some month asks for.
 */
static bool leaves_nothing_out(const plan_ways *w)
{
    const be_capacity *capacity = &w->product->capacity;
    if (!capacity->additive)
        return true;
    for (size_t i = 0; i < capacity->price_count; i++) {
        if (!cheapest_at_once(&capacity->prices[i].tariff))
            return false;
    }
    bool stacked = w->year_item >= 0 && w->year_level_count > 1;
    return !stacked || (w->usage->horizon.months <= MONTHS_A_YEAR && capacity->min <= 1);
}

bool plan_draws_on(const be_product *product, be_layer layer)
{
    for (size_t i = 0; i < product->deduction_count; i++) {
        if (product->deduction[i] == layer)
            return true;
    }
    return false;
}

/* The price by a term, or -1. */
static int item_by(const be_product *product, be_term term)
{
    for (size_t i = 0; i < product->capacity.price_count; i++) {
        if (product->capacity.prices[i].term == term)
            return (int)i;
    }
    return -1;
}

void plan_ways_begin(plan_ways *w, be_arena *arena, const be_product *product,
                     const be_demand *demand, const be_usage *usage)
{
    *w = (plan_ways){.arena = arena,
                     .product = product,
                     .demand = demand,
                     .usage = usage,
                     .lifted = product->limits.with_package.stated,
                     .whole = true,
                     .fixed_price = be_amount_zero()};
    w->free_calls = product->capacity.offered && product->capacity.calls_free &&
                    plan_draws_on(product, BE_LAYER_QPS);
    w->day_item = item_by(product, BE_TERM_DAY);
    w->year_item = item_by(product, BE_TERM_YEAR);
}

/* -- what is to be decided -----------------------------------------------------------------------
 */

/* Capacity is decided month by month: lays out the levels that any month may ask for. */
static void decide_by_month(plan_ways *w)
{
    w->by_month = true;
    w->year_level_count = 0;
    for (int t = 0; t < w->usage->horizon.months; t++) {
        w->levels[t] = levels_of(w, t);
        for (int i = 0; i < w->levels[t].count; i++)
            w->year_level_count =
                insert_level(w->year_levels, w->year_level_count, w->levels[t].level[i]);
    }
}

static void buy_in_any_case(plan_ways *w, const be_schedule *schedule)
{
    w->fixed = schedule->purchases;
    w->fixed_count = schedule->count;
    for (size_t i = 0; i < schedule->count; i++) {
        const be_purchase *buy = &schedule->purchases[i];
        be_amount price =
            be_capacity_charge(&w->product->capacity, buy->item, buy->count, buy->terms);
        w->fixed_price = be_amount_add(w->fixed_price, price);
    }
}

bool plan_ways_speed(const plan_ways *w, be_schedule *out)
{
    be_usage needy = *w->usage;
    for (int t = 0; t < needy.horizon.months; t++) {
        if (plan_ways_carry(w, t, NULL, 0, false))
            needy.month[t].attempts = 0; /* no capacity for a limit that nobody states */
        if (w->product->limits.over == BE_OVER_QUEUE)
            needy.month[t].concurrency = 0; /* a peak may wait */
    }
    return be_strategy_capacity(w->arena, w->product, w->demand, &needy, out);
}

/*
 * Where no package helps, speed has nothing to do with volumes: the strategy's purchases are there
 * in any case. What it cannot prove a bound does without.
 */
static bool buy_speed(plan_ways *w, bool bound)
{
    be_schedule schedule;
    if (!plan_ways_speed(w, &schedule))
        return false;
    w->whole = schedule.proven;
    if (schedule.proven || !bound)
        buy_in_any_case(w, &schedule);
    for (int t = 0; t < w->usage->horizon.months; t++)
        w->exempt[t] = bound && !schedule.proven;
    return true;
}

/* A package's balance raises the limit that capacity would raise as well. */
static bool package_helps(const be_limits *limits)
{
    return limits->with_package.stated && limits->with_package.value > limits->qps.value;
}

bool plan_ways_decide(plan_ways *w, bool bound)
{
    if (!w->product->capacity.offered)
        return true;
    if (!w->free_calls && !package_helps(&w->product->limits))
        return buy_speed(w, bound);
    decide_by_month(w);
    w->whole = leaves_nothing_out(w);
    if (bound && !w->whole) {
        w->kind = true;
        decide_by_month(w);
    }
    return true;
}

/* -- terms of a year ----------------------------------------------------------------------------
 */

year_term year_term_in(year_term running, int t)
{
    return running.until > t ? running : (year_term){0, 0};
}

year_term year_term_after(year_term running, const plan_way *way, int t)
{
    if (way->level > 0)
        running = (year_term){way->level, t + MONTHS_A_YEAR};
    return year_term_in(running, t + 1);
}

/* -- the ways of a month ------------------------------------------------------------------------
 */

/* The month at hand, and the list that is being made of its ways. */
typedef struct assembly {
    const plan_ways *ways;
    int t, days, peak_days;
    be_quantity running; /* level of the year that runs */
    plan_way *items;
    int count, room;
    bool failed;
} assembly;

static bool does_the_same(const plan_way *a, const plan_way *b)
{
    return a->days == b->days && a->plain == b->plain && a->level == b->level;
}

static bool is_cheaper(const plan_way *a, const plan_way *b)
{
    int order = amount_compare(a->price, b->price);
    return order != 0 ? order < 0 : a->count < b->count;
}

static bool make_room(assembly *a)
{
    if (a->count < a->room)
        return true;
    int room = a->room == 0 ? DAYS_MAX + 1 : a->room * 2;
    plan_way *more = realloc(a->items, (size_t)room * sizeof *more);
    if (more == NULL)
        return false;
    a->items = more;
    a->room = room;
    return true;
}

/* Keeps the cheapest of each effect. */
static void keep(assembly *a, const plan_way *way)
{
    for (int i = 0; i < a->count; i++) {
        if (!does_the_same(way, &a->items[i]))
            continue;
        if (is_cheaper(way, &a->items[i]))
            a->items[i] = *way;
        return;
    }
    if (make_room(a))
        a->items[a->count++] = *way;
    else
        a->failed = true;
}

/* The year that runs, as a purchase of this month: it is there on all days of it. */
static be_purchase as_purchase(const assembly *a)
{
    return (be_purchase){BE_BUY_CAPACITY, (size_t)a->ways->year_item, a->t, a->running, 1};
}

/* Judges a way; it is kept if it carries the load in some case. */
static void conclude(assembly *a, plan_way way)
{
    const plan_ways *w = a->ways;
    be_purchase there[WAY_BUYS_MAX + 1];
    const be_purchase *buys = there;
    size_t count = 0;
    if (a->running > 0)
        there[count++] = as_purchase(a);
    for (int i = 0; i < way.count; i++)
        there[count++] = way.buys[i];
    if (!w->by_month) {
        buys = w->fixed;
        count = w->fixed_count;
    }
    bool kind = w->exempt[a->t] || (w->kind && count > 0);
    way.plain = kind || plan_ways_carry(w, a->t, buys, count, false);
    way.lifting = way.plain || (w->lifted && plan_ways_carry(w, a->t, buys, count, true));
    if (way.lifting)
        keep(a, &way);
}

/* How much is there on all days: of the year that runs and of what is bought for the whole month.
 */
static be_quantity level_there(const assembly *a, const plan_way *way)
{
    be_quantity level = a->running;
    for (int i = 0; i < way->count; i++) {
        be_quantity count = way->buys[i].count;
        if (a->ways->product->capacity.additive)
            level += count;
        else
            level = count > level ? count : level;
    }
    return level;
}

/* Adds an order of so many, or of more where that costs less. False if it has no known price. */
static bool order(const assembly *a, plan_way *way, size_t item, be_quantity count, int terms)
{
    const be_capacity *capacity = &a->ways->product->capacity;
    count = terms_cheapest_count(capacity, item, count < capacity->min ? capacity->min : count);
    be_amount price = be_capacity_charge(capacity, item, count, terms);
    if (!amount_is_known(price))
        return false;
    way->buys[way->count++] = (be_purchase){BE_BUY_CAPACITY, item, a->t, count, terms};
    way->price = amount_add(way->price, price);
    return true;
}

/* Adds to a way what raises it to a level. False if that is there, or has no known price. */
static bool raise(const assembly *a, plan_way *way, size_t item, be_quantity level, int terms)
{
    be_quantity there = level_there(a, way);
    be_quantity more = a->ways->product->capacity.additive ? level - there : level;
    return there < level && order(a, way, item, more, terms);
}

/* Adds the peak's own days to a way, at each level, and takes it without. */
static void add_peak(assembly *a, const plan_way *way)
{
    const plan_ways *w = a->ways;
    const month_levels *levels = &w->levels[a->t];
    conclude(a, *way);
    if (w->day_item < 0 || a->peak_days >= a->days)
        return;
    for (int i = 0; i < levels->count; i++) {
        plan_way more = *way;
        if (raise(a, &more, (size_t)w->day_item, levels->level[i], a->peak_days))
            conclude(a, more);
    }
}

/* Adds days from the month's first on, under which calls are free; a peak may want more. */
static void add_free_days(assembly *a, const plan_way *way)
{
    const plan_ways *w = a->ways;
    const month_levels *levels = &w->levels[a->t];
    for (int days = 1; days < a->days; days++) {
        for (int i = 0; i < levels->count; i++) {
            plan_way more = *way;
            if (!raise(a, &more, (size_t)w->day_item, levels->level[i], days))
                continue;
            more.days = days;
            if (days > a->peak_days)
                add_peak(a, &more);
            else
                conclude(a, more);
        }
    }
}

static void add_part(assembly *a, const plan_way *way)
{
    const plan_ways *w = a->ways;
    add_peak(a, way);
    if (w->free_calls && way->days < a->days && w->day_item >= 0)
        add_free_days(a, way);
}

/* Adds what is there on all days of the month, by the month or by the day. */
static void add_whole(assembly *a, const plan_way *way)
{
    const plan_ways *w = a->ways;
    const month_levels *levels = &w->levels[a->t];
    add_part(a, way);
    for (size_t item = 0; item < w->product->capacity.price_count; item++) {
        be_term term = w->product->capacity.prices[item].term;
        int terms = term == BE_TERM_DAY ? a->days : 1;
        for (int i = 0; i < levels->count && term != BE_TERM_YEAR; i++) {
            plan_way more = *way;
            if (!raise(a, &more, item, levels->level[i], terms))
                continue;
            more.days = w->free_calls ? a->days : 0;
            add_part(a, &more);
        }
    }
}

static bool asks_for(const plan_ways *w, int t, be_quantity level)
{
    for (int i = t; i < t + MONTHS_A_YEAR && i < w->usage->horizon.months; i++) {
        for (int j = 0; j < w->levels[i].count; j++) {
            if (w->levels[i].level[j] == level)
                return true;
        }
    }
    return false;
}

/* A year begins at any level that one of its months may ask for, above the one that runs. */
static void add_year(assembly *a, const plan_way *way)
{
    const plan_ways *w = a->ways;
    for (int i = 0; i < w->year_level_count; i++) {
        plan_way more = *way;
        if (w->year_levels[i] <= a->running || !asks_for(w, a->t, w->year_levels[i]) ||
            !raise(a, &more, (size_t)w->year_item, w->year_levels[i], 1))
            continue;
        more.level = level_there(a, &more);
        more.days = w->free_calls ? a->days : 0;
        add_whole(a, &more);
    }
}

/* -- orders that are not to overlap -------------------------------------------------------------
 */

static bool one_at_a_time(const plan_ways *w)
{
    return !w->product->capacity.additive && !w->product->capacity.overlap;
}

/* The peak's days at one level, then more days at a lower one. */
static void add_two_levels(assembly *a, const plan_way *none, int days, be_quantity peak,
                           be_quantity steady)
{
    plan_way way = *none;
    size_t item = (size_t)a->ways->day_item;
    if (order(a, &way, item, peak, a->peak_days) &&
        order(a, &way, item, steady, days - a->peak_days) && way.buys[1].count < way.buys[0].count)
        conclude(a, way);
}

/* So many days from the month's first on. */
static void add_days(assembly *a, const plan_way *none, int days)
{
    const month_levels *levels = &a->ways->levels[a->t];
    for (int i = 0; i < levels->count; i++) {
        plan_way way = *none;
        if (order(a, &way, (size_t)a->ways->day_item, levels->level[i], days))
            conclude(a, way);
        for (int j = 0; j < i && days > a->peak_days; j++)
            add_two_levels(a, none, days, levels->level[i], levels->level[j]);
    }
}

static void add_days_of_any_number(assembly *a)
{
    const plan_ways *w = a->ways;
    plan_way none = {.price = be_amount_zero()};
    for (int days = 1; days <= a->days; days++) {
        none.days = w->free_calls ? days : 0;
        if (w->free_calls || days == a->peak_days || days == a->days)
            add_days(a, &none, days);
    }
}

static void add_term(assembly *a, size_t item)
{
    const plan_ways *w = a->ways;
    bool year = w->product->capacity.prices[item].term == BE_TERM_YEAR;
    const be_quantity *levels = year ? w->year_levels : w->levels[a->t].level;
    int count = year ? w->year_level_count : w->levels[a->t].count;
    for (int i = 0; i < count; i++) {
        plan_way way = {.price = be_amount_zero(), .days = w->free_calls ? a->days : 0};
        if ((year && !asks_for(w, a->t, levels[i])) || !order(a, &way, item, levels[i], 1))
            continue;
        way.level = year ? way.buys[0].count : 0;
        conclude(a, way);
    }
}

/* Nothing, or one order; or orders of days one after the other. While a year runs, nothing. */
static void add_one_at_a_time(assembly *a, const plan_way *none)
{
    const plan_ways *w = a->ways;
    conclude(a, *none);
    for (size_t item = 0; item < w->product->capacity.price_count && a->running == 0; item++) {
        if ((int)item == w->day_item)
            add_days_of_any_number(a);
        else
            add_term(a, item);
    }
}

/* A year that runs may stand in the way of other orders: only another year is as good or better. */
static bool has_year_like(const plan_ways *w, const plan_way *a, const plan_way *b)
{
    return a->level >= b->level && (a->level == 0 || b->level > 0 || !one_at_a_time(w));
}

static void mark_outdone(assembly *a)
{
    for (int i = 0; i < a->count; i++) {
        plan_way *way = &a->items[i];
        for (int j = 0; j < a->count && !way->outdone; j++) {
            const plan_way *other = &a->items[j];
            way->outdone = i != j && has_year_like(a->ways, other, way) &&
                           other->days >= way->days && (other->plain || !way->plain) &&
                           amount_compare(other->price, way->price) <= 0 &&
                           other->count <= way->count && !other->outdone;
        }
    }
}

static bool list_ways(plan_ways *w, int t, be_quantity running, plan_way_list *out)
{
    const be_usage_month *usage = &w->usage->month[t];
    assembly a = {.ways = w, .t = t, .days = usage->days, .peak_days = usage->peak_days};
    a.running = running;
    plan_way none = {.price = be_amount_zero()};
    none.days = w->free_calls && running > 0 ? usage->days : 0;
    if (!w->by_month) {
        conclude(&a, none);
    } else if (one_at_a_time(w)) {
        add_one_at_a_time(&a, &none);
    } else {
        add_whole(&a, &none);
        if (w->year_item >= 0)
            add_year(&a, &none);
    }
    mark_outdone(&a);
    if (!a.failed)
        out->items = be_arena_alloc(w->arena, (size_t)a.count + 1, sizeof *out->items);
    if (out->items != NULL) {
        out->count = a.count;
        if (a.count > 0)
            memcpy(out->items, a.items, (size_t)a.count * sizeof *a.items);
    }
    free(a.items);
    return out->items != NULL;
}

/* Where the lists of a level that runs stand: 0 if none does. */
static int rank_of(const plan_ways *w, be_quantity level)
{
    int rank = 0;
    while (rank < w->year_level_count && w->year_levels[rank] <= level)
        rank++;
    return level == 0 ? 0 : rank;
}

const plan_way_list *plan_ways_at(plan_ways *w, int t, year_term running)
{
    be_quantity level = year_term_in(running, t).level;
    if (w->lists[t] == NULL)
        w->lists[t] = be_arena_alloc(w->arena, (size_t)w->year_level_count + 1, sizeof **w->lists);
    if (w->lists[t] == NULL)
        return NULL;
    plan_way_list *list = &w->lists[t][rank_of(w, level)];
    if (list->items == NULL && !list_ways(w, t, level, list))
        return NULL;
    return list;
}

/* -- what free calls cost at least ---------------------------------------------------------------
 */

/* Bought for the month alone; by the day for as much of it as is bought. */
static be_amount least_by_month(const plan_way_list *list, int days)
{
    be_amount least = be_amount_missing(BE_AMOUNT_UNPUBLISHED);
    for (int i = 0; i < list->count; i++) {
        const plan_way *way = &list->items[i];
        if (way->days > 0 && way->level == 0)
            least = amount_smaller(least,
                                   amount_divide_down(amount_times(way->price, days), way->days));
    }
    return least;
}

/* A twelfth of a year, and what has to be added in the month to carry its load. */
static be_amount least_by_year(const plan_way_list *list, be_amount year)
{
    be_amount least = be_amount_missing(BE_AMOUNT_UNPUBLISHED);
    for (int i = 0; i < list->count && amount_is_known(year); i++) {
        be_amount twelfth = amount_divide_down(year, MONTHS_A_YEAR);
        if (list->items[i].level == 0)
            least = amount_smaller(least, amount_add(twelfth, list->items[i].price));
    }
    return least;
}

/*
 * The least that free calls cost in month t, for all of its calls; for a part of them no less than
 * that part of it. Missing where calls are not free under what is sold.
 */
static bool least_of_free_calls(plan_ways *w, int t, be_amount *out)
{
    *out = be_amount_missing(BE_AMOUNT_UNPUBLISHED);
    if (!w->free_calls)
        return true;
    const plan_way_list *list = plan_ways_at(w, t, (year_term){0, 0});
    if (list == NULL)
        return false;
    *out = least_by_month(list, w->usage->month[t].days);
    for (int rank = 0; w->year_item >= 0 && rank < w->year_level_count; rank++) {
        be_quantity level = w->year_levels[rank];
        list = plan_ways_at(w, t, (year_term){level, t + 1});
        if (list == NULL)
            return false;
        size_t item = (size_t)w->year_item;
        be_quantity count = terms_cheapest_count(&w->product->capacity, item, level);
        be_amount year = be_capacity_charge(&w->product->capacity, item, count, 1);
        *out = amount_smaller(*out, least_by_year(list, year));
    }
    return true;
}

/*
 * Where free calls go before a monthly quota, they are bought for the rest of the calls alone: so
 * much of the month's price counts.
 */
static be_amount for_what_is_left(be_amount calls, be_quantity units, be_quantity left)
{
    if (left <= 0)
        return be_amount_zero();
    if (left == units || !amount_is_known(calls))
        return calls;
    return amount_times(amount_divide_down(calls, units), left);
}

bool plan_ways_rest(plan_ways *w, be_amount unit_least, be_amount rest[BE_MONTHS_MAX + 1])
{
    const be_free_quota *quota = &w->product->free;
    be_quantity monthly = quota->monthly ? quota->quantity : 0;
    rest[w->usage->horizon.months] = be_amount_zero();
    for (int t = w->usage->horizon.months - 1; t >= 0; t--) {
        be_quantity units = w->usage->month[t].billable, left = units - monthly;
        be_amount calls, each = amount_times(unit_least, left > 0 ? left : 0);
        if (!least_of_free_calls(w, t, &calls))
            return false;
        rest[t] =
            amount_add(rest[t + 1], amount_smaller(each, for_what_is_left(calls, units, left)));
    }
    return true;
}
