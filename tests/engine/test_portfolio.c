/* The quotes of a plan added up, currency by currency. */
#include "engine_test.h"
#include "fixtures.h"
#include "same_portfolio.h"

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

/* -- parts of quotes --------------------------------------------------------------------------- */

enum { PARTS = 4 };

typedef struct parts {
    product_box boxes[PARTS];
    be_portfolio_part items[PARTS];
    const be_portfolio_part *places[PARTS];
    be_portfolio *sums;
    size_t count;
} parts;

static void fill(parts *p, be_arena *arena)
{
    const be_product *products[PARTS] = {
        fixture_style_transfer(&p->boxes[0]), fixture_refiner(&p->boxes[1]),
        fixture_baidu_face(&p->boxes[2]), fixture_flat(&p->boxes[3], "2")};
    for (size_t i = 0; i < PARTS; i++) {
        be_portfolio_part_of(quoted(arena, products[i], 1000 * (be_quantity)(i + 1)), &p->items[i]);
        p->places[i] = &p->items[i];
    }
    p->sums = be_portfolio_add_up(arena, p->places, PARTS, &p->count);
    assert_non_null(p->sums);
}

/* Replaces one part and holds the sums against those of all parts anew. */
static bool replaced_as_added_anew(parts *p, be_arena *arena, size_t at,
                                   const be_portfolio_part *with)
{
    size_t count;
    bool done = be_portfolio_replace(p->sums, p->count, &p->items[at], with);
    if (done)
        p->items[at] = *with;
    const be_portfolio *anew = be_portfolio_add_up(arena, p->places, PARTS, &count);
    assert_same_portfolios(p->sums, p->count, anew, count);
    return done;
}

static void a_part_takes_the_place_of_another_exactly(void **state)
{
    static const be_quantity volumes[] = {0, 1, 999, 25001, 3500000, BE_QUANTITY_MAX / 100, 7};
    parts p;
    size_t done = 0;
    fill(&p, *state);
    for (size_t v = 0; v < COUNT_OF(volumes); v++) {
        for (size_t i = 0; i < PARTS; i++) {
            be_portfolio_part with;
            be_portfolio_part_of(quoted(*state, p.items[i].product, volumes[v]), &with);
            done += replaced_as_added_anew(&p, *state, i, &with) ? 1 : 0;
        }
    }
    assert_true(done >= COUNT_OF(volumes)); /* most can be; a way to buy may come or go */
}

static void what_the_sums_do_not_tell_is_not_replaced(void **state)
{
    parts p;
    fill(&p, *state);
    be_portfolio_part with = p.items[0];
    assert_true(replaced_as_added_anew(&p, *state, 0, &with));
    with.options[BE_OPTION_PAYG].eligible = false;
    assert_false(replaced_as_added_anew(&p, *state, 0, &with));
    with = p.items[0];
    with.shared = true;
    assert_false(replaced_as_added_anew(&p, *state, 0, &with));
    with = p.items[0];
    with.proven = !with.proven;
    assert_false(replaced_as_added_anew(&p, *state, 0, &with));
    with = p.items[0];
    with.bound = be_amount_missing(BE_AMOUNT_UNPUBLISHED);
    assert_false(replaced_as_added_anew(&p, *state, 0, &with));
    with = p.items[0];
    with.horizon.months++;
    assert_false(replaced_as_added_anew(&p, *state, 0, &with));
    with = p.items[0];
    with.product = p.items[1].product;
    assert_false(replaced_as_added_anew(&p, *state, 0, &with));
    with = p.items[0];
    with.options[BE_OPTION_PAYG].total = be_amount_times(be_amount_of(INT64_MAX), 2);
    assert_false(replaced_as_added_anew(&p, *state, 0, &with)); /* past the range */
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
        cmocka_unit_test_setup_teardown(a_part_takes_the_place_of_another_exactly, open_arena,
                                        close_arena),
        cmocka_unit_test_setup_teardown(what_the_sums_do_not_tell_is_not_replaced, open_arena,
                                        close_arena),
    };
    return cmocka_run_group_tests_name("portfolio", tests, NULL, NULL);
}
