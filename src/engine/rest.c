#include "rest.h"

#include "capacity.h"
#include "points.h"
#include "waterfall.h"

enum { ENDLESS = 12 * 100 }; /* months, of what has no end */

/* -- packages and points -------------------------------------------------------------------------
 */

static void own_lots(const lot_list *lots, be_owned *owned, size_t *count)
{
    for (size_t i = 0; i < lots->count; i++) {
        const lot *l = &lots->lots[i];
        if (l->left <= 0 || l->last < 1)
            continue;
        int last = l->last < ENDLESS ? l->last : ENDLESS;
        owned[(*count)++] = (be_owned){l->general, l->size, l->left, lots->horizon.start + last};
    }
}

/* Serves the first month as the bill does, and takes what the lots then hold for owned. */
static bool own_what_is_left(be_arena *arena, const be_bill_item *item, be_demand *demand)
{
    waterfall w;
    lot_list points;
    be_units units = {0};
    const be_usage_month *first = &item->usage->month[0];
    size_t most = item->demand->owned_count + item->purchase_count;
    be_owned *owned = be_arena_alloc(arena, most + 1, sizeof *owned);
    if (owned == NULL || !points_begin(&points, arena, item->usage->horizon, item, 1) ||
        !waterfall_begin(&w, arena, item, &points))
        return false;
    int qps_days = item->product->capacity.calls_free
                       ? capacity_days(item->product, item->usage->horizon, item->purchases,
                                       item->purchase_count, 0)
                       : 0;
    waterfall_enter(&w, 0, first->days, qps_days);
    waterfall_run(&w, first->billable, true, &units);
    demand->owned = owned;
    demand->owned_count = 0;
    own_lots(&w.packages, owned, &demand->owned_count);
    own_lots(&points, owned, &demand->owned_count);
    return true;
}

/* -- the free quota ------------------------------------------------------------------------------
 */

/* A duration from the plan's first day, seen from its second month. False where it is over. */
static bool shorten(be_duration *valid, int first_days)
{
    int passed = valid->unit == BE_MONTHS ? 1 : first_days;
    if (valid->count == 0)
        return true;
    valid->count -= passed;
    return valid->count > 0;
}

static void leave_quota(const be_bill_item *item, const be_bill *bill, plan_rest *out)
{
    be_free_quota *quota = &out->product.free;
    be_quantity left = quota->quantity;
    out->demand.has_free_left = !quota->monthly;
    if (quota->monthly)
        return;
    if (item->demand->has_free_left && item->demand->free_left < left)
        left = item->demand->free_left;
    out->demand.free_left = left - bill->month[0].units.layer[BE_LAYER_FREE];
    if (!shorten(&quota->valid, item->usage->month[0].days))
        quota->quantity = 0;
}

/* -- usage ---------------------------------------------------------------------------------------
 */

static void ask_for_no_speed(be_usage_month *month)
{
    month->attempts = month->qps_peak = month->qps_floor = month->concurrency = 0;
}

static void leave_usage(const be_bill_item *item, const be_bill *bill, be_usage *out)
{
    const be_product *product = item->product;
    be_horizon whole = item->usage->horizon;
    out->horizon = (be_horizon){whole.start + 1, whole.months - 1};
    out->too_large = item->usage->too_large;
    for (int t = 1; t < whole.months; t++) {
        be_usage_month *month = &out->month[t - 1];
        const be_bill_month *billed = &bill->month[t];
        *month = item->usage->month[t];
        bool runs = product->capacity.offered &&
                    capacity_days(product, whole, item->purchases, item->purchase_count, t) > 0;
        bool serves = billed->units.layer[BE_LAYER_QPS] == billed->units.demand;
        if (runs && product->capacity.calls_free && serves)
            month->billable = 0;
        if (runs && billed->carries != BE_CARRIES_NO && (serves || !product->capacity.calls_free))
            ask_for_no_speed(month);
        out->billable_total += month->billable;
    }
}

bool plan_rest_make(be_arena *arena, const be_bill_item *item, const be_bill *bill, plan_rest *out)
{
    *out = (plan_rest){.product = *item->product, .demand = *item->demand};
    out->demand.pinned_count = 0;
    if (out->demand.volume_count > 1) {
        out->demand.volumes++;
        out->demand.volume_count--;
    }
    leave_quota(item, bill, out);
    leave_usage(item, bill, &out->usage);
    return own_what_is_left(arena, item, &out->demand);
}
