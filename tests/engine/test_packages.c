/* The cheapest packages for a need: worked examples, and the bounds of the search. */
#include <engine/packages.h>

#include "engine_test.h"
#include "fixtures.h"

static cover_plan cover(be_arena *arena, const be_product *product, be_horizon horizon,
                        const cover_need *need)
{
    cover_plan plan;
    assert_true(packages_cover(arena, product, horizon, need, &plan));
    return plan;
}

static cover_need even_need(int months, be_quantity units)
{
    cover_need need = {.units = {0}};
    for (int t = 0; t < months; t++)
        need.units[t] = units;
    return need;
}

static be_amount cost_of(const be_product *product, const cover_plan *plan)
{
    be_amount cost = be_amount_zero();
    for (size_t i = 0; i < plan->count; i++)
        cost = be_amount_add(cost, be_amount_times(product->packages[plan->purchases[i].item].price,
                                                   plan->purchases[i].count));
    return cost;
}

/* One 10k and two 1k in the month in which the 10k runs out: 700. */
static void two_months_of_6000(void **state)
{
    product_box box;
    const be_product *product = fixture_style_transfer(&box);
    cover_need need = even_need(2, 6000);
    cover_plan plan = cover(*state, product, horizon_of(2026, 1, 2), &need);
    assert_true(plan.proven);
    assert_amount(cost_of(product, &plan), "700");
    assert_int_equal(plan.count, 2);
    assert_int_equal(plan.purchases[0].item, 1);
    assert_int_equal(plan.purchases[0].month, 0);
    assert_int_equal(plan.purchases[1].item, 0);
    assert_int_equal(plan.purchases[1].month, 1);
    assert_int_equal(plan.purchases[1].count, 2);
}

/* 84,000 a year: one package of 100k for 4,500 beats 8 x 10k and 4 x 1k for 4,700. */
static void a_year_of_7000_a_month(void **state)
{
    product_box box;
    const be_product *product = fixture_style_transfer(&box);
    cover_need need = even_need(12, 7000);
    cover_plan plan = cover(*state, product, horizon_of(2026, 1, 12), &need);
    assert_true(plan.proven);
    assert_int_equal(plan.count, 1);
    assert_int_equal(plan.purchases[0].item, 2);
    assert_amount(cost_of(product, &plan), "4500");
}

static void a_third_year_needs_new_packages(void **state)
{
    product_box box;
    const be_product *product = fixture_style_transfer(&box);
    cover_need need = even_need(36, 7000);
    cover_plan plan = cover(*state, product, horizon_of(2026, 1, 36), &need);
    assert_true(plan.proven);
    assert_amount(cost_of(product, &plan), "13500");
    assert_int_equal(plan.purchases[2].month, 24);
}

static void purchases_wait_until_they_are_needed(void **state)
{
    product_box box;
    const be_product *product = fixture_style_transfer(&box);
    cover_need need = even_need(12, 0);
    need.units[7] = 500;
    cover_plan plan = cover(*state, product, horizon_of(2026, 1, 12), &need);
    assert_int_equal(plan.count, 1);
    assert_int_equal(plan.purchases[0].month, 7);
}

static void nothing_needed_is_nothing_bought(void **state)
{
    product_box box;
    cover_need need = even_need(12, 0);
    cover_plan plan = cover(*state, fixture_style_transfer(&box), horizon_of(2026, 1, 12), &need);
    assert_true(plan.possible);
    assert_true(plan.proven);
    assert_int_equal(plan.count, 0);
}

/* A balance alone lifts the limit: the smallest package is enough, and lasts. */
static void a_balance_is_bought_where_only_the_limit_counts(void **state)
{
    product_box box;
    const be_product *product = fixture_style_transfer(&box);
    cover_need need = even_need(12, 0);
    for (int t = 3; t < 12; t++)
        need.balance[t] = true;
    cover_plan plan = cover(*state, product, horizon_of(2026, 1, 12), &need);
    assert_true(plan.proven);
    assert_amount(cost_of(product, &plan), "75");
    assert_int_equal(plan.purchases[0].month, 3);
}

static void packages_without_a_price_are_left_out(void **state)
{
    product_box box;
    const be_product *product = fixture_style_transfer(&box);
    cover_need need = even_need(1, 100000);
    box.packages[2].price = money("unpublished");
    cover_plan plan = cover(*state, product, horizon_of(2026, 1, 1), &need);
    assert_amount(cost_of(product, &plan), "5500");
    for (size_t i = 0; i < product->package_count; i++)
        box.packages[i].price = money("quote");
    plan = cover(*state, product, horizon_of(2026, 1, 1), &need);
    assert_false(plan.possible);
    assert_int_equal(plan.count, 0);
}

/* 90 days from February cover three months to their last day, but from March on only two. */
static void a_validity_in_days_covers_whenever_it_begins(void **state)
{
    product_box box;
    const be_product *product = fixture_style_transfer(&box);
    box.product.package_count = 1;
    box.packages[0].valid = (be_duration){90, BE_DAYS};
    cover_need need = even_need(6, 300);
    need.units[0] = 0;
    const be_horizon horizon = horizon_of(2026, 2, 6);
    cover_plan plan = cover(*state, product, horizon, &need);
    assert_false(plan.proven);
    const be_demand demand = {.volumes = need.units, .volume_count = 6, .has_free_left = true};
    const be_bill *bill = bill_of(*state, product, &demand, horizon, plan.purchases, plan.count);
    assert_int_equal(bill->units.unserved, 0);
}

/*
 * A million packages of the one size sold are past the bounds of the search. What comes back is
 * then the simple cover: whole, exactly as large as needed, and not called proven.
 */
static void a_search_at_its_limit_still_covers(void **state)
{
    product_box box;
    const be_product *product = fixture_style_transfer(&box);
    box.product.package_count = 1;
    cover_need need = even_need(3, INT64_C(1000000000));
    cover_plan plan = cover(*state, product, horizon_of(2026, 1, 3), &need);
    assert_true(plan.possible);
    assert_false(plan.proven);
    be_quantity bought = 0;
    for (size_t i = 0; i < plan.count; i++)
        bought += plan.purchases[i].count;
    assert_int_equal(bought, 3000000);
}

/* Forty packages, of which the last is the best: it is not looked at, so nothing is proven. */
static void more_packages_than_the_search_holds_leave_no_proof(void **state)
{
    be_package packages[40];
    for (size_t i = 0; i < COUNT_OF(packages); i++)
        packages[i] = (be_package){.id = "p",
                                   .size = 10,
                                   .price = money(i == COUNT_OF(packages) - 1 ? "1" : "7"),
                                   .valid = {12, BE_MONTHS}};
    be_product product = {.packages = packages, .package_count = COUNT_OF(packages)};
    cover_need need = even_need(1, 10);
    assert_false(cover(*state, &product, horizon_of(2026, 1, 1), &need).proven);
    product.package_count = 32;
    assert_true(cover(*state, &product, horizon_of(2026, 1, 1), &need).proven);
}

/* A week never covers a month; whether weeks would have been cheaper is not looked at. */
static void packages_of_a_few_days_leave_no_proof(void **state)
{
    product_box box;
    const be_product *product = fixture_style_transfer(&box);
    box.packages[0].valid = (be_duration){7, BE_DAYS};
    cover_need need = even_need(1, 10000);
    cover_plan plan = cover(*state, product, horizon_of(2026, 1, 1), &need);
    assert_false(plan.proven);
    assert_amount(cost_of(product, &plan), "550");
}

static void the_largest_quantities_stay_in_range(void **state)
{
    product_box box;
    const be_product *product = fixture_style_transfer(&box);
    cover_need need = even_need(BE_MONTHS_MAX, BE_QUANTITY_MAX);
    cover_plan plan = cover(*state, product, horizon_of(2026, 1, BE_MONTHS_MAX), &need);
    assert_true(plan.possible);
    /* 3.6 x 10^16 units by packages of 10M at 200,000. */
    assert_amount(cost_of(product, &plan), "720000000000000");
}

#define CASE(test) cmocka_unit_test_setup_teardown(test, open_arena, close_arena)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(two_months_of_6000),
        CASE(a_year_of_7000_a_month),
        CASE(a_third_year_needs_new_packages),
        CASE(purchases_wait_until_they_are_needed),
        CASE(nothing_needed_is_nothing_bought),
        CASE(a_balance_is_bought_where_only_the_limit_counts),
        CASE(packages_without_a_price_are_left_out),
        CASE(a_validity_in_days_covers_whenever_it_begins),
        CASE(a_search_at_its_limit_still_covers),
        CASE(more_packages_than_the_search_holds_leave_no_proof),
        CASE(packages_of_a_few_days_leave_no_proof),
        CASE(the_largest_quantities_stay_in_range),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
