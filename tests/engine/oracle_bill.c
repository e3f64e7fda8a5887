#include "oracle_bill.h"

#include <stddef.h>

#include "oracle_flows.h"
#include "oracle_lots.h"

enum { PERCENT = 100 };

/* What is left to one item. */
typedef struct account {
    plain_lots packages;
    int free_left;
} account;

typedef struct simulation {
    const plain_plan *plan;
    account accounts[PLAIN_ITEMS];
    plain_lots points; /* shared by the items */
    int first_day;     /* days of the plan before this month */
    int month;
} simulation;

/* A run of units of one item that are charged alike, and who paid for them. */
typedef struct run {
    int item;
    bool free; /* may draw on the free quota */
    int layer[PLAIN_LAYERS];
    int unserved;
} run;

static const int one_unit[PLAIN_PACKAGES] = {1, 1, 1};

bool plain_draws_on(const plain_item *item, plain_layer layer)
{
    for (int i = 0; i < item->layers; i++) {
        if (item->order[i] == layer)
            return true;
    }
    return false;
}

static void own(simulation *s, int item)
{
    for (int i = 0; i < s->plan->items[item].owned_count; i++) {
        const plain_owned *owned = &s->plan->items[item].owned[i];
        lots_add(owned->general ? &s->points : &s->accounts[item].packages,
                 (plain_lot){.kind = owned->general ? owned->package : 0,
                             .owner = item,
                             .left = owned->left,
                             .first = PLAIN_BEFORE,
                             .last = owned->last});
    }
}

static int last_month(const plain_package *package, int bought)
{
    return package->months == 0 ? PLAIN_NEVER : bought + package->months - 1;
}

/* What is bought for the item on the first day of the month, and what that costs. */
static plain_money buy(simulation *s, int item)
{
    const plain_item *it = &s->plan->items[item];
    plain_money paid = it->qps_price[s->month];
    for (int i = 0; i < it->purchase_count; i++) {
        const plain_purchase *p = &it->purchases[i];
        if (p->month != s->month)
            continue;
        const plain_package *package =
            p->general ? &s->plan->generals[p->package] : &it->packages[p->package];
        paid += p->count * package->price;
        lots_add(p->general ? &s->points : &s->accounts[item].packages,
                 (plain_lot){.kind = p->package,
                             .owner = item,
                             .left = p->count * package->size,
                             .size = package->size,
                             .first = s->month,
                             .last = last_month(package, s->month),
                             .unit_price = package->price / package->size});
    }
    return paid;
}

static bool take_free(simulation *s, const run *r, int day)
{
    const plain_item *item = &s->plan->items[r->item];
    account *a = &s->accounts[r->item];
    bool ended = item->free_days > 0 && s->first_day + day > item->free_days;
    if (!r->free || a->free_left == 0 || ended)
        return false;
    a->free_left--;
    return true;
}

static bool takes(simulation *s, const run *r, plain_layer layer, int day)
{
    const plain_item *item = &s->plan->items[r->item];
    switch (layer) {
    case PLAIN_FREE:
        return take_free(s, r, day);
    case PLAIN_QPS:
        return day <= item->qps_days[s->month];
    case PLAIN_PACKAGE:
        return lots_take(&s->accounts[r->item].packages, s->month, one_unit);
    case PLAIN_GENERAL:
        return lots_take(&s->points, s->month, item->points);
    case PLAIN_PAYG:
        return item->payg_on;
    case PLAIN_LAYERS:
        break;
    }
    return false;
}

static void serve_unit(simulation *s, run *r, int day)
{
    const plain_item *item = &s->plan->items[r->item];
    for (int i = 0; i < item->layers; i++) {
        if (takes(s, r, item->order[i], day)) {
            r->layer[item->order[i]]++;
            return;
        }
    }
    r->unserved++;
}

/* Spreads units over the month's days: after day d there have been units x d / days. */
static void serve(simulation *s, run *r, int units)
{
    int days = s->plan->days[s->month], served = 0;
    for (int day = 1; day <= days; day++) {
        for (; served < units * day / days; served++)
            serve_unit(s, r, day);
    }
}

static void count_run(plain_month *out, const run *r, int units)
{
    out->demand += units;
    out->unserved += r->unserved;
    for (int layer = 0; layer < PLAIN_LAYERS; layer++)
        out->layer[layer] += r->layer[layer];
}

/* Serves units that are charged by one tariff; returns their charge. */
static plain_money serve_and_charge(simulation *s, plain_month *out, run r, int units,
                                    const plain_tariff *tariff)
{
    const plain_item *item = &s->plan->items[r.item];
    serve(s, &r, units);
    count_run(out, &r, units);
    const plain_position at = {
        .before = tariff->gross ? r.layer[PLAIN_PACKAGE] + r.layer[PLAIN_GENERAL] : 0,
        .request_size = item->meter_count > 0 ? plain_request_size(item) : 0};
    if (!item->payg_on)
        return 0;
    return plain_month_charge(tariff, s->plan->days[s->month], at, r.layer[PLAIN_PAYG]);
}

static plain_money serve_meters(simulation *s, plain_month *out, int item, int requests)
{
    const plain_item *it = &s->plan->items[item];
    plain_money sum = 0;
    for (int i = 0; i < it->meter_count; i++) {
        const plain_meter *meter = &it->meters[i];
        int units[PLAIN_USES];
        plain_flows(it, meter, requests, units);
        for (int use = 0; use < PLAIN_USES; use++) {
            run r = {.item = item, .free = meter->free && use == PLAIN_STANDARD};
            if (meter->priced[use])
                sum += serve_and_charge(s, out, r, units[use], &meter->tariff[use]);
        }
    }
    return sum;
}

static void settle(const plain_item *item, plain_month *month, plain_money paid, plain_money used)
{
    month->purchases = paid - paid / PERCENT * item->discount;
    month->usage = used - used / PERCENT * item->discount;
    month->tax = (month->purchases + month->usage) / PERCENT * item->tax;
}

static void simulate_month(simulation *s, int item, plain_bill *bill, plain_money paid)
{
    const plain_item *it = &s->plan->items[item];
    account *a = &s->accounts[item];
    plain_month *month = &bill->month[s->month];
    if (it->free_monthly && s->month > 0)
        a->free_left = it->free;
    month->had_package = lots_can_pay(&a->packages, s->month, one_unit) ||
                         lots_can_pay(&s->points, s->month, it->points);
    int units =
        (int)plain_billable(&it->demand, plain_attempts(&it->demand, s->plan->start, s->month));
    plain_money used =
        it->meter_count > 0
            ? serve_meters(s, month, item, units)
            : serve_and_charge(s, month, (run){.item = item, .free = true}, units, &it->tariff);
    month->package_left = lots_left_after(&a->packages, s->month);
    settle(it, month, paid, used);
    bill->purchased += month->purchases;
    bill->total += month->purchases + month->usage;
    bill->tax += month->tax;
}

/* What is left when all has ended was paid for and never used. */
static void write_off(const simulation *s, const plain_lots *stock, plain_bill *bills, bool points)
{
    for (int i = 0; i < stock->count; i++) {
        const plain_lot *lot = &stock->lots[i];
        plain_bill *bill = &bills[lot->owner];
        plain_money worth = lot->left * lot->unit_price;
        *(points ? &bill->waste_points : &bill->waste) += lot->left;
        bill->waste_worth += worth - worth / PERCENT * s->plan->items[lot->owner].discount;
    }
}

/* More than the quota counts as all of it. */
static int free_at_start(const plain_item *item)
{
    bool some = item->free_said >= 0 && item->free_said < item->free;
    return some ? item->free_said : item->free;
}

void plain_simulate(const plain_plan *plan, plain_bill bills[PLAIN_ITEMS])
{
    simulation s = {.plan = plan};
    for (int i = 0; i < plan->item_count; i++) {
        bills[i] = (plain_bill){.total = 0};
        s.accounts[i].free_left = free_at_start(&plan->items[i]);
        own(&s, i);
    }
    for (; s.month < plan->months; s.month++) {
        plain_money paid[PLAIN_ITEMS];
        for (int i = 0; i < plan->item_count; i++)
            paid[i] = buy(&s, i);
        for (int i = 0; i < plan->item_count; i++)
            simulate_month(&s, i, &bills[i], paid[i]);
        s.first_day += plan->days[s.month];
    }
    for (int i = 0; i < plan->item_count; i++)
        write_off(&s, &s.accounts[i].packages, bills, false);
    write_off(&s, &s.points, bills, true);
}
