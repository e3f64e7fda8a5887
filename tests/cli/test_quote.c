/* A saved plan, quoted as a whole. */
#include "cli_test.h"

#include <string.h>

static const char plan[] =
    "format = 1;  name = \"Spring campaign\";  start = \"2026-12\";  months = 12;\n"
    "items = ( { product = \"tencent-cn/face-compare\";  volume = \"3.5M\";\n"
    "            concurrency = \"4\";  response_time = \"500ms\"; },\n"
    "          { product = \"alibaba/aitryon-refiner\";  volume = \"200\";  free_left = \"0\"; },\n"
    "          { product = \"tencent/image-style-transfer\";  volume = \"2,500\";\n"
    "            free_left = \"0\"; } );\n";

/* Runs `quote plan.cfg` with a plan of this text. */
static run_result quote(const char *text, const char *format)
{
    sandbox *home = sandbox_create();
    assert_non_null(home);
    assert_int_equal(sandbox_write(home, "plan.cfg", text), 0);
    const char *const arguments[] = {"quote", "plan.cfg", "--format", format, NULL};
    run_result r = cli_run_list(arguments, &(run_options){.home = home});
    sandbox_destroy(home);
    return r;
}

static json_t *quote_json(const char *text, int status)
{
    run_result r = quote(text, "json");
    assert_int_equal(r.status, status);
    json_t *answer = json_loads(r.out, 0, NULL);
    assert_non_null(answer);
    run_result_free(&r);
    return answer;
}

static void sums_each_currency(void **state)
{
    (void)state;
    json_t *answer = quote_json(plan, 0);
    assert_string_equal(cli_text(answer, "scenario"), "Spring campaign");
    assert_string_equal(cli_text(answer, "start"), "2026-12");
    assert_int_equal(json_array_size(json_object_get(answer, "items")), 3);
    const json_t *sums = json_object_get(answer, "portfolio");
    assert_int_equal(json_array_size(sums), 2);
    const json_t *cny = json_array_get(sums, 0), *usd = json_array_get(sums, 1);
    assert_string_equal(cli_text(cny, "currency"), "CNY");
    cli_assert_total(cny, "payg", "126285"); /* 12 x 10,470 + 12 x 53.75 */
    assert_string_equal(cli_text(json_object_get(cny, "best"), "total"), "27525");
    assert_string_equal(cli_text(usd, "currency"), "USD");
    cli_assert_total(usd, "package", "1650");
    assert_true(json_is_null(json_object_get(answer, "total"))); /* no exchange rate was given */
    json_decref(answer);
}

/* The refiner is sold by the unit alone, so packages are no way to buy the whole. */
static void an_option_that_an_item_lacks_has_no_sum(void **state)
{
    (void)state;
    json_t *answer = quote_json(plan, 0);
    const json_t *cny = json_array_get(json_object_get(answer, "portfolio"), 0);
    const json_t *packages = cli_option(cny, "package");
    assert_true(json_is_null(json_object_get(packages, "total")));
    assert_int_equal(json_integer_value(json_object_get(packages, "without")), 1);
    json_decref(answer);
}

static void items_are_comparisons(void **state)
{
    (void)state;
    json_t *answer = quote_json(plan, 0);
    const json_t *face = json_array_get(json_object_get(answer, "items"), 0);
    cli_assert_total(face, "package", "127562");
    cli_assert_total(face, "best", "26880");
    json_decref(answer);
}

static void reads_as_a_table(void **state)
{
    (void)state;
    run_result r = quote(plan, "table");
    assert_int_equal(r.status, 0);
    cli_assert_contains(r.out, "Spring campaign");
    cli_assert_contains(r.out, "Total CNY");
    cli_assert_contains(r.out, "What to buy when");
    cli_assert_contains(r.out, "8 QPS for 1 month");
    run_result_free(&r);
}

static void a_load_that_nothing_carries_is_status_3(void **state)
{
    (void)state;
    json_t *answer = quote_json("format = 1; start = \"2026-12\"; months = 1;\n"
                                "items = ( { product = \"tencent-cn/face-compare\";"
                                " volume = \"1,000\"; qps = \"1,000\"; } );\n",
                                3);
    const json_t *cny = json_array_get(json_object_get(answer, "portfolio"), 0);
    assert_true(json_is_null(json_object_get(json_object_get(cny, "best"), "total")));
    json_decref(answer);
}

static void mistakes_of_the_file_are_told(void **state)
{
    (void)state;
    run_result r = quote("format = 1; start = \"2026-13\"; months = 12; items = ( );\n", "table");
    assert_int_equal(r.status, 1);
    cli_assert_contains(r.err, "plan.cfg:1: start:");
    run_result_free(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sums_each_currency),
        cmocka_unit_test(an_option_that_an_item_lacks_has_no_sum),
        cmocka_unit_test(items_are_comparisons),
        cmocka_unit_test(reads_as_a_table),
        cmocka_unit_test(a_load_that_nothing_carries_is_status_3),
        cmocka_unit_test(mistakes_of_the_file_are_told),
    };
    return cmocka_run_group_tests_name("cli quote", tests, NULL, NULL);
}
