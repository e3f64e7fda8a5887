/* Two saved plans held against each other. */
#include "cli_test.h"

#include <string.h>

static const char spring[] =
    "format = 1;  name = \"Spring\";  start = \"2026-12\";  months = 12;\n"
    "items = ( { product = \"tencent-cn/face-compare\";  volume = \"3.5M\";\n"
    "            concurrency = \"4\";  response_time = \"500ms\"; },\n"
    "          { product = \"alibaba/aitryon-refiner\";  volume = \"200\";  free_left = \"0\"; },\n"
    "          { product = \"tencent/image-style-transfer\";  volume = \"2,500\";\n"
    "            free_left = \"0\"; } );\n";

static const char summer[] =
    "format = 1;  name = \"Summer\";  start = \"2026-12\";  months = 12;\n"
    "items = ( { product = \"tencent/image-style-transfer\";  volume = \"2,500\";\n"
    "            free_left = \"0\"; },\n"
    "          { product = \"tencent-cn/face-compare\";  volume = \"3.5M\";\n"
    "            concurrency = \"4\";  response_time = \"250ms\"; },\n"
    "          { product = \"alibaba/facechain-generation\";  volume = \"100\"; free_left = \"0\"; "
    "} );\n";

/* Runs `diff a.cfg b.cfg` where those have these texts. */
static run_result diff(const char *before, const char *after, const char *format)
{
    sandbox *home = sandbox_create();
    const char *const arguments[] = {"diff", "a.cfg", "b.cfg", "--format", format, NULL};
    assert_non_null(home);
    assert_int_equal(sandbox_write(home, "a.cfg", before), 0);
    assert_int_equal(sandbox_write(home, "b.cfg", after), 0);
    run_result r = cli_run_list(arguments, &(run_options){.home = home});
    sandbox_destroy(home);
    return r;
}

static json_t *diff_json(const char *before, const char *after)
{
    run_result r = diff(before, after, "json");
    assert_int_equal(r.status, 0);
    json_t *answer = json_loads(r.out, 0, NULL);
    assert_non_null(answer);
    run_result_free(&r);
    return answer;
}

static const json_t *item(const json_t *answer, size_t i)
{
    return json_array_get(json_object_get(answer, "items"), i);
}

static void assert_cost(const json_t *of, const char *before, const char *after,
                        const char *difference)
{
    const json_t *cost = json_object_get(of, "cost");
    assert_string_equal(cli_text(cost, "before"), before);
    assert_string_equal(cli_text(cost, "after"), after);
    assert_string_equal(cli_text(cost, "difference"), difference);
}

static void tells_what_changed_and_nothing_else(void **state)
{
    (void)state;
    json_t *answer = diff_json(spring, summer);
    const json_t *name = json_array_get(json_object_get(answer, "plan"), 0);
    assert_int_equal(json_array_size(json_object_get(answer, "plan")), 1);
    assert_string_equal(cli_text(name, "before"), "Spring");
    assert_string_equal(cli_text(name, "after"), "Summer");
    assert_int_equal(json_array_size(json_object_get(answer, "items")), 3);
    assert_int_equal(json_integer_value(json_object_get(answer, "same")), 1);
    const json_t *fields = json_object_get(item(answer, 0), "fields");
    assert_string_equal(cli_text(item(answer, 0), "product"), "tencent-cn/face-compare");
    assert_string_equal(cli_text(item(answer, 0), "change"), "changed");
    assert_int_equal(json_array_size(fields), 1);
    assert_string_equal(cli_text(json_array_get(fields, 0), "key"), "response_time");
    assert_string_equal(cli_text(json_array_get(fields, 0), "before"), "500 ms");
    assert_string_equal(cli_text(json_array_get(fields, 0), "after"), "250 ms");
    assert_string_equal(cli_text(item(answer, 1), "change"), "added");
    assert_string_equal(cli_text(item(answer, 2), "change"), "removed");
    json_decref(answer);
}

/* 12 x 8 QPS at 280; then 16. 1,200 portraits at 0.18. 200 refined images at 53.75 a month. */
static void tells_what_it_costs(void **state)
{
    (void)state;
    json_t *answer = diff_json(spring, summer);
    const json_t *totals = json_object_get(answer, "totals");
    assert_cost(item(answer, 1), "0", "216", "216");
    assert_cost(item(answer, 2), "645", "0", "-645");
    assert_int_equal(json_array_size(totals), 1); /* nothing in dollars differs */
    assert_string_equal(cli_text(json_array_get(totals, 0), "currency"), "CNY");
    assert_string_equal(cli_text(json_object_get(json_array_get(totals, 0), "cost"), "before"),
                        "27525");
    json_decref(answer);
}

static void months_change_the_cost_of_every_item(void **state)
{
    (void)state;
    static const char before[] = "format = 1; start = \"2026-12\"; months = 12;\n"
                                 "items = ( { product = \"alibaba/facechain-generation\"; volume = "
                                 "\"100\"; free_left = \"0\"; } );\n";
    static const char after[] = "format = 1; start = \"2026-12\"; months = 6; tax = \"10%\";\n"
                                "items = ( { product = \"alibaba/facechain-generation\"; volume = "
                                "\"100\"; free_left = \"0\"; } );\n";
    json_t *answer = diff_json(before, after);
    assert_string_equal(cli_text(item(answer, 0), "change"), "cost");
    assert_int_equal(json_array_size(json_object_get(item(answer, 0), "fields")), 0);
    assert_cost(item(answer, 0), "216", "118.8", "-97.2"); /* tax included */
    assert_true(json_is_true(json_object_get(answer, "taxed")));
    json_decref(answer);
}

/* The nth item of a product is held against the other plan's nth. */
static void items_of_one_product_are_told_apart(void **state)
{
    (void)state;
    static const char before[] = "format = 1; start = \"2026-12\"; months = 1;\n"
                                 "items = ( { product = \"alibaba/facechain-generation\"; volume = "
                                 "\"100\"; free_left = \"0\"; },\n"
                                 "          { product = \"alibaba/facechain-generation\"; volume = "
                                 "\"200\"; free_left = \"0\"; } );\n";
    static const char after[] = "format = 1; start = \"2026-12\"; months = 1;\n"
                                "items = ( { product = \"alibaba/facechain-generation\"; volume = "
                                "\"100\"; free_left = \"0\"; },\n"
                                "          { product = \"alibaba/facechain-generation\"; volume = "
                                "\"300\"; free_left = \"0\"; },\n"
                                "          { product = \"alibaba/facechain-generation\"; volume = "
                                "\"400\"; free_left = \"0\"; } );\n";
    json_t *answer = diff_json(before, after);
    assert_int_equal(json_array_size(json_object_get(answer, "items")), 2);
    assert_string_equal(cli_text(item(answer, 0), "change"), "changed");
    assert_cost(item(answer, 0), "36", "54", "18");
    assert_string_equal(cli_text(item(answer, 1), "change"), "added");
    json_decref(answer);
}

static void alike_plans_differ_in_nothing(void **state)
{
    (void)state;
    run_result r = diff(spring, spring, "table");
    assert_int_equal(r.status, 0);
    cli_assert_contains(r.out, "Both plans say the same.");
    assert_null(strstr(r.out, "Face Comparison"));
    run_result_free(&r);
    json_t *answer = diff_json(spring, spring);
    assert_int_equal(json_integer_value(json_object_get(answer, "same")), 3);
    assert_int_equal(json_array_size(json_object_get(answer, "totals")), 0);
    assert_true(json_is_null(json_object_get(answer, "total")));
    json_decref(answer);
}

static void several_currencies_add_up_where_both_plans_give_rates(void **state)
{
    (void)state;
#define IN_CNY                                                                                     \
    "exchange = { to = \"CNY\"; date = \"2026-11-20\";"                                            \
    " rates = ( { currency = \"USD\"; rate = \"7\"; } ); };\n"
#define ITEMS(style, portraits)                                                                    \
    "format = 1; start = \"2026-12\"; months = 1;\n" IN_CNY                                        \
    "items = ( { product = \"tencent/image-style-transfer\"; volume = \"" style                    \
    "\"; free_left = \"0\"; postpaid = true; },\n"                                                 \
    "          { product = \"alibaba/facechain-generation\"; volume = \"" portraits                \
    "\"; free_left = \"0\"; } );\n"
    json_t *answer = diff_json(ITEMS("100", "100"), ITEMS("200", "200"));
    const json_t *whole = json_object_get(answer, "total");
    assert_string_equal(cli_text(whole, "currency"), "CNY");
    assert_cost(whole, "74", "148", "74"); /* 7 x 8 + 18, twice */
    json_decref(answer);
    run_result r = diff(ITEMS("100", "100"), ITEMS("200", "200"), "table");
    cli_assert_contains(r.out, "All in CNY");
    run_result_free(&r);
}

static void the_table_reads_well(void **state)
{
    (void)state;
    run_result r = diff(spring, summer, "table");
    cli_assert_contains(r.out, "a.cfg → b.cfg\n");
    cli_assert_says(r.out, "The plan Name Spring Summer");
    cli_assert_says(r.out, "Face Comparison Response time 500 ms 250 ms");
    cli_assert_says(r.out, "FaceChain Portrait Generation added");
    cli_assert_says(r.out, "−¥645.00 −100.0%");
    cli_assert_says(r.out, "1 other item is the same, and costs the same.");
    run_result_free(&r);
}

static void csv_has_a_row_for_each_difference(void **state)
{
    (void)state;
    run_result r = diff(spring, summer, "csv");
    cli_assert_contains(r.out, "kind,product,key,before,after,difference,currency\r\n");
    cli_assert_contains(r.out, "changed,tencent-cn/face-compare,response_time,500 ms,250 ms,,\r\n");
    cli_assert_contains(r.out, "removed,alibaba/aitryon-refiner,cost,645,0,-645,CNY\r\n");
    run_result_free(&r);
    r = diff(spring, summer, "markdown");
    cli_assert_contains(r.out, "\n## What it costs\n\n| Product ");
    run_result_free(&r);
}

static void says_what_is_wrong_with_either_file(void **state)
{
    (void)state;
    run_result r = diff("format = 1;", "format = x", "table");
    assert_int_equal(r.status, 1);
    assert_string_equal(r.out, "");
    cli_assert_contains(r.err, "a.cfg");
    cli_assert_contains(r.err, "b.cfg");
    run_result_free(&r);
    CLI_REFUSES(2, "something is missing", "diff", "a.cfg");
    CLI_REFUSES(2, "one argument too many", "diff", "a", "b", "c");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tells_what_changed_and_nothing_else),
        cmocka_unit_test(tells_what_it_costs),
        cmocka_unit_test(months_change_the_cost_of_every_item),
        cmocka_unit_test(items_of_one_product_are_told_apart),
        cmocka_unit_test(alike_plans_differ_in_nothing),
        cmocka_unit_test(several_currencies_add_up_where_both_plans_give_rates),
        cmocka_unit_test(the_table_reads_well),
        cmocka_unit_test(csv_has_a_row_for_each_difference),
        cmocka_unit_test(says_what_is_wrong_with_either_file),
    };
    return cmocka_run_group_tests_name("cli/diff", tests, NULL, NULL);
}
