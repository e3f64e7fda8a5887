#include "plan_model.h"

#include <string.h>

#include "limits.h"
#include "packages.h"

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
    if (plan_draws_on(product, BE_LAYER_PACKAGE))
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
    m->start[STOCK_FREE] = m->stock.free_left;
    for (size_t i = 0; i < owned->count; i++)
        m->start[STOCK_LOTS + i] = owned->lots[i].left;
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

/* -- the whole ----------------------------------------------------------------------------------
 */

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
    bool idle_packages = product->package_count > 0 && !plan_draws_on(product, BE_LAYER_PACKAGE);
    return !(idle_packages && product->limits.with_package.stated) &&
           !limits_packages_lower(&product->limits);
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
    bool points = plan_draws_on(product, BE_LAYER_GENERAL) && has_points(product, demand);
    *m = (plan_model){.demand = demand, .usage = usage, .product = *product};
    m->orderly = in_order(product);
    m->falling = payg_falls(product);
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
    plan_ways_begin(&m->ways, arena, &m->product, demand, usage);
    if (!plan_ways_decide(&m->ways, view == VIEW_BOUND))
        return false;
    m->relaxed = m->relaxed || !m->ways.whole;
    return true;
}

/* -- stocks -------------------------------------------------------------------------------------
 */

size_t plan_stock_width(const plan_model *model)
{
    return STOCK_LOTS + model->stock.packages.count;
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
    w->free_left = stock[STOCK_FREE];
    for (size_t i = 0; i < owned->count; i++)
        owned->lots[i].left = stock[STOCK_LOTS + i];
    plan_month month = {.had_balance = lots_balance(owned, t) > 0};
    waterfall_enter(w, t, usage->days, days);
    waterfall_run(w, usage->billable, true, &units);
    month.open = units.layer[BE_LAYER_PAYG] + units.unserved;
    month.payg = (payg_month){.product = &model->product,
                              .on = payg_on(model),
                              .days = usage->days,
                              .units = month.open + units.layer[BE_LAYER_PACKAGE],
                              .pool = model->pool,
                              .points = model->points};
    stock[STOCK_FREE] = model->product.free.monthly ? model->product.free.quantity : w->free_left;
    for (size_t i = 0; i < owned->count; i++)
        stock[STOCK_LOTS + i] = owned->lots[i].last > t ? owned->lots[i].left : 0;
    return month;
}

bool plan_run_months(plan_model *model, be_arena *arena, plan_month *months)
{
    size_t width = plan_stock_width(model);
    be_quantity *stock = be_arena_alloc(arena, width, sizeof *stock);
    if (stock == NULL)
        return false;
    memcpy(stock, model->start, width * sizeof *stock);
    for (int t = 0; t < model->usage->horizon.months; t++)
        months[t] = plan_step(model, t, 0, stock);
    return true;
}
