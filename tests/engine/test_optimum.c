/* The optimum: worked examples. */
#include <string.h>

#include "engine_test.h"
#include "fixtures.h"

static be_optimum optimum_of(be_arena *arena, const be_product *product, const be_demand *demand,
                             be_horizon horizon)
{
    be_usage usage;
    be_optimum o;
    be_usage_resolve(demand, horizon, &usage);
    assert_true(be_optimum_find(arena, product, demand, &usage, &o));
    return o;
}

static void expect_optimum(const be_optimum *o, const char *cost, size_t purchases)
{
    assert_amount(o->cost, cost);
    assert_amount(o->bound, cost);
    assert_true(o->optimal);
    assert_true(o->schedule.proven);
    assert_int_equal(o->schedule.count, purchases);
}

static void expect_packages(const be_optimum *o, size_t i, size_t item, int month,
                            be_quantity count)
{
    const be_purchase *buy = &o->schedule.purchases[i];
    assert_int_equal(buy->kind, BE_BUY_PACKAGE);
    assert_int_equal(buy->item, item);
    assert_int_equal(buy->month, month);
    assert_int_equal(buy->count, count);
}

/* Packages of 1k, 10k and 100k, all for a year; pay-as-you-go is on and nothing is free. */
static be_demand style_transfer(product_box *box, be_quantity volume)
{
    fixture_style_transfer(box);
    box->product.package_count = 3;
    return (be_demand){.volume = volume, .postpaid = true, .has_free_left = true};
}

static void sizes_are_mixed(void **state)
{
    product_box box;
    const be_demand demand = style_transfer(&box, 6000);
    be_optimum o = optimum_of(*state, &box.product, &demand, horizon_of(2026, 12, 2));
    expect_optimum(&o, "700", 2); /* 550 + 2 x 75; one and 2,000 x 0.08: 710 */
    expect_packages(&o, 0, 1, 0, 1);
    expect_packages(&o, 1, 0, 1, 2); /* when they are needed, not before */
}

static void a_large_package_serves_the_year(void **state)
{
    product_box box;
    const be_demand demand = style_transfer(&box, 7000);
    be_optimum o = optimum_of(*state, &box.product, &demand, horizon_of(2026, 12, 12));
    expect_optimum(&o, "4500", 1);
    expect_packages(&o, 0, 2, 0, 1);
}

/* 10,500 pictures: a package, and 500 by the unit. Neither alone is the cheapest. */
static void packages_are_mixed_with_pay_as_you_go(void **state)
{
    product_box box;
    const be_demand demand = style_transfer(&box, 10500);
    be_optimum o = optimum_of(*state, &box.product, &demand, horizon_of(2026, 12, 1));
    expect_optimum(&o, "590", 1);
    expect_packages(&o, 0, 1, 0, 1);
}

static void without_packages_the_rest_of_the_quota_counts(void **state)
{
    product_box box;
    be_demand demand = style_transfer(&box, 10000);
    box.product.package_count = 0;
    demand.free_left = 50;
    be_optimum o = optimum_of(*state, &box.product, &demand, horizon_of(2026, 12, 1));
    expect_optimum(&o, "796", 0);
    demand.volume = 200050;
    o = optimum_of(*state, &box.product, &demand, horizon_of(2026, 12, 1));
    expect_optimum(&o, "10000", 0);
}

/* Under volume tiers neither more demand nor less of one's own is dearer for sure. */
static void more_can_cost_less_under_volume_tiers(void **state)
{
    product_box box;
    be_demand demand = style_transfer(&box, 9999);
    box.product.package_count = 0;
    be_optimum o = optimum_of(*state, &box.product, &demand, horizon_of(2026, 12, 1));
    expect_optimum(&o, "799.92", 0);
    demand.volume = 10000;
    o = optimum_of(*state, &box.product, &demand, horizon_of(2026, 12, 1));
    expect_optimum(&o, "600", 0);
}

static void own_units_can_raise_the_cost_under_volume_tiers(void **state)
{
    product_box box;
    be_demand demand = style_transfer(&box, 10500);
    const be_owned rest = {.left = 1000, .expires = be_month_of(2026, 12)};
    box.product.package_count = 0;
    be_optimum o = optimum_of(*state, &box.product, &demand, horizon_of(2026, 12, 1));
    expect_optimum(&o, "630", 0);
    demand.owned = &rest;
    demand.owned_count = 1;
    o = optimum_of(*state, &box.product, &demand, horizon_of(2026, 12, 1));
    expect_optimum(&o, "760", 0);
}

/* 2 QPS, 5 with a package; 4,000 calls for 280, or 10 QPS for a month for 300. */
static const be_product *lifted_by_packages(product_box *box)
{
    static const band_row by_month[] = {{0, "30", NULL}};
    fixture_flat(box, "0.1");
    be_product *p = &box->product;
    const be_layer order[] = {BE_LAYER_QPS, BE_LAYER_PACKAGE, BE_LAYER_PAYG};
    for (size_t i = 0; i < COUNT_OF(order); i++)
        p->deduction[i] = order[i];
    p->deduction_count = COUNT_OF(order);
    p->limits.qps = (be_limit){true, 2};
    p->limits.with_package = (be_limit){true, 5};
    box->packages[0] = (be_package){"4k", 4000, money("280"), {12, BE_MONTHS}, NULL};
    p->package_count = 1;
    box->prices[0] =
        (be_capacity_price){.term = BE_TERM_MONTH,
                            .tariff = make_tariff(BE_TIERS_FLAT, box->price_bands[0], by_month, 1)};
    p->capacity = (be_capacity){.offered = true,
                                .calls_free = true,
                                .min = 10,
                                .max = 10,
                                .prices = box->prices,
                                .price_count = 1};
    return p;
}

/* The months of one product as usage: QPS differs from one to the other. */
static be_optimum optimum_of_two_months(be_arena *arena, be_quantity peak)
{
    product_box box;
    const be_product *product = lifted_by_packages(&box);
    const be_quantity volumes[] = {1000, 4000};
    const be_demand demand = {.volumes = volumes, .volume_count = COUNT_OF(volumes)};
    be_usage usage;
    be_optimum o;
    be_usage_resolve(&demand, horizon_of(2026, 12, 2), &usage);
    usage.month[0].qps_peak = 1;
    usage.month[1].qps_peak = peak;
    assert_true(be_optimum_find(arena, product, &demand, &usage, &o));
    return o;
}

static void a_package_waits_for_the_month_that_it_must_lift(void **state)
{
    be_optimum o = optimum_of_two_months(*state, 4);
    expect_optimum(&o, "380", 1);
    expect_packages(&o, 0, 0, 1, 1); /* bought earlier it would run out */
}

static void qps_serves_the_month_that_no_package_lifts(void **state)
{
    be_optimum o = optimum_of_two_months(*state, 8);
    expect_optimum(&o, "400", 1);
    assert_int_equal(o.schedule.purchases[0].kind, BE_BUY_CAPACITY);
    assert_int_equal(o.schedule.purchases[0].month, 1);
}

static void nothing_feasible_is_no_optimum(void **state)
{
    be_optimum o = optimum_of_two_months(*state, 11);
    assert_false(o.optimal);
    assert_amount(o.cost, "unpublished");
    assert_amount(o.bound, "unpublished");
    assert_int_equal(o.schedule.count, 0);
}

/*
 * A package that ends early is worth buying before it is needed, under volume tiers: 5 calls cost
 * 25, 20 cost 60. Bought at once, 2 of its units expire, and 84 is less than 85.
 */
static void short_packages_under_volume_tiers_may_be_bought_early(void **state)
{
    static const band_row rows[] = {{19, "5", NULL}, {0, "3", NULL}};
    product_box box;
    fixture_flat(&box, "1");
    box.product.deduction[0] = BE_LAYER_PACKAGE;
    box.product.deduction[1] = BE_LAYER_PAYG;
    box.product.deduction_count = 2;
    box.product.payg.tariff = make_tariff(BE_TIERS_VOLUME, box.bands, rows, 2);
    box.packages[0] = (be_package){"7", 7, money("24"), {2, BE_MONTHS}, NULL};
    box.product.package_count = 1;
    const be_quantity volumes[] = {0, 5, 20};
    const be_demand demand = {.volumes = volumes, .volume_count = COUNT_OF(volumes)};
    be_optimum o = optimum_of(*state, &box.product, &demand, horizon_of(2026, 12, 3));
    expect_optimum(&o, "84", 1);
    expect_packages(&o, 0, 0, 0, 1);
    box.packages[0].valid.count = 3;
    o = optimum_of(*state, &box.product, &demand, horizon_of(2026, 12, 3));
    expect_optimum(&o, "85", 0);
}

/* QPS goes before a quota of 10 a month: bought for so many days that the quota serves the rest. */
static void days_of_free_calls_are_bought_for_what_the_quota_leaves(void **state)
{
    static const be_layer order[] = {BE_LAYER_QPS, BE_LAYER_FREE, BE_LAYER_PAYG};
    product_box box;
    fixture_flat(&box, "1");
    memcpy(box.product.deduction, order, sizeof order);
    box.product.deduction_count = COUNT_OF(order);
    box.product.free = (be_free_quota){.quantity = 10, .monthly = true};
    box.price_bands[0][0] = (be_band){.up_to = BE_UNBOUNDED, .price = money("0.3")};
    box.prices[0] = (be_capacity_price){BE_TERM_DAY, box.product.payg.tariff, NULL};
    box.prices[0].tariff.bands = box.price_bands[0];
    box.product.capacity = (be_capacity){
        .offered = true, .calls_free = true, .min = 1, .max = 9, .prices = box.prices};
    box.product.capacity.price_count = 1;
    const be_demand demand = {.volume = 20};
    be_optimum o = optimum_of(*state, &box.product, &demand, horizon_of(2026, 12, 1));
    expect_optimum(&o, "4.8", 1); /* 16 of 31 days; all of them 9.3, by the unit 10 */
    assert_int_equal(o.schedule.purchases[0].terms, 16);
}

static void a_discount_is_taken_off_the_bound(void **state)
{
    product_box box;
    be_demand demand = style_transfer(&box, 6000);
    demand.discount = BE_RATIO_ONE / 4;
    be_optimum o = optimum_of(*state, &box.product, &demand, horizon_of(2026, 12, 2));
    expect_optimum(&o, "525", 2);
}

/* Two packages of a month that end together, by the month and by the day; nothing else is on. */
static be_demand ending_together(product_box *box, be_quantity *volumes)
{
    static const be_quantity few[] = {3, 1, 1, 0};
    fixture_flat(box, "0.7");
    memcpy(volumes, few, sizeof few);
    box->product.payg.opt_in = true;
    box->packages[0] = (be_package){"k0", 13, money("6.96"), {2, BE_MONTHS}, NULL};
    box->packages[1] = (be_package){"k1", 14, money("5.11"), {61, BE_DAYS}, NULL};
    box->product.package_count = 2;
    box->product.deduction[0] = BE_LAYER_PACKAGE;
    box->product.deduction[1] = BE_LAYER_PAYG;
    box->product.deduction_count = 2;
    return (be_demand){.volumes = volumes, .volume_count = COUNT_OF(few)};
}

static void packages_of_months_and_days_may_end_together(void **state)
{
    product_box box;
    be_quantity volumes[4];
    const be_demand demand = ending_together(&box, volumes);
    be_optimum o = optimum_of(*state, &box.product, &demand, horizon_of(2026, 12, 4));
    expect_optimum(&o, "10.22", 2);
    expect_packages(&o, 0, 1, 0, 1);
}

/* Sizes of one validity on both sides of the other's. */
static void packages_that_end_together_are_used_by_size(void **state)
{
    product_box box;
    be_quantity volumes[4];
    const be_demand demand = ending_together(&box, volumes);
    box.packages[2] = (be_package){"k2", 20, money("7.5"), {2, BE_MONTHS}, NULL};
    box.product.package_count = 3;
    be_optimum o = optimum_of(*state, &box.product, &demand, horizon_of(2026, 12, 4));
    expect_optimum(&o, "10.22", 2);
}

/* Three years under volume tiers: as large a search as there is. */
static void a_search_leaves_nothing_but_its_answer(void **state)
{
    enum { MONTHS = 36, KEPT_BYTES = 256 * 1024 };
    product_box box;
    be_quantity volumes[MONTHS];
    be_demand demand = style_transfer(&box, 0);
    box.product.payg.tariff.mode = BE_TIERS_VOLUME;
    for (int t = 0; t < MONTHS; t++)
        volumes[t] = 500 + (t * 7919) % 9973;
    demand.volumes = volumes;
    demand.volume_count = MONTHS;
    be_optimum o = optimum_of(*state, &box.product, &demand, horizon_of(2026, 12, MONTHS));
    assert_true(o.schedule.count > 0);
    assert_in_range(be_arena_footprint(*state), 1, KEPT_BYTES);
}

/* Thirty calls at 0.1, three of which run at once; two are let through, and one more costs 1. */
static be_demand long_tasks(product_box *box, be_over over)
{
    static const band_row rows[] = {{0, "1", NULL}};
    fixture_flat(box, "0.1");
    box->prices[0] = (be_capacity_price){
        .term = BE_TERM_MONTH, .tariff = make_tariff(BE_TIERS_FLAT, box->price_bands[0], rows, 1)};
    box->product.limits = (be_limits){.concurrency = {true, 2}, .over = over};
    box->product.capacity = (be_capacity){.offered = true,
                                          .adds_to = BE_CAPACITY_CONCURRENCY,
                                          .additive = true,
                                          .min = 1,
                                          .max = 100,
                                          .prices = box->prices,
                                          .price_count = 1};
    return (be_demand){.volume = 30, .concurrency = 10, .response = INT64_C(267840) * 1000000};
}

static void a_peak_that_may_wait_asks_for_no_capacity(void **state)
{
    product_box box;
    const be_ratio per_request[] = {BE_RATIO_ONE};
    be_meter meter = {.id = "m", .name = "m", .unit = "unit", .per_request = BE_RATIO_ONE};
    be_demand demand = long_tasks(&box, BE_OVER_REJECT);
    be_optimum o = optimum_of(*state, &box.product, &demand, horizon_of(2026, 12, 1));
    expect_optimum(&o, "11", 1); /* 30 x 0.1 + 8 */
    demand = long_tasks(&box, BE_OVER_QUEUE);
    o = optimum_of(*state, &box.product, &demand, horizon_of(2026, 12, 1));
    expect_optimum(&o, "4", 1);
    meter.tariff[BE_USE_STANDARD] = box.product.payg.tariff;
    box.product.meters = &meter;
    box.product.meter_count = 1;
    box.product.request_max = BE_UNBOUNDED;
    demand.per_request = per_request;
    demand.per_request_count = 1;
    o = optimum_of(*state, &box.product, &demand, horizon_of(2026, 12, 1));
    expect_optimum(&o, "4", 1);
}

static void where_no_task_is_let_through_one_is_bought(void **state)
{
    product_box box;
    be_demand demand = long_tasks(&box, BE_OVER_QUEUE);
    box.product.limits.concurrency.value = 0;
    demand.concurrency = 0;
    demand.response = 0;
    be_optimum o = optimum_of(*state, &box.product, &demand, horizon_of(2026, 12, 1));
    expect_optimum(&o, "4", 1);
}

#define CASE(test) cmocka_unit_test_setup_teardown(test, open_arena, close_arena)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(sizes_are_mixed),
        CASE(a_large_package_serves_the_year),
        CASE(packages_are_mixed_with_pay_as_you_go),
        CASE(without_packages_the_rest_of_the_quota_counts),
        CASE(more_can_cost_less_under_volume_tiers),
        CASE(own_units_can_raise_the_cost_under_volume_tiers),
        CASE(a_package_waits_for_the_month_that_it_must_lift),
        CASE(qps_serves_the_month_that_no_package_lifts),
        CASE(nothing_feasible_is_no_optimum),
        CASE(short_packages_under_volume_tiers_may_be_bought_early),
        CASE(days_of_free_calls_are_bought_for_what_the_quota_leaves),
        CASE(a_discount_is_taken_off_the_bound),
        CASE(packages_of_months_and_days_may_end_together),
        CASE(packages_that_end_together_are_used_by_size),
        CASE(a_search_leaves_nothing_but_its_answer),
        CASE(a_peak_that_may_wait_asks_for_no_capacity),
        CASE(where_no_task_is_let_through_one_is_bought),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
