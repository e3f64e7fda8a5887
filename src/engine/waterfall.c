#include "waterfall.h"

#include <limits.h>

/* Does lot a come before lot b in the order of use. */
static bool used_before(const package_lot *a, const package_lot *b)
{
    if (a->last != b->last)
        return a->last < b->last;
    if (a->from != b->from)
        return a->from < b->from;
    return a->size < b->size;
}

static void insert_lot(waterfall *w, package_lot lot)
{
    size_t i = w->lot_count++;
    for (; i > 0 && used_before(&lot, &w->lots[i - 1]); i--)
        w->lots[i] = w->lots[i - 1];
    w->lots[i] = lot;
}

/* The last plan month in which something bought in month `from` can be used. */
static int last_month(be_duration valid, be_month start, int from)
{
    if (valid.count == 0)
        return INT_MAX;
    if (valid.unit == BE_MONTHS)
        return from + valid.count - 1;
    int t = from;
    while (be_duration_days_in_month(valid, start, from, t + 1) > 0)
        t++;
    return t;
}

static be_quantity lot_units(be_quantity size, be_quantity count)
{
    return be_quantity_scale(size, count, 1);
}

static void add_owned(waterfall *w)
{
    for (size_t i = 0; i < w->demand->owned_count; i++) {
        const be_owned *owned = &w->demand->owned[i];
        if (owned->left <= 0 || owned->expires < w->horizon.start)
            continue;
        insert_lot(w, (package_lot){.left = owned->left,
                                    .size = owned->size,
                                    .price = be_amount_zero(),
                                    .from = -1,
                                    .last = owned->expires - w->horizon.start});
    }
}

static void add_purchases(waterfall *w, const be_purchase *purchases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const be_purchase *buy = &purchases[i];
        if (buy->kind != BE_BUY_PACKAGE || buy->item >= w->product->package_count ||
            buy->month < 0 || buy->month >= w->horizon.months || buy->count <= 0)
            continue;
        const be_package *package = &w->product->packages[buy->item];
        insert_lot(w,
                   (package_lot){.left = lot_units(package->size, buy->count),
                                 .size = package->size,
                                 .price = package->price,
                                 .from = buy->month,
                                 .last = last_month(package->valid, w->horizon.start, buy->month),
                                 .valid = package->valid});
    }
}

bool waterfall_begin(waterfall *w, be_arena *arena, const be_product *product,
                     const be_demand *demand, be_horizon horizon, const be_purchase *purchases,
                     size_t purchase_count)
{
    *w = (waterfall){.product = product, .demand = demand, .horizon = horizon};
    w->free_left = product->free.quantity;
    if (demand->has_free_left && demand->free_left < w->free_left)
        w->free_left = demand->free_left;
    size_t most = demand->owned_count + purchase_count;
    if (most == 0)
        return true;
    w->lots = be_arena_alloc(arena, most, sizeof *w->lots);
    if (w->lots == NULL)
        return false;
    add_owned(w);
    add_purchases(w, purchases, purchase_count);
    return true;
}

static bool usable(const package_lot *lot, int t)
{
    return lot->from <= t && t <= lot->last && lot->left > 0;
}

be_quantity waterfall_package_balance(const waterfall *w, int t)
{
    be_quantity balance = 0;
    for (size_t i = 0; i < w->lot_count; i++) {
        if (usable(&w->lots[i], t))
            balance += w->lots[i].left;
    }
    return balance;
}

be_quantity waterfall_carried_over(const waterfall *w, int t)
{
    be_quantity balance = 0;
    for (size_t i = 0; i < w->lot_count; i++) {
        if (w->lots[i].from <= t && t < w->lots[i].last)
            balance += w->lots[i].left;
    }
    return balance;
}

static be_quantity smaller(be_quantity a, be_quantity b)
{
    return a < b ? a : b;
}

/* What of `rest` falls on the first `days` days of the month; usage is spread evenly. */
static be_quantity share_of_days(be_quantity rest, int days, int days_in_month)
{
    return days >= days_in_month ? rest : be_quantity_scale(rest, days, days_in_month);
}

static be_quantity take_free(waterfall *w, int t, int days_in_month, be_quantity rest)
{
    const be_free_quota *quota = &w->product->free;
    if (quota->monthly) {
        be_quantity left = t == 0 ? w->free_left : quota->quantity;
        return smaller(rest, left);
    }
    int days = be_duration_days_in_month(quota->valid, w->horizon.start, 0, t);
    be_quantity taken = smaller(w->free_left, share_of_days(rest, days, days_in_month));
    w->free_left -= taken;
    return taken;
}

static be_quantity take_packages(waterfall *w, int t, int days_in_month, be_quantity rest)
{
    be_quantity taken = 0;
    for (size_t i = 0; i < w->lot_count && taken < rest; i++) {
        package_lot *lot = &w->lots[i];
        if (!usable(lot, t))
            continue;
        be_quantity reachable = rest - taken;
        if (lot->valid.unit == BE_DAYS && lot->valid.count > 0) {
            int days = be_duration_days_in_month(lot->valid, w->horizon.start, lot->from, t);
            reachable = share_of_days(reachable, days, days_in_month);
        }
        be_quantity units = smaller(lot->left, reachable);
        lot->left -= units;
        taken += units;
    }
    return taken;
}

static be_quantity take_payg(const waterfall *w, be_quantity rest)
{
    const be_payg *payg = &w->product->payg;
    bool on = payg->offered && (!payg->opt_in || w->demand->postpaid);
    return on ? rest : 0;
}

static be_quantity take_layer(waterfall *w, be_layer layer, int t, const be_usage_month *usage,
                              int qps_days, be_quantity rest)
{
    switch (layer) {
    case BE_LAYER_FREE:
        return take_free(w, t, usage->days, rest);
    case BE_LAYER_QPS:
        return share_of_days(rest, qps_days, usage->days);
    case BE_LAYER_PACKAGE:
        return take_packages(w, t, usage->days, rest);
    case BE_LAYER_PAYG:
        return take_payg(w, rest);
    case BE_LAYER_COUNT:
        break;
    }
    return 0;
}

void waterfall_month(waterfall *w, int t, const be_usage_month *usage, int qps_days, be_units *out)
{
    be_quantity rest = usage->billable;
    *out = (be_units){.demand = rest};
    for (size_t i = 0; i < w->product->deduction_count; i++) {
        be_layer layer = w->product->deduction[i];
        be_quantity taken = take_layer(w, layer, t, usage, qps_days, rest);
        out->layer[layer] += taken;
        rest -= taken;
    }
    out->unserved = rest;
}

void waterfall_expire(waterfall *w, int t, be_quantity *units, be_amount *amount)
{
    for (size_t i = 0; i < w->lot_count; i++) {
        package_lot *lot = &w->lots[i];
        bool ends = lot->last == t || (t == w->horizon.months - 1 && lot->from <= t);
        if (!ends || lot->left == 0)
            continue;
        *units += lot->left;
        if (!be_amount_is_zero(lot->price)) {
            be_amount worth = be_amount_times(lot->price, lot->left);
            *amount = be_amount_add(*amount, be_amount_divide(worth, lot->size));
        }
        lot->left = 0;
    }
}
