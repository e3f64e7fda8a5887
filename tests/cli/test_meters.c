/* Products whose requests draw several meters, on the command line. */
#include "cli_test.h"

#include <string.h>

#define OF_ACME "--catalog", ACME
#define REQUEST "--per-request", "input 2,000, output 500"

static void charges_by_the_request(void **state)
{
    (void)state;
    json_t *answer = CLI_JSON(0, "rate", "acme/chat", "1000", "0", OF_ACME, REQUEST);
    assert_string_equal(cli_text(json_object_get(answer, "per_request"), "input"), "2000");
    assert_string_equal(cli_text(json_object_get(answer, "per_request"), "output"), "500");
    const json_t *results = json_object_get(answer, "results");
    const json_t *thousand = json_array_get(results, 0);
    assert_string_equal(cli_text(thousand, "quantity"), "1000");
    assert_string_equal(cli_text(thousand, "amount"), "8"); /* 2M x 2 + 0.5M x 8, a million */
    const json_t *lines = json_object_get(thousand, "lines");
    assert_int_equal(json_array_size(lines), 2);
    assert_string_equal(cli_text(json_array_get(lines, 0), "what"), "Input tokens");
    assert_string_equal(cli_text(json_array_get(lines, 0), "quantity"), "2000000");
    assert_string_equal(cli_text(json_array_get(results, 1), "amount"), "0");
    json_decref(answer);
    answer = CLI_JSON(0, "rate", "alibaba/aitryon", "1");
    assert_true(json_is_null(json_object_get(answer, "per_request")));
    json_decref(answer);
}

static void large_requests_cost_more(void **state)
{
    (void)state;
    json_t *answer = CLI_JSON(0, "rate", "acme/chat", "1000", OF_ACME, "--per-request",
                              "input 32,001; output 0");
    const json_t *result = json_array_get(json_object_get(answer, "results"), 0);
    assert_string_equal(cli_text(result, "amount"), "128.004");
    json_decref(answer);
    CLI_REFUSES(
        2, "--per-request: a request of 128,001 is larger than the 128,000 that acme/chat takes",
        "rate", "acme/chat", "1", OF_ACME, "--per-request", "input 128,001 output 1");
}

static void batch_and_cache_cost_less(void **state)
{
    (void)state;
    run_result r =
        CLI("rate", "acme/chat", "1000", OF_ACME, REQUEST, "--batch", "30%", "--cached", "40%");
    assert_int_equal(r.status, 0);
    cli_assert_says(r.out, "A request takes: Input tokens 2,000, Output tokens 500.");
    cli_assert_contains(r.out, "¥5.90");
    cli_assert_contains(r.out, "Input tokens, batch");
    run_result_free(&r);
}

static void what_a_request_takes_has_to_be_said(void **state)
{
    (void)state;
    CLI_REFUSES(2,
                "--per-request: how much a request of acme/chat takes is not given: input, output",
                "compare", "acme/chat", OF_ACME, "--volume", "5");
    CLI_REFUSES(2, "--per-request: how much a request of acme/chat takes is not given: output",
                "rate", "acme/chat", "5", OF_ACME, "--per-request", "input 5");
    CLI_REFUSES(2, "is not given: input, output", "curve", "acme/chat", "--to", "5", OF_ACME);
    json_t *answer = CLI_JSON(0, "rate", "acme/receipt", "5", OF_ACME); /* one, by the catalogue */
    assert_string_equal(cli_text(json_object_get(answer, "per_request"), "sort"), "1");
    json_decref(answer);
}

static void wrong_meters_are_told(void **state)
{
    (void)state;
    CLI_REFUSES(2, "--per-request: acme/chat has no meter \"inptu\"; did you mean \"input\"?",
                "compare", "acme/chat", OF_ACME, "--per-request", "inptu 5");
    CLI_REFUSES(2, "--per-request: \"many\" is not a number", "compare", "acme/chat", OF_ACME,
                "--per-request", "input many");
    CLI_REFUSES(2, "--per-request: acme/crop has no meters: a request is one image", "compare",
                "acme/crop", OF_ACME, "--per-request", "input 5");
    CLI_REFUSES(2, "--batch: the product has no price of its own for batches", "compare",
                "acme/crop", OF_ACME, "--batch", "5%");
    CLI_REFUSES(2, "--cached: the product has no price of its own for cached use", "rate",
                "acme/receipt", "1", OF_ACME, "--cached", "5%");
}

static void compares_and_says_what_was_given(void **state)
{
    (void)state;
    run_result r = CLI("compare", "acme/chat", OF_ACME, "--volume", "1000", REQUEST, "--batch",
                       "30%", "--cached", "40%");
    assert_int_equal(r.status, 0);
    cli_assert_contains(r.out, "¥5.90");
    cli_assert_says(r.out, "Input tokens 2,000 and Output tokens 500 a request");
    cli_assert_says(r.out, "30% sent as batch");
    cli_assert_says(r.out, "40% read from the cache");
    run_result_free(&r);
    r = CLI("compare", "acme/chat", OF_ACME, "--volume", "1000", REQUEST);
    cli_assert_says(r.out, "nothing sent as batch");
    cli_assert_says(r.out, "nothing read from the cache");
    run_result_free(&r);
    r = CLI("compare", "acme/receipt", OF_ACME, "--volume", "1000");
    cli_assert_says(r.out, "Assumed: Sorting 1 a request");
    run_result_free(&r);
}

/* A plan may leave it open; then what is left of the sum is no total. */
static void an_incomplete_plan_has_no_total(void **state)
{
    (void)state;
    static const char plan[] =
        "format = 1; start = \"2026-12\"; months = 1; items = ( { product = \"acme/chat\";\n"
        "volume = \"1,000\"; per_request = { input = \"2,000\"; }; } );\n";
    sandbox *home = sandbox_create();
    assert_non_null(home);
    assert_int_equal(sandbox_write(home, "plan.cfg", plan), 0);
    const char *const arguments[] = {"quote", "plan.cfg", OF_ACME, "--format", "json", NULL};
    run_result r = cli_run_list(arguments, &(run_options){.home = home});
    assert_int_equal(r.status, 3);
    json_t *answer = json_loads(r.out, 0, NULL);
    const json_t *item = json_array_get(json_object_get(answer, "items"), 0);
    const json_t *payg = cli_option(item, "payg");
    const json_t *month = json_array_get(json_object_get(payg, "months"), 0);
    assert_true(json_is_null(json_object_get(payg, "total")));
    assert_string_equal(cli_text(payg, "total_state"), "incomplete");
    assert_true(json_is_null(json_object_get(month, "total")));
    json_decref(answer);
    run_result_free(&r);
    sandbox_destroy(home);
}

static void totals_agree_with_rates(void **state)
{
    (void)state;
    json_t *answer = CLI_JSON(0, "compare", "acme/chat", OF_ACME, "--volume", "1000", REQUEST);
    cli_assert_total(answer, "payg", "8");
    json_decref(answer);
    answer = CLI_JSON(0, "curve", "acme/chat", OF_ACME, "--to", "1000", "--points", "2", REQUEST);
    const json_t *point = json_array_get(json_object_get(answer, "points"), 1);
    assert_string_equal(cli_text(point, "payg"), "8");
    json_decref(answer);
}

static void products_show_their_first_meter(void **state)
{
    (void)state;
    run_result r = CLI("products", "chat", OF_ACME);
    cli_assert_contains(r.out, "Input tokens ¥2.00 / 1,000,000");
    run_result_free(&r);
    r = CLI("products", "receipt", OF_ACME);
    cli_assert_contains(r.out, "Sorting ¥0.01 / call");
    run_result_free(&r);
    json_t *answer = CLI_JSON(0, "products", "chat", OF_ACME);
    const json_t *chat = json_array_get(json_object_get(answer, "products"), 0);
    assert_string_equal(cli_text(chat, "unit"), "request");
    assert_string_equal(cli_text(chat, "price"), "2");
    assert_string_equal(cli_text(chat, "price_per"), "1000000");
    assert_string_equal(cli_text(chat, "price_unit"), "token");
    const json_t *meter = json_array_get(json_object_get(chat, "meters"), 1);
    assert_string_equal(cli_text(meter, "id"), "output");
    assert_string_equal(cli_text(meter, "name"), "Output tokens");
    assert_string_equal(cli_text(meter, "unit"), "token");
    json_decref(answer);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(charges_by_the_request),
        cmocka_unit_test(large_requests_cost_more),
        cmocka_unit_test(batch_and_cache_cost_less),
        cmocka_unit_test(what_a_request_takes_has_to_be_said),
        cmocka_unit_test(wrong_meters_are_told),
        cmocka_unit_test(compares_and_says_what_was_given),
        cmocka_unit_test(an_incomplete_plan_has_no_total),
        cmocka_unit_test(totals_agree_with_rates),
        cmocka_unit_test(products_show_their_first_meter),
    };
    return cmocka_run_group_tests_name("cli meters", tests, NULL, NULL);
}
