/* Strategies: which purchases each way of buying calls for. */
#include "engine_test.h"
#include "fixtures.h"

typedef struct schedule_case {
    be_usage usage;
    be_schedule schedule;
} schedule_case;

static schedule_case packages_for(be_arena *arena, const be_product *product,
                                  const be_demand *demand, int months)
{
    schedule_case c;
    be_usage_resolve(demand, horizon_of(2026, 1, months), &c.usage);
    assert_true(be_strategy_packages(arena, product, demand, &c.usage, &c.schedule));
    return c;
}

static schedule_case capacity_for(be_arena *arena, const be_product *product,
                                  const be_demand *demand, int months)
{
    schedule_case c;
    be_usage_resolve(demand, horizon_of(2026, 1, months), &c.usage);
    assert_true(be_strategy_capacity(arena, product, demand, &c.usage, &c.schedule));
    return c;
}

static void expect_purchase(const be_schedule *schedule, size_t i, size_t item, int month,
                            be_quantity count, int terms)
{
    assert_true(i < schedule->count);
    assert_int_equal(schedule->purchases[i].item, item);
    assert_int_equal(schedule->purchases[i].month, month);
    assert_int_equal(schedule->purchases[i].count, count);
    assert_int_equal(schedule->purchases[i].terms, terms);
}

static void free_units_and_owned_balances_come_first(void **state)
{
    product_box box;
    const be_product *product = fixture_style_transfer(&box);
    const be_owned owned[] = {{.size = 10000, .left = 950, .expires = be_month_of(2026, 2)}};
    const be_demand demand = {.volume = 1000, .owned = owned, .owned_count = 1};
    schedule_case c = packages_for(*state, product, &demand, 2);
    assert_int_equal(c.schedule.count, 1); /* 50 free, 950 owned: the second month is left */
    expect_purchase(&c.schedule, 0, 0, 1, 1, 1);
    assert_true(c.schedule.proven);
}

/* A unit owned for long could wait while a short package serves: no proof without looking. */
static void owned_units_that_outlast_packages_leave_no_proof(void **state)
{
    product_box box;
    const be_product *product = fixture_style_transfer(&box);
    const be_owned owned[] = {{.size = 10000, .left = 5, .expires = be_month_of(2027, 1)}};
    const be_demand demand = {.volume = 1000, .owned = owned, .owned_count = 1};
    assert_false(packages_for(*state, product, &demand, 2).schedule.proven);
}

/* 2 QPS by default and 5 with a package: for 4 QPS a package is bought even for one call. */
static void a_package_is_bought_for_its_limit(void **state)
{
    product_box box;
    const be_product *product = fixture_licence_plate(&box);
    box.packages[0].price = money("900");
    box.product.free = (be_free_quota){.quantity = 1000, .monthly = true};
    box.product.deduction[0] = BE_LAYER_FREE;
    be_demand demand = {.volume = 10, .qps = 4};
    schedule_case c = packages_for(*state, product, &demand, 3);
    assert_int_equal(c.schedule.count, 1);
    expect_purchase(&c.schedule, 0, 0, 0, 1, 1);
    const be_owned owned[] = {{.size = 100, .left = 1, .expires = be_month_of(2026, 3)}};
    demand.owned = owned; /* what is owned lifts it as well */
    demand.owned_count = 1;
    assert_int_equal(packages_for(*state, product, &demand, 3).schedule.count, 0);
    demand.owned_count = 0;
    demand.qps = 2;
    assert_int_equal(packages_for(*state, product, &demand, 3).schedule.count, 0);
    demand.qps = 6; /* nor would a package carry this */
    assert_int_equal(packages_for(*state, product, &demand, 3).schedule.count, 0);
}

static void calls_that_are_free_under_qps_need_it_in_every_month_of_use(void **state)
{
    product_box box;
    const be_product *product = fixture_face_compare(&box);
    const be_quantity volumes[] = {1000, 0, 1000};
    const be_demand demand = {.volumes = volumes,
                              .volume_count = 3,
                              .concurrency = 4,
                              .response = 500000,
                              .peak_days = 1};
    schedule_case c = capacity_for(*state, product, &demand, 3);
    assert_int_equal(c.schedule.count, 2);
    expect_purchase(&c.schedule, 0, 1, 0, 8, 1);
    expect_purchase(&c.schedule, 1, 1, 2, 8, 1);
}

static void speed_alone_is_bought_for_the_peak_days(void **state)
{
    product_box box;
    const be_product *product = fixture_style_transfer(&box);
    const be_demand demand = {.volume = 1000, .concurrency = 8, .peak_days = 3};
    schedule_case c = capacity_for(*state, product, &demand, 2);
    assert_int_equal(c.schedule.count, 2);
    expect_purchase(&c.schedule, 0, 0, 0, 5, 3);
    expect_purchase(&c.schedule, 1, 0, 1, 5, 3);
    assert_true(c.schedule.proven);
}

/* 5 tasks of 10 s at once are needed day and night, 8 on three days: 2 by the month, 3 by the day.
 */
static void what_every_day_needs_is_bought_apart_from_the_peak(void **state)
{
    product_box box;
    const be_product *product = fixture_style_transfer(&box);
    const be_demand demand = {
        .volume = 1339200, .concurrency = 8, .response = 10000000, .peak_days = 3};
    schedule_case c = capacity_for(*state, product, &demand, 1);
    assert_int_equal(c.schedule.count, 2);
    expect_purchase(&c.schedule, 0, 0, 0, 3, 3);
    expect_purchase(&c.schedule, 1, 1, 0, 2, 1);
    assert_true(c.schedule.proven);
}

/* 4, 5 (February is short) and 6 tasks of 10 s at once, of which 3 are there. */
static void every_month_is_bought_what_it_needs(void **state)
{
    product_box box;
    const be_product *product = fixture_style_transfer(&box);
    const be_quantity volumes[] = {1000000, 1000000, 1607000};
    const be_demand demand = {.volumes = volumes, .volume_count = 3, .response = 10000000};
    schedule_case c = capacity_for(*state, product, &demand, 3);
    assert_int_equal(c.schedule.count, 3);
    for (int t = 0; t < 3; t++)
        expect_purchase(&c.schedule, (size_t)t, 1, t, t + 1, 1);
}

/* Ten more all year, eleven or twelve in the shorter months: orders are of ten and more. */
static void no_order_is_below_the_least_that_is_sold(void **state)
{
    product_box box;
    const be_product *product = fixture_id_card(&box);
    for (int i = 0; i < 3; i++) {
        box.price_bands[i][0].up_to = BE_UNBOUNDED;
        box.prices[i].tariff.band_count = 1;
        box.prices[i].tariff.mode = BE_TIERS_FLAT;
    }
    const be_demand demand = {.volume = 53000000};
    schedule_case c = capacity_for(*state, product, &demand, 12);
    assert_true(c.schedule.count > 0);
    for (size_t i = 0; i < c.schedule.count; i++)
        assert_true(c.schedule.purchases[i].count >= 10);
}

static void never_more_than_is_sold(void **state)
{
    product_box box;
    const be_product *product = fixture_face_compare(&box);
    const be_demand demand = {.volume = 1000, .qps = 1000};
    schedule_case c = capacity_for(*state, product, &demand, 1);
    expect_purchase(&c.schedule, 0, 1, 0, 300, 1);
}

#define CASE(test) cmocka_unit_test_setup_teardown(test, open_arena, close_arena)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(free_units_and_owned_balances_come_first),
        CASE(owned_units_that_outlast_packages_leave_no_proof),
        CASE(a_package_is_bought_for_its_limit),
        CASE(calls_that_are_free_under_qps_need_it_in_every_month_of_use),
        CASE(speed_alone_is_bought_for_the_peak_days),
        CASE(what_every_day_needs_is_bought_apart_from_the_peak),
        CASE(every_month_is_bought_what_it_needs),
        CASE(no_order_is_below_the_least_that_is_sold),
        CASE(never_more_than_is_sold),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
