#include "random_question.h"

#include <string.h>

#include "engine_test.h"

enum { MOST = 8 /* units a month */, QUESTION_MIXED = 2 /* sizes */ };

be_amount random_tenths(random_source *r, int low, int most)
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
    tariff->minimum = random_chance(r, 10) ? random_tenths(r, 1, 60) : be_amount_zero();
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
                                                   : random_tenths(r, 1, 12 - 3 * (int)i),
                      .flat = random_chance(r, 8) ? random_tenths(r, 1, 20) : be_amount_zero()};
    }
    box->bands[tariff->band_count - 1].up_to = BE_UNBOUNDED;
}

static void random_packages(random_source *r, product_box *box)
{
    box->product.package_count = (size_t)random_between(r, 1, QUESTION_MIXED);
    be_duration valid = {(int32_t)random_between(r, 1, 4), BE_MONTHS};
    if (random_chance(r, 5))
        valid = (be_duration){(int32_t)random_between(r, 20, 100), BE_DAYS};
    for (int i = 0; i < QUESTION_MIXED; i++) {
        be_quantity size = i == 0 ? random_between(r, 2, 4) : random_between(r, 5, 9);
        if (random_chance(r, 5))
            valid.count++;
        box->packages[i] = (be_package){
            "p", size, be_amount_times(random_tenths(r, 1, i == 0 ? 9 : 7), size), valid, NULL};
    }
}

void random_capacity(random_source *r, product_box *box)
{
    be_capacity *capacity = &box->product.capacity;
    *capacity = (be_capacity){.offered = true,
                              .additive = random_chance(r, 50),
                              .overlap = random_chance(r, 25),
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
        *band = (be_band){.up_to = BE_UNBOUNDED,
                          .price = random_tenths(r, least[term], least[term] * 4)};
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
    q->demand.owned_count = random_chance(r, 60) ? 0 : (size_t)random_between(r, 1, QUESTION_OWNED);
    for (size_t i = 0; i < q->demand.owned_count; i++)
        q->owned[i] = (be_owned){.left = random_between(r, 1, 9),
                                 .expires = q->horizon.start + (be_month)random_between(r, 0, 4)};
}

void random_general(random_source *r, question *q)
{
    be_product *p = &q->box.product;
    be_quantity points = random_between(r, 1, 3);
    q->cover = (be_general_cover){p->id, points};
    q->general = (be_general_package){.id = "g",
                                      .points = random_between(r, 5, 20),
                                      .price = random_tenths(r, 10, 60),
                                      .valid = {(int32_t)random_between(r, 1, 3), BE_MONTHS},
                                      .covers = &q->cover,
                                      .cover_count = 1,
                                      .source = p->source};
    q->provider = (be_provider){.general_packages = &q->general, .general_package_count = 1};
    p->provider = &q->provider;
    p->deduction[p->deduction_count - 1] = BE_LAYER_GENERAL;
    p->deduction[p->deduction_count++] = BE_LAYER_PAYG;
}

void random_question(random_source *r, question *q)
{
    memset(q, 0, sizeof *q);
    fixture_flat(&q->box, "1");
    be_product *p = &q->box.product;
    q->horizon = horizon_of(2027, (int)random_between(r, 1, 12), (int)random_between(r, 1, 10));
    q->horizon.months = q->horizon.months > QUESTION_MONTHS ? 3 : q->horizon.months;
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
    if (random_chance(r, 6))
        random_general(r, q);
    question_resolve(q);
}

static void plain_tariff(random_source *r, product_box *box)
{
    static const be_tier_mode modes[] = {BE_TIERS_FLAT, BE_TIERS_GRADUATED, BE_TIERS_VOLUME};
    be_tariff *tariff = &box->product.payg.tariff;
    tariff->mode = modes[random_between(r, 0, 2)];
    tariff->band_count = tariff->mode == BE_TIERS_FLAT ? 1 : 3;
    be_quantity up_to = 0;
    for (size_t i = 0; i < tariff->band_count; i++) {
        up_to += random_between(r, 1, 4);
        box->bands[i] =
            (be_band){.up_to = up_to, .price = random_tenths(r, 4 - (int)i, 12 - 2 * (int)i)};
    }
    box->bands[tariff->band_count - 1].up_to = BE_UNBOUNDED;
}

static void plain_packages(random_source *r, product_box *box)
{
    static const int least[] = {2, 5, 9}, most[] = {4, 8, 14};
    be_duration valid = {(int32_t)random_between(r, 1, 4), BE_MONTHS};
    box->product.package_count = 2;
    for (int i = 0; i < QUESTION_SIZES; i++) {
        be_quantity size = random_between(r, least[i], most[i]);
        be_amount each = random_tenths(r, 3, 10 - 2 * i);
        box->packages[i] = (be_package){"p", size, be_amount_times(each, size), valid, NULL};
    }
}

void random_plain_question(random_source *r, question *q)
{
    memset(q, 0, sizeof *q);
    fixture_flat(&q->box, "1");
    be_product *p = &q->box.product;
    q->horizon =
        horizon_of(2027, (int)random_between(r, 1, 12), (int)random_between(r, 2, QUESTION_MONTHS));
    plain_tariff(r, &q->box);
    plain_packages(r, &q->box);
    random_order(r, p);
    if (random_chance(r, 30))
        p->free = (be_free_quota){.quantity = random_between(r, 1, 6), .monthly = true};
    for (int t = 0; t < q->horizon.months; t++)
        q->volumes[t] = random_chance(r, 10) ? 0 : random_between(r, 1, MOST);
    q->demand = (be_demand){
        .volumes = q->volumes, .volume_count = (size_t)q->horizon.months, .owned = q->owned};
    question_resolve(q);
}

void question_resolve(question *q)
{
    be_usage_resolve(&q->demand, q->horizon, &q->usage);
    for (int t = 0; t < q->horizon.months; t++) {
        be_usage_month *month = &q->usage.month[t];
        if (q->peaks[t] > month->qps_floor)
            month->qps_peak = q->peaks[t];
    }
}

be_optimum question_optimum(be_arena *arena, const question *q)
{
    be_optimum o;
    assert_true(be_optimum_find(arena, &q->box.product, &q->demand, &q->usage, &o));
    return o;
}
