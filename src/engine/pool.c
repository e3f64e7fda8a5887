#include "pool.h"

#include "amount_ops.h"

be_amount pool_paid(be_amount amount, be_ratio share)
{
    if (share == BE_RATIO_ONE || !amount_is_known(amount) || amount.scaled <= 0)
        return amount;
    be_amount part = be_amount_scale(amount, share);
    return part.scaled > 0 ? amount_of_scaled(part.scaled - 1) : part;
}

/* -- the items ----------------------------------------------------------------------------------
 */

static bool same_discount(const be_bill_item *items, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        if (items[i].demand->discount != items[0].demand->discount)
            return false;
    }
    return true;
}

static void lower_points(be_quantity *least, const be_general_package *package,
                         const be_product *product)
{
    be_quantity points = be_general_points(package, product);
    if (points > 0 && (*least == 0 || points < *least))
        *least = points;
}

/* Points that a unit costs, of the kindest package on sale or owned by any item. */
static be_quantity least_points(const be_bill_item *items, size_t count, const be_product *product)
{
    be_quantity least = 0;
    const be_provider *provider = product->provider;
    for (size_t i = 0; provider != NULL && i < provider->general_package_count; i++)
        lower_points(&least, &provider->general_packages[i], product);
    for (size_t i = 0; i < count; i++) {
        for (size_t j = 0; j < items[i].demand->owned_count; j++) {
            if (items[i].demand->owned[j].general != NULL)
                lower_points(&least, items[i].demand->owned[j].general, product);
        }
    }
    return least;
}

static bool draws_points(const be_product *product)
{
    for (size_t i = 0; i < product->deduction_count; i++) {
        if (product->deduction[i] == BE_LAYER_GENERAL)
            return product->meter_count == 0;
    }
    return false;
}

/* The demand without points, those that can be used counted. */
static bool set_points_apart(pool *p, pool_item *item)
{
    const be_demand *demand = &item->demand;
    be_owned *kept = be_arena_alloc(p->arena, demand->owned_count + 1, sizeof *kept);
    if (kept == NULL)
        return false;
    item->own = *demand;
    item->own.owned = kept;
    item->own.owned_count = 0;
    for (size_t i = 0; i < demand->owned_count; i++) {
        const be_owned *owned = &demand->owned[i];
        if (owned->general == NULL)
            kept[item->own.owned_count++] = *owned;
        else if (owned->expires >= item->usage->horizon.start && owned->left > 0)
            p->owned += owned->left;
    }
    return true;
}

/* Points that pay for all use of an item. */
static be_int128 points_wanted(const pool_item *item)
{
    return (be_int128)item->usage->billable_total * item->points;
}

/* Points that lift a limit but pay for nothing, and more of them than can be counted. */
static void set_obscure_apart(pool_item *item, be_quantity points)
{
    bool lifts = item->points == 0 && points > 0 && item->product->limits.with_package.stated;
    item->obscure = lifts || points_wanted(item) > BE_QUANTITY_MAX;
    if (item->obscure)
        item->points = 0;
}

static bool add_item(pool *p, size_t i, const be_bill_item *items, bool list_prices)
{
    pool_item *item = &p->items[i];
    const be_bill_item *asked = &items[i];
    be_quantity points = least_points(items, p->count, asked->product);
    *item = (pool_item){.product = asked->product,
                        .usage = asked->usage,
                        .demand = *asked->demand,
                        .alone = *asked->product,
                        .points = draws_points(asked->product) ? points : 0};
    item->alone.provider = NULL;
    set_obscure_apart(item, points);
    if (list_prices)
        item->demand.discount = 0;
    item->share = BE_RATIO_ONE - item->demand.discount;
    item->plans = be_arena_alloc(p->arena, ITEM_PLANS_MAX, sizeof *item->plans);
    return item->plans != NULL && set_points_apart(p, item);
}

/* Points are bought by the item with the largest discount, best one that uses them. */
static bool buys_before(const pool_item *a, const pool_item *b)
{
    if (a->share != b->share)
        return a->share < b->share;
    return a->points > 0 && b->points == 0;
}

bool pool_begin(pool *p, be_arena *arena, be_arena *scratch, const be_bill_item *items,
                size_t count)
{
    *p = (pool){.arena = arena,
                .scratch = scratch,
                .count = count,
                .months = items[0].usage->horizon.months,
                .provider = items[0].product->provider};
    p->items = be_arena_alloc(arena, count, sizeof *p->items);
    if (p->items == NULL)
        return false;
    bool list_prices = same_discount(items, count);
    for (size_t i = 0; i < count; i++) {
        if (!add_item(p, i, items, list_prices))
            return false;
        if (!pool_note_plan(p, i, NULL, 0, NULL))
            return false;
        p->wanted += (be_quantity)points_wanted(&p->items[i]);
        if (buys_before(&p->items[i], &p->items[p->buyer]))
            p->buyer = i;
    }
    p->share = p->items[p->buyer].share;
    return true;
}

/* -- plans --------------------------------------------------------------------------------------
 */

static payg_month month_of(const pool_item *item, const item_plan *plan, int t)
{
    const be_payg *payg = &item->product->payg;
    return (payg_month){.product = item->product,
                        .on = payg->offered && (!payg->opt_in || item->demand.postpaid),
                        .days = item->usage->month[t].days,
                        .units = plan->shared[t]};
}

be_amount pool_payg(const pool *p, size_t i, const item_plan *plan, int t, be_quantity paid)
{
    const pool_item *item = &p->items[i];
    if (paid == plan->open[t])
        return plan->usage[t];
    const payg_month month = month_of(item, plan, t);
    return pool_paid(payg_charge(&month, paid), item->share);
}

be_amount pool_cost_with_points(const pool *p, size_t i, const item_plan *plan, be_amount unit,
                                be_quantity *drawn)
{
    const pool_item *item = &p->items[i];
    be_amount cost = plan->price;
    be_quantity units = 0;
    for (int t = 0; t < p->months; t++) {
        payg_month month = month_of(item, plan, t);
        month.pool = true;
        month.points = unit;
        be_quantity paid = payg_split(&month, plan->open[t]);
        be_amount points = amount_times(unit, plan->open[t] - paid);
        cost = amount_add(cost, amount_add(payg_charge(&month, paid), points));
        units += plan->open[t] - paid;
    }
    *drawn = units * item->points;
    return cost;
}

static bool same_purchase(const be_purchase *a, const be_purchase *b)
{
    return a->kind == b->kind && a->item == b->item && a->month == b->month &&
           a->count == b->count && a->terms == b->terms;
}

static bool same_purchases(const item_plan *a, const item_plan *b)
{
    for (size_t i = 0; a->count == b->count && i < a->count; i++) {
        if (!same_purchase(&a->purchases[i], &b->purchases[i]))
            return false;
    }
    return a->count == b->count;
}

/* Keeps the purchases that are not of points. */
static bool copy_own(pool *p, const be_purchase *purchases, size_t count, item_plan *out)
{
    be_purchase *own = be_arena_alloc(p->arena, count + 1, sizeof *own);
    if (own == NULL)
        return false;
    out->purchases = own;
    for (size_t i = 0; i < count; i++) {
        if (purchases[i].kind != BE_BUY_GENERAL)
            own[out->count++] = purchases[i];
    }
    return true;
}

/* Bills a plan without points: what is paid for or goes unserved is open. */
static bool work_out(pool *p, size_t i, item_plan *plan)
{
    const pool_item *item = &p->items[i];
    be_bill bill;
    be_arena_reset(p->scratch);
    if (!be_bill_compute(p->scratch, &item->alone, &item->own, item->usage, plan->purchases,
                         plan->count, BE_BILL_TOTALS, &bill))
        return false;
    plan->price = bill.purchased;
    for (int t = 0; t < p->months; t++) {
        const be_units *units = &bill.month[t].units;
        plan->open[t] = units->layer[BE_LAYER_PAYG] + units->unserved;
        plan->shared[t] = plan->open[t] + units->layer[BE_LAYER_PACKAGE];
        plan->usage[t] =
            units->unserved > 0 ? be_amount_missing(BE_AMOUNT_UNPUBLISHED) : bill.month[t].usage;
    }
    return true;
}

bool pool_note_plan(pool *p, size_t i, const be_purchase *purchases, size_t count, size_t *index)
{
    pool_item *item = &p->items[i];
    item_plan plan = {0};
    size_t place = 0;
    if (!copy_own(p, purchases, count, &plan))
        return false;
    while (place < item->plan_count && !same_purchases(&item->plans[place], &plan))
        place++;
    if (place == ITEM_PLANS_MAX)
        place = 0;
    if (index != NULL)
        *index = place;
    if (place < item->plan_count)
        return true;
    item->plan_count++;
    item->plans[place] = plan;
    return work_out(p, i, &item->plans[place]);
}
