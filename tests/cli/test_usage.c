/* What the command line takes, what it refuses, and how it says so. */
#include "cli_test.h"

#include <string.h>

#define PRODUCT "tencent/image-style-transfer"

static void wrong_values_name_option_value_and_expectation(void **state)
{
    (void)state;
    CLI_REFUSES(2, "--volume: \"1,5\" has a group that is not three digits", "compare", PRODUCT,
                "--volume", "1,5");
    CLI_REFUSES(2, "expected a count such as 30,000 or 30k", "compare", PRODUCT, "--volume=x");
    CLI_REFUSES(2, "--months: \"37\" is out of range", "compare", PRODUCT, "--months", "37");
    CLI_REFUSES(2, "--start: \"December\" is not a month", "compare", PRODUCT, "--start",
                "December");
    CLI_REFUSES(2, "--failures: \"101%\" is more than 100%", "compare", PRODUCT, "--failures",
                "101%");
    CLI_REFUSES(2, "--failures: \"1\" has no percent sign", "compare", PRODUCT, "--failures", "1");
    CLI_REFUSES(2, "--growth: \"0.5\" has no percent sign", "compare", PRODUCT, "--growth", "0.5");
    CLI_REFUSES(2, "--response-time: \"0\" is not a time", "compare", PRODUCT, "--response-time",
                "0");
    CLI_REFUSES(2, "--postpaid: \"yes\" is neither; expected on or off", "compare", PRODUCT,
                "--postpaid", "yes");
    CLI_REFUSES(2, "--format: \"xml\" is no format; expected table", "products", "--format", "xml");
    CLI_REFUSES(2, "--volumes: \"10k,5k\"", "compare", PRODUCT, "--volumes", "10k,5k");
    CLI_REFUSES(2, "QUANTITY: \"-5\" is below zero", "rate", PRODUCT, "-5");
    CLI_REFUSES(2, "--owned: ", "compare", PRODUCT, "--owned", "some");
    CLI_REFUSES(2, "--buy: ", "compare", PRODUCT, "--buy", "3k");
}

static void wrong_command_lines_are_explained(void **state)
{
    (void)state;
    CLI_REFUSES(2, "--volum: unknown option; did you mean \"--volume\"?", "compare", PRODUCT,
                "--volum", "3");
    CLI_REFUSES(2, "unknown command \"compar\"; did you mean \"compare\"?", "compar", PRODUCT);
    CLI_REFUSES(2, "-x: unknown option", "-x");
    CLI_REFUSES(2, "--volume: needs a count", "compare", PRODUCT, "--volume");
    CLI_REFUSES(2, "--explain: takes no value", "compare", PRODUCT, "--explain=1");
    CLI_REFUSES(2, "something is missing", "compare");
    CLI_REFUSES(2, "\"other\" is one argument too many", "compare", PRODUCT, "other");
    CLI_REFUSES(2, "cannot be combined with --volume", "compare", PRODUCT, "--volume", "1",
                "--volumes", "1");
}

static void what_a_product_does_not_have_is_refused(void **state)
{
    (void)state;
    CLI_REFUSES(2, "--owned: alibaba/aitryon sells no packages", "compare", "alibaba/aitryon",
                "--owned", "500 until 2027-03");
    CLI_REFUSES(2, "--free-left: 5,000 is more than the free quota, which is 50", "compare",
                PRODUCT, "--free-left", "5k");
    CLI_REFUSES(2, "--free-left: viapi/license-plate has no free quota", "compare",
                "viapi/license-plate", "--free-left", "1");
}

static void unknown_products_are_wrong_data(void **state)
{
    (void)state;
    CLI_REFUSES(1, "did you mean \"" PRODUCT "\"?", "compare", "tencent/image-style-transfr");
    CLI_REFUSES(1, "did you mean \"tencent-cn/face-compare\"?", "rate", "face-compare", "1");
    CLI_REFUSES(1, "\"breakeven products\" lists them", "rate", "nobody/nothing", "1");
}

static void options_may_stand_anywhere_in_any_form(void **state)
{
    (void)state;
    json_t *a = CLI_JSON(0, "compare", PRODUCT, "--volume", "3.5k", "--postpaid", "on");
    run_result r =
        CLI("--format=json", "compare", "--postpaid=on", "--volume=3,500", "--", PRODUCT);
    json_t *b = json_loads(r.out, 0, NULL);
    assert_true(json_equal(a, b));
    json_decref(a);
    json_decref(b);
    run_result_free(&r);
}

static void volumes_are_months_and_the_last_repeats(void **state)
{
    (void)state;
    json_t *answer = CLI_JSON(0, "compare", "alibaba/aitryon", "--months", "3", "--volumes",
                              "1,000; 2k", "--free-left", "0");
    const json_t *monthly = json_object_get(cli_option(answer, "payg"), "monthly");
    assert_string_equal(json_string_value(json_array_get(monthly, 0)), "200");
    assert_string_equal(json_string_value(json_array_get(monthly, 1)), "400");
    assert_string_equal(json_string_value(json_array_get(monthly, 2)), "400");
    json_decref(answer);
}

static void every_month_that_is_named_is_planned(void **state)
{
    (void)state;
    json_t *answer =
        CLI_JSON(0, "compare", "alibaba/aitryon", "--volumes", "1k 2k 3k", "--free-left", "0");
    assert_int_equal(json_integer_value(json_object_get(answer, "months")), 3);
    cli_assert_total(answer, "payg", "1200");
    json_decref(answer);
    CLI_REFUSES(2, "--volumes: names 3 months, more than the 2 of --months", "compare",
                "alibaba/aitryon", "--volumes", "1k 2k 3k", "--months", "2");
}

static void what_cannot_be_carried_has_a_status_of_its_own(void **state)
{
    (void)state;
    run_result r = CLI("compare", "alibaba/aitryon", "--volume", "100", "--qps", "1000");
    assert_int_equal(r.status, 3);
    cli_assert_contains(r.out, "What stands in the way");
    run_result_free(&r);
}

static void an_option_that_is_off_says_why(void **state)
{
    (void)state;
    json_t *answer = CLI_JSON(0, "compare", PRODUCT, "--volume", "200000", "--free-left", "0",
                              "--postpaid", "off");
    const json_t *payg = cli_option(answer, "payg");
    assert_true(json_is_false(json_object_get(payg, "feasible")));
    assert_true(json_array_size(json_object_get(payg, "reasons")) > 0);
    assert_string_equal(cli_text(json_object_get(payg, "units"), "unserved"), "200000");
    /* Nothing paid for nothing served is no price. */
    assert_true(json_is_null(json_object_get(payg, "total")));
    assert_string_equal(cli_text(payg, "total_state"), "unserved");
    json_decref(answer);
}

static void help_comes_from_the_tables(void **state)
{
    (void)state;
    static const char *const commands[] = {"products", "rate", "compare", "check"};
    run_result r = CLI("--help");
    assert_int_equal(r.status, 0);
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++) {
        cli_assert_contains(r.out, commands[i]);
        run_result own = CLI(commands[i], "--help");
        assert_int_equal(own.status, 0);
        cli_assert_contains(own.out, "Example");
        cli_assert_contains(own.out, "--catalog FILE|DIR");
        run_result_free(&own);
    }
    run_result_free(&r);
    r = CLI("compare", "-h");
    cli_assert_contains(r.out, "\",\" groups digits");
    run_result_free(&r);
}

static void version_is_printed(void **state)
{
    (void)state;
    run_result r = CLI("--version");
    assert_int_equal(r.status, 0);
    assert_int_equal(strncmp(r.out, "breakeven ", 10), 0);
    run_result_free(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(wrong_values_name_option_value_and_expectation),
        cmocka_unit_test(wrong_command_lines_are_explained),
        cmocka_unit_test(what_a_product_does_not_have_is_refused),
        cmocka_unit_test(unknown_products_are_wrong_data),
        cmocka_unit_test(options_may_stand_anywhere_in_any_form),
        cmocka_unit_test(volumes_are_months_and_the_last_repeats),
        cmocka_unit_test(every_month_that_is_named_is_planned),
        cmocka_unit_test(what_cannot_be_carried_has_a_status_of_its_own),
        cmocka_unit_test(an_option_that_is_off_says_why),
        cmocka_unit_test(help_comes_from_the_tables),
        cmocka_unit_test(version_is_printed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
