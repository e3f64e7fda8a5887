/* Who pays for a unit: the deduction order, balances from month to month, what is lost. */
#include <engine/waterfall.h>

#include "engine_test.h"
#include "fixtures.h"

static const be_bill *bill(be_arena *arena, const be_product *product, be_demand demand, int months,
                           const be_purchase *purchases, size_t count)
{
    return bill_of(arena, product, &demand, horizon_of(2026, 1, months), purchases, count);
}

static void expect_layers(const be_bill_month *month, be_quantity free, be_quantity qps,
                          be_quantity package, be_quantity payg, be_quantity unserved)
{
    assert_int_equal(month->units.layer[BE_LAYER_FREE], free);
    assert_int_equal(month->units.layer[BE_LAYER_QPS], qps);
    assert_int_equal(month->units.layer[BE_LAYER_PACKAGE], package);
    assert_int_equal(month->units.layer[BE_LAYER_PAYG], payg);
    assert_int_equal(month->units.unserved, unserved);
}

/* 90 days from January on: all of January, February and March; 100 days: 10 of April's 30 days. */
static void a_quota_given_once_ends_within_a_month(void **state)
{
    product_box box;
    fixture_refiner(&box);
    box.product.free.valid = (be_duration){100, BE_DAYS};
    const be_bill *b = bill(*state, &box.product, (be_demand){.volume = 100}, 5, NULL, 0);
    for (int t = 0; t < 3; t++)
        expect_layers(&b->month[t], 100, 0, 0, 0, 0);
    expect_layers(&b->month[3], 33, 0, 0, 67, 0);
    expect_layers(&b->month[4], 0, 0, 0, 100, 0);
}

static void a_quota_given_once_lasts_until_it_is_used(void **state)
{
    product_box box;
    const be_product *product = fixture_refiner(&box);
    const be_bill *b = bill(*state, product, (be_demand){.volume = 150}, 3, NULL, 0);
    expect_layers(&b->month[1], 150, 0, 0, 0, 0);
    expect_layers(&b->month[2], 100, 0, 0, 50, 0);
    b = bill(*state, product, (be_demand){.volume = 150, .has_free_left = true, .free_left = 20}, 3,
             NULL, 0);
    expect_layers(&b->month[0], 20, 0, 0, 130, 0);
    expect_layers(&b->month[1], 0, 0, 0, 150, 0);
}

static void a_monthly_quota_comes_back_and_does_not_add_up(void **state)
{
    product_box box;
    const be_quantity volumes[] = {100, 10500, 10500};
    const be_bill *b = bill(*state, fixture_face_compare(&box),
                            (be_demand){.volumes = volumes, .volume_count = 3}, 3, NULL, 0);
    expect_layers(&b->month[0], 100, 0, 0, 0, 0);
    expect_layers(&b->month[1], 10000, 0, 0, 500, 0);
    expect_layers(&b->month[2], 10000, 0, 0, 500, 0);
}

/* What is left of this month's quota is no more next month. */
static void what_is_left_of_a_monthly_quota_counts_for_the_first_month(void **state)
{
    product_box box;
    const be_bill *b =
        bill(*state, fixture_face_compare(&box),
             (be_demand){.volume = 500, .has_free_left = true, .free_left = 200}, 2, NULL, 0);
    expect_layers(&b->month[0], 200, 0, 0, 300, 0);
    expect_layers(&b->month[1], 500, 0, 0, 0, 0);
}

static void units_past_the_packages_are_not_served_without_postpaid(void **state)
{
    product_box box;
    const be_product *product = fixture_style_transfer(&box);
    const be_purchase one[] = {buy_package(0, 0, 1)};
    const be_bill *off = bill(*state, product, (be_demand){.volume = 1100}, 1, one, 1);
    expect_layers(&off->month[0], 50, 0, 1000, 0, 50);
    assert_false(off->feasible);
    assert_message(find_message(off->reasons, off->reason_count, BE_MSG_UNSERVED_OPT_IN),
                   "50 units are not served: pay as you go is off until it is switched on "
                   "(postpaid).");
    const be_bill *on =
        bill(*state, product, (be_demand){.volume = 1100, .postpaid = true}, 1, one, 1);
    expect_layers(&on->month[0], 50, 0, 1000, 50, 0);
    assert_true(on->feasible);
    assert_amount(on->total, "79");
}

/* First to expire, then the older, then the smaller. */
static void packages_are_used_in_the_order_in_which_they_end(void **state)
{
    product_box box;
    fixture_style_transfer(&box);
    box.packages[1].valid = (be_duration){2, BE_MONTHS};
    const be_owned owned[] = {
        {.size = 500, .left = 300, .expires = be_month_of(2026, 1)},
        {.size = 500, .left = 200, .expires = be_month_of(2030, 1)},
        {.size = 500, .left = 999, .expires = be_month_of(2025, 12)}, /* over before the plan */
    };
    const be_demand demand = {.has_free_left = true, .owned = owned, .owned_count = 3};
    const be_purchase buys[] = {buy_package(0, 0, 1), buy_package(1, 0, 1)};
    const be_usage usage = {.horizon = horizon_of(2026, 1, 3)};
    const be_bill_item item = {&box.product, &demand, &usage, buys, COUNT_OF(buys)};
    lot_list no_points = {0};
    waterfall w;
    assert_true(waterfall_begin(&w, *state, &item, &no_points));
    assert_int_equal(lots_balance(&w.packages, 0), 11500);
    assert_int_equal(lots_carried_over(&w.packages, 0), 11200);

    be_units units = {0};
    waterfall_enter(&w, 0, 31, 0);
    waterfall_run(&w, 400, true, &units);
    assert_int_equal(units.layer[BE_LAYER_PACKAGE], 400);
    assert_int_equal(lots_carried_over(&w.packages, 0), 11100);
    waterfall_enter(&w, 1, 28, 0);
    waterfall_run(&w, 9000, true, &units);
    lot_waste waste = {0, be_amount_zero()};
    lots_expire(&w.packages, 1, &waste);
    assert_int_equal(waste.units, 900); /* of the 10k package, valid for two months */
    assert_amount(waste.amount, "49.5");
    assert_int_equal(lots_balance(&w.packages, 2), 1200);
}

static void no_more_is_left_of_a_quota_than_there_was(void **state)
{
    product_box box;
    const be_product *product = fixture_style_transfer(&box); /* 50 free */
    const be_demand demand = {
        .volume = 400, .postpaid = true, .has_free_left = true, .free_left = 5000};
    const be_bill *b = bill(*state, product, demand, 1, NULL, 0);
    assert_int_equal(b->units.layer[BE_LAYER_FREE], 50);
}

static void only_use_after_the_purchase_counts(void **state)
{
    product_box box;
    const be_product *product = fixture_style_transfer(&box);
    const be_purchase later[] = {buy_package(0, 1, 1)};
    const be_bill *b =
        bill(*state, product, (be_demand){.volume = 400, .postpaid = true, .has_free_left = true},
             3, later, 1);
    expect_layers(&b->month[0], 0, 0, 0, 400, 0);
    expect_layers(&b->month[1], 0, 0, 400, 0, 0);
    assert_int_equal(b->month[0].package_left, 0); /* next month's package is not there yet */
    assert_int_equal(b->month[1].package_left, 600);
    assert_int_equal(b->month[2].package_left, 200);
    assert_int_equal(b->waste_units, 200);
    assert_amount(b->waste_amount, "15");
}

/* Bought in month 0 for 12 months it covers months 0 to 11. */
static void twelve_months_end_with_the_twelfth(void **state)
{
    product_box box;
    const be_product *product = fixture_style_transfer(&box);
    const be_purchase one[] = {buy_package(0, 0, 1)};
    const be_bill *b =
        bill(*state, product, (be_demand){.volume = 10, .postpaid = true, .has_free_left = true},
             14, one, 1);
    expect_layers(&b->month[11], 0, 0, 10, 0, 0);
    assert_int_equal(b->month[10].package_left, 890);
    assert_int_equal(b->month[11].package_left, 0);
    expect_layers(&b->month[12], 0, 0, 0, 10, 0);
    assert_int_equal(b->waste_units, 880);
    assert_amount(b->waste_amount, "66");
}

/* 30 days from 1 January: 30 of 31 days, and a last unit that falls on the 31st. */
static void a_package_by_days_covers_the_use_of_its_days(void **state)
{
    product_box box;
    fixture_style_transfer(&box);
    box.packages[0].valid = (be_duration){30, BE_DAYS};
    const be_purchase one[] = {buy_package(0, 0, 1)};
    const be_bill *b =
        bill(*state, &box.product,
             (be_demand){.volume = 310, .postpaid = true, .has_free_left = true}, 2, one, 1);
    expect_layers(&b->month[0], 0, 0, 300, 10, 0);
    expect_layers(&b->month[1], 0, 0, 0, 310, 0);
    assert_int_equal(b->waste_units, 700);
}

/* Prepaid QPS for 10 of 31 days covers the calls of those days, before packages. */
static void calls_are_free_on_the_days_under_prepaid_qps(void **state)
{
    product_box box;
    const be_product *product = fixture_licence_plate(&box);
    fixture_licence_plate(&box);
    box.prices[0].term = BE_TERM_DAY;
    const be_purchase buys[] = {buy_capacity(0, 0, 8, 10), buy_package(0, 0, 1)};
    const be_bill *b = bill(*state, product, (be_demand){.volume = 3100}, 2, buys, COUNT_OF(buys));
    expect_layers(&b->month[0], 0, 1000, 2100, 0, 0);
    expect_layers(&b->month[1], 0, 0, 3100, 0, 0);
}

static void nothing_bought_covers_nothing(void **state)
{
    product_box box;
    const be_product *product = fixture_face_compare(&box);
    const be_purchase nothing[] = {
        buy_capacity(1, 0, 0, 1), buy_capacity(1, 0, 8, 0), buy_capacity(1, 0, 8, -1),
        buy_capacity(9, 0, 8, 1), buy_capacity(1, 5, 8, 1), buy_capacity(1, -1, 8, 1),
        buy_package(0, 0, 0),     buy_package(9, 0, 1),     buy_package(0, 2, 1),
        buy_package(0, -1, 1),    buy_package(0, 0, -3),
    };
    const be_bill *b =
        bill(*state, product, (be_demand){.volume = 50000}, 2, nothing, COUNT_OF(nothing));
    expect_layers(&b->month[0], 10000, 0, 0, 40000, 0);
    expect_layers(&b->month[1], 10000, 0, 0, 40000, 0);
    assert_amount(b->purchased, "0");
    assert_amount(b->total, "256");
    assert_int_equal(b->line_count, 4); /* free and to be paid, in each month */
}

static void owned_packages_that_ended_before_the_plan_are_no_waste(void **state)
{
    product_box box;
    const be_owned ended[] = {{.size = 500, .left = 999, .expires = be_month_of(2025, 12)}};
    const be_demand demand = {.volume = 10, .owned = ended, .owned_count = 1};
    const be_bill *b = bill(*state, fixture_face_compare(&box), demand, 1, NULL, 0);
    expect_layers(&b->month[0], 10, 0, 0, 0, 0);
    assert_int_equal(b->waste_units, 0);
}

/* The array may hold more than the product sells. */
static void what_the_product_does_not_sell_is_not_bought(void **state)
{
    product_box box;
    fixture_face_compare(&box);
    box.product.package_count = 1;
    box.product.capacity.price_count = 1;
    const be_purchase next[] = {buy_package(1, 0, 1), buy_capacity(1, 0, 8, 1)};
    const be_bill *b =
        bill(*state, &box.product, (be_demand){.volume = 20000}, 1, next, COUNT_OF(next));
    expect_layers(&b->month[0], 10000, 0, 0, 10000, 0);
    assert_amount(b->total, "32");
    assert_int_equal(b->line_count, 2);
}

static void capacity_that_only_adds_speed_pays_for_nothing(void **state)
{
    product_box box;
    fixture_face_compare(&box);
    box.product.capacity.calls_free = false;
    const be_purchase month[] = {buy_capacity(1, 0, 8, 1)};
    const be_bill *b = bill(*state, &box.product, (be_demand){.volume = 20000}, 1, month, 1);
    expect_layers(&b->month[0], 10000, 0, 0, 10000, 0);
    b = bill(*state, &box.product, (be_demand){.volume = 20000}, 1, NULL, 0);
    expect_layers(&b->month[0], 10000, 0, 0, 10000, 0);
}

static void the_free_quota_can_be_passed_over(void **state)
{
    product_box box;
    const be_demand demand = {0};
    const be_usage usage = {.horizon = horizon_of(2026, 1, 1)};
    const be_bill_item item = {fixture_face_compare(&box), &demand, &usage, NULL, 0};
    lot_list no_points = {0};
    waterfall w;
    assert_true(waterfall_begin(&w, *state, &item, &no_points));
    waterfall_enter(&w, 0, 31, 0);
    be_units units = {0};
    waterfall_run(&w, 400, false, &units);
    assert_int_equal(units.layer[BE_LAYER_FREE], 0);
    assert_int_equal(units.layer[BE_LAYER_PAYG], 400);
    waterfall_run(&w, 300, true, &units); /* adds to what is there */
    assert_int_equal(units.layer[BE_LAYER_FREE], 300);
    assert_int_equal(units.layer[BE_LAYER_PAYG], 400);
    assert_int_equal(units.demand, 700);
    assert_int_equal(w.free_left, 9700);
}

static void more_balances_than_there_is_memory_are_refused(void **state)
{
    product_box box;
    const be_demand demand = {.owned_count = SIZE_MAX / 2};
    const be_usage usage = {.horizon = horizon_of(2026, 1, 1)};
    const be_bill_item item = {fixture_face_compare(&box), &demand, &usage, NULL, 0};
    lot_list no_points = {0};
    waterfall w;
    assert_false(waterfall_begin(&w, *state, &item, &no_points));
}

#define CASE(test) cmocka_unit_test_setup_teardown(test, open_arena, close_arena)

/* Two packages for 15 days each: of April's calls half fall on these days, and no more. */
static void packages_of_the_same_days_share_them(void **state)
{
    product_box box;
    fixture_style_transfer(&box);
    box.packages[0] = (be_package){"a", 10, money("1"), {15, BE_DAYS}, NULL};
    box.packages[1] = (be_package){"b", 1000, money("1"), {15, BE_DAYS}, NULL};
    const be_demand demand = {.volume = 100, .postpaid = true, .has_free_left = true};
    const be_purchase buys[] = {buy_package(0, 0, 1), buy_package(1, 0, 1)};
    const be_bill *b =
        bill_of(*state, &box.product, &demand, horizon_of(2027, 4, 1), buys, COUNT_OF(buys));
    assert_int_equal(b->units.layer[BE_LAYER_PACKAGE], 50);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(a_quota_given_once_ends_within_a_month),
        CASE(a_quota_given_once_lasts_until_it_is_used),
        CASE(a_monthly_quota_comes_back_and_does_not_add_up),
        CASE(what_is_left_of_a_monthly_quota_counts_for_the_first_month),
        CASE(units_past_the_packages_are_not_served_without_postpaid),
        CASE(packages_are_used_in_the_order_in_which_they_end),
        CASE(no_more_is_left_of_a_quota_than_there_was),
        CASE(only_use_after_the_purchase_counts),
        CASE(twelve_months_end_with_the_twelfth),
        CASE(a_package_by_days_covers_the_use_of_its_days),
        CASE(calls_are_free_on_the_days_under_prepaid_qps),
        CASE(nothing_bought_covers_nothing),
        CASE(owned_packages_that_ended_before_the_plan_are_no_waste),
        CASE(what_the_product_does_not_sell_is_not_bought),
        CASE(capacity_that_only_adds_speed_pays_for_nothing),
        CASE(the_free_quota_can_be_passed_over),
        CASE(more_balances_than_there_is_memory_are_refused),
        cmocka_unit_test_setup_teardown(packages_of_the_same_days_share_them, open_arena,
                                        close_arena),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
