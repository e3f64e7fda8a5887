#include "waterfall.h"

#include "points.h"

/* -- what there is to draw on ----------------------------------------------------------------- */

static void add_purchases(lot_list *packages, const be_bill_item *item)
{
    for (size_t i = 0; i < item->purchase_count; i++) {
        const be_purchase *buy = &item->purchases[i];
        if (buy->kind != BE_BUY_PACKAGE || buy->item >= item->product->package_count)
            continue;
        const be_package *package = &item->product->packages[buy->item];
        const lot one = {
            .size = package->size, .price = package->price, .valid = package->valid, .purchase = i};
        lots_add_bought(packages, one, buy->count, buy->month);
    }
}

bool waterfall_begin(waterfall *w, be_arena *arena, const be_bill_item *item, lot_list *points)
{
    const be_demand *demand = item->demand;
    *w = (waterfall){.product = item->product, .demand = demand, .points = points};
    w->free_left = item->product->free.quantity;
    if (demand->has_free_left && demand->free_left < w->free_left)
        w->free_left = demand->free_left;
    if (!lots_open(&w->packages, arena, item->usage->horizon,
                   demand->owned_count + item->purchase_count))
        return false;
    for (size_t i = 0; i < demand->owned_count; i++) {
        if (demand->owned[i].general == NULL)
            lots_add_owned(&w->packages, &demand->owned[i], 0);
    }
    add_purchases(&w->packages, item);
    return true;
}

void waterfall_enter(waterfall *w, int t, int days, int qps_days)
{
    w->t = t;
    w->days = days;
    w->qps_days = qps_days;
    if (w->product->free.monthly && t > 0)
        w->free_left = w->product->free.quantity;
}

/* -- the layers ------------------------------------------------------------------------------- */

static be_quantity smaller(be_quantity a, be_quantity b)
{
    return a < b ? a : b;
}

static be_quantity take_free(waterfall *w, be_quantity rest)
{
    const be_free_quota *quota = &w->product->free;
    if (!quota->monthly) {
        int valid = be_duration_days_in_month(quota->valid, w->packages.horizon.start, 0, w->t);
        rest = share_of_days(rest, valid, w->days);
    }
    be_quantity taken = smaller(w->free_left, rest);
    w->free_left -= taken;
    return taken;
}

static be_quantity take_qps(waterfall *w, be_quantity rest)
{
    return share_of_days(rest, w->qps_days, w->days);
}

static be_quantity take_packages(waterfall *w, be_quantity rest)
{
    be_quantity taken = 0;
    for (size_t i = 0; i < w->packages.count && taken < rest; i++) {
        lot *l = &w->packages.lots[i];
        if (!lot_usable(l, w->t))
            continue;
        be_quantity units =
            smaller(l->left, lot_reach(&w->packages, l, w->t, w->days, rest, taken));
        l->left -= units;
        taken += units;
    }
    return taken;
}

static be_quantity take_general(waterfall *w, be_quantity rest)
{
    return points_take(w->points, w->product, w->t, w->days, rest);
}

static be_quantity take_payg(waterfall *w, be_quantity rest)
{
    const be_payg *payg = &w->product->payg;
    bool on = payg->offered && (!payg->opt_in || w->demand->postpaid);
    return on ? rest : 0;
}

typedef be_quantity layer_taker(waterfall *w, be_quantity rest);

static layer_taker *const takers[BE_LAYER_COUNT] = {
    [BE_LAYER_FREE] = take_free,        [BE_LAYER_QPS] = take_qps,
    [BE_LAYER_PACKAGE] = take_packages, [BE_LAYER_GENERAL] = take_general,
    [BE_LAYER_PAYG] = take_payg,
};

void waterfall_run(waterfall *w, be_quantity units, bool free, be_units *out)
{
    be_quantity rest = units;
    out->demand += units;
    for (size_t i = 0; i < w->product->deduction_count && rest > 0; i++) {
        be_layer layer = w->product->deduction[i];
        if (layer == BE_LAYER_FREE && !free)
            continue;
        be_quantity taken = takers[layer](w, rest);
        out->layer[layer] += taken;
        rest -= taken;
    }
    out->unserved += rest;
}
