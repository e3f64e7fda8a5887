/* What a budget pays for, held against comparisons at the volumes that it names. */
#include "cli_test.h"

#include <stdlib.h>
#include <string.h>

#define STYLE "tencent/image-style-transfer"

/* One more call than `volume` costs more than the budget; that many do not. */
static void assert_limit(const char *volume, const char *next, const char *option, double budget)
{
    const char *const volumes[] = {volume, next};
    for (int i = 0; i < 2; i++) {
        json_t *answer = CLI_JSON(0, "compare", STYLE, "--volume", volumes[i], "--postpaid", "on");
        double total = strtod(cli_text(cli_option(answer, option), "total"), NULL);
        assert_true((total <= budget) == (i == 0));
        json_decref(answer);
    }
}

static void volumes_are_what_comparisons_say(void **state)
{
    (void)state;
    json_t *answer = CLI_JSON(0, "afford", STYLE, "--budget", "700", "--postpaid", "on");
    const json_t *payg = cli_option(answer, "payg"), *best = cli_option(answer, "best");
    assert_string_equal(cli_text(payg, "volume"), "11716");
    assert_string_equal(cli_text(payg, "total"), "699.96");
    assert_string_equal(cli_text(payg, "every"), "8800");
    assert_string_equal(cli_text(payg, "bound"), "11716");
    assert_string_equal(cli_text(payg, "stop"), "budget");
    assert_true(json_is_true(json_object_get(payg, "proven")));
    assert_string_equal(cli_text(best, "volume"), "12050");
    assert_string_equal(cli_text(answer, "widest"), "package");
    json_decref(answer);
    assert_limit("11716", "11717", "payg", 700);
    assert_limit("8800", "8801", "payg", 700);
    assert_limit("12050", "12051", "best", 700);
}

static void a_budget_for_a_year_is_that_for_its_months(void **state)
{
    (void)state;
    json_t *answer =
        CLI_JSON(0, "afford", STYLE, "--budget", "1200", "--per", "year", "--months", "6");
    assert_string_equal(cli_text(answer, "whole"), "600");
    json_decref(answer);
    answer = CLI_JSON(0, "afford", STYLE, "--budget", "1.2k", "--per", "month", "--months", "6");
    assert_string_equal(cli_text(answer, "whole"), "7200");
    assert_string_equal(cli_text(answer, "per"), "month");
    json_decref(answer);
}

static void reads_as_a_table(void **state)
{
    (void)state;
    run_result r = CLI("afford", STYLE, "--budget", "700", "--postpaid", "on");
    assert_int_equal(r.status, 0);
    cli_assert_contains(r.out, "Pays for 12,050 images a month at most (Packages).");
    cli_assert_contains(r.out, "★ Packages");
    cli_assert_says(r.out, "Not every smaller volume fits");
    run_result_free(&r);
}

static void every_format_has_it(void **state)
{
    (void)state;
    static const char *const formats[][2] = {
        {"csv", STYLE ",USD,700,payg,true,11716,699.96,true,11716,8800,budget\r\n"},
        {"markdown", "| **★ Packages**    |"},
    };
    for (size_t i = 0; i < 2; i++) {
        run_result r =
            CLI("afford", STYLE, "--budget", "700", "--postpaid", "on", "--format", formats[i][0]);
        assert_int_equal(r.status, 0);
        cli_assert_contains(r.out, formats[i][1]);
        run_result_free(&r);
    }
}

static void nothing_that_carries_the_load_is_status_3(void **state)
{
    (void)state;
    json_t *answer =
        CLI_JSON(3, "afford", "alibaba-ocr/id-card", "--budget", "10", "--qps", "1000000");
    assert_true(json_is_null(json_object_get(answer, "widest")));
    assert_string_equal(cli_text(cli_option(answer, "best"), "stop"), "load");
    json_decref(answer);
}

/* Too little money is an answer as well. */
static void a_budget_of_nothing_pays_for_what_is_free(void **state)
{
    (void)state;
    json_t *answer = CLI_JSON(0, "afford", STYLE, "--budget", "0");
    assert_string_equal(cli_text(cli_option(answer, "package"), "volume"), "50");
    json_decref(answer);
}

static void refuses_what_makes_no_question(void **state)
{
    (void)state;
    CLI_REFUSES(2, "--budget: the budget is missing", "afford", STYLE);
    CLI_REFUSES(2, "--budget: \"-5\"", "afford", STYLE, "--budget", "-5");
    CLI_REFUSES(2, "did you mean \"year\"?", "afford", STYLE, "--budget", "5", "--per", "yaer");
    CLI_REFUSES(2, "unknown option", "afford", STYLE, "--budget", "5", "--volume", "5");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(volumes_are_what_comparisons_say),
        cmocka_unit_test(a_budget_for_a_year_is_that_for_its_months),
        cmocka_unit_test(reads_as_a_table),
        cmocka_unit_test(every_format_has_it),
        cmocka_unit_test(nothing_that_carries_the_load_is_status_3),
        cmocka_unit_test(a_budget_of_nothing_pays_for_what_is_free),
        cmocka_unit_test(refuses_what_makes_no_question),
    };
    return cmocka_run_group_tests_name("cli afford", tests, NULL, NULL);
}
