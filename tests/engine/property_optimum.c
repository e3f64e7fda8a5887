/* The optimum of small questions, against every schedule there is, each priced by the bill. */
#include <string.h>

#include "engine_test.h"
#include "fixtures.h"
#include "property.h"

enum {
    CASES = 4000,
    MONTHS_MAX = 4,
    SIZES = 2,
    MOST = 8,     /* units a month */
    BILLS = 1500, /* schedules that are priced in a case, at most */
    OWNED_MAX = 2,
    SLOTS_MAX = MONTHS_MAX * (SIZES + 2),
    TERM_DAYS = 3 /* numbers of days that are tried in each month */
};

/* One small question. */
typedef struct question {
    product_box box;
    be_provider provider;
    be_general_package general;
    be_general_cover cover;
    be_quantity volumes[MONTHS_MAX];
    be_owned owned[OWNED_MAX];
    be_demand demand;
    be_horizon horizon;
    be_usage usage;
} question;

/* -- random questions ---------------------------------------------------------------------------
 */

/* Up to `most` tenths. */
static be_amount tenths(random_source *r, int low, int most)
{
    return be_amount_divide(be_amount_of(random_between(r, low, most)), 10);
}

static void random_tariff(random_source *r, product_box *box)
{
    static const be_tier_mode modes[] = {BE_TIERS_FLAT, BE_TIERS_GRADUATED, BE_TIERS_VOLUME};
    be_tariff *tariff = &box->product.payg.tariff;
    *tariff = (be_tariff){.mode = modes[random_between(r, 0, 2)],
                          .per = random_chance(r, 10) ? 3 : 1,
                          .block = random_chance(r, 15) ? 4 : 1,
                          .bands = box->bands};
    tariff->minimum = random_chance(r, 10) ? tenths(r, 1, 60) : be_amount_zero();
    tariff->flat_at_zero = random_chance(r, 10);
    tariff->position = random_chance(r, 20) ? BE_POSITION_GROSS : BE_POSITION_NET;
    tariff->period = random_chance(r, 5) ? BE_PERIOD_DAY : BE_PERIOD_MONTH;
    tariff->band_count = tariff->mode == BE_TIERS_FLAT ? 1 : (size_t)random_between(r, 2, 3);
    be_quantity up_to = 0;
    for (size_t i = 0; i < tariff->band_count; i++) {
        up_to += random_between(r, 1, 7);
        box->bands[i] =
            (be_band){.up_to = up_to,
                      .price = random_chance(r, 3) ? be_amount_missing(BE_AMOUNT_QUOTE)
                                                   : tenths(r, 1, 12 - 3 * (int)i),
                      .flat = random_chance(r, 8) ? tenths(r, 1, 20) : be_amount_zero()};
    }
    box->bands[tariff->band_count - 1].up_to = BE_UNBOUNDED;
}

static void random_packages(random_source *r, product_box *box)
{
    box->product.package_count = (size_t)random_between(r, 1, SIZES);
    be_duration valid = {(int32_t)random_between(r, 1, 4), BE_MONTHS};
    if (random_chance(r, 5))
        valid = (be_duration){(int32_t)random_between(r, 20, 100), BE_DAYS};
    for (int i = 0; i < SIZES; i++) {
        be_quantity size = i == 0 ? random_between(r, 2, 4) : random_between(r, 5, 9);
        if (random_chance(r, 5))
            valid.count++;
        box->packages[i] = (be_package){
            "p", size, be_amount_times(tenths(r, 1, i == 0 ? 9 : 7), size), valid, NULL};
    }
}

static void random_capacity(random_source *r, product_box *box)
{
    be_capacity *capacity = &box->product.capacity;
    *capacity = (be_capacity){.offered = true,
                              .additive = random_chance(r, 50),
                              .calls_free = random_chance(r, 75),
                              .min = 1,
                              .max = random_between(r, 2, 3),
                              .lifts_to = random_chance(r, 15) ? 6 : 0,
                              .prices = box->prices};
    if (random_chance(r, 20))
        capacity->adds_to = BE_CAPACITY_CONCURRENCY;
    static const int least[] = {[BE_TERM_DAY] = 1, [BE_TERM_MONTH] = 15, [BE_TERM_YEAR] = 30};
    for (int term = 0; term < BE_TERM_COUNT; term++) {
        if (!random_chance(r, 50))
            continue;
        be_band *band = box->price_bands[capacity->price_count];
        *band = (be_band){.up_to = BE_UNBOUNDED, .price = tenths(r, least[term], least[term] * 4)};
        box->prices[capacity->price_count++] = (be_capacity_price){
            .term = (be_term)term,
            .tariff = {
                .mode = BE_TIERS_FLAT, .per = 1, .block = 1, .bands = band, .band_count = 1}};
    }
}

static void random_order(random_source *r, be_product *p)
{
    static const be_layer orders[][4] = {
        {BE_LAYER_FREE, BE_LAYER_QPS, BE_LAYER_PACKAGE, BE_LAYER_PAYG},
        {BE_LAYER_QPS, BE_LAYER_FREE, BE_LAYER_PACKAGE, BE_LAYER_PAYG}};
    memcpy(p->deduction, orders[random_between(r, 0, 1)], sizeof orders[0]);
    p->deduction_count = 4;
}

static void random_limits(random_source *r, question *q)
{
    be_limits *limits = &q->box.product.limits;
    if (random_chance(r, 50))
        return;
    limits->qps = (be_limit){true, random_between(r, 1, 3)};
    limits->with_package =
        (be_limit){random_chance(r, 60), limits->qps.value + random_between(r, 0, 3)};
    limits->over = random_chance(r, 50) ? BE_OVER_QUEUE : BE_OVER_REJECT;
    q->demand.qps = random_between(r, 0, 5);
    q->demand.peak_days = random_chance(r, 30) ? (int)random_between(r, 1, 28) : 0;
    if (q->box.product.capacity.adds_to == BE_CAPACITY_CONCURRENCY) {
        limits->concurrency = (be_limit){true, random_between(r, 1, 3)};
        q->demand.concurrency = random_between(r, 0, 5);
    }
}

static void random_owned(random_source *r, question *q)
{
    q->demand.owned = q->owned;
    q->demand.owned_count = random_chance(r, 60) ? 0 : (size_t)random_between(r, 1, OWNED_MAX);
    for (size_t i = 0; i < q->demand.owned_count; i++)
        q->owned[i] = (be_owned){.left = random_between(r, 1, 9),
                                 .expires = q->horizon.start + (be_month)random_between(r, 0, 4)};
}

static void random_general(random_source *r, question *q)
{
    be_product *p = &q->box.product;
    if (!random_chance(r, 6))
        return;
    be_quantity points = random_between(r, 1, 3);
    q->cover = (be_general_cover){p->id, points};
    q->general = (be_general_package){.id = "g",
                                      .points = random_between(r, 5, 20),
                                      .price = tenths(r, 10, 60),
                                      .valid = {(int32_t)random_between(r, 1, 3), BE_MONTHS},
                                      .covers = &q->cover,
                                      .cover_count = 1,
                                      .source = p->source};
    q->provider = (be_provider){.general_packages = &q->general, .general_package_count = 1};
    p->provider = &q->provider;
    p->deduction[p->deduction_count - 1] = BE_LAYER_GENERAL;
    p->deduction[p->deduction_count++] = BE_LAYER_PAYG;
}

static void random_question(random_source *r, question *q)
{
    memset(q, 0, sizeof *q);
    fixture_flat(&q->box, "1");
    be_product *p = &q->box.product;
    q->horizon = horizon_of(2027, (int)random_between(r, 1, 12), (int)random_between(r, 1, 10));
    q->horizon.months = q->horizon.months > MONTHS_MAX ? 3 : q->horizon.months;
    random_tariff(r, &q->box);
    random_packages(r, &q->box);
    if (random_chance(r, 25)) {
        random_capacity(r, &q->box);
        q->horizon.months = 1 + q->horizon.months % 3;
    }
    random_order(r, p);
    p->free = (be_free_quota){.quantity = random_chance(r, 50) ? random_between(r, 1, 12) : 0,
                              .monthly = random_chance(r, 40)};
    if (!p->free.monthly && random_chance(r, 50))
        p->free.valid = (be_duration){(int32_t)random_between(r, 10, 100), BE_DAYS};
    p->payg.offered = random_chance(r, 90);
    p->payg.opt_in = random_chance(r, 20);
    for (int t = 0; t < q->horizon.months; t++)
        q->volumes[t] = random_chance(r, 12) ? 0 : random_between(r, 1, MOST);
    q->demand = (be_demand){.volumes = q->volumes,
                            .volume_count = (size_t)q->horizon.months,
                            .postpaid = random_chance(r, 50)};
    random_limits(r, q);
    random_owned(r, q);
    random_general(r, q);
    be_usage_resolve(&q->demand, q->horizon, &q->usage);
}

/* -- every schedule there is --------------------------------------------------------------------
 */

/* A choice in one month: of a package so many, or one of some ways to buy capacity. */
typedef struct slot {
    be_purchase_kind kind;
    size_t item;
    int month;
} slot;

/*
 * Schedules that cost less than `best` are tried, slots in random order; where there are more than
 * can be priced, as many as can be. The cheapest feasible one is kept.
 */
typedef struct enumeration {
    be_arena *arena;
    random_source *r;
    const question *q;
    slot slots[SLOTS_MAX];
    size_t slot_count;
    be_purchase buys[SLOTS_MAX];
    size_t buy_count;
    be_quantity units; /* of all months */
    unsigned bills;
    be_amount best;
} enumeration;

static void add_slots(enumeration *e)
{
    const be_product *p = &e->q->box.product;
    for (int t = 0; t < e->q->horizon.months; t++) {
        for (size_t i = 0; i < p->package_count; i++)
            e->slots[e->slot_count++] = (slot){BE_BUY_PACKAGE, i, t};
        if (p->provider != NULL && p->provider->general_package_count > 0)
            e->slots[e->slot_count++] = (slot){BE_BUY_GENERAL, 0, t};
        if (p->capacity.offered)
            e->slots[e->slot_count++] = (slot){BE_BUY_CAPACITY, 0, t};
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

static void price_schedule(enumeration *e)
{
    const question *q = e->q;
    be_bill bill;
    be_arena_reset(e->arena);
    e->bills++;
    assert_true(be_bill_compute(e->arena, &q->box.product, &q->demand, &q->usage, e->buys,
                                e->buy_count, BE_BILL_TOTALS, &bill));
    if (bill.feasible && be_amount_compare(bill.total, e->best) < 0)
        e->best = bill.total;
}

static void try_slots(enumeration *e, size_t i, be_amount cost);

/* Goes on with one purchase more, if that can still be cheaper than the best. */
static void try_purchase(enumeration *e, size_t i, be_purchase buy, be_amount cost)
{
    if (e->bills >= BILLS || be_amount_compare(cost, e->best) >= 0)
        return;
    e->buys[e->buy_count++] = buy;
    try_slots(e, i + 1, cost);
    e->buy_count--;
}

static void try_packages(enumeration *e, size_t i, be_amount price, be_quantity size,
                         be_amount cost)
{
    const slot *s = &e->slots[i];
    for (be_quantity count = 1; (count - 1) * size <= e->units; count++) {
        cost = be_amount_add(cost, price);
        try_purchase(e, i, (be_purchase){s->kind, s->item, s->month, count, 1}, cost);
    }
}

static void try_capacity(enumeration *e, size_t i, be_amount cost)
{
    const be_capacity *capacity = &e->q->box.product.capacity;
    int month = e->slots[i].month, days = e->q->usage.month[month].days;
    for (size_t item = 0; item < capacity->price_count; item++) {
        const int terms[TERM_DAYS] = {days, (int)random_between(e->r, 1, 31),
                                      e->q->usage.month[month].peak_days};
        int choices = capacity->prices[item].term == BE_TERM_DAY ? TERM_DAYS : 1;
        for (be_quantity count = 1; count <= capacity->max; count++) {
            for (int j = 0; j < choices; j++) {
                int n = choices == 1 ? 1 : terms[j];
                be_amount price = be_capacity_charge(capacity, item, count, n);
                try_purchase(e, i, (be_purchase){BE_BUY_CAPACITY, item, month, count, n},
                             be_amount_add(cost, price));
            }
        }
    }
}

static void try_slots(enumeration *e, size_t i, be_amount cost)
{
    if (i == e->slot_count) {
        price_schedule(e);
        return;
    }
    const slot *s = &e->slots[i];
    const be_product *p = &e->q->box.product;
    try_slots(e, i + 1, cost);
    if (s->kind == BE_BUY_PACKAGE)
        try_packages(e, i, p->packages[s->item].price, p->packages[s->item].size, cost);
    else if (s->kind == BE_BUY_GENERAL)
        try_packages(e, i, e->q->general.price, e->q->general.points / e->q->cover.points, cost);
    else
        try_capacity(e, i, cost);
}

/* The least that any schedule costs, if it is less than `below`; else `below`. */
static be_amount cheapest_of_all(be_arena *arena, random_source *r, const question *q,
                                 be_amount below)
{
    enumeration e = {.arena = arena, .r = r, .q = q, .best = below};
    e.units = q->usage.billable_total;
    add_slots(&e);
    shuffle_slots(&e);
    try_slots(&e, 0, be_amount_zero());
    return e.best;
}

/* -- what holds ---------------------------------------------------------------------------------
 */

static unsigned proven, found;

static be_optimum find(be_arena *arena, const question *q)
{
    be_optimum o;
    assert_true(be_optimum_find(arena, &q->box.product, &q->demand, &q->usage, &o));
    return o;
}

static void expect_consistent(unsigned n, be_arena *arena, const question *q, const be_optimum *o)
{
    be_bill bill;
    if (!be_amount_is_known(o->cost)) {
        if (o->optimal || o->schedule.count > 0)
            fail_msg("case %u: a proof of nothing", n);
        return;
    }
    assert_true(be_bill_compute(arena, &q->box.product, &q->demand, &q->usage,
                                o->schedule.purchases, o->schedule.count, BE_BILL_TOTALS, &bill));
    if (!bill.feasible || be_amount_compare(bill.total, o->cost) != 0)
        fail_msg("case %u: the cost is not the bill's", n);
    int order = be_amount_compare(o->bound, o->cost);
    if (order > 0 || o->optimal != o->schedule.proven || o->optimal != (order == 0))
        fail_msg("case %u: a bound that is none", n);
}

static void check_all(be_arena *arena, random_source *r, unsigned n)
{
    question q;
    random_question(r, &q);
    be_optimum o = find(arena, &q);
    expect_consistent(n, arena, &q, &o);
    bool any = be_amount_is_known(o.cost), optimal = o.optimal;
    be_amount bound = o.bound;
    be_amount below = any ? o.cost : be_amount_of(1000);
    be_amount least = cheapest_of_all(arena, r, &q, below);
    found += any ? 1 : 0;
    proven += optimal ? 1 : 0;
    bool cheaper = be_amount_compare(least, below) < 0;
    char text[BE_AMOUNT_TEXT], other[BE_AMOUNT_TEXT];
    be_amount_format(least, text);
    be_amount_format(any ? o.cost : bound, other);
    if (cheaper && !be_amount_is_known(bound))
        fail_msg("case %u: something can be had for %s", n, text);
    if (cheaper && optimal)
        fail_msg("case %u: %s is less than %s, said to be the optimum", n, text, other);
    be_amount_format(bound, other);
    if ((any || cheaper) && be_amount_compare(bound, least) > 0)
        fail_msg("case %u: %s is less than the bound %s", n, text, other);
}

static void nothing_is_cheaper_than_the_optimum(void **state)
{
    proven = found = 0;
    try_cases(state, "optimum", CASES, check_all);
    print_message("%u of %u proven\n", proven, found);
    assert_true(proven * 1000 >= found * 995);
}

/* Fails where the dearer question is answered for less than the kinder one. */
static void expect_no_less(unsigned n, const be_optimum *dear, const be_optimum *kind)
{
    if (dear->optimal && kind->optimal && be_amount_compare(dear->cost, kind->cost) < 0)
        fail_msg("case %u: more on sale, or for less, costs more", n);
}

static void check_offers(be_arena *arena, random_source *r, unsigned n)
{
    question q;
    random_question(r, &q);
    be_optimum both = find(arena, &q);
    be_amount price = q.box.packages[0].price;
    q.box.packages[0].price = be_amount_divide(price, 2);
    be_optimum cheaper = find(arena, &q);
    expect_no_less(n, &both, &cheaper);
    q.box.packages[0].price = price;
    q.box.product.package_count--;
    be_optimum fewer = find(arena, &q);
    expect_no_less(n, &fewer, &both);
}

static void another_size_or_a_lower_price_never_costs_more(void **state)
{
    try_cases(state, "offers", CASES, check_offers);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PROPERTY(nothing_is_cheaper_than_the_optimum),
        PROPERTY(another_size_or_a_lower_price_never_costs_more),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
