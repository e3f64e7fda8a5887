/* Small plans that share points, against every list of purchases there is, priced by the bill. */
#include <string.h>

#include "engine_test.h"
#include "fixtures.h"
#include "order_days.h"
#include "property.h"

enum {
    CASES = 2000,
    ITEMS_MAX = 3,
    MONTHS_MAX = 3,
    SIZES = 2,
    GENERALS = 2,
    MOST = 6,     /* units a month */
    BILLS = 8000, /* plans that are priced in a case, at most */
    SLOTS_MAX = MONTHS_MAX * (ITEMS_MAX * (SIZES + 1) + GENERALS),
    BUYS_MAX = SLOTS_MAX
};

typedef struct question {
    be_provider provider;
    be_general_package generals[GENERALS];
    be_general_cover covers[GENERALS][ITEMS_MAX];
    product_box box[ITEMS_MAX];
    be_quantity volumes[ITEMS_MAX][MONTHS_MAX];
    be_owned owned[ITEMS_MAX];
    be_demand demand[ITEMS_MAX];
    be_usage usage[ITEMS_MAX];
    be_bill_item items[ITEMS_MAX];
    size_t count;
    be_horizon horizon;
} question;

/* -- random questions ---------------------------------------------------------------------------
 */

static be_amount tenths(random_source *r, int low, int most)
{
    return be_amount_divide(be_amount_of(random_between(r, low, most)), 10);
}

static void random_tariff(random_source *r, product_box *box)
{
    static const be_tier_mode modes[] = {BE_TIERS_FLAT, BE_TIERS_GRADUATED, BE_TIERS_VOLUME};
    be_tariff *tariff = &box->product.payg.tariff;
    *tariff = (be_tariff){.mode = modes[random_between(r, 0, 2)],
                          .per = random_chance(r, 8) ? 3 : 1,
                          .block = random_chance(r, 10) ? 3 : 1,
                          .bands = box->bands};
    tariff->minimum = random_chance(r, 8) ? tenths(r, 1, 40) : be_amount_zero();
    tariff->flat_at_zero = random_chance(r, 8);
    tariff->position = random_chance(r, 15) ? BE_POSITION_GROSS : BE_POSITION_NET;
    tariff->period = random_chance(r, 5) ? BE_PERIOD_DAY : BE_PERIOD_MONTH;
    tariff->band_count = tariff->mode == BE_TIERS_FLAT ? 1 : (size_t)random_between(r, 2, 3);
    be_quantity up_to = 0;
    for (size_t i = 0; i < tariff->band_count; i++) {
        up_to += random_between(r, 1, 4);
        box->bands[i] =
            (be_band){.up_to = up_to,
                      .price = random_chance(r, 4) ? be_amount_missing(BE_AMOUNT_QUOTE)
                                                   : tenths(r, 2, 14 - 3 * (int)i),
                      .flat = random_chance(r, 8) ? tenths(r, 1, 20) : be_amount_zero()};
    }
    box->bands[tariff->band_count - 1].up_to = BE_UNBOUNDED;
}

static void random_packages(random_source *r, product_box *box)
{
    box->product.package_count = (size_t)random_between(r, 0, SIZES);
    for (int i = 0; i < SIZES; i++) {
        be_quantity size = i == 0 ? random_between(r, 2, 4) : random_between(r, 5, 9);
        box->packages[i] = (be_package){"p",
                                        size,
                                        be_amount_times(tenths(r, 1, i == 0 ? 9 : 7), size),
                                        {(int32_t)random_between(r, 1, 3), BE_MONTHS},
                                        NULL};
    }
}

/* Of calls that are free for a month, and their level. */
static void random_capacity(random_source *r, product_box *box)
{
    box->price_bands[0][0] = (be_band){.up_to = BE_UNBOUNDED, .price = tenths(r, 8, 50)};
    box->prices[0] = (be_capacity_price){.term = BE_TERM_MONTH,
                                         .tariff = {.mode = BE_TIERS_FLAT,
                                                    .per = 1,
                                                    .block = 1,
                                                    .bands = box->price_bands[0],
                                                    .band_count = 1}};
    box->product.capacity = (be_capacity){.offered = true,
                                          .additive = random_chance(r, 50),
                                          .calls_free = random_chance(r, 75),
                                          .min = 1,
                                          .max = 2,
                                          .prices = box->prices,
                                          .price_count = 1};
}

static void random_order(random_source *r, be_product *p)
{
    static const be_layer orders[][BE_LAYER_COUNT] = {
        {BE_LAYER_FREE, BE_LAYER_QPS, BE_LAYER_PACKAGE, BE_LAYER_GENERAL, BE_LAYER_PAYG},
        {BE_LAYER_QPS, BE_LAYER_FREE, BE_LAYER_PACKAGE, BE_LAYER_GENERAL, BE_LAYER_PAYG},
        {BE_LAYER_FREE, BE_LAYER_QPS, BE_LAYER_GENERAL, BE_LAYER_PACKAGE, BE_LAYER_PAYG},
        {BE_LAYER_PACKAGE, BE_LAYER_GENERAL, BE_LAYER_FREE, BE_LAYER_QPS, BE_LAYER_PAYG}};
    int which = random_chance(r, 75) ? (int)random_between(r, 0, 1) : (int)random_between(r, 2, 3);
    memcpy(p->deduction, orders[which], sizeof orders[0]);
    p->deduction_count = BE_LAYER_COUNT;
}

static void random_limits(random_source *r, be_product *p, be_demand *demand)
{
    if (!random_chance(r, 25))
        return;
    p->limits.qps = (be_limit){true, random_between(r, 1, 3)};
    be_quantity lifted = p->limits.qps.value + random_between(r, 0, 3);
    be_quantity with_package = random_chance(r, 20) ? random_between(r, 0, 2) : lifted;
    p->limits.with_package = (be_limit){random_chance(r, 70), with_package};
    demand->qps = random_between(r, 0, 5);
    if (!p->capacity.offered || random_chance(r, 70))
        return;
    p->capacity.adds_to = BE_CAPACITY_CONCURRENCY;
    p->limits.concurrency = (be_limit){true, random_between(r, 0, 1)};
    p->limits.over = random_chance(r, 60) ? BE_OVER_QUEUE : BE_OVER_REJECT;
    demand->concurrency = random_between(r, 0, 3);
    demand->response = random_between(r, 0, 12) * 86400 * 1000000;
}

static void random_owned(random_source *r, question *q, size_t i)
{
    be_owned *owned = &q->owned[i];
    *owned = (be_owned){.left = random_between(r, 1, 12),
                        .expires = q->horizon.start + (be_month)random_between(r, -1, 3)};
    if (random_chance(r, 60))
        owned->general = &q->generals[random_between(r, 0, GENERALS - 1)];
    q->demand[i].owned = owned;
    q->demand[i].owned_count = random_chance(r, 25) ? 1 : 0;
}

static void random_item(random_source *r, question *q, size_t i, be_ratio discount)
{
    static const char *const ids[ITEMS_MAX] = {"a", "b", "c"};
    product_box *box = &q->box[i];
    fixture_flat(box, "1");
    be_product *p = &box->product;
    p->id = ids[i];
    p->provider = &q->provider;
    p->packages = box->packages;
    random_tariff(r, box);
    random_packages(r, box);
    random_order(r, p);
    if (random_chance(r, 15))
        random_capacity(r, box);
    p->free = (be_free_quota){.quantity = random_chance(r, 30) ? random_between(r, 1, 8) : 0,
                              .monthly = random_chance(r, 40)};
    p->payg.offered = random_chance(r, 92);
    p->payg.opt_in = random_chance(r, 10);
    for (int t = 0; t < q->horizon.months; t++)
        q->volumes[i][t] = random_chance(r, 12) ? 0 : random_between(r, 1, MOST);
    q->demand[i] = (be_demand){.volumes = q->volumes[i],
                               .volume_count = (size_t)q->horizon.months,
                               .postpaid = random_chance(r, 50),
                               .discount = discount};
    random_limits(r, p, &q->demand[i]);
    random_owned(r, q, i);
    be_usage_resolve(&q->demand[i], q->horizon, &q->usage[i]);
    q->items[i] = (be_bill_item){p, &q->demand[i], &q->usage[i], NULL, 0};
}

static void random_generals(random_source *r, question *q)
{
    bool alike = random_chance(r, 75);
    for (size_t g = 0; g < GENERALS; g++) {
        be_general_package *general = &q->generals[g];
        be_quantity points = g == 0 ? random_between(r, 5, 12) : random_between(r, 13, 30);
        *general = (be_general_package){.id = "g",
                                        .points = points,
                                        .price = be_amount_times(tenths(r, 1, 6), points),
                                        .valid = {(int32_t)random_between(r, 1, 3), BE_MONTHS},
                                        .covers = q->covers[g],
                                        .source = q->box[0].product.source};
        if (random_chance(r, 5))
            general->valid = (be_duration){(int32_t)random_between(r, 10, 70), BE_DAYS};
        for (size_t i = 0; i < q->count; i++) {
            bool same = g > 0 && alike;
            be_quantity price = same ? be_general_points(&q->generals[0], &q->box[i].product)
                                     : random_between(r, 0, 3);
            if (price > 0)
                q->covers[g][general->cover_count++] =
                    (be_general_cover){q->box[i].product.id, price};
        }
    }
    q->provider = (be_provider){.general_packages = q->generals,
                                .general_package_count = (size_t)random_between(r, 1, GENERALS)};
}

static void random_question(random_source *r, question *q)
{
    memset(q, 0, sizeof *q);
    q->count = (size_t)random_between(r, 2, ITEMS_MAX);
    q->horizon = horizon_of(2027, (int)random_between(r, 1, 12),
                            q->count == ITEMS_MAX ? (int)random_between(r, 1, 2)
                                                  : (int)random_between(r, 1, MONTHS_MAX));
    be_ratio discount = random_chance(r, 10) ? BE_RATIO_ONE / 10 : 0;
    for (size_t i = 0; i < q->count; i++)
        random_item(r, q, i, random_chance(r, 5) ? BE_RATIO_ONE / 3 : discount);
    random_generals(r, q);
}

/* -- every plan there is ------------------------------------------------------------------------
 */

typedef struct slot {
    be_purchase_kind kind;
    size_t owner, item;
    int month;
    be_amount price;
    be_quantity size;
} slot;

typedef struct enumeration {
    be_arena *arena;
    const question *q;
    slot slots[SLOTS_MAX];
    size_t slot_count;
    be_purchase buys[ITEMS_MAX][BUYS_MAX];
    size_t buy_count[ITEMS_MAX];
    be_quantity units[ITEMS_MAX + 1]; /* that can be used of what an item buys; of points, last */
    unsigned bills;
    be_amount best;
} enumeration;

static void add_slot(enumeration *e, slot s)
{
    be_ratio paid = BE_RATIO_ONE - e->q->demand[s.owner].discount;
    s.price = be_amount_scale(s.price, paid);
    e->slots[e->slot_count++] = s;
}

/* Whoever has the largest discount buys points. */
static size_t buyer_of(const question *q)
{
    size_t buyer = 0;
    for (size_t i = 1; i < q->count; i++)
        buyer = q->demand[i].discount > q->demand[buyer].discount ? i : buyer;
    return buyer;
}

static void add_slots(enumeration *e)
{
    const question *q = e->q;
    for (int t = 0; t < q->horizon.months; t++) {
        for (size_t g = 0; g < q->provider.general_package_count; g++)
            add_slot(e, (slot){BE_BUY_GENERAL, buyer_of(q), g, t, q->generals[g].price,
                               q->generals[g].points});
        for (size_t i = 0; i < q->count; i++) {
            const be_product *p = &q->box[i].product;
            for (size_t j = 0; j < p->package_count; j++)
                add_slot(
                    e, (slot){BE_BUY_PACKAGE, i, j, t, p->packages[j].price, p->packages[j].size});
            if (p->capacity.offered)
                add_slot(e, (slot){BE_BUY_CAPACITY, i, 0, t,
                                   p->capacity.prices[0].tariff.bands->price, 1});
        }
    }
}

static void price_plan(enumeration *e)
{
    const question *q = e->q;
    be_bill_item items[ITEMS_MAX];
    be_bill bills[ITEMS_MAX];
    be_amount sum = be_amount_zero();
    bool feasible = true;
    for (size_t i = 0; i < q->count; i++) {
        items[i] = q->items[i];
        items[i].purchases = e->buys[i];
        items[i].purchase_count = e->buy_count[i];
    }
    be_arena_reset(e->arena);
    e->bills++;
    assert_true(be_bill_compute_plan(e->arena, items, q->count, BE_BILL_TOTALS, bills));
    for (size_t i = 0; i < q->count; i++) {
        feasible = feasible && bills[i].feasible;
        sum = be_amount_add(sum, bills[i].total);
    }
    if (feasible && be_amount_compare(sum, e->best) < 0)
        e->best = sum;
}

static be_quantity most_of(const enumeration *e, const slot *s)
{
    if (s->kind == BE_BUY_CAPACITY)
        return 2;
    be_quantity units = e->units[s->kind == BE_BUY_GENERAL ? ITEMS_MAX : s->owner];
    return be_quantity_divide_up(units, s->size);
}

/* Goes on with every number of what the slot sells that can still be cheaper than the best. */
static void try_slots(enumeration *e, size_t at, be_amount cost)
{
    if (e->bills >= BILLS || be_amount_compare(cost, e->best) >= 0)
        return;
    if (at == e->slot_count) {
        price_plan(e);
        return;
    }
    const slot *s = &e->slots[at];
    try_slots(e, at + 1, cost);
    for (be_quantity n = 1; n <= most_of(e, s); n++) {
        cost = be_amount_add(cost, s->price);
        e->buys[s->owner][e->buy_count[s->owner]++] =
            (be_purchase){s->kind, s->item, s->month, n, 1};
        try_slots(e, at + 1, cost);
        e->buy_count[s->owner]--;
    }
}

static be_quantity most_points(const question *q, size_t i)
{
    be_quantity most = 0;
    for (size_t g = 0; g < GENERALS; g++) {
        be_quantity price = be_general_points(&q->generals[g], &q->box[i].product);
        most = price > most ? price : most;
    }
    return most;
}

/* The least that any plan costs, if it is less than `below`; else `below`. */
static be_amount cheapest_of_all(be_arena *arena, const question *q, be_amount below, bool *all)
{
    enumeration e = {.arena = arena, .q = q, .best = below};
    for (size_t i = 0; i < q->count; i++) {
        e.units[i] = q->usage[i].billable_total + 1;
        e.units[ITEMS_MAX] += (q->usage[i].billable_total + 1) * most_points(q, i);
    }
    add_slots(&e);
    try_slots(&e, 0, be_amount_zero());
    *all = e.bills < BILLS;
    return e.best;
}

/* -- what holds ---------------------------------------------------------------------------------
 */

static unsigned whole, met, proven;

static void expect_consistent(unsigned n, be_arena *arena, const question *q,
                              const be_plan_optimum *o)
{
    be_bill_item items[ITEMS_MAX];
    be_bill bills[ITEMS_MAX];
    be_amount sum = be_amount_zero();
    if (o->schedules == NULL) {
        if (o->optimal || be_amount_is_known(o->cost))
            fail_msg("case %u: a proof of nothing", n);
        return;
    }
    for (size_t i = 0; i < q->count; i++) {
        items[i] = q->items[i];
        items[i].purchases = o->schedules[i].purchases;
        items[i].purchase_count = o->schedules[i].count;
    }
    assert_true(be_bill_compute_plan(arena, items, q->count, BE_BILL_TOTALS, bills));
    for (size_t i = 0; i < q->count; i++) {
        sum = be_amount_add(sum, bills[i].total);
        if (!bills[i].feasible)
            fail_msg("case %u: item %zu has no feasible plan", n, i);
        if (orders_share_a_day(&items[i].product->capacity, q->horizon, items[i].purchases,
                               items[i].purchase_count))
            fail_msg("case %u: two orders of one day", n);
    }
    if (be_amount_compare(sum, o->cost) != 0)
        fail_msg("case %u: the cost is not the bills'", n);
    int order = be_amount_compare(o->bound, o->cost);
    if (order > 0 || o->optimal != (order == 0)) {
        char text[BE_AMOUNT_TEXT], other[BE_AMOUNT_TEXT];
        be_amount_format(o->bound, text);
        be_amount_format(o->cost, other);
        fail_msg("case %u: the bound is %s, the cost %s%s", n, text, other,
                 o->optimal ? ", optimal" : "");
    }
}

static void check_all(be_arena *arena, random_source *r, unsigned n)
{
    question q;
    random_question(r, &q);
    be_plan_optimum o;
    bool all;
    assert_true(be_plan_optimum_find(arena, q.items, q.count, &o));
    expect_consistent(n, arena, &q, &o);
    bool any = be_amount_is_known(o.cost);
    be_amount below = any ? o.cost : be_amount_of(1000);
    be_amount least = cheapest_of_all(arena, &q, below, &all);
    bool cheaper = be_amount_compare(least, below) < 0;
    whole += all && (any || cheaper) ? 1 : 0;
    met += all && any && !cheaper ? 1 : 0;
    proven += o.optimal ? 1 : 0;
    char text[BE_AMOUNT_TEXT], other[BE_AMOUNT_TEXT];
    be_amount_format(least, text);
    be_amount_format(o.bound, other);
    if ((any || cheaper) && be_amount_compare(o.bound, least) > 0)
        fail_msg("case %u: %s is less than the bound %s", n, text, other);
}

static void no_plan_undercuts_the_bound(void **state)
{
    whole = met = proven = 0;
    try_cases(state, "plan optimum", CASES, check_all);
    print_message("%u of %u the cheapest of all, %u proven\n", met, whole, proven);
    assert_of_many(met * 100 >= whole * 95);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PROPERTY(no_plan_undercuts_the_bound),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
