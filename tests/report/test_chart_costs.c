/* Charts of costs: round ticks, and what is drawn of which figures. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <breakeven/breakeven.h>

#include "report/chart_axis.h"
#include "report/chart_costs.h"

static const be_provider provider = {.id = "acme", .name = "Acme"};
static const be_product product = {
    .provider = &provider, .key = "acme/a", .name = "A", .currency = "USD"};

static page *new_page(void)
{
    page *p = page_create();
    assert_non_null(p);
    return p;
}

static const char *digits(page *p, page_value value, page_value step, const void *context)
{
    (void)step;
    (void)context;
    return page_printf(p, "%lld", (long long)value);
}

static const chart_axis_kind counts = {1, 5, digits, NULL};

static void ticks_are_round_and_few(void **state)
{
    (void)state;
    page *p = new_page();
    page_axis axis = chart_axis(p, "n", 7, 103, &counts);
    assert_int_equal(axis.tick_count, 5);
    assert_string_equal(axis.ticks[0].text, "20");
    assert_string_equal(axis.ticks[4].text, "100");
    assert_true(axis.from == 7 && axis.to == 103);
    axis = chart_axis_up_to(p, "n", 101, &counts);
    assert_true(axis.to == 150 && axis.tick_count == 4);
    axis = chart_axis_up_to(p, "n", 0, &counts);
    assert_true(axis.to == 1);
    for (page_value most = 1; most < 3000; most++) {
        axis = chart_axis_up_to(p, "n", most, &counts);
        assert_true(axis.to >= most && axis.tick_count >= 2 && axis.tick_count <= 6);
        assert_true(axis.ticks[0].at == 0 && axis.ticks[axis.tick_count - 1].at == axis.to);
    }
    assert_false(page_failed(p));
    page_destroy(p);
}

/* The chart that a page begins with, or NULL. */
/* One without series where the page does not begin with a chart. */
static const page_chart *chart_of(const page *p)
{
    static const page_chart none = {.series_count = 0};
    const page_block *block = page_blocks(p);
    return block == NULL || block->chart == NULL ? &none : block->chart;
}

enum { POINTS = 5 };

static be_curve_point points[POINTS];

/* Packages cost half of paying as you go and cannot be had at first; QPS cost `qps`. */
static be_curve sample_curve(int64_t qps)
{
    for (int i = 0; i < POINTS; i++) {
        be_amount payg = be_amount_of(200 * i), package = be_amount_of(100 * i);
        points[i] = (be_curve_point){.volume = 1000 * i, .has_best = true};
        points[i].total[BE_OPTION_PAYG] = payg;
        points[i].total[BE_OPTION_PACKAGE] =
            i == 0 ? be_amount_missing(BE_AMOUNT_UNPUBLISHED) : package;
        points[i].total[BE_OPTION_QPS] =
            qps == 0 ? be_amount_missing(BE_AMOUNT_UNPUBLISHED) : be_amount_of(qps);
        points[i].total[BE_OPTION_BEST] = package;
    }
    return (be_curve){.to = 1000 * (POINTS - 1), .points = points, .point_count = POINTS};
}

static void ways_that_are_not_sold_are_left_out(void **state)
{
    (void)state;
    page *p = new_page();
    be_curve curve = sample_curve(0);
    chart_volumes(p, &product, &curve, 2000);
    const page_chart *chart = chart_of(p);
    assert_non_null(chart);
    assert_int_equal(chart->series_count, 3);
    assert_true(chart->series[1].points[0].missing);
    assert_false(chart->series[1].points[1].missing);
    assert_true(chart->series[0].points[4].y == be_amount_of(800).scaled);
    assert_int_equal(chart->series[2].kind, PAGE_SERIES_BAND);
    assert_true(chart->y.to == be_amount_of(800).scaled);
    assert_string_equal(chart->y.ticks[chart->y.tick_count - 1].text, "$800");
    assert_string_equal(chart->x.ticks[1].text, "1k");
    assert_string_equal(chart->mark_name, "planned");
    assert_true(chart->mark_at == 2000);
    assert_null(page_blocks(p)->next);
    page_destroy(p);
}

static void what_dwarfs_the_best_plan_is_told(void **state)
{
    (void)state;
    page *p = new_page();
    be_curve curve = sample_curve(1000000);
    chart_volumes(p, &product, &curve, 0);
    const page_chart *chart = chart_of(p);
    assert_non_null(chart);
    assert_int_equal(chart->series_count, 3);
    assert_null(chart->mark_name);
    assert_true(chart->y.to == be_amount_of(1200).scaled);
    const page_block *told = page_blocks(p)->next;
    assert_non_null(told);
    assert_non_null(strstr(told->text, "Costs more than the chart shows: Prepaid QPS."));
    page_destroy(p);
}

static void a_single_point_is_no_chart(void **state)
{
    (void)state;
    page *p = new_page();
    be_curve curve = sample_curve(0);
    curve.point_count = 1;
    chart_volumes(p, &product, &curve, 0);
    curve.point_count = 0;
    chart_volumes(p, &product, &curve, 0);
    assert_null(page_blocks(p));
    page_destroy(p);
}

static be_portfolio sample_portfolio(int months)
{
    be_portfolio sum = {.currency = "CNY", .horizon = {be_month_of(2026, 12), months}};
    sum.options[BE_OPTION_BEST].eligible = sum.options[BE_OPTION_PAYG].eligible = true;
    for (int t = 0; t < months; t++) {
        sum.options[BE_OPTION_BEST].month[t] = be_amount_of(t == 0 ? 30 : 0);
        sum.options[BE_OPTION_PAYG].month[t] = be_amount_of(10);
    }
    return sum;
}

static void months_have_bars_and_ticks(void **state)
{
    (void)state;
    page *p = new_page();
    be_portfolio sum = sample_portfolio(13);
    chart_months_of_all(p, &sum);
    const page_chart *chart = chart_of(p);
    assert_non_null(chart);
    assert_int_equal(chart->series_count, 2);
    assert_int_equal(chart->series[0].kind, PAGE_SERIES_BARS);
    assert_int_equal(chart->series[0].count, 13);
    assert_true(chart->series[0].points[0].y == be_amount_of(30).scaled);
    assert_int_equal(chart->x.tick_count, 5);
    assert_string_equal(chart->x.ticks[1].text, "2027-03");
    assert_string_equal(chart->y.label, "CNY a month");
    page_destroy(p);
}

static void one_month_or_no_plan_is_no_chart(void **state)
{
    (void)state;
    page *p = new_page();
    be_portfolio sum = sample_portfolio(1);
    chart_months_of_all(p, &sum);
    sum = sample_portfolio(3);
    sum.options[BE_OPTION_BEST].eligible = false;
    chart_months_of_all(p, &sum);
    assert_null(page_blocks(p));
    sum.options[BE_OPTION_BEST] = sum.options[BE_OPTION_PAYG];
    chart_months_of_all(p, &sum);
    assert_int_equal(chart_of(p)->series_count, 1); /* paying as you go is the best */
    page_destroy(p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ticks_are_round_and_few),
        cmocka_unit_test(ways_that_are_not_sold_are_left_out),
        cmocka_unit_test(what_dwarfs_the_best_plan_is_told),
        cmocka_unit_test(a_single_point_is_no_chart),
        cmocka_unit_test(months_have_bars_and_ticks),
        cmocka_unit_test(one_month_or_no_plan_is_no_chart),
    };
    return cmocka_run_group_tests_name("report/chart-costs", tests, NULL, NULL);
}
