/* Cases: the best plan for each volume, and what it costs if another one comes. */
#include "engine_test.h"
#include "fixtures.h"

/* 1,000 pictures for 75 or 10,000 for 550, or 0.08 each. */
static const be_cases *cases_of(be_arena *arena, product_box *box, be_demand *demand, int months)
{
    const be_product *product = fixture_style_transfer(box);
    demand->has_free_left = true;
    const be_quote *quote = quote_of(arena, product, demand, horizon_of(2026, 12, months));
    return be_cases_create(arena, quote, demand);
}

static void expect_totals(const be_case *one, const char *low, const char *expected,
                          const char *high)
{
    assert_amount(one->total[BE_CASE_LOW], low);
    assert_amount(one->total[BE_CASE_EXPECTED], expected);
    assert_amount(one->total[BE_CASE_HIGH], high);
}

static void expect_common(const be_cases *all, size_t i, size_t item, int month, be_quantity count)
{
    const be_purchase *buy = &all->common.purchases[i];
    assert_true(i < all->common.count);
    assert_int_equal(buy->item, item);
    assert_int_equal(buy->month, month);
    assert_int_equal(buy->count, count);
}

/* Two of 1,000 for 2,000 pictures; one of 10,000 for 8,000 or 9,000. */
static void each_plan_is_priced_at_each_volume(void **state)
{
    product_box box;
    be_demand demand = {.volume = 8000, .low = 2000, .high = 9000, .postpaid = true};
    const be_cases *all = cases_of(*state, &box, &demand, 1);
    assert_int_equal(all->cases[BE_CASE_LOW].volume, 2000);
    assert_int_equal(all->cases[BE_CASE_HIGH].volume, 9000);
    expect_totals(&all->cases[BE_CASE_LOW], "150", "630", "710");
    expect_totals(&all->cases[BE_CASE_EXPECTED], "550", "550", "550");
    expect_totals(&all->cases[BE_CASE_HIGH], "550", "550", "550");
    assert_amount(all->hindsight[BE_CASE_LOW], "150");
    assert_amount(all->hindsight[BE_CASE_HIGH], "550");
    assert_amount(all->cases[BE_CASE_LOW].worst, "160");
    assert_amount(all->cases[BE_CASE_EXPECTED].worst, "400");
    assert_int_equal(all->common.count, 0);
}

/*
 * 18,000, 24,000 and 33,000 pictures in three months: two of 10,000, two and four of 1,000, three
 * and three of 1,000.
 */
static void what_all_three_buy_is_common(void **state)
{
    product_box box;
    be_demand demand = {.volume = 8000, .low = 6000, .high = 11000, .postpaid = true};
    const be_cases *all = cases_of(*state, &box, &demand, 3);
    expect_totals(&all->cases[BE_CASE_LOW], "1100", "1420", "1920");
    expect_totals(&all->cases[BE_CASE_EXPECTED], "1400", "1400", "2120");
    expect_totals(&all->cases[BE_CASE_HIGH], "1875", "1875", "1875");
    assert_int_equal(all->common.count, 1);
    expect_common(all, 0, 1, 0, 2); /* the second one may as well be bought with the first */
}

/* At 800 and at 820 a package lasts for its year: another one cannot be bought before it ends. */
static void a_package_that_would_end_too_early_is_common_later(void **state)
{
    product_box box;
    be_demand demand = {.volume = 800, .low = 800, .high = 820, .postpaid = true};
    const be_cases *all = cases_of(*state, &box, &demand, 24);
    assert_int_equal(all->common.count, 2);
    expect_common(all, 0, 1, 0, 1);
    expect_common(all, 1, 1, 12, 1);
}

/* Pay-as-you-go is off: what was not bought is not served, and such a plan has no total. */
static void a_plan_that_does_not_serve_all_has_no_total(void **state)
{
    product_box box;
    be_demand demand = {.volume = 8000, .low = 2000, .high = 20000};
    const be_cases *all = cases_of(*state, &box, &demand, 1);
    expect_totals(&all->cases[BE_CASE_LOW], "150", "unpublished", "unpublished");
    expect_totals(&all->cases[BE_CASE_EXPECTED], "550", "550", "unpublished");
    expect_totals(&all->cases[BE_CASE_HIGH], "1100", "1100", "1100");
}

static void without_a_plan_nothing_is_common(void **state)
{
    product_box box;
    const be_product *product = fixture_licence_plate(&box);
    be_demand demand = {.volume = 100, .low = 50, .high = 100, .qps = 4};
    const be_quote *quote = quote_of(*state, product, &demand, horizon_of(2026, 12, 3));
    const be_cases *all = be_cases_create(*state, quote, &demand);
    assert_false(all->cases[BE_CASE_EXPECTED].has_plan);
    expect_totals(&all->cases[BE_CASE_EXPECTED], "unpublished", "unpublished", "unpublished");
    assert_amount(all->hindsight[BE_CASE_EXPECTED], "unpublished");
    assert_amount(all->cases[BE_CASE_EXPECTED].worst, "unpublished");
    assert_int_equal(all->common.count, 0);
}

#define CASE(test) cmocka_unit_test_setup_teardown(test, open_arena, close_arena)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(each_plan_is_priced_at_each_volume),
        CASE(what_all_three_buy_is_common),
        CASE(a_package_that_would_end_too_early_is_common_later),
        CASE(a_plan_that_does_not_serve_all_has_no_total),
        CASE(without_a_plan_nothing_is_common),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
