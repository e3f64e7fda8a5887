#include "hindsight.h"

#include <string.h>

#include <breakeven/optimum.h>

#include "capacity.h"
#include "purchases.h"
#include "rest.h"

void hindsight_open(hindsight *o, const be_demand *demand, be_horizon horizon,
                    const be_quantity *volumes)
{
    *o = (hindsight){.demand = *demand};
    o->demand.volumes = volumes;
    o->demand.volume_count = (size_t)horizon.months;
    o->demand.pinned_count = 0;
    be_usage_resolve(&o->demand, horizon, &o->usage);
}

static be_amount total_of(const be_bill *bill)
{
    return bill->feasible ? bill->total : be_amount_missing(BE_AMOUNT_UNPUBLISHED);
}

static be_amount smaller(be_amount a, be_amount b)
{
    return be_amount_compare(a, b) <= 0 ? a : b;
}

bool hindsight_find(hindsight *o, be_arena *arena, be_arena *kept, const be_product *product)
{
    be_optimum optimum;
    be_bill bill;
    if (!be_optimum_find(arena, product, &o->demand, &o->usage, &optimum) ||
        !be_bill_compute(arena, product, &o->demand, &o->usage, NULL, 0, BE_BILL_TOTALS, &bill))
        return false;
    o->foresight = optimum.cost;
    o->never = total_of(&bill);
    return purchases_first_month(kept, &optimum.schedule, &o->begins);
}

/* `now` with what the rest buys, a month later by the plan's count. */
static bool join_rest(be_arena *arena, const be_schedule *now, const be_schedule *later,
                      be_schedule *out)
{
    size_t count = now->count + later->count;
    be_purchase *all = be_arena_alloc(arena, count + 1, sizeof *all);
    if (all == NULL)
        return false;
    if (now->count > 0)
        memcpy(all, now->purchases, now->count * sizeof *all);
    for (size_t i = 0; i < later->count; i++) {
        all[now->count + i] = later->purchases[i];
        all[now->count + i].month++;
    }
    *out = (be_schedule){all, count, false};
    return true;
}

bool hindsight_cost(const hindsight *o, be_arena *arena, const be_product *product,
                    const be_schedule *now, be_amount *cost)
{
    const be_bill_item item = {product, &o->demand, &o->usage, now->purchases, now->count};
    be_bill bill;
    plan_rest rest;
    be_optimum optimum;
    be_schedule joint;
    int month;
    if (!be_bill_compute_plan(arena, &item, 1, BE_BILL_TOTALS, &bill))
        return false;
    *cost = total_of(&bill);
    if (o->usage.horizon.months == 1)
        return true;
    if (!plan_rest_make(arena, &item, &bill, &rest) ||
        !be_optimum_find(arena, &rest.product, &rest.demand, &rest.usage, &optimum) ||
        !join_rest(arena, now, &optimum.schedule, &joint) ||
        !be_bill_compute(arena, product, &o->demand, &o->usage, joint.purchases, joint.count,
                         BE_BILL_TOTALS, &bill))
        return false;
    if (!capacity_overlaps(product, o->usage.horizon, joint.purchases, joint.count, &month))
        *cost = smaller(*cost, total_of(&bill));
    return true;
}
