/* The rest of a plan once its first month is done. */
#include "engine/rest.h"

#include "engine_test.h"
#include "fixtures.h"

/* What is left of a demand after the first of `months` with these purchases. */
static plan_rest rest_of(be_arena *arena, const be_product *product, const be_demand *demand,
                         int months, const be_purchase *now, size_t count)
{
    plan_rest rest;
    be_usage usage;
    be_bill bill;
    be_usage_resolve(demand, horizon_of(2026, 12, months), &usage);
    const be_bill_item item = {product, demand, &usage, now, count};
    assert_true(be_bill_compute_plan(arena, &item, 1, BE_BILL_TOTALS, &bill));
    assert_true(plan_rest_make(arena, &item, &bill, &rest));
    assert_int_equal(rest.usage.horizon.start, be_month_of(2027, 1));
    assert_int_equal(rest.usage.horizon.months, months - 1);
    return rest;
}

static void expect_owned(const be_owned *owned, be_quantity size, be_quantity left, int year,
                         int month)
{
    assert_int_equal(owned->size, size);
    assert_int_equal(owned->left, left);
    assert_int_equal(owned->expires, be_month_of(year, month));
}

/* 7,050 pictures: 50 free, 3,000 of an old package that ends first, 4,000 of the new one. */
static void what_is_left_is_owned(void **state)
{
    product_box box;
    const be_product *product = fixture_style_transfer(&box);
    const be_owned owned[] = {{NULL, 10000, 3000, be_month_of(2027, 3)},
                              {NULL, 1000, 500, be_month_of(2028, 3)}};
    const be_demand demand = {.volume = 7050, .owned = owned, .owned_count = COUNT_OF(owned)};
    const be_purchase now[] = {buy_package(1, 0, 1)};
    plan_rest rest = rest_of(*state, product, &demand, 3, now, COUNT_OF(now));
    assert_int_equal(rest.demand.owned_count, 2);
    expect_owned(&rest.demand.owned[0], 10000, 6000, 2027, 11);
    expect_owned(&rest.demand.owned[1], 1000, 500, 2028, 3);
    assert_int_equal(rest.demand.free_left, 0);
    assert_int_equal(rest.usage.billable_total, 14100);
}

static void what_ends_with_the_month_is_gone(void **state)
{
    product_box box;
    const be_product *product = fixture_style_transfer(&box);
    const be_owned owned = {NULL, 10000, 9000, be_month_of(2026, 12)};
    const be_demand demand = {.volume = 100, .owned = &owned, .owned_count = 1};
    plan_rest rest = rest_of(*state, product, &demand, 2, NULL, 0);
    assert_int_equal(rest.demand.owned_count, 0);
}

/* 400 free for 90 days: 59 days of them are left after December. */
static void the_free_quota_goes_on(void **state)
{
    product_box box;
    be_product *product = &box.product;
    fixture_refiner(&box);
    const be_demand demand = {.volume = 150};
    plan_rest rest = rest_of(*state, product, &demand, 4, NULL, 0);
    assert_true(rest.demand.has_free_left);
    assert_int_equal(rest.demand.free_left, 250);
    assert_int_equal(rest.product.free.valid.count, 59);
    product->free.valid = (be_duration){1, BE_MONTHS};
    rest = rest_of(*state, product, &demand, 4, NULL, 0);
    assert_int_equal(rest.product.free.quantity, 0);
    product->free.valid = (be_duration){0, BE_MONTHS}; /* no end */
    rest = rest_of(*state, product, &demand, 4, NULL, 0);
    assert_int_equal(rest.demand.free_left, 250);
    assert_int_equal(rest.product.free.quantity, 400);
}

static void a_monthly_quota_starts_again(void **state)
{
    product_box box;
    const be_product *product = fixture_face_compare(&box);
    const be_demand demand = {.volume = 15000, .has_free_left = true, .free_left = 100};
    plan_rest rest = rest_of(*state, product, &demand, 2, NULL, 0);
    assert_false(rest.demand.has_free_left);
    assert_int_equal(rest.product.free.quantity, 10000);
}

/* Two months of QPS serve the first two months; the third is to be paid for. */
static void calls_under_running_qps_are_served(void **state)
{
    product_box box;
    const be_product *product = fixture_face_compare(&box);
    const be_demand demand = {.volume = 15000, .qps = 8};
    const be_purchase now[] = {buy_capacity(1, 0, 8, 2)};
    plan_rest rest = rest_of(*state, product, &demand, 3, now, COUNT_OF(now));
    assert_int_equal(rest.usage.month[0].billable, 0);
    assert_int_equal(rest.usage.month[0].qps_peak, 0);
    assert_int_equal(rest.usage.month[1].billable, 15000);
    assert_int_equal(rest.usage.month[1].qps_peak, 8);
    assert_int_equal(rest.usage.billable_total, 15000);
}

/* A year of 15 QPS more than the 10 of everybody: calls are paid for, speed is not. */
static void running_speed_is_not_asked_for_again(void **state)
{
    product_box box;
    const be_product *product = fixture_id_card(&box);
    be_demand demand = {.volume = 5000, .qps = 25};
    const be_purchase now[] = {buy_capacity(2, 0, 15, 1)};
    plan_rest rest = rest_of(*state, product, &demand, 3, now, COUNT_OF(now));
    assert_int_equal(rest.usage.month[0].billable, 5000);
    assert_int_equal(rest.usage.month[0].qps_peak, 0);
    demand.qps = 26; /* too little */
    rest = rest_of(*state, product, &demand, 3, now, COUNT_OF(now));
    assert_int_equal(rest.usage.month[0].qps_peak, 26);
}

/* 20 units of 5 points each leave 900 of 1,000. */
static void points_are_owned_as_well(void **state)
{
    static const be_general_cover cover = {"flat", 5};
    static const be_general_package general = {.id = "points",
                                               .points = 1000,
                                               .valid = {12, BE_MONTHS},
                                               .covers = &cover,
                                               .cover_count = 1};
    const be_provider provider = {
        .id = "test", .general_packages = &general, .general_package_count = 1};
    product_box box;
    fixture_flat(&box, "1");
    be_product *product = &box.product;
    product->provider = &provider;
    product->deduction[0] = BE_LAYER_GENERAL;
    product->deduction[1] = BE_LAYER_PAYG;
    product->deduction_count = 2;
    const be_demand demand = {.volume = 20};
    const be_purchase now[] = {{BE_BUY_GENERAL, 0, 0, 1, 1}};
    plan_rest rest = rest_of(*state, product, &demand, 2, now, COUNT_OF(now));
    assert_int_equal(rest.demand.owned_count, 1);
    assert_ptr_equal(rest.demand.owned[0].general, &general);
    expect_owned(&rest.demand.owned[0], 1000, 900, 2027, 11);
}

#define CASE(test) cmocka_unit_test_setup_teardown(test, open_arena, close_arena)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(what_is_left_is_owned),
        CASE(what_ends_with_the_month_is_gone),
        CASE(the_free_quota_goes_on),
        CASE(a_monthly_quota_starts_again),
        CASE(calls_under_running_qps_are_served),
        CASE(running_speed_is_not_asked_for_again),
        CASE(points_are_owned_as_well),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
