/* The quotes of a plan added up, currency by currency. */
#include "engine_test.h"
#include "fixtures.h"

#include <breakeven/portfolio.h>

static const be_horizon two_months = {INT32_C(2026) * 12 + 11, 2};

static const be_quote *quoted(be_arena *arena, const be_product *product, be_quantity volume)
{
    const be_demand demand = {.volume = volume, .postpaid = true, .has_free_left = true};
    return quote_of(arena, product, &demand, two_months);
}

static void adds_each_currency_apart(void **state)
{
    product_box first, second, third;
    size_t count = 0;
    fixture_flat(&third, "0.5");
    third.product.currency = "CNY";
    const be_quote *const quotes[] = {
        quoted(*state, fixture_refiner(&first), 200),
        quoted(*state, fixture_style_transfer(&second), 1000),
        quoted(*state, &third.product, 10),
    };
    const be_portfolio *all = be_portfolio_create(*state, quotes, COUNT_OF(quotes), &count);
    assert_non_null(all);
    assert_int_equal(count, 2);
    assert_string_equal(all[0].currency, "CNY");
    assert_int_equal(all[0].item_count, 2);
    assert_amount(all[0].options[BE_OPTION_PAYG].total, "117.5"); /* 2 x 53.75 + 2 x 5 */
    assert_amount(all[0].options[BE_OPTION_PAYG].month[1], "58.75");
    assert_true(all[0].options[BE_OPTION_PAYG].eligible);
    assert_string_equal(all[1].currency, "USD");
    assert_amount(all[1].options[BE_OPTION_BEST].total,
                  "150"); /* two packages 1k, 80 by the unit */
    assert_amount(all[1].options[BE_OPTION_BEST].purchased, "150");
}

static void an_item_without_an_option_is_counted_not_guessed(void **state)
{
    product_box first, second;
    size_t count = 0;
    const be_quote *const quotes[] = {quoted(*state, fixture_flat(&first, "1"), 5), NULL,
                                      quoted(*state, fixture_flat(&second, "unpublished"), 5)};
    const be_portfolio *all = be_portfolio_create(*state, quotes, COUNT_OF(quotes), &count);
    assert_non_null(all);
    assert_int_equal(count, 1);
    assert_int_equal(all[0].item_count, 2);
    assert_int_equal(all[0].options[BE_OPTION_PAYG].without, 1);
    assert_false(all[0].options[BE_OPTION_PAYG].eligible);
    assert_amount(all[0].options[BE_OPTION_PAYG].total, "10");
    assert_int_equal(all[0].options[BE_OPTION_PACKAGE].without, 2);
}

static void a_plan_of_nothing_has_no_portfolio(void **state)
{
    size_t count = 1;
    assert_non_null(be_portfolio_create(*state, NULL, 0, &count));
    assert_int_equal(count, 0);
}

/* 150 USD at 7.12 and 117.5 CNY. */
static void one_currency_takes_a_rate_for_every_other(void **state)
{
    product_box first, second;
    size_t count = 0;
    fixture_flat(&second, "2");
    second.product.currency = "EUR";
    const be_quote *const quotes[] = {quoted(*state, fixture_flat(&first, "1"), 5),
                                      quoted(*state, &second.product, 10)};
    const be_portfolio *all = be_portfolio_create(*state, quotes, COUNT_OF(quotes), &count);
    assert_int_equal(count, 2);
    const be_exchange rates[] = {{"EUR", BE_RATIO_ONE * 5 / 4}};
    be_portfolio sum;
    assert_true(be_portfolio_convert(all, count, rates, 1, all[0].currency, &sum));
    assert_string_equal(sum.currency, all[0].currency);
    assert_ptr_equal(sum.product, &first.product);
    assert_int_equal(sum.item_count, 2);
    assert_amount(sum.options[BE_OPTION_PAYG].total, "60"); /* 10 + 40 x 1.25 */
    assert_amount(sum.options[BE_OPTION_PAYG].month[0], "30");
    assert_true(sum.options[BE_OPTION_PAYG].eligible);
    assert_int_equal(sum.options[BE_OPTION_PACKAGE].without, 2);
    assert_false(sum.options[BE_OPTION_PACKAGE].eligible);
    assert_false(be_portfolio_convert(all, count, rates, 0, all[0].currency, &sum));
    assert_false(be_portfolio_convert(all, count, rates, 1, "JPY", &sum));
}

static void a_product_planned_twice_is_noticed(void **state)
{
    product_box first, second;
    size_t count = 0;
    const be_product *a = fixture_flat(&first, "1"), *b = fixture_flat(&second, "1");
    const be_quote *const once[] = {quoted(*state, a, 1), quoted(*state, b, 1)};
    const be_quote *const twice[] = {once[0], once[1], quoted(*state, b, 2)};
    assert_null(be_portfolio_create(*state, once, COUNT_OF(once), &count)[0].twice);
    assert_ptr_equal(be_portfolio_create(*state, twice, COUNT_OF(twice), &count)[0].twice, b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(adds_each_currency_apart, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(an_item_without_an_option_is_counted_not_guessed,
                                        open_arena, close_arena),
        cmocka_unit_test_setup_teardown(a_plan_of_nothing_has_no_portfolio, open_arena,
                                        close_arena),
        cmocka_unit_test_setup_teardown(one_currency_takes_a_rate_for_every_other, open_arena,
                                        close_arena),
        cmocka_unit_test_setup_teardown(a_product_planned_twice_is_noticed, open_arena,
                                        close_arena),
    };
    return cmocka_run_group_tests_name("portfolio", tests, NULL, NULL);
}
