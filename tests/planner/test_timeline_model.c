/* The rows of the timeline, without a terminal. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "planner/builtin_prices.h"
#include "tui/model/timeline.h"

static const be_horizon year = {24311, 12}; /* from 2025-12 */

typedef struct answered {
    be_arena *arena;
    const be_quote *quote;
    timeline *rows;
} answered;

static answered answer(const char *key, const be_demand *demand, be_option_id id)
{
    answered a = {.arena = be_arena_create()};
    a.quote = be_quote_create(a.arena, product(key), demand, year, (be_date){0});
    assert_non_null(a.quote);
    a.rows = timeline_create(a.quote, &a.quote->options[id]);
    assert_non_null(a.rows);
    return a;
}

static void forget(answered *a)
{
    timeline_destroy(a->rows);
    be_arena_destroy(a->arena);
}

/* A month at a time, one behind the other: one row, and the bill's own months. */
static void capacity_bought_again_is_one_row(void **state)
{
    const be_demand demand = {.volume = 3500000, .qps = 8};
    answered a = answer("tencent-cn/face-compare", &demand, BE_OPTION_QPS);
    (void)state;
    assert_int_equal(a.rows->count, 1);
    const timeline_row *row = &a.rows->rows[0];
    assert_int_equal(row->span_count, a.quote->options[BE_OPTION_QPS].schedule.count);
    assert_int_equal(row->bought.terms, 12);
    assert_int_equal(row->bought.count, 8);
    assert_int_equal(row->spans[0].from, 0);
    assert_int_equal(row->spans[row->span_count - 1].to, 11);
    assert_false(row->spans[row->span_count - 1].goes_on);
    assert_null(row->spans[0].lot);
    forget(&a);
}

/* What is left of all rows is what the engine says is wasted. */
static void packages_run_down_to_the_waste_of_the_bill(void **state)
{
    const be_owned owned = {.size = 1000, .left = 500, .expires = 24312};
    const be_demand demand = {.volume = 9000,
                              .growth = BE_RATIO_ONE / 20,
                              .has_free_left = true,
                              .owned = &owned,
                              .owned_count = 1};
    answered a = answer("tencent/image-style-transfer", &demand, BE_OPTION_PACKAGE);
    be_quantity unused = 0;
    int levels[BE_MONTHS_MAX + 1];
    (void)state;
    assert_true(a.rows->count > 1);
    assert_true(a.rows->rows[0].owned);
    assert_int_equal(a.rows->rows[0].spans[0].to, 1);
    for (size_t i = 0; i < a.rows->count; i++)
        unused += a.rows->rows[i].unused;
    assert_int_equal(unused, a.quote->options[BE_OPTION_PACKAGE].bill.waste_units);
    assert_true(timeline_levels(&a.rows->rows[0].spans[0], 1000, levels));
    assert_int_equal(levels[0], 500); /* half of it was used before the plan */
    assert_int_equal(levels[1], 0);
    forget(&a);
}

static void nothing_bought_has_no_rows(void **state)
{
    const be_demand demand = {.volume = 9000, .postpaid = true};
    answered a = answer("tencent/image-style-transfer", &demand, BE_OPTION_PAYG);
    (void)state;
    assert_int_equal(a.rows->count, 0);
    forget(&a);
}

static void the_user_s_own_purchases_have_rows(void **state)
{
    const be_purchase pinned[] = {{BE_BUY_CAPACITY, 0, 0, 2, 40},
                                  {BE_BUY_PACKAGE, 0, 11, 1, 1},
                                  {BE_BUY_PACKAGE, 0, 12, 1, 1},
                                  {BE_BUY_CAPACITY, 0, 11, 2, 99},
                                  {BE_BUY_CAPACITY, 99, 0, 2, 1}};
    const be_demand demand = {.volume = 100, .pinned = pinned, .pinned_count = 5};
    answered a = answer("tencent/image-style-transfer", &demand, BE_OPTION_OWN);
    (void)state;
    assert_int_equal(a.rows->count, 2); /* what the bill takes no notice of has none */
    const timeline_row *row = &a.rows->rows[0];
    assert_int_equal(row->span_count, 2);
    assert_int_equal(row->spans[0].to, 1); /* 31 days, and 9 of the next month */
    assert_true(row->spans[1].goes_on);
    assert_true(a.rows->rows[1].spans[0].goes_on);
    forget(&a);
}

static void shares_are_rounded_up(void **state)
{
    const be_amount three = be_amount_of(3);
    (void)state;
    assert_int_equal(timeline_share(three, three, 1000), 1000);
    assert_int_equal(timeline_share(be_amount_of(1), three, 1000), 334);
    assert_int_equal(timeline_share(be_amount_of(2), be_amount_of(4), 1000), 500);
    assert_int_equal(timeline_share(be_amount_divide(three, 1000000000), three, 1000), 1);
    assert_int_equal(timeline_share(be_amount_zero(), three, 1000), 0);
    assert_int_equal(timeline_share(three, be_amount_zero(), 1000), 0);
    assert_int_equal(timeline_share(be_amount_missing(BE_AMOUNT_QUOTE), three, 1000), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(capacity_bought_again_is_one_row),
        cmocka_unit_test(packages_run_down_to_the_waste_of_the_bill),
        cmocka_unit_test(nothing_bought_has_no_rows),
        cmocka_unit_test(the_user_s_own_purchases_have_rows),
        cmocka_unit_test(shares_are_rounded_up),
    };
    return cmocka_run_group_tests(tests, load_prices, drop_prices);
}
