#include "oracle_bill.h"

#include <stddef.h>

enum { LOTS = PLAIN_PURCHASES + PLAIN_OWNED };

/* Units bought together; `unit_price` in millionths. */
typedef struct lot {
    int left, size, first, last;
    long unit_price;
} lot;

typedef struct simulation {
    const plain_plan *plan;
    lot lots[LOTS];
    int lot_count;
    int free_left;
    int day; /* since the plan's start, the first is 1 */
} simulation;

static void own(simulation *s)
{
    for (int i = 0; i < s->plan->owned_count; i++)
        s->lots[s->lot_count++] =
            (lot){.left = s->plan->owned[i].left, .first = -1, .last = s->plan->owned[i].last};
}

static long buy(simulation *s, int month)
{
    long paid = s->plan->qps_price[month];
    for (int i = 0; i < s->plan->purchase_count; i++) {
        const plain_purchase *p = &s->plan->purchases[i];
        if (p->month != month)
            continue;
        const plain_package *package = &s->plan->packages[p->package];
        paid += p->count * package->price;
        s->lots[s->lot_count++] = (lot){.left = p->count * package->size,
                                        .size = package->size,
                                        .first = month,
                                        .last = month + package->months - 1,
                                        .unit_price = package->price / package->size};
    }
    return paid;
}

static bool goes_first(const lot *a, const lot *b)
{
    if (a->last != b->last)
        return a->last < b->last;
    return a->first != b->first ? a->first < b->first : a->size < b->size;
}

static bool take_from_package(simulation *s, int month)
{
    lot *chosen = NULL;
    for (int i = 0; i < s->lot_count; i++) {
        lot *l = &s->lots[i];
        if (l->left > 0 && l->last >= month && (chosen == NULL || goes_first(l, chosen)))
            chosen = l;
    }
    if (chosen != NULL)
        chosen->left--;
    return chosen != NULL;
}

static bool take_free(simulation *s)
{
    bool ended = s->plan->free_days > 0 && s->day > s->plan->free_days;
    if (s->free_left == 0 || ended)
        return false;
    s->free_left--;
    return true;
}

static bool takes(simulation *s, plain_layer layer, int month, int day_of_month)
{
    switch (layer) {
    case PLAIN_FREE:
        return take_free(s);
    case PLAIN_QPS:
        return day_of_month <= s->plan->qps_days[month];
    case PLAIN_PACKAGE:
        return take_from_package(s, month);
    case PLAIN_PAYG:
        return s->plan->payg_on;
    }
    return false;
}

static void serve_unit(simulation *s, plain_month *out, int month, int day_of_month)
{
    for (int i = 0; i < s->plan->layers; i++) {
        if (takes(s, s->plan->order[i], month, day_of_month)) {
            out->layer[s->plan->order[i]]++;
            return;
        }
    }
    out->unserved++;
}

/* Spreads the month's units over its days: after day d there have been volume x d / days. */
static void serve_month(simulation *s, plain_month *out, int month)
{
    int served = 0;
    for (int day = 1; day <= s->plan->days[month]; day++) {
        s->day++;
        for (; served < s->plan->volume[month] * day / s->plan->days[month]; served++)
            serve_unit(s, out, month, day);
    }
}

static int usable_after(const simulation *s, int month)
{
    int left = 0;
    for (int i = 0; i < s->lot_count; i++)
        left += s->lots[i].last > month ? s->lots[i].left : 0;
    return left;
}

static void write_off(const simulation *s, plain_bill *bill)
{
    for (int i = 0; i < s->lot_count; i++) {
        bill->waste += s->lots[i].left;
        bill->waste_worth += s->lots[i].left * s->lots[i].unit_price;
    }
}

plain_bill plain_simulate(const plain_plan *plan)
{
    simulation s = {.plan = plan, .free_left = plan->free};
    plain_bill bill = {.total = 0};
    own(&s);
    for (int t = 0; t < plan->months; t++) {
        plain_month *month = &bill.month[t];
        if (plan->free_monthly)
            s.free_left = plan->free;
        month->purchases = buy(&s, t);
        serve_month(&s, month, t);
        month->package_left = usable_after(&s, t);
        int before = plan->tariff.gross ? month->layer[PLAIN_PACKAGE] : 0;
        if (plan->payg_on)
            month->usage =
                plain_month_charge(&plan->tariff, plan->days[t], before, month->layer[PLAIN_PAYG]);
        bill.total += month->purchases + month->usage;
    }
    write_off(&s, &bill);
    return bill;
}
