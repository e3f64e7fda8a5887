#include "every_schedule.h"

#include "engine_test.h"
#include "order_days.h"

enum {
    TERM_DAYS = 4, /* numbers of days that are tried in each month */
    SLOTS_MAX = QUESTION_MONTHS * (QUESTION_SIZES + 2 + BE_TERM_COUNT)
};

/* A choice in one month: of a package so many, or one way to buy capacity for a sort of term. */
typedef struct slot {
    be_purchase_kind kind;
    size_t item;
    int month;
} slot;

typedef struct enumeration {
    be_arena *arena;
    random_source *r;
    const question *q;
    slot slots[SLOTS_MAX];
    size_t slot_count;
    be_purchase buys[SLOTS_MAX];
    size_t buy_count;
    unsigned bills, bills_max;
    every_schedule best;
} enumeration;

static void add_slots(enumeration *e)
{
    const be_product *p = &e->q->box.product;
    for (int t = 0; t < e->q->horizon.months; t++) {
        for (size_t i = 0; i < p->package_count; i++)
            e->slots[e->slot_count++] = (slot){BE_BUY_PACKAGE, i, t};
        for (size_t i = 0; p->provider != NULL && i < p->provider->general_package_count; i++)
            e->slots[e->slot_count++] = (slot){BE_BUY_GENERAL, i, t};
        for (size_t i = 0; p->capacity.offered && i < p->capacity.price_count; i++) {
            e->slots[e->slot_count++] = (slot){BE_BUY_CAPACITY, i, t};
            if (orders_one_at_a_time(&p->capacity) && p->capacity.prices[i].term == BE_TERM_DAY)
                e->slots[e->slot_count++] = (slot){BE_BUY_CAPACITY, i, t};
        }
    }
}

static void shuffle_slots(enumeration *e)
{
    for (size_t i = 1; i < e->slot_count; i++) {
        size_t j = (size_t)random_between(e->r, 0, (int64_t)i);
        slot s = e->slots[i];
        e->slots[i] = e->slots[j];
        e->slots[j] = s;
    }
}

/* -- one schedule -------------------------------------------------------------------------------
 */

static every_schedule counted(const enumeration *e, be_amount cost)
{
    every_schedule s = {.cost = cost, .found = true};
    for (size_t i = 0; i < e->buy_count; i++) {
        s.purchases += (int)e->buys[i].count;
        s.when += (int)e->buys[i].count * e->buys[i].month;
    }
    return s;
}

static bool better(const every_schedule *a, const every_schedule *b)
{
    int order = be_amount_compare(a->cost, b->cost);
    if (order != 0 || !b->found)
        return order <= 0;
    return a->purchases != b->purchases ? a->purchases < b->purchases : a->when > b->when;
}

static void price_schedule(enumeration *e)
{
    const question *q = e->q;
    be_bill bill;
    if (orders_share_a_day(&q->box.product.capacity, q->horizon, e->buys, e->buy_count))
        return;
    be_arena_reset(e->arena);
    e->bills++;
    assert_true(be_bill_compute(e->arena, &q->box.product, &q->demand, &q->usage, e->buys,
                                e->buy_count, BE_BILL_TOTALS, &bill));
    every_schedule s = counted(e, bill.total);
    if (bill.feasible && better(&s, &e->best))
        e->best = s;
}

/* -- all of them --------------------------------------------------------------------------------
 */

static void try_slots(enumeration *e, size_t i, be_amount list_price);

/* Goes on with one purchase more, if that can still be as cheap as the best. */
static void try_purchase(enumeration *e, size_t i, be_purchase buy, be_amount list_price)
{
    be_amount cost = be_amount_scale(list_price, BE_RATIO_ONE - e->q->demand.discount);
    if (e->bills >= e->bills_max || be_amount_compare(cost, e->best.cost) > 0)
        return;
    e->buys[e->buy_count++] = buy;
    try_slots(e, i + 1, list_price);
    e->buy_count--;
}

static void try_packages(enumeration *e, size_t i, be_amount price, be_quantity size,
                         be_amount list_price)
{
    const slot *s = &e->slots[i];
    be_quantity units = e->q->usage.billable_total;
    for (be_quantity count = 1; (count - 1) * size <= units; count++) {
        list_price = be_amount_add(list_price, price);
        try_purchase(e, i, (be_purchase){s->kind, s->item, s->month, count, 1}, list_price);
    }
}

static void try_capacity(enumeration *e, size_t i, be_amount list_price)
{
    const be_capacity *capacity = &e->q->box.product.capacity;
    const slot *s = &e->slots[i];
    const be_usage_month *month = &e->q->usage.month[s->month];
    const int terms[TERM_DAYS] = {month->days, (int)random_between(e->r, 1, 31), month->peak_days,
                                  month->days - month->peak_days};
    bool days = capacity->prices[s->item].term == BE_TERM_DAY;
    int choices =
        orders_one_at_a_time(capacity) && terms[TERM_DAYS - 1] > 0 ? TERM_DAYS : TERM_DAYS - 1;
    for (be_quantity count = capacity->min; count <= capacity->max; count++) {
        for (int j = 0; j < (days ? choices : 1); j++) {
            int n = days ? terms[j] : 1;
            be_amount price = be_capacity_charge(capacity, s->item, count, n);
            try_purchase(e, i, (be_purchase){BE_BUY_CAPACITY, s->item, s->month, count, n},
                         be_amount_add(list_price, price));
        }
    }
}

static void try_slots(enumeration *e, size_t i, be_amount list_price)
{
    if (i == e->slot_count) {
        price_schedule(e);
        return;
    }
    const slot *s = &e->slots[i];
    const be_product *p = &e->q->box.product;
    try_slots(e, i + 1, list_price);
    if (s->kind == BE_BUY_PACKAGE) {
        const be_package *package = &p->packages[s->item];
        try_packages(e, i, package->price, package->size, list_price);
    } else if (s->kind == BE_BUY_GENERAL) {
        const be_general_package *general = &p->provider->general_packages[s->item];
        be_quantity units = general->points / be_general_points(general, p);
        try_packages(e, i, general->price, units, list_price);
    } else {
        try_capacity(e, i, list_price);
    }
}

every_schedule try_every_schedule(be_arena *arena, random_source *r, const question *q,
                                  be_amount most, unsigned bills)
{
    enumeration e = {.arena = arena, .r = r, .q = q, .bills_max = bills, .best = {.cost = most}};
    add_slots(&e);
    shuffle_slots(&e);
    try_slots(&e, 0, be_amount_zero());
    e.best.all = e.bills < bills;
    return e.best;
}
