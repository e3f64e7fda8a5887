#include "trouble.h"

#include "engine_test.h"

enum { DAY = 86400, MICROSECONDS = 1000000 };

void lose_prices(random_source *r, be_band *bands, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (random_chance(r, 30))
            bands[i].price = be_amount_missing(BE_AMOUNT_QUOTE);
    }
}

/* Of pay-as-you-go, by the unit or by the meter. */
static void lose_some_prices(random_source *r, engine_item *item)
{
    const be_product *product = &item->box.product;
    if (random_chance(r, 50))
        lose_prices(r, item->box.bands, product->payg.tariff.band_count);
    for (size_t i = 0; i < product->meter_count; i++) {
        for (int use = 0; use < BE_USE_COUNT && random_chance(r, 50); use++)
            lose_prices(r, item->meter_bands[i][use], item->meters[i].tariff[use].band_count);
    }
}

/* Units times a price that falls, which proofs understand that give up on all else. */
static void make_plain(random_source *r, engine_item *item)
{
    be_tariff *tariff = &item->box.product.payg.tariff;
    tariff->position = BE_POSITION_NET;
    tariff->period = BE_PERIOD_MONTH;
    tariff->block = 1;
    tariff->minimum = be_amount_zero();
    tariff->flat_at_zero = false;
    tariff->per = 1;
    int64_t hundredths = 40;
    for (size_t i = 0; i < tariff->band_count; i++) {
        be_band *band = &item->box.bands[i];
        hundredths = random_between(r, 0, hundredths);
        band->flat = be_amount_zero();
        band->price = be_amount_divide(be_amount_of(hundredths), 100);
    }
}

static void own_a_little(random_source *r, engine_plan *plan)
{
    engine_item *item = &plan->items[0];
    item->owned[0] = (be_owned){.left = random_between(r, 1, 30),
                                .expires = plan->horizon.start + (int)random_between(r, 0, 3)};
    item->demand.owned_count = 1;
}

/* Speed that is sold by the level, under which no more is free than was before. */
static void sell_by_level(random_source *r, engine_item *item)
{
    static const band_row by_level[] = {{2, "3", NULL}, {4, "2", NULL}, {0, "1", NULL}};
    be_product *product = &item->box.product;
    bool tasks = product->meter_count > 0 || random_chance(r, 50);
    product->capacity = (be_capacity){.offered = true,
                                      .adds_to = tasks ? BE_CAPACITY_CONCURRENCY : BE_CAPACITY_QPS,
                                      .additive = random_chance(r, 50),
                                      .overlap = random_chance(r, 20),
                                      .calls_free = product->capacity.offered,
                                      .min = random_between(r, 1, 3),
                                      .max = random_between(r, 3, 30),
                                      .lifts_to = random_chance(r, 10) ? 6 : 0,
                                      .prices = item->box.prices,
                                      .price_count = 1};
    item->box.prices[0] = (be_capacity_price){
        .term = random_chance(r, 50) ? BE_TERM_MONTH : BE_TERM_DAY,
        .tariff = make_tariff(BE_TIERS_VOLUME, item->box.price_bands[0], by_level, 3)};
    lose_prices(r, item->box.price_bands[0], 3);
}

void trouble_plan(random_source *r, engine_plan *plan)
{
    engine_item *item = &plan->items[0];
    be_limits *limits = &item->box.product.limits;
    if (random_chance(r, 50))
        make_plain(r, item);
    lose_some_prices(r, item);
    if (random_chance(r, 50))
        limits->with_package = (be_limit){.stated = true, .value = random_between(r, 1, 4)};
    if (random_chance(r, 30))
        own_a_little(r, plan);
    limits->concurrency =
        (be_limit){.stated = random_chance(r, 70), .value = random_between(r, 0, 4)};
    if (random_chance(r, 70))
        item->demand.response = random_between(r, 1, 20) * DAY * MICROSECONDS;
    item->demand.busy_hours = (int)random_between(r, 0, 24);
    if (random_chance(r, 50))
        sell_by_level(r, item);
}
