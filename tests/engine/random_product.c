#include "random_product.h"

#include <string.h>

#include "engine_test.h"

/* Plans begin in January 2026, so that February is the second month. */
enum { FIRST_YEAR = 2026 };

be_amount amount_of_millionths(long millionths)
{
    return be_amount_divide(be_amount_of(millionths), 1000000);
}

/* Millionths up to 0.9999, four decimals, divisible by 100 and so by every `per` in use. */
static long random_price(random_source *r)
{
    return 100 * (long)random_between(r, 0, 9999);
}

plain_tariff random_tariff(random_source *r)
{
    static const int pers[] = {1, 1, 1, 10, 100}, blocks[] = {1, 1, 1, 3, 10};
    plain_tariff t = {
        .mode = (plain_mode)random_between(r, PLAIN_FLAT, PLAIN_VOLUME),
        .gross = random_chance(r, 30),
        .daily = random_chance(r, 10),
        .flat_at_zero = random_chance(r, 20),
        .per = pers[random_between(r, 0, COUNT_OF(pers) - 1)],
        .block = blocks[random_between(r, 0, COUNT_OF(blocks) - 1)],
        .minimum = random_chance(r, 20) ? random_price(r) * 10 : 0,
    };
    t.band_count = t.mode == PLAIN_FLAT ? 1 : (int)random_between(r, 1, PLAIN_BANDS);
    int up_to = 0;
    for (int i = 0; i < t.band_count; i++) {
        up_to += (int)random_between(r, 1, 20);
        t.bands[i] = (plain_band){.up_to = i == t.band_count - 1 ? PLAIN_ENDLESS : up_to,
                                  .price = random_price(r),
                                  .flat = random_chance(r, 20) ? random_price(r) : 0};
    }
    return t;
}

be_tariff engine_tariff(const plain_tariff *plain, be_band room[PLAIN_BANDS])
{
    static const be_tier_mode modes[] = {BE_TIERS_FLAT, BE_TIERS_GRADUATED, BE_TIERS_VOLUME};
    for (int i = 0; i < plain->band_count; i++) {
        const plain_band *band = &plain->bands[i];
        room[i] = (be_band){.up_to = band->up_to == PLAIN_ENDLESS ? BE_UNBOUNDED : band->up_to,
                            .price = amount_of_millionths(band->price),
                            .flat = amount_of_millionths(band->flat)};
    }
    return (be_tariff){.mode = modes[plain->mode],
                       .position = plain->gross ? BE_POSITION_GROSS : BE_POSITION_NET,
                       .period = plain->daily ? BE_PERIOD_DAY : BE_PERIOD_MONTH,
                       .per = plain->per,
                       .block = plain->block,
                       .minimum = amount_of_millionths(plain->minimum),
                       .flat_at_zero = plain->flat_at_zero,
                       .bands = room,
                       .band_count = (size_t)plain->band_count};
}

static void random_order(random_source *r, plain_plan *p)
{
    static const plain_layer orders[][PLAIN_LAYERS] = {
        {PLAIN_FREE, PLAIN_PACKAGE, PLAIN_PAYG},
        {PLAIN_QPS, PLAIN_PACKAGE, PLAIN_PAYG},
        {PLAIN_FREE, PLAIN_PAYG},
        {PLAIN_QPS, PLAIN_FREE, PLAIN_PACKAGE, PLAIN_PAYG},
        {PLAIN_FREE, PLAIN_PACKAGE},
    };
    static const int counts[] = {3, 3, 2, 4, 2};
    size_t i = (size_t)random_between(r, 0, COUNT_OF(orders) - 1);
    memcpy(p->order, orders[i], sizeof p->order);
    p->layers = counts[i];
}

/*
 * QPS for some days, from the first of a month on, at a price a day. A free quota that ends within
 * a month does not meet QPS that ends within one: which days each of them covers is then a matter
 * of convention.
 */
static void random_qps(random_source *r, plain_plan *p)
{
    bool has_qps = p->order[0] == PLAIN_QPS;
    for (int t = 0; t < p->months; t++) {
        if (!has_qps || !random_chance(r, 30))
            continue;
        bool whole = p->free_days > 0 || random_chance(r, 50);
        p->qps_days[t] = whole ? p->days[t] : (int)random_between(r, 1, p->days[t]);
        p->qps_price[t] = p->qps_days[t] * 1500000L;
    }
}

static void random_packages(random_source *r, plain_plan *p)
{
    static const int sizes[] = {1, 2, 4, 5, 10, 20, 25};
    for (int i = 0; i < PLAIN_PACKAGES; i++) {
        p->packages[i] = (plain_package){.size = sizes[random_between(r, 0, COUNT_OF(sizes) - 1)],
                                         .price = random_price(r) * 10,
                                         .months = (int)random_between(r, 1, 4)};
    }
    p->purchase_count = (int)random_between(r, 0, PLAIN_PURCHASES);
    for (int i = 0; i < p->purchase_count; i++) {
        p->purchases[i] = (plain_purchase){.package = (int)random_between(r, 0, PLAIN_PACKAGES - 1),
                                           .month = (int)random_between(r, 0, p->months - 1),
                                           .count = (int)random_between(r, 1, 3)};
    }
    p->owned_count = (int)random_between(r, 0, PLAIN_OWNED);
    for (int i = 0; i < p->owned_count; i++) {
        p->owned[i] = (plain_owned){.left = (int)random_between(r, 1, 30),
                                    .last = (int)random_between(r, 0, p->months + 1)};
    }
}

plain_plan random_plan(random_source *r)
{
    static const int days[PLAIN_MONTHS] = {31, 28, 31, 30, 31, 30};
    plain_plan p = {.months = (int)random_between(r, 1, PLAIN_MONTHS)};
    for (int t = 0; t < p.months; t++) {
        p.days[t] = days[t];
        p.volume[t] = random_chance(r, 15) ? 0 : (int)random_between(r, 1, 60);
    }
    random_order(r, &p);
    p.free = (int)random_between(r, 0, 60);
    p.free_monthly = random_chance(r, 50);
    p.free_days = p.free_monthly || random_chance(r, 30) ? 0 : (int)random_between(r, 1, 130);
    random_qps(r, &p);
    random_packages(r, &p);
    p.payg_on = p.order[p.layers - 1] == PLAIN_PAYG && random_chance(r, 80);
    p.tariff = random_tariff(r);
    return p;
}

static void fill_packages(engine_plan *out, const plain_plan *plain)
{
    out->box.product.packages = out->box.packages;
    out->box.product.package_count = PLAIN_PACKAGES;
    for (int i = 0; i < PLAIN_PACKAGES; i++) {
        out->box.packages[i] = (be_package){.id = "p",
                                            .size = plain->packages[i].size,
                                            .price = amount_of_millionths(plain->packages[i].price),
                                            .valid = {plain->packages[i].months, BE_MONTHS}};
    }
    for (int i = 0; i < plain->purchase_count; i++) {
        const plain_purchase *p = &plain->purchases[i];
        out->purchases[out->purchase_count++] = buy_package((size_t)p->package, p->month, p->count);
    }
    for (int i = 0; i < plain->owned_count; i++) {
        out->owned[i] = (be_owned){.size = 100,
                                   .left = plain->owned[i].left,
                                   .expires = out->horizon.start + plain->owned[i].last};
    }
}

/* One QPS for as many days as the plan says, at 1.50 a day. */
static void fill_qps(engine_plan *out, const plain_plan *plain)
{
    static const band_row by_day[] = {{0, "1.5", NULL}};
    out->box.prices[0] = (be_capacity_price){
        .term = BE_TERM_DAY,
        .tariff = make_tariff(BE_TIERS_FLAT, out->box.price_bands[0], by_day, 1)};
    out->box.product.capacity = (be_capacity){.offered = plain->order[0] == PLAIN_QPS,
                                              .calls_free = true,
                                              .min = 1,
                                              .max = BE_UNBOUNDED,
                                              .prices = out->box.prices,
                                              .price_count = 1};
    for (int t = 0; t < plain->months; t++) {
        if (plain->qps_days[t] > 0)
            out->purchases[out->purchase_count++] = buy_capacity(0, t, 1, plain->qps_days[t]);
    }
}

static void fill_demand(engine_plan *out, const plain_plan *plain)
{
    for (int t = 0; t < plain->months; t++)
        out->volumes[t] = plain->volume[t];
    out->demand = (be_demand){.volumes = out->volumes,
                              .volume_count = (size_t)plain->months,
                              .owned = out->owned,
                              .owned_count = (size_t)plain->owned_count,
                              .postpaid = plain->payg_on};
}

void engine_plan_fill(engine_plan *out, const plain_plan *plain)
{
    static const be_layer layers[PLAIN_LAYERS] = {[PLAIN_FREE] = BE_LAYER_FREE,
                                                  [PLAIN_QPS] = BE_LAYER_QPS,
                                                  [PLAIN_PACKAGE] = BE_LAYER_PACKAGE,
                                                  [PLAIN_PAYG] = BE_LAYER_PAYG};
    memset(out, 0, sizeof *out);
    out->horizon = horizon_of(FIRST_YEAR, 1, plain->months);
    be_product *product = &out->box.product;
    product->key = "test/random";
    product->deduction_count = (size_t)plain->layers;
    for (int i = 0; i < plain->layers; i++)
        product->deduction[i] = layers[plain->order[i]];
    product->free = (be_free_quota){.quantity = plain->free,
                                    .monthly = plain->free_monthly,
                                    .valid = {plain->free_days, BE_DAYS}};
    product->payg = (be_payg){.offered = plain->order[plain->layers - 1] == PLAIN_PAYG,
                              .opt_in = true,
                              .tariff = engine_tariff(&plain->tariff, out->box.bands)};
    fill_packages(out, plain);
    fill_qps(out, plain);
    fill_demand(out, plain);
}
