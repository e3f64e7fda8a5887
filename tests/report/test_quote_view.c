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
    {.kind = BE_BUY_CAPACITY, .item = 1, .month = 2, .count = 8, .terms = 1},
    {.kind = BE_BUY_PACKAGE, .item = 0, .month = 4, .count = 1, .terms = 1},
    {.kind = BE_BUY_CAPACITY, .item = 1, .month = 5, .count = 9, .terms = 1},
};

static const be_schedule schedule = {purchases, sizeof purchases / sizeof *purchases, true};

static void shopping_adds_up_what_is_alike(void **state)
{
    (void)state;
    shopping_item out[4];
    assert_int_equal(quote_view_shopping(&schedule, out, 4), 4);
    assert_int_equal(out[0].buy.count, 8);
    assert_int_equal(out[0].buy.terms, 1); /* as it is ordered */
    assert_int_equal(out[0].times, 2);
    assert_int_equal(out[1].buy.count, 3);
    assert_int_equal(out[1].times, 1);
    assert_int_equal(out[2].buy.terms, 3);
    assert_int_equal(out[3].buy.count, 9);
    assert_int_equal(out[3].buy.month, 0);
}

static void shopping_counts_beyond_its_room(void **state)
{
    (void)state;
    shopping_item out[1];
    assert_int_equal(quote_view_shopping(&schedule, out, 1), 4);
    assert_int_equal(out[0].times, 2);
}

static void own_plan_is_shown_when_there_is_one(void **state)
{
    (void)state;
    const be_option *shown[BE_OPTION_COUNT];
    be_quote quote = {.has_recommended = false};
    be_demand demand = {0};
    const compare_answer what = {.quote = &quote, .demand = &demand};
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

/* -- money -- */

static void spending_has_the_tax_in_it(void **state)
{
    (void)state;
    be_quote quote = {.has_recommended = false};
    assert_false(be_amount_is_known(quote_view_spent(&quote)));
    quote.has_recommended = true;
    quote.recommended = BE_OPTION_BEST;
    quote.options[BE_OPTION_BEST].bill.total = be_amount_of(100);
    quote.options[BE_OPTION_BEST].bill.tax = be_amount_of(6);
    assert_int_equal(be_amount_compare(quote_view_spent(&quote), be_amount_of(106)), 0);
    be_portfolio_option sum = {.total = be_amount_of(5), .tax = be_amount_of(1)};
    assert_false(be_amount_is_known(quote_view_spent_on_all(&sum)));
    sum.eligible = true;
    assert_int_equal(be_amount_compare(quote_view_spent_on_all(&sum), be_amount_of(6)), 0);
}

static void a_budget_is_kept_or_not(void **state)
{
    (void)state;
    budget_answer budget = {.given = false, .spent = be_amount_of(5)};
    assert_false(quote_view_over_budget(&budget));
    budget.given = true;
    assert_true(quote_view_over_budget(&budget));
    budget.amount = be_amount_of(5);
    assert_false(quote_view_over_budget(&budget));
    budget.spent = be_amount_missing(BE_AMOUNT_UNPUBLISHED);
    assert_true(quote_view_over_budget(&budget));
}

static void discounts_are_found_among_the_lines(void **state)
{
    (void)state;
    const be_line lines[] = {
        {.what = {.id = BE_MSG_WHAT_PAYG_ALL}, .amount = be_amount_of(100)},
        {.what = {.id = BE_MSG_WHAT_DISCOUNT_USAGE}, .amount = be_amount_of(-10)},
        {.what = {.id = BE_MSG_WHAT_DISCOUNT_PURCHASES}, .amount = be_amount_of(-3)},
    };
    const be_bill bill = {.lines = lines, .line_count = sizeof lines / sizeof *lines};
    assert_int_equal(be_amount_compare(quote_view_discount(&bill), be_amount_of(-13)), 0);
    assert_true(be_amount_is_zero(quote_view_discount(&(be_bill){.line_count = 0})));
}

static void a_total_may_not_be_the_wholes(void **state)
{
    (void)state;
    const be_message unsaid = {.id = BE_MSG_NEEDS_PER_REQUEST};
    be_bill bill = {.reason_count = 0};
    assert_null(quote_view_lack(&bill));
    bill.reasons = &unsaid;
    bill.reason_count = 1;
    assert_string_equal(quote_view_lack(&bill), "incomplete");
    bill.units.unserved = 1;
    assert_string_equal(quote_view_lack(&bill), "unserved");
}

static void a_product_planned_twice_is_found(void **state)
{
    (void)state;
    const be_product product = {.name = "OCR"};
    be_portfolio sums[2] = {{.twice = NULL}, {.twice = NULL}};
    const quote_answer what = {.portfolios = sums, .portfolio_count = 2};
    be_message message;
    assert_false(quote_view_planned_twice(&what, &message));
    sums[1].twice = &product;
    assert_true(quote_view_planned_twice(&what, &message));
    assert_int_equal(message.id, BE_MSG_PLANNED_TWICE);
    assert_string_equal(message.args[0].as.text, "OCR");
}

static void a_proof_is_as_good_as_its_bound(void **state)
{
    (void)state;
    be_quote quote = {.has_recommended = true, .recommended = BE_OPTION_BEST};
    be_option *best = &quote.options[BE_OPTION_BEST];
    best->bill.total = be_amount_of(100);
    quote.bound = be_amount_of(99);
    assert_string_equal(quote_view_proof(&quote), "bound");
    quote.bound = be_amount_zero();
    assert_string_equal(quote_view_proof(&quote), "none");
    quote.bound = be_amount_missing(BE_AMOUNT_UNPUBLISHED);
    assert_string_equal(quote_view_proof(&quote), "none");
    best->schedule.proven = true;
    assert_string_equal(quote_view_proof(&quote), "optimal");
}

static void what_has_no_price_is_seen(void **state)
{
    (void)state;
    be_package package = {.id = "1k", .size = 1000, .price = be_amount_of(5)};
    const be_band band = {.up_to = BE_UNBOUNDED, .price = be_amount_missing(BE_AMOUNT_QUOTE)};
    const be_capacity_price price = {.tariff = {.bands = &band, .band_count = 1}};
    be_product product = {.packages = &package, .package_count = 1};
    assert_false(quote_view_has_unpriced(&product));
    product.capacity = (be_capacity){.offered = true, .prices = &price, .price_count = 1};
    assert_true(quote_view_has_unpriced(&product));
    product.capacity.offered = false;
    package.price = be_amount_missing(BE_AMOUNT_UNPUBLISHED);
    assert_true(quote_view_has_unpriced(&product));
}

static void what_is_bought_month_after_month_is_one_run(void **state)
{
    (void)state;
    const be_purchase qps = purchases[0], package = purchases[1];
    be_purchase list[] = {qps, package, qps, package, qps, package, package};
    const be_schedule plan = {list, sizeof list / sizeof *list, true};
    list[2].month = list[3].month = 1;
    list[4].month = 3; /* after a gap */
    list[5].month = list[6].month = 5;
    const size_t runs[] = {2, 2, 0, 0, 1, 1, 1}; /* those of one month twice stay apart */
    for (size_t i = 0; i < plan.count; i++)
        assert_int_equal(quote_view_run(&plan, i), runs[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shopping_adds_up_what_is_alike),
        cmocka_unit_test(shopping_counts_beyond_its_room),
        cmocka_unit_test(own_plan_is_shown_when_there_is_one),
        cmocka_unit_test(required_qps_is_the_busiest_months),
        cmocka_unit_test(spending_has_the_tax_in_it),
        cmocka_unit_test(a_budget_is_kept_or_not),
        cmocka_unit_test(discounts_are_found_among_the_lines),
        cmocka_unit_test(a_total_may_not_be_the_wholes),
        cmocka_unit_test(a_product_planned_twice_is_found),
        cmocka_unit_test(a_proof_is_as_good_as_its_bound),
        cmocka_unit_test(what_has_no_price_is_seen),
        cmocka_unit_test(what_is_bought_month_after_month_is_one_run),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
