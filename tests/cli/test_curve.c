/* Break-even volumes, held against comparisons at their ends. */
#include "cli_test.h"

#include <stdlib.h>
#include <string.h>

#define STYLE "tencent/image-style-transfer"
#define FEES  "--postpaid", "on", "--free-left", "0"

static void assert_span(const json_t *curve, size_t i, const char *from, const char *to,
                        const char *option)
{
    const json_t *span = json_array_get(json_object_get(curve, "cheapest"), i);
    assert_non_null(span);
    assert_string_equal(cli_text(span, "from"), from);
    assert_string_equal(cli_text(span, "to"), to);
    assert_string_equal(cli_text(span, "option"), option);
    assert_true(json_is_true(json_object_get(span, "proven")));
}

static double total_of(const json_t *answer, const char *option)
{
    return strtod(cli_text(cli_option(answer, option), "total"), NULL);
}

/* Which column the comparison at a volume has as the cheapest; what mixes them may cost less. */
static void assert_recommended(const char *volume, const char *option)
{
    static const char *const columns[] = {"payg", "package", "qps"};
    json_t *answer = CLI_JSON(0, "compare", "tencent-cn/face-compare", "--volume", volume,
                              "--concurrency", "4", "--response-time", "500ms");
    double total = total_of(answer, option);
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++)
        assert_true(strcmp(columns[i], option) == 0 || total_of(answer, columns[i]) >= total);
    assert_true(total_of(answer, "best") <= total);
    json_decref(answer);
}

static void ends_are_where_the_comparison_changes(void **state)
{
    (void)state;
    json_t *curve = CLI_JSON(0, "curve", "tencent-cn/face-compare", "--from", "705,000", "--to",
                             "1M", "--concurrency", "4", "--response-time", "500ms");
    assert_span(curve, 0, "705000", "705625", "payg");
    assert_span(curve, 1, "705626", "710000", "package");
    assert_span(curve, 2, "710001", "1000000", "qps");
    assert_int_equal(json_array_size(json_object_get(curve, "cheapest")), 3);
    json_decref(curve);
    assert_recommended("705,625", "payg");
    assert_recommended("705,626", "package");
    assert_recommended("710,000", "package");
    assert_recommended("710,001", "qps");
}

static void points_are_exact_totals(void **state)
{
    (void)state;
    json_t *curve = CLI_JSON(0, "curve", "tencent/image-style-transfer", "--to", "10000",
                             "--points", "3", "--postpaid", "on", "--free-left", "0");
    const json_t *points = json_object_get(curve, "points");
    assert_int_equal(json_array_size(points), 3);
    const json_t *middle = json_array_get(points, 1);
    assert_string_equal(cli_text(middle, "volume"), "5000");
    assert_string_equal(cli_text(middle, "payg"), "400");
    assert_string_equal(cli_text(middle, "package"), "375");
    assert_string_equal(cli_text(middle, "best"), "375");
    json_decref(curve);
}

static void reads_as_a_table(void **state)
{
    (void)state;
    run_result r = CLI("curve", "tencent-cn/face-compare", "--to", "1M", "--concurrency", "4",
                       "--response-time", "500ms");
    assert_int_equal(r.status, 0);
    cli_assert_contains(r.out, "710,001  1,000,000  Prepaid QPS");
    cli_assert_says(r.out, "13 spans in which the way before costs at most 1% more than the "
                           "cheapest are left out");
    cli_assert_says(r.out, "Proven: at every volume of a span no other single way to buy is "
                           "cheaper by more than 1%.");
    cli_assert_contains(r.out, "What each costs");
    run_result_free(&r);
    json_t *curve = CLI_JSON(0, "curve", "tencent-cn/face-compare", "--to", "1M", "--concurrency",
                             "4", "--response-time", "500ms");
    assert_int_equal(json_array_size(json_object_get(curve, "cheapest")), 15);
    json_decref(curve);
    r = CLI("curve", "tencent/image-style-transfer", "--to", "5k", "--postpaid", "on");
    cli_assert_contains(r.out, "Exact: at every volume of a span");
    run_result_free(&r);
    r = CLI("curve", STYLE, "--to", "2,600", "--points", "3", FEES);
    cli_assert_contains(r.out, "★ $99.00");
    cli_assert_says(r.out, "★ mixes the ways to buy, for less than any single one");
    run_result_free(&r);
    r = CLI("curve", STYLE, "--to", "200", FEES);
    assert_null(strstr(r.out, "★"));
    run_result_free(&r);
}

static void points_tell_what_the_best_plan_is(void **state)
{
    (void)state;
    json_t *curve = CLI_JSON(0, "curve", STYLE, "--to", "2,600", "--points", "3", FEES);
    const json_t *points = json_object_get(curve, "points");
    const json_t *first = json_array_get(points, 0), *middle = json_array_get(points, 1);
    assert_string_equal(cli_text(first, "best_option"), "payg");
    assert_string_equal(cli_text(middle, "payg"), "104");
    assert_string_equal(cli_text(middle, "package"), "150");
    assert_string_equal(cli_text(middle, "best"), "99");
    assert_string_equal(cli_text(middle, "best_option"), "best");
    assert_true(json_is_true(json_object_get(middle, "proven")));
    json_decref(curve);
    run_result r = CLI("curve", STYLE, "--to", "2,600", "--points", "3", FEES, "--format", "csv");
    cli_assert_contains(r.out, "volume,payg,package,qps,best,cheapest,best_option,proven\r\n");
    cli_assert_contains(r.out, "1300,104,150,104,99,payg,best,true\r\n");
    run_result_free(&r);
}

static void refuses_a_range_that_is_none(void **state)
{
    (void)state;
    CLI_REFUSES(2, "--to: the largest volume is missing", "curve", "alibaba/aitryon");
    CLI_REFUSES(2, "--to: must not be below --from", "curve", "alibaba/aitryon", "--from", "9",
                "--to", "8");
    CLI_REFUSES(2, "--points: at most 1000", "curve", "alibaba/aitryon", "--to", "8", "--points",
                "1001");
    CLI_REFUSES(1, "did you mean \"alibaba/aitryon\"?", "curve", "alibaba/aitrion", "--to", "8");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ends_are_where_the_comparison_changes),
        cmocka_unit_test(points_are_exact_totals),
        cmocka_unit_test(reads_as_a_table),
        cmocka_unit_test(points_tell_what_the_best_plan_is),
        cmocka_unit_test(refuses_a_range_that_is_none),
    };
    return cmocka_run_group_tests_name("cli curve", tests, NULL, NULL);
}
