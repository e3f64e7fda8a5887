#include "instance.h"

enum { CENTS = 100, PERCENT = 100, TEN_THOUSAND = 10000, YEAR = 12 };

const char *const instance_tiers_names[INSTANCE_TIERS_COUNT] = {
    [INSTANCE_FLAT] = "flat",
    [INSTANCE_FALLING] = "graduated, falling",
    [INSTANCE_RISING] = "graduated, rising",
    [INSTANCE_VOLUME] = "volume",
};

static be_amount ten_thousandths(int64_t count)
{
    return be_amount_divide(be_amount_of(count), TEN_THOUSAND);
}

static be_amount cents(int64_t count)
{
    return be_amount_divide(be_amount_of(count), CENTS);
}

/* A price list's price, dearer or cheaper by a random share. */
static int64_t about(random_source *r, int64_t count, int low, int high)
{
    return count * random_between(r, low, high) / PERCENT;
}

static void fill_tariff(instance *in, random_source *r)
{
    static const be_quantity up_to[INSTANCE_BANDS] = {9999, 99999, 999999, BE_UNBOUNDED};
    static const int64_t falling[INSTANCE_BANDS] = {800, 600, 500, 400};
    static const int64_t rising[INSTANCE_BANDS] = {400, 500, 600, 800};
    static const be_tier_mode modes[INSTANCE_TIERS_COUNT] = {[INSTANCE_FLAT] = BE_TIERS_FLAT,
                                                             [INSTANCE_FALLING] =
                                                                 BE_TIERS_GRADUATED,
                                                             [INSTANCE_RISING] = BE_TIERS_GRADUATED,
                                                             [INSTANCE_VOLUME] = BE_TIERS_VOLUME};
    be_tariff *tariff = &in->product.payg.tariff;
    bool rises = in->kind.tiers == INSTANCE_RISING;
    int share = (int)random_between(r, 80, 120);
    *tariff = (be_tariff){.mode = modes[in->kind.tiers], .per = 1, .block = 1, .bands = in->bands};
    tariff->band_count = in->kind.tiers == INSTANCE_FLAT ? 1 : INSTANCE_BANDS;
    for (size_t i = 0; i < tariff->band_count; i++)
        in->bands[i] =
            (be_band){.up_to = i + 1 == tariff->band_count ? BE_UNBOUNDED : up_to[i],
                      .price = ten_thousandths((rises ? rising : falling)[i] * share / PERCENT)};
    be_tariff_cumulate(tariff, in->bands);
}

static void fill_packages(instance *in, random_source *r)
{
    static const char *const ids[INSTANCE_SIZES] = {"1k", "10k", "100k", "1M", "10M"};
    static const int64_t prices[INSTANCE_SIZES] = {75, 550, 4500, 30000, 250000};
    be_quantity size = 1000;
    for (int i = 0; i < INSTANCE_SIZES; i++, size *= 10)
        in->packages[i] = (be_package){.id = ids[i],
                                       .size = size,
                                       .price = cents(about(r, prices[i] * CENTS, 75, 115)),
                                       .valid = {in->kind.validity, BE_MONTHS}};
    in->product.packages = in->packages;
    in->product.package_count = INSTANCE_SIZES;
}

/* The month for about what some month's calls cost, the year for less than twelve. */
static void fill_terms(instance *in, random_source *r)
{
    static const be_term terms[] = {BE_TERM_MONTH, BE_TERM_YEAR};
    int64_t month = about(r, in->volumes[0] * 6, 60, 160); /* at 0.06 */
    const int64_t prices[] = {month, about(r, month * YEAR, 60, 95)};
    in->product.capacity = (be_capacity){.offered = true,
                                         .calls_free = true,
                                         .min = 1,
                                         .max = 1,
                                         .prices = in->terms,
                                         .price_count = 2};
    for (size_t i = 0; i < 2; i++) {
        in->term_bands[i] = (be_band){.up_to = BE_UNBOUNDED, .price = cents(prices[i])};
        in->terms[i] = (be_capacity_price){.term = terms[i],
                                           .tariff = {.mode = BE_TIERS_FLAT,
                                                      .per = 1,
                                                      .block = 1,
                                                      .bands = &in->term_bands[i],
                                                      .band_count = 1}};
    }
}

/* As many small volumes as large ones; growth or decline, and no month as the other. */
static void fill_volumes(instance *in, random_source *r)
{
    static const be_quantity decades[] = {1000, 10000, 100000, 200000};
    int decade = (int)random_between(r, 0, 2);
    be_quantity volume = random_between(r, decades[decade], decades[decade + 1]);
    int growth = (int)random_between(r, -3, 6);
    for (int t = 0; t < in->kind.months; t++) {
        in->volumes[t] = about(r, volume, 85, 115);
        volume += volume * growth / PERCENT;
    }
}

static void fill_stock(instance *in, random_source *r)
{
    bool monthly = random_chance(r, 50);
    in->product.free = (be_free_quota){.quantity = monthly ? 1000 : random_between(r, 100, 20000),
                                       .monthly = monthly};
    in->owned = (be_owned){.left = random_between(r, 1000, 100000),
                           .expires = in->usage.horizon.start +
                                      (be_month)random_between(r, 0, in->kind.validity - 1)};
    in->demand.owned = &in->owned;
    in->demand.owned_count = 1;
}

void instance_fill(instance *in, instance_kind kind, random_source *r)
{
    static const be_layer order[] = {BE_LAYER_FREE, BE_LAYER_QPS, BE_LAYER_PACKAGE, BE_LAYER_PAYG};
    *in = (instance){.kind = kind,
                     .source = {.id = "s", .title = "", .address = "", .date_text = "2026"}};
    in->product = (be_product){.key = "p/q",
                               .id = "q",
                               .name = "q",
                               .currency = "USD",
                               .unit = "call",
                               .source = &in->source,
                               .payg = {.offered = true}};
    for (size_t i = 0; i < sizeof order / sizeof *order; i++)
        in->product.deduction[in->product.deduction_count++] = order[i];
    const be_horizon horizon = {be_month_of(2027, 1), kind.months};
    in->usage.horizon = horizon;
    fill_tariff(in, r);
    fill_packages(in, r);
    fill_volumes(in, r);
    if (kind.qps)
        fill_terms(in, r);
    in->demand = (be_demand){.volumes = in->volumes, .volume_count = (size_t)kind.months};
    if (kind.stock)
        fill_stock(in, r);
    be_usage_resolve(&in->demand, horizon, &in->usage);
}
