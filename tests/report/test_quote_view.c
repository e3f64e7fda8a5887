/* The readings of a quote that reports share. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "report/quote_view.h"

static const be_purchase purchases[] = {
    {.kind = BE_BUY_CAPACITY, .item = 1, .month = 0, .count = 8, .terms = 1},
    {.kind = BE_BUY_PACKAGE, .item = 0, .month = 0, .count = 2, .terms = 1},
    {.kind = BE_BUY_CAPACITY, .item = 1, .month = 1, .count = 8, .terms = 3},
    {.kind = BE_BUY_PACKAGE, .item = 0, .month = 4, .count = 1, .terms = 1},
    {.kind = BE_BUY_CAPACITY, .item = 1, .month = 5, .count = 9, .terms = 1},
};

static const be_schedule schedule = {purchases, sizeof purchases / sizeof *purchases, true};

static void shopping_adds_up_what_is_alike(void **state)
{
    (void)state;
    be_purchase out[4];
    assert_int_equal(quote_view_shopping(&schedule, out, 4), 3);
    assert_int_equal(out[0].count, 8);
    assert_int_equal(out[0].terms, 4);
    assert_int_equal(out[1].count, 3);
    assert_int_equal(out[2].count, 9);
    assert_int_equal(out[2].month, 0);
}

static void shopping_counts_beyond_its_room(void **state)
{
    (void)state;
    be_purchase out[1];
    assert_int_equal(quote_view_shopping(&schedule, out, 1), 3);
    assert_int_equal(out[0].terms, 4);
}

static void own_plan_is_shown_when_there_is_one(void **state)
{
    (void)state;
    const be_option *shown[BE_OPTION_COUNT];
    be_quote quote = {.has_recommended = false};
    be_demand demand = {0};
    const compare_answer what = {&quote, &demand, false};
    assert_int_equal(quote_view_options(&what, shown), 4);
    demand.pinned_count = 1;
    assert_int_equal(quote_view_options(&what, shown), 5);
    assert_ptr_equal(shown[4], &quote.options[BE_OPTION_OWN]);
}

static void required_qps_is_the_busiest_months(void **state)
{
    (void)state;
    be_quote quote = {.usage = {.horizon = {.start = 0, .months = 3}}};
    quote.usage.month[0].qps_peak = 2;
    quote.usage.month[1].qps_peak = 8;
    quote.usage.month[2].qps_peak = 5;
    assert_int_equal(quote_view_required_qps(&quote), 8);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shopping_adds_up_what_is_alike),
        cmocka_unit_test(shopping_counts_beyond_its_room),
        cmocka_unit_test(own_plan_is_shown_when_there_is_one),
        cmocka_unit_test(required_qps_is_the_busiest_months),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
