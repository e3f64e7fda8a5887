/* Bills against the unit-by-unit oracle, and what holds for every bill. */
#include "engine_test.h"
#include "random_product.h"

enum { CASES = 20000 };

static void expect_month(unsigned n, int t, const be_bill_month *actual,
                         const plain_month *expected)
{
    static const be_layer layers[PLAIN_LAYERS] = {[PLAIN_FREE] = BE_LAYER_FREE,
                                                  [PLAIN_QPS] = BE_LAYER_QPS,
                                                  [PLAIN_PACKAGE] = BE_LAYER_PACKAGE,
                                                  [PLAIN_PAYG] = BE_LAYER_PAYG};
    for (int i = 0; i < PLAIN_LAYERS; i++) {
        if (actual->units.layer[layers[i]] != expected->layer[i])
            fail_msg("case %u, month %d: layer %s", n, t, be_layer_name(layers[i]));
    }
    if (actual->units.unserved != expected->unserved)
        fail_msg("case %u, month %d: unserved", n, t);
    if (actual->package_left != expected->package_left)
        fail_msg("case %u, month %d: %d left in packages, not %d", n, t, expected->package_left,
                 (int)actual->package_left);
    if (be_amount_compare(actual->purchases, amount_of_millionths(expected->purchases)) != 0)
        fail_msg("case %u, month %d: purchases", n, t);
    if (be_amount_compare(actual->usage, amount_of_millionths(expected->usage)) != 0)
        fail_msg("case %u, month %d: usage", n, t);
}

static void every_bill_is_what_its_units_come_to(void **state)
{
    be_arena *arena = *state;
    random_source run = random_start("bill against oracle");
    for (unsigned n = 0; n < CASES; n++) {
        random_source r = random_case(&run, n);
        plain_plan plain = random_plan(&r);
        engine_plan plan;
        engine_plan_fill(&plan, &plain);
        plain_bill expected = plain_simulate(&plain);
        be_arena_reset(arena);
        const be_bill *bill = bill_of(arena, &plan.box.product, &plan.demand, plan.horizon,
                                      plan.purchases, plan.purchase_count);
        for (int t = 0; t < plain.months; t++)
            expect_month(n, t, &bill->month[t], &expected.month[t]);
        if (be_amount_compare(bill->total, amount_of_millionths(expected.total)) != 0)
            fail_msg("case %u: total", n);
        if (bill->waste_units != expected.waste)
            fail_msg("case %u: waste", n);
        if (be_amount_compare(bill->waste_amount, amount_of_millionths(expected.waste_worth)) != 0)
            fail_msg("case %u: worth of the waste", n);
    }
}

static void expect_conservation(unsigned n, const be_units *units)
{
    be_quantity served = units->unserved;
    for (int layer = 0; layer < BE_LAYER_COUNT; layer++)
        served += units->layer[layer];
    if (served != units->demand)
        fail_msg("case %u: units are lost or made up", n);
}

static void expect_lines_add_up(unsigned n, const be_bill *bill)
{
    be_amount sum = be_amount_zero(), months = be_amount_zero();
    for (size_t i = 0; i < bill->line_count; i++) {
        const be_line *line = &bill->lines[i];
        sum = be_amount_add(sum, line->amount);
        be_amount product = be_amount_times(line->price, line->quantity);
        if (be_amount_compare(be_amount_divide(product, line->per), line->amount) != 0)
            fail_msg("case %u: line %zu is not quantity times price", n, i);
    }
    for (int t = 0; t < bill->horizon.months; t++) {
        const be_bill_month *month = &bill->month[t];
        months = be_amount_add(months, month->total);
        assert_int_equal(
            be_amount_compare(month->total, be_amount_add(month->purchases, month->usage)), 0);
    }
    if (be_amount_compare(sum, bill->total) != 0 || be_amount_compare(months, bill->total) != 0)
        fail_msg("case %u: lines or months do not add up", n);
}

static void units_are_conserved_and_lines_add_up(void **state)
{
    be_arena *arena = *state;
    random_source run = random_start("conservation");
    for (unsigned n = 0; n < CASES; n++) {
        random_source r = random_case(&run, n);
        plain_plan plain = random_plan(&r);
        engine_plan plan;
        engine_plan_fill(&plan, &plain);
        be_arena_reset(arena);
        const be_bill *bill = bill_of(arena, &plan.box.product, &plan.demand, plan.horizon,
                                      plan.purchases, plan.purchase_count);
        expect_conservation(n, &bill->units);
        for (int t = 0; t < plain.months; t++)
            expect_conservation(n, &bill->month[t].units);
        expect_lines_add_up(n, bill);
    }
}

static void totals_alone_are_those_with_lines(void **state)
{
    be_arena *arena = *state;
    random_source run = random_start("totals alone");
    for (unsigned n = 0; n < CASES / 4; n++) {
        random_source r = random_case(&run, n);
        plain_plan plain = random_plan(&r);
        engine_plan plan;
        engine_plan_fill(&plan, &plain);
        be_arena_reset(arena);
        const be_bill *bill = bill_of(arena, &plan.box.product, &plan.demand, plan.horizon,
                                      plan.purchases, plan.purchase_count);
        be_usage usage;
        be_bill totals;
        be_usage_resolve(&plan.demand, plan.horizon, &usage);
        assert_true(be_bill_compute(arena, &plan.box.product, &plan.demand, &usage, plan.purchases,
                                    plan.purchase_count, BE_BILL_TOTALS, &totals));
        assert_int_equal(be_amount_compare(totals.total, bill->total), 0);
        assert_int_equal(totals.feasible, bill->feasible);
        assert_int_equal(totals.line_count + totals.reason_count + totals.warning_count, 0);
    }
}

static void double_the_prices(engine_plan *plan)
{
    for (size_t i = 0; i < COUNT_OF(plan->box.bands); i++) {
        be_band *band = &plan->box.bands[i];
        band->price = be_amount_times(band->price, 2);
        band->flat = be_amount_times(band->flat, 2);
    }
    for (size_t i = 0; i < PLAIN_PACKAGES; i++)
        plan->box.packages[i].price = be_amount_times(plan->box.packages[i].price, 2);
    plan->box.price_bands[0][0].price = be_amount_times(plan->box.price_bands[0][0].price, 2);
    be_tariff *tariff = &plan->box.product.payg.tariff;
    tariff->minimum = be_amount_times(tariff->minimum, 2);
}

static void doubled_prices_double_the_total(void **state)
{
    be_arena *arena = *state;
    random_source run = random_start("doubled prices");
    for (unsigned n = 0; n < CASES / 4; n++) {
        random_source r = random_case(&run, n);
        plain_plan plain = random_plan(&r);
        engine_plan plan;
        engine_plan_fill(&plan, &plain);
        be_arena_reset(arena);
        be_amount once = bill_of(arena, &plan.box.product, &plan.demand, plan.horizon,
                                 plan.purchases, plan.purchase_count)
                             ->total;
        double_the_prices(&plan);
        be_amount twice = bill_of(arena, &plan.box.product, &plan.demand, plan.horizon,
                                  plan.purchases, plan.purchase_count)
                              ->total;
        assert_int_equal(be_amount_compare(be_amount_times(once, 2), twice), 0);
    }
}

/* With nothing carried over a plan is the sum of its months. */
static void a_plan_splits_where_nothing_is_owned(void **state)
{
    be_arena *arena = *state;
    random_source run = random_start("split plans");
    for (unsigned n = 0; n < CASES / 4; n++) {
        random_source r = random_case(&run, n);
        plain_plan plain = random_plan(&r);
        plain.purchase_count = plain.owned_count = 0;
        plain.free_monthly = true;
        plain.free_days = 0;
        engine_plan plan;
        engine_plan_fill(&plan, &plain);
        be_arena_reset(arena);
        const be_bill *whole =
            bill_of(arena, &plan.box.product, &plan.demand, plan.horizon, NULL, 0);
        be_amount sum = be_amount_zero();
        for (int t = 0; t < plain.months; t++) {
            be_demand month = plan.demand;
            month.volumes += t;
            month.volume_count = 1;
            const be_horizon one = {plan.horizon.start + t, 1};
            sum =
                be_amount_add(sum, bill_of(arena, &plan.box.product, &month, one, NULL, 0)->total);
        }
        assert_int_equal(be_amount_compare(whole->total, sum), 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(every_bill_is_what_its_units_come_to, open_arena,
                                        close_arena),
        cmocka_unit_test_setup_teardown(units_are_conserved_and_lines_add_up, open_arena,
                                        close_arena),
        cmocka_unit_test_setup_teardown(totals_alone_are_those_with_lines, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(doubled_prices_double_the_total, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(a_plan_splits_where_nothing_is_owned, open_arena,
                                        close_arena),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
