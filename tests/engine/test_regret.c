/* Regret: what a decision for the expected volume costs when it turns out otherwise. */
#include "engine_test.h"
#include "fixtures.h"

/* 1,000 units for 75 or 10,000 for 550, or 0.08 each. */
static const be_regret *regret_of(be_arena *arena, product_box *box, be_demand *demand)
{
    const be_product *product = fixture_style_transfer(box);
    demand->postpaid = demand->has_free_left = true;
    const be_quote *quote = quote_of(arena, product, demand, horizon_of(2026, 12, 1));
    return be_regret_create(arena, quote, demand);
}

/*
 * 8,000 expected: one package of 10,000 for 550 against 640 by the unit. At 2,000 the package is a
 * waste: 160 by the unit, 150 in two small packages. At 9,000 it still serves all.
 */
static void purchases_stay_as_they_were_decided(void **state)
{
    product_box box;
    be_demand demand = {.volume = 8000, .low = 2000, .high = 9000};
    const be_regret *r = regret_of(*state, &box, &demand);
    const be_regret_row *payg = &r->rows[BE_OPTION_PAYG], *package = &r->rows[BE_OPTION_PACKAGE];
    assert_int_equal(r->volume[BE_CASE_LOW], 2000);
    assert_amount(payg->total[BE_CASE_LOW], "160");
    assert_amount(payg->total[BE_CASE_EXPECTED], "640");
    assert_amount(payg->total[BE_CASE_HIGH], "720");
    assert_amount(package->total[BE_CASE_LOW], "550");
    assert_amount(package->total[BE_CASE_HIGH], "550");
    assert_amount(r->hindsight[BE_CASE_LOW], "150");
    assert_int_equal(r->hindsight_by[BE_CASE_LOW], BE_OPTION_PACKAGE);
    assert_amount(package->regret[BE_CASE_LOW], "400");
    assert_amount(package->regret[BE_CASE_EXPECTED], "0");
    assert_amount(package->worst, "400");
    assert_amount(payg->regret[BE_CASE_HIGH], "170");
    assert_amount(payg->worst, "170");
    /* The plan for the low volume, 150, 630 and 710, is rued by 160 at most. */
    assert_true(r->has_least);
    assert_true(r->least_is_case);
    assert_int_equal(r->least_case, BE_CASE_LOW);
    assert_amount(r->cases->cases[BE_CASE_LOW].worst, "160");
    assert_int_equal(be_amount_compare(r->rows[BE_OPTION_BEST].worst, package->worst), 0);
}

/* What cannot serve the high volume has no regret to compare: it is no choice at all. */
static void a_decision_that_fails_in_a_case_is_not_the_safe_one(void **state)
{
    product_box box;
    be_demand demand = {.volume = 8000, .low = 8000, .high = 20000};
    const be_product *product = fixture_style_transfer(&box);
    demand.has_free_left = true; /* and postpaid off */
    const be_quote *quote = quote_of(*state, product, &demand, horizon_of(2026, 12, 1));
    const be_regret *r = be_regret_create(*state, quote, &demand);
    const be_regret_row *package = &r->rows[BE_OPTION_PACKAGE];
    assert_true(package->feasible[BE_CASE_EXPECTED]);
    assert_false(package->feasible[BE_CASE_HIGH]);
    assert_false(package->has_worst);
    assert_false(be_amount_is_known(package->regret[BE_CASE_HIGH]));
    assert_true(r->has_least); /* but the plan for the high volume is one */
    assert_true(r->least_is_case);
    assert_int_equal(r->least_case, BE_CASE_HIGH);
}

static void what_is_not_sold_has_no_row(void **state)
{
    product_box box;
    const be_demand demand = {.volume = 100, .low = 50, .high = 200};
    const be_quote *quote =
        quote_of(*state, fixture_flat(&box, "0.5"), &demand, horizon_of(2026, 12, 3));
    const be_regret *r = be_regret_create(*state, quote, &demand);
    assert_false(r->rows[BE_OPTION_PACKAGE].offered);
    assert_false(r->rows[BE_OPTION_OWN].offered);
    assert_int_equal(r->least, BE_OPTION_PAYG);
    assert_amount(r->rows[BE_OPTION_PAYG].worst, "0");
    assert_string_equal(be_volume_case_name(BE_CASE_LOW), "low");
    assert_string_equal(be_volume_case_name(BE_CASE_EXPECTED), "expected");
    assert_string_equal(be_volume_case_name(BE_CASE_HIGH), "high");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(purchases_stay_as_they_were_decided, open_arena,
                                        close_arena),
        cmocka_unit_test_setup_teardown(a_decision_that_fails_in_a_case_is_not_the_safe_one,
                                        open_arena, close_arena),
        cmocka_unit_test_setup_teardown(what_is_not_sold_has_no_row, open_arena, close_arena),
    };
    return cmocka_run_group_tests_name("regret", tests, NULL, NULL);
}
