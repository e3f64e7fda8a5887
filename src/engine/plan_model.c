#include "plan_model.h"

#include <breakeven/bill.h>
#include <breakeven/strategy.h>

#include "capacity.h"
#include "limits.h"
#include "packages.h"

enum { MONTHS_A_YEAR = 12, LEVELS_MAX = 3, DAYS_MAX = 31 };

static bool draws_on(const be_product *product, be_layer layer)
{
    for (size_t i = 0; i < product->deduction_count; i++) {
        if (product->deduction[i] == layer)
            return true;
    }
    return false;
}

/* -- packages and their validity ----------------------------------------------------------------
 */

/* Months that a validity touches, at most, whenever in the plan it begins. */
static int touched_months(be_duration valid, be_horizon horizon)
{
    int most = 0;
    for (int from = 0; from < horizon.months; from++) {
        int t = from;
        while (t < horizon.months && be_duration_days_in_month(valid, horizon.start, from, t) > 0)
            t++;
        /* What lasts to the plan's end may last longer. */
        int months = t == horizon.months ? horizon.months : t - from;
        most = months > most ? months : most;
    }
    return most;
}

static int smaller(int a, int b)
{
    return a < b ? a : b;
}

static int larger(int a, int b)
{
    return a > b ? a : b;
}

/* Months that the view takes a package to be valid for. */
static int months_of(const plan_model *m, plan_view view, be_duration valid)
{
    be_horizon horizon = m->usage->horizon;
    if (view == VIEW_BOUND && valid.unit == BE_DAYS && valid.count > 0)
        return touched_months(valid, horizon);
    return smaller(packages_whole_months(valid, horizon), horizon.months);
}

static void add_packages(plan_model *m, plan_view view, const be_product *product)
{
    for (size_t i = 0; i < product->package_count; i++) {
        const be_package *package = &product->packages[i];
        int months = months_of(m, view, package->valid);
        if (!be_amount_is_known(package->price) || package->size == 0 || months == 0)
            continue;
        bool first = m->size_count == 0;
        m->relaxed = m->relaxed || (!first && months != m->validity) ||
                     (package->valid.unit == BE_DAYS && package->valid.count > 0);
        m->sizes[m->size_count++] = (plan_size){BE_BUY_PACKAGE, i, package->size, package->price};
        if (first)
            m->validity = months;
        m->validity =
            view == VIEW_BOUND ? larger(months, m->validity) : smaller(months, m->validity);
    }
}

static be_quantity units_of_points(be_quantity points, be_quantity price)
{
    return be_quantity_divide_up(points, price);
}

/* The bound takes points for units that never end; the plan does without them. */
static void add_general(plan_model *m, const be_product *product)
{
    const be_provider *provider = product->provider;
    for (size_t i = 0; provider != NULL && i < provider->general_package_count; i++) {
        const be_general_package *package = &provider->general_packages[i];
        be_quantity price = be_general_points(package, product);
        if (price > 0 && be_amount_is_known(package->price))
            m->sizes[m->size_count++] = (plan_size){
                BE_BUY_GENERAL, i, units_of_points(package->points, price), package->price};
    }
}

static bool has_points(const be_product *product, const be_demand *demand)
{
    const be_provider *provider = product->provider;
    for (size_t i = 0; i < demand->owned_count; i++) {
        const be_general_package *general = demand->owned[i].general;
        if (general != NULL && be_general_points(general, product) > 0)
            return true;
    }
    for (size_t i = 0; provider != NULL && i < provider->general_package_count; i++) {
        if (be_general_points(&provider->general_packages[i], product) > 0)
            return true;
    }
    return false;
}

static bool add_sizes(plan_model *m, be_arena *arena, plan_view view, bool points,
                      const be_product *product)
{
    size_t most = product->package_count;
    if (product->provider != NULL)
        most += product->provider->general_package_count;
    m->validity = m->usage->horizon.months;
    m->sizes = be_arena_alloc(arena, most + 1, sizeof *m->sizes);
    if (m->sizes == NULL)
        return false;
    if (draws_on(product, BE_LAYER_PACKAGE))
        add_packages(m, view, product);
    if (points && view == VIEW_BOUND)
        add_general(m, product);
    return true;
}

/* -- what is owned ------------------------------------------------------------------------------
 */

static int last_owned(const plan_model *m, const be_owned *owned)
{
    be_month start = m->usage->horizon.start;
    int months = m->usage->horizon.months;
    return owned->expires >= start + months ? months : (int)(owned->expires - start);
}

/* Owned packages are used first: those bought last longer, or the owned ones end sooner. */
static void order_owned(plan_model *m, plan_view view)
{
    int months = m->usage->horizon.months;
    for (size_t i = 0; i < m->demand->owned_count && m->size_count > 0; i++) {
        const be_owned *owned = &m->demand->owned[i];
        int last = last_owned(m, owned);
        if (owned->general != NULL || m->validity >= months || last < m->validity)
            continue;
        m->relaxed = true;
        if (view == VIEW_BOUND)
            m->validity = smaller(last + 1, months);
    }
}

static void add_owned(plan_model *m, plan_view view, const be_owned *owned)
{
    be_owned own = *owned;
    be_month start = m->usage->horizon.start;
    if (owned->general != NULL) {
        be_quantity price = be_general_points(owned->general, &m->product);
        if (view == VIEW_PLAN || price == 0 || owned->expires < start)
            return;
        own.general = NULL;
        own.left = units_of_points(owned->left, price);
        own.expires = start + m->usage->horizon.months;
    }
    if (m->validity < m->usage->horizon.months && m->size_count > 0 && view == VIEW_PLAN &&
        own.expires >= start + m->validity)
        own.expires = start + m->validity - 1;
    lots_add_owned(&m->stock.packages, &own, 0);
}

/* Notes the stock at the plan's start. */
static bool keep_start(plan_model *m, be_arena *arena)
{
    const lot_list *owned = &m->stock.packages;
    m->start = be_arena_alloc(arena, plan_stock_width(m), sizeof *m->start);
    if (m->start == NULL)
        return false;
    m->start[0] = m->stock.free_left;
    for (size_t i = 0; i < owned->count; i++)
        m->start[i + 1] = owned->lots[i].left;
    return true;
}

static bool add_stock(plan_model *m, be_arena *arena, plan_view view)
{
    const be_bill_item empty = {&m->product, &(be_demand){.has_free_left = false}, m->usage, NULL,
                                0};
    m->no_points = (lot_list){.horizon = m->usage->horizon};
    if (!waterfall_begin(&m->stock, arena, &empty, &m->no_points) ||
        !lots_open(&m->stock.packages, arena, m->usage->horizon, m->demand->owned_count))
        return false;
    m->stock.demand = m->demand;
    if (m->demand->has_free_left && m->demand->free_left < m->stock.free_left)
        m->stock.free_left = m->demand->free_left;
    for (size_t i = 0; i < m->demand->owned_count; i++)
        add_owned(m, view, &m->demand->owned[i]);
    return keep_start(m, arena);
}

/* -- limits -------------------------------------------------------------------------------------
 */

/* Whether month t carries its load under capacity bought. */
static bool carries(const plan_model *m, int t, const be_purchase *buys, size_t count, bool lifts)
{
    const be_usage_month *usage = &m->usage->month[t];
    be_horizon horizon = m->usage->horizon;
    size_t bought = m->product.capacity.offered ? count : 0;
    be_bill bill;
    ledger l;
    be_bill_month month = {0};
    be_quantity mending = 0;
    ledger_open(&l, NULL, &bill, false);
    const limits_case c = {
        .product = &m->product,
        .demand = m->demand,
        .usage = usage,
        .month = horizon.start + t,
        .bought_peak = capacity_level(&m->product, horizon, buys, bought, t, usage->peak_days),
        .bought_all = capacity_level(&m->product, horizon, buys, bought, t, usage->days),
        .package_lifts = lifts,
    };
    limits_judge(&c, &l, &month, &mending);
    return month.carries != BE_CARRIES_NO;
}

/* -- ways of buying capacity --------------------------------------------------------------------
 */

/* The levels that a month may ask for: the fewest sold, that of the peak, that of any day. */
typedef struct month_levels {
    be_quantity level[LEVELS_MAX]; /* rising */
} month_levels;

static be_quantity level_of(const plan_model *m, const be_usage_month *usage)
{
    be_quantity level = limits_needed_capacity(&m->product, m->demand, usage).peak;
    be_quantity min = m->product.capacity.min, max = m->product.capacity.max;
    return level < min ? min : level > max ? max : level;
}

static month_levels levels_of(const plan_model *m, int t)
{
    be_usage_month steady = m->usage->month[t];
    be_quantity peak = level_of(m, &steady);
    steady.qps_peak = steady.qps_floor;
    steady.concurrency = 0;
    return (month_levels){{m->product.capacity.min, level_of(m, &steady), peak}};
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

/* A package's balance raises the limit that extra capacity would raise as well. */
static bool package_helps(const plan_model *m)
{
    const be_limits *limits = &m->product.limits;
    return m->lifted && limits->with_package.value > limits->qps.value;
}

/* Whether one purchase at a time, at the level of its month, is all there is to consider. */
static bool one_level(const plan_model *m)
{
    const be_capacity *capacity = &m->product.capacity;
    bool by_year = false;
    for (size_t i = 0; i < capacity->price_count; i++) {
        by_year = by_year || capacity->prices[i].term == BE_TERM_YEAR;
        if (capacity->additive && !cheapest_at_once(&capacity->prices[i].tariff))
            return false;
    }
    be_quantity level = 0;
    for (int t = 0; t < m->usage->horizon.months; t++) {
        const be_usage_month *usage = &m->usage->month[t];
        month_levels levels = levels_of(m, t);
        be_quantity peak = levels.level[LEVELS_MAX - 1];
        if (usage->attempts == 0)
            continue;
        if (package_helps(m) && (by_year || (capacity->additive && peak > capacity->min)))
            return false; /* a package may lift a lower level, or some months of a year */
        if (usage->peak_days < usage->days && levels.level[1] != peak)
            return false;
        if (by_year && level != 0 && level != peak)
            return false;
        level = peak;
    }
    return true;
}

/* How many to buy for a level: under volume tiers the first of a later band can cost less. */
static be_quantity cheapest_count(const be_capacity *capacity, size_t item, be_quantity level)
{
    be_quantity best = level;
    be_amount least = be_capacity_charge(capacity, item, level, 1);
    const be_band *band = be_tariff_band_at(&capacity->prices[item].tariff, level);
    for (; band->up_to < capacity->max; band++) {
        be_amount there = be_capacity_charge(capacity, item, band->up_to + 1, 1);
        if (be_amount_compare(there, least) < 0) {
            least = there;
            best = band->up_to + 1;
        }
    }
    return best;
}

/* Notes a way unless its price is not known or it carries nothing. */
static void add_way(plan_model *m, int t, plan_way way, bool any_level)
{
    if (!be_amount_is_known(way.price))
        return;
    way.plain = true;
    for (int i = t; i < t + way.months && !any_level; i++)
        way.plain = way.plain && carries(m, i, &way.buy, way.buys ? 1 : 0, false);
    way.lifting = way.plain ||
                  (way.months == 1 && m->lifted && carries(m, t, &way.buy, way.buys ? 1 : 0, true));
    if (way.lifting)
        m->ways[t].items[m->ways[t].count++] = way;
}

static plan_way way_to_buy(const plan_model *m, int t, size_t item, be_quantity level, int terms)
{
    const be_capacity *capacity = &m->product.capacity;
    be_quantity count = cheapest_count(capacity, item, level);
    int months = capacity->prices[item].term == BE_TERM_YEAR ? MONTHS_A_YEAR : 1;
    return (plan_way){
        .buys = true,
        .buy = {BE_BUY_CAPACITY, item, t, count, terms},
        .price = be_capacity_charge(capacity, item, count, terms),
        .months = smaller(months, m->usage->horizon.months - t),
        .days = capacity->prices[item].term == BE_TERM_DAY ? terms : m->usage->month[t].days,
    };
}

/* The highest level, by rank, of the months that a term lasts. */
static be_quantity highest_level(const plan_model *m, int t, int months, int rank)
{
    be_quantity highest = 0;
    for (int i = t; i < t + months && i < m->usage->horizon.months; i++) {
        be_quantity level = levels_of(m, i).level[rank];
        highest = level > highest ? level : highest;
    }
    return highest;
}

static void add_terms(plan_model *m, int t, size_t item, bool any_level)
{
    be_term term = m->product.capacity.prices[item].term;
    int most = term == BE_TERM_DAY ? m->usage->month[t].days : 1;
    int months = term == BE_TERM_YEAR ? MONTHS_A_YEAR : 1;
    be_quantity before = 0;
    for (int rank = 0; rank < (any_level ? 1 : LEVELS_MAX); rank++) {
        be_quantity level = highest_level(m, t, months, rank);
        for (int terms = 1; terms <= most && level != before; terms++)
            add_way(m, t, way_to_buy(m, t, item, level, terms), any_level);
        before = level;
    }
}

static bool add_ways(plan_model *m, be_arena *arena, bool any_level, const bool *exempt)
{
    const be_capacity *capacity = &m->product.capacity;
    size_t most = 1;
    for (size_t i = 0; m->free_calls && i < capacity->price_count; i++)
        most += capacity->prices[i].term == BE_TERM_DAY ? LEVELS_MAX * DAYS_MAX : LEVELS_MAX;
    for (int t = 0; t < m->usage->horizon.months; t++) {
        m->ways[t].items = be_arena_alloc(arena, most, sizeof *m->ways[t].items);
        if (m->ways[t].items == NULL)
            return false;
        plan_way none = {.price = be_amount_zero(), .months = 1};
        none.plain = exempt[t] || carries(m, t, m->fixed, m->fixed_count, false);
        none.lifting = none.plain || (m->lifted && carries(m, t, m->fixed, m->fixed_count, true));
        if (none.lifting)
            m->ways[t].items[m->ways[t].count++] = none;
        for (size_t i = 0; m->free_calls && i < capacity->price_count; i++)
            add_terms(m, t, i, any_level);
    }
    return true;
}

/* -- capacity that adds speed alone -------------------------------------------------------------
 */

static void fix_purchases(plan_model *m, const be_schedule *schedule)
{
    m->fixed = schedule->purchases;
    m->fixed_count = schedule->count;
    for (size_t i = 0; i < schedule->count; i++) {
        const be_purchase *buy = &schedule->purchases[i];
        be_amount price =
            be_capacity_charge(&m->product.capacity, buy->item, buy->count, buy->terms);
        m->fixed_price = be_amount_add(m->fixed_price, price);
    }
}

/*
 * So much is bought as is needed where a package lifts the limit. Months that it then has to lift
 * are left to packages in the plan's view, and ask for nothing in the bound's.
 */
static bool buy_speed(plan_model *m, be_arena *arena, plan_view view, bool *exempt)
{
    be_product lifted = m->product;
    be_usage needy = *m->usage;
    be_schedule schedule;
    bool helps = package_helps(m);
    if (helps)
        lifted.limits.qps = lifted.limits.with_package;
    for (int t = 0; t < needy.horizon.months; t++) {
        if (carries(m, t, NULL, 0, false))
            needy.month[t].attempts = 0; /* no capacity for a limit that nobody states */
    }
    if (!be_strategy_capacity(arena, &lifted, m->demand, &needy, &schedule))
        return false;
    if (schedule.proven || view == VIEW_PLAN)
        fix_purchases(m, &schedule);
    m->relaxed = m->relaxed || !schedule.proven;
    for (int t = 0; t < m->usage->horizon.months; t++) {
        bool in_doubt =
            !schedule.proven || (helps && !carries(m, t, m->fixed, m->fixed_count, false));
        m->relaxed = m->relaxed || in_doubt;
        exempt[t] = in_doubt && view == VIEW_BOUND;
    }
    return true;
}

/* -- the whole ----------------------------------------------------------------------------------
 */

/* Whether a package's balance would lower the limit, in place of lifting it. */
static bool package_hinders(const be_limits *limits)
{
    return limits->with_package.stated &&
           (!limits->qps.stated || limits->with_package.value < limits->qps.value);
}

/* Free quota and free calls come first, then packages and points, then pay-as-you-go. */
static bool in_order(const be_product *product)
{
    static const int ranks[BE_LAYER_COUNT] = {
        [BE_LAYER_FREE] = 0,    [BE_LAYER_QPS] = 0,  [BE_LAYER_PACKAGE] = 1,
        [BE_LAYER_GENERAL] = 1, [BE_LAYER_PAYG] = 2,
    };
    for (size_t i = 1; i < product->deduction_count; i++) {
        if (ranks[product->deduction[i]] < ranks[product->deduction[i - 1]])
            return false;
    }
    bool idle_packages = product->package_count > 0 && !draws_on(product, BE_LAYER_PACKAGE);
    return !(idle_packages && product->limits.with_package.stated) &&
           !package_hinders(&product->limits);
}

/* In the bound's view points are packages. */
static void take_points_for_packages(be_product *product)
{
    for (size_t i = 0; i < product->deduction_count; i++) {
        if (product->deduction[i] == BE_LAYER_GENERAL)
            product->deduction[i] = BE_LAYER_PACKAGE;
    }
}

bool plan_model_make(be_arena *arena, const be_product *product, const be_demand *demand,
                     const be_usage *usage, plan_view view, plan_model *out)
{
    plan_model *m = out;
    bool exempt[BE_MONTHS_MAX] = {false};
    bool points = draws_on(product, BE_LAYER_GENERAL) && has_points(product, demand);
    *m = (plan_model){.demand = demand, .usage = usage, .product = *product};
    m->fixed_price = be_amount_zero();
    m->orderly = in_order(product);
    m->falling = payg_falls(product);
    m->lifted = product->limits.with_package.stated;
    m->free_calls = product->capacity.offered && product->capacity.calls_free &&
                    draws_on(product, BE_LAYER_QPS);
    m->relaxed = points;
    if (!m->orderly)
        return true;
    if (!add_sizes(m, arena, view, points, product))
        return false;
    if (points && view == VIEW_BOUND) {
        take_points_for_packages(&m->product);
        m->validity = usage->horizon.months;
    }
    order_owned(m, view);
    if (!add_stock(m, arena, view))
        return false;
    bool any_level = m->free_calls && !one_level(m);
    m->relaxed = m->relaxed || any_level;
    if (!m->free_calls && product->capacity.offered && !buy_speed(m, arena, view, exempt))
        return false;
    return add_ways(m, arena, any_level && view == VIEW_BOUND, exempt);
}

/* -- stocks -------------------------------------------------------------------------------------
 */

size_t plan_stock_width(const plan_model *model)
{
    return 1 + model->stock.packages.count;
}

static bool payg_on(const plan_model *model)
{
    const be_payg *payg = &model->product.payg;
    return payg->offered && (!payg->opt_in || model->demand->postpaid);
}

plan_month plan_step(plan_model *model, int t, int days, be_quantity *stock)
{
    waterfall *w = &model->stock;
    lot_list *owned = &w->packages;
    const be_usage_month *usage = &model->usage->month[t];
    be_units units = {0};
    w->free_left = stock[0];
    for (size_t i = 0; i < owned->count; i++)
        owned->lots[i].left = stock[i + 1];
    plan_month month = {.had_balance = lots_balance(owned, t) > 0};
    waterfall_enter(w, t, usage->days, days);
    waterfall_run(w, usage->billable, true, &units);
    month.open = units.layer[BE_LAYER_PAYG] + units.unserved;
    month.payg = (payg_month){.product = &model->product,
                              .on = payg_on(model),
                              .days = usage->days,
                              .units = month.open + units.layer[BE_LAYER_PACKAGE]};
    stock[0] = model->product.free.monthly ? model->product.free.quantity : w->free_left;
    for (size_t i = 0; i < owned->count; i++)
        stock[i + 1] = owned->lots[i].last > t ? owned->lots[i].left : 0;
    return month;
}
