/* Bills against the unit-by-unit oracle. */
#include "engine_plan.h"
#include "engine_test.h"
#include "property.h"
#include "random_plan.h"

enum { CASES_ALONE = 100000, CASES_TOGETHER = 20000, CASES_RATED = 20000, UNITS_MAX = 120 };

static void expect_count(unsigned n, int t, const char *what, be_quantity actual, int expected)
{
    if (actual != expected)
        fail_msg("case %u, month %d: %s is %ld, not %d", n, t, what, (long)actual, expected);
}

static void expect_month(unsigned n, int t, const be_bill_month *actual,
                         const plain_month *expected)
{
    static const be_layer layers[PLAIN_LAYERS] = {[PLAIN_FREE] = BE_LAYER_FREE,
                                                  [PLAIN_QPS] = BE_LAYER_QPS,
                                                  [PLAIN_PACKAGE] = BE_LAYER_PACKAGE,
                                                  [PLAIN_GENERAL] = BE_LAYER_GENERAL,
                                                  [PLAIN_PAYG] = BE_LAYER_PAYG};
    for (int i = 0; i < PLAIN_LAYERS; i++)
        expect_count(n, t, be_layer_name(layers[i]), actual->units.layer[layers[i]],
                     expected->layer[i]);
    expect_count(n, t, "demand", actual->units.demand, expected->demand);
    expect_count(n, t, "unserved", actual->units.unserved, expected->unserved);
    expect_count(n, t, "left in packages", actual->package_left, expected->package_left);
    expect_money(n, "a month's purchases", actual->purchases, expected->purchases);
    expect_money(n, "a month's usage", actual->usage, expected->usage);
    expect_money(n, "a month's total", actual->total, expected->purchases + expected->usage);
    expect_money(n, "a month's tax", actual->tax, expected->tax);
}

static void expect_bill(unsigned n, const be_bill *actual, const plain_bill *expected, int months)
{
    int unserved = 0;
    for (int t = 0; t < months; t++) {
        expect_month(n, t, &actual->month[t], &expected->month[t]);
        unserved += expected->month[t].unserved;
    }
    expect_money(n, "the total", actual->total, expected->total);
    expect_money(n, "the tax", actual->tax, expected->tax);
    expect_money(n, "what was prepaid", actual->purchased, expected->purchased);
    expect_money(n, "the worth of the waste", actual->waste_amount, expected->waste_worth);
    expect_count(n, months, "wasted units", actual->waste_units, expected->waste);
    expect_count(n, months, "wasted points", actual->waste_points, expected->waste_points);
    expect_count(n, months, "unserved in all", actual->units.unserved, unserved);
}

static void check_alone(be_arena *arena, random_source *r, unsigned n)
{
    plain_plan plain = random_plan(r, 1);
    engine_plan plan;
    plain_bill expected[PLAIN_ITEMS];
    engine_plan_fill(&plan, &plain);
    plain_simulate(&plain, expected);
    expect_bill(n, bill_first(arena, &plan), &expected[0], plain.months);
}

static void every_bill_is_what_its_units_come_to(void **state)
{
    try_cases(state, "bill against oracle", CASES_ALONE, check_alone);
}

static void check_together(be_arena *arena, random_source *r, unsigned n)
{
    plain_plan plain = random_plan(r, (int)random_between(r, 2, PLAIN_ITEMS));
    engine_plan plan;
    plain_bill expected[PLAIN_ITEMS];
    be_bill bills[PLAIN_ITEMS];
    engine_plan_fill(&plan, &plain);
    plain_simulate(&plain, expected);
    bill_plan(arena, &plan, bills);
    for (int i = 0; i < plain.item_count; i++)
        expect_bill(n, &bills[i], &expected[i], plain.months);
}

static void items_of_a_plan_draw_on_the_points_of_all(void **state)
{
    try_cases(state, "plans against oracle", CASES_TOGETHER, check_together);
}

static void check_rate(be_arena *arena, random_source *r, unsigned n)
{
    plain_tariff plain = random_tariff(r);
    be_band room[PLAIN_BANDS];
    const be_product product = {.payg = {.offered = true, .tariff = engine_tariff(&plain, room)}};
    int units = (int)random_between(r, 0, UNITS_MAX), days = (int)random_between(r, 28, 31);
    be_amount amount, sum = be_amount_zero();
    const be_line *lines;
    size_t count;
    assert_true(be_bill_rate(arena, &product, units, days, &amount, &lines, &count));
    for (size_t i = 0; i < count; i++)
        sum = be_amount_add(sum, lines[i].amount);
    plain_money expected = plain_month_charge(&plain, days, (plain_position){0}, units);
    expect_money(n, "the month's charge", amount, expected);
    expect_money(n, "what its lines come to", sum, expected);
}

static void a_month_is_rated_as_its_units_are(void **state)
{
    try_cases(state, "rates against oracle", CASES_RATED, check_rate);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PROPERTY(every_bill_is_what_its_units_come_to),
        PROPERTY(items_of_a_plan_draw_on_the_points_of_all),
        PROPERTY(a_month_is_rated_as_its_units_are),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
