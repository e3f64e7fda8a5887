/* Bought capacity: how much of it is there in a month, for how many days, and what it costs. */
#include <engine/capacity.h>

#include "engine_test.h"
#include "fixtures.h"

/* January to March 2026: 31, 28 and 31 days. */
static be_horizon spring(void)
{
    return horizon_of(2026, 1, 3);
}

static void terms_cover_days_months_and_years(void **state)
{
    (void)state;
    product_box box;
    const be_product *product = fixture_id_card(&box);
    const be_purchase days[] = {buy_capacity(0, 0, 10, 5)};
    assert_int_equal(capacity_days(product, spring(), days, 1, 0), 5);
    assert_int_equal(capacity_days(product, spring(), days, 1, 1), 0);
    const be_purchase running[] = {buy_capacity(0, 0, 10, 45)};
    assert_int_equal(capacity_days(product, spring(), running, 1, 0), 31);
    assert_int_equal(capacity_days(product, spring(), running, 1, 1), 14);
    assert_int_equal(capacity_days(product, spring(), running, 1, 2), 0);
    const be_purchase months[] = {buy_capacity(1, 1, 10, 2)};
    assert_int_equal(capacity_days(product, spring(), months, 1, 0), 0);
    assert_int_equal(capacity_days(product, spring(), months, 1, 1), 28);
    assert_int_equal(capacity_days(product, spring(), months, 1, 2), 31);
    const be_purchase year[] = {buy_capacity(2, 0, 10, 1)};
    const be_horizon long_plan = horizon_of(2026, 1, 14);
    assert_int_equal(capacity_days(product, long_plan, year, 1, 11), 31);
    assert_int_equal(capacity_days(product, long_plan, year, 1, 12), 0);
}

static void levels_add_up_where_the_product_s_do(void **state)
{
    (void)state;
    product_box box;
    const be_product *product = fixture_id_card(&box);
    const be_purchase both[] = {buy_capacity(1, 0, 10, 1), buy_capacity(0, 0, 30, 5)};
    assert_int_equal(capacity_level(product, spring(), both, 2, 0, 0), 0); /* no days, no need */
    assert_int_equal(capacity_level(product, spring(), both, 2, 0, 1), 40);
    assert_int_equal(capacity_level(product, spring(), both, 2, 0, 5), 40);
    assert_int_equal(capacity_level(product, spring(), both, 2, 0, 6), 10);
    assert_int_equal(capacity_level(product, spring(), both, 2, 0, 31), 10);
    assert_int_equal(capacity_level(product, spring(), both, 2, 1, 1), 0);
    box.product.capacity.additive = false;
    assert_int_equal(capacity_level(product, spring(), both, 2, 0, 5), 30);
    assert_int_equal(capacity_level(product, spring(), both, 2, 0, 31), 10);
}

/* Days 1 to 3 at 30, 4 to 10 at 20, 11 to 13 at 10, whatever the order in the list. */
static void days_that_do_not_add_up_follow_one_another(void **state)
{
    (void)state;
    product_box box;
    const be_product *product = fixture_id_card(&box);
    const be_purchase days[] = {buy_capacity(0, 0, 10, 3), buy_capacity(0, 0, 30, 3),
                                buy_capacity(0, 0, 20, 7)};
    box.product.capacity.additive = false;
    static const int levels[][2] = {{1, 30},  {3, 30},  {4, 20}, {10, 20},
                                    {11, 10}, {13, 10}, {14, 0}};
    for (size_t i = 0; i < COUNT_OF(levels); i++)
        assert_int_equal(capacity_level(product, spring(), days, 3, 0, levels[i][0]), levels[i][1]);
    static const int ends[] = {3, 10, 13, 31};
    for (size_t i = 0, after = 0; i < COUNT_OF(ends); after = (size_t)ends[i++])
        assert_int_equal(capacity_change(product, spring(), days, 3, 0, (int)after), ends[i]);
    assert_int_equal(capacity_days(product, spring(), days, 3, 0), 13);
    assert_true(capacity_follows(product, spring(), days, 3));
    assert_false(capacity_follows(product, spring(), days, 1));
    box.product.capacity.overlap = true;
    assert_int_equal(capacity_days(product, spring(), days, 3, 0), 7);
    assert_int_equal(capacity_level(product, spring(), days, 3, 0, 3), 30);
    assert_int_equal(capacity_level(product, spring(), days, 3, 0, 4), 20);
    assert_false(capacity_follows(product, spring(), days, 3));
}

/* In which month two orders of one day stand, or -1. */
static int overlap_in(const be_product *product, const be_purchase *buys, size_t count)
{
    int t = -1;
    return capacity_overlaps(product, spring(), buys, count, &t) ? t : -1;
}

static void orders_overlap_that_are_valid_on_one_day(void **state)
{
    (void)state;
    product_box box;
    const be_product *product = fixture_id_card(&box);
    const be_purchase month_and_days[] = {buy_capacity(1, 1, 10, 1), buy_capacity(0, 1, 30, 5)};
    assert_int_equal(overlap_in(product, month_and_days, 2), -1); /* they add up */
    box.product.capacity.additive = false;
    assert_int_equal(overlap_in(product, month_and_days, 2), 1);
    const be_purchase spilling[] = {buy_capacity(0, 0, 10, 32), buy_capacity(0, 1, 30, 5)};
    assert_int_equal(overlap_in(product, spilling, 2), 1);
    const be_purchase year_and_month[] = {buy_capacity(2, 0, 10, 1), buy_capacity(1, 2, 20, 1)};
    assert_int_equal(overlap_in(product, year_and_month, 2), 2);
    const be_purchase too_many_days[] = {buy_capacity(0, 0, 10, 30), buy_capacity(0, 0, 30, 2)};
    assert_int_equal(overlap_in(product, too_many_days, 2), 0); /* 32 in a month of 31 */
    const be_purchase all_days[] = {buy_capacity(0, 0, 10, 29), buy_capacity(0, 0, 30, 2),
                                    buy_capacity(1, 1, 20, 2), buy_package(0, 0, 1)};
    assert_int_equal(overlap_in(product, all_days, 4), -1);
    box.product.capacity.overlap = true;
    assert_int_equal(overlap_in(product, too_many_days, 2), -1);
}

static void no_more_than_is_sold_counts(void **state)
{
    (void)state;
    product_box box;
    const be_product *product = fixture_id_card(&box);
    const be_purchase lots[] = {buy_capacity(1, 0, 60, 1), buy_capacity(1, 0, 60, 1)};
    assert_int_equal(capacity_level(product, spring(), lots, 2, 0, 31), 90);
}

static void packages_and_nonsense_give_no_capacity(void **state)
{
    (void)state;
    product_box box;
    const be_product *product = fixture_id_card(&box);
    const be_purchase none[] = {buy_package(0, 0, 5),      buy_capacity(3, 0, 10, 1),
                                buy_capacity(1, 0, 0, 1),  buy_capacity(1, 0, -5, 1),
                                buy_capacity(1, 0, 10, 0), buy_capacity(1, -1, 10, 1)};
    assert_int_equal(capacity_level(product, spring(), none, COUNT_OF(none), 0, 1), 0);
    assert_int_equal(capacity_days(product, spring(), none, COUNT_OF(none), 0), 0);
}

static void a_term_beyond_all_plans_does_no_harm(void **state)
{
    (void)state;
    product_box box;
    const be_product *product = fixture_id_card(&box);
    for (size_t item = 0; item < 3; item++) {
        const be_purchase endless[] = {buy_capacity(item, 0, 10, INT32_MAX)};
        assert_int_equal(capacity_days(product, spring(), endless, 1, 2), 31);
    }
}

static void a_charge_is_by_number_and_terms(void **state)
{
    (void)state;
    product_box box;
    const be_product *product = fixture_id_card(&box);
    assert_amount(be_capacity_charge(&product->capacity, 0, 49, 3), "3675"); /* 49 x 25 x 3 */
    assert_amount(be_capacity_charge(&product->capacity, 0, 50, 3), "3450"); /* 50 x 23 x 3 */
    assert_amount(be_capacity_charge(&product->capacity, 2, 60, 1), "198720");
    product = fixture_licence_plate(&box);
    assert_amount(be_capacity_charge(&product->capacity, 0, 8, 1), "unpublished");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(terms_cover_days_months_and_years),
        cmocka_unit_test(levels_add_up_where_the_product_s_do),
        cmocka_unit_test(days_that_do_not_add_up_follow_one_another),
        cmocka_unit_test(orders_overlap_that_are_valid_on_one_day),
        cmocka_unit_test(no_more_than_is_sold_counts),
        cmocka_unit_test(packages_and_nonsense_give_no_capacity),
        cmocka_unit_test(a_term_beyond_all_plans_does_no_harm),
        cmocka_unit_test(a_charge_is_by_number_and_terms),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
