/* General-purpose packages: owned, bought, and shared by the items of a plan. */
#include "cli_test.h"

#include <string.h>

#define OF_ACME "--catalog", ACME

static const json_t *own_of(const json_t *answer)
{
    return cli_option(answer, "own");
}

static void points_pay_and_are_left_over(void **state)
{
    (void)state;
    json_t *answer =
        CLI_JSON(0, "compare", "acme/crop", OF_ACME, "--volume", "100", "--months", "3", "--owned",
                 "4,000 points-5k until 2027-03", "--buy", "points-5k x2 @2027-01");
    const json_t *own = own_of(answer), *months = json_object_get(own, "months");
    assert_string_equal(cli_text(own, "total"), "200");
    assert_string_equal(cli_text(json_object_get(own, "units"), "general"), "300");
    assert_string_equal(cli_text(json_object_get(own, "units"), "payg"), "0");
    assert_string_equal(cli_text(json_object_get(own, "waste"), "points"), "2000");
    assert_string_equal(cli_text(json_object_get(own, "waste"), "units"), "0");
    assert_string_equal(cli_text(json_object_get(own, "waste"), "amount"), "40");
    assert_string_equal(cli_text(json_array_get(months, 1), "purchases"), "200");
    const json_t *bought = json_array_get(json_object_get(own, "purchases"), 0);
    assert_string_equal(cli_text(bought, "item"), "points-5k");
    assert_string_equal(cli_text(bought, "month"), "2027-01");
    assert_string_equal(cli_text(bought, "amount"), "200");
    assert_int_equal(json_integer_value(json_object_get(bought, "count")), 2);
    json_decref(answer);
}

static void points_are_told_beside_packages(void **state)
{
    (void)state;
    run_result r = CLI("compare", "acme/crop", OF_ACME, "--volume", "100", "--owned",
                       "6,000 of 10,000 points-5k until 2027-03", "--by-month");
    assert_int_equal(r.status, 0);
    cli_assert_contains(r.out, "General packages");
    cli_assert_contains(r.out, "Points unused");
    cli_assert_says(r.out, "the items of the plan draw on the points in their order");
    cli_assert_says(r.out, "owned packages with 6,000 points of points-5k until 2027-03");
    cli_assert_contains(r.out, "Month    Units  General  In advance");
    run_result_free(&r);
}

static void wrong_points_are_told(void **state)
{
    (void)state;
    CLI_REFUSES(2, "--owned: no general package \"points-5k\" pays for acme/ocr", "compare",
                "acme/ocr", OF_ACME, "--owned", "1 points-5k until 2027-03");
    CLI_REFUSES(2,
                "--owned: no general package \"points-6k\" pays for acme/crop; did you mean "
                "\"points-5k\"?",
                "compare", "acme/crop", OF_ACME, "--owned", "1 points-6k until 2027-03");
    CLI_REFUSES(2, "--owned: acme/crop sells no packages", "compare", "acme/crop", OF_ACME,
                "--owned", "1 until 2027-03");
    CLI_REFUSES(2, "--buy: acme/crop sells no package \"points-6k\"; did you mean \"points-5k\"?",
                "compare", "acme/crop", OF_ACME, "--buy", "points-6k");
}

static const char plan[] =
    "format = 1; start = \"2026-12\"; months = 1;\n"
    "items = ( { product = \"acme/crop\"; volume = \"100\"; owned = ( { general = \"points-5k\";\n"
    "              left = \"5,000\"; expires = \"2027-03\"; } ); },\n"
    "          { product = \"acme/resize\"; volume = \"100\"; } );\n";

/* 100 x 40 points for the first item leave 1,000 for the second: 20 of its units. */
static void items_draw_on_points_in_their_order(void **state)
{
    (void)state;
    sandbox *home = sandbox_create();
    assert_non_null(home);
    assert_int_equal(sandbox_write(home, "plan.cfg", plan), 0);
    const char *const arguments[] = {"quote", "plan.cfg", OF_ACME, "--format", "json", NULL};
    run_result r = cli_run_list(arguments, &(run_options){.home = home});
    assert_int_equal(r.status, 0);
    json_t *answer = json_loads(r.out, 0, NULL);
    const json_t *items = json_object_get(answer, "items");
    const json_t *crop = cli_option(json_array_get(items, 0), "payg"),
                 *resize = cli_option(json_array_get(items, 1), "payg");
    assert_string_equal(cli_text(json_object_get(crop, "units"), "general"), "100");
    assert_string_equal(cli_text(json_object_get(resize, "units"), "general"), "20");
    assert_string_equal(cli_text(json_object_get(resize, "units"), "payg"), "80");
    assert_string_equal(cli_text(resize, "total"), "160");
    const json_t *sum = json_array_get(json_object_get(answer, "portfolio"), 0);
    const json_t *best = json_object_get(sum, "best"), *proof = json_object_get(best, "proof");
    assert_string_equal(cli_text(proof, "status"), "optimal");
    assert_string_equal(cli_text(proof, "bound"), "100");
    assert_string_equal(cli_text(proof, "gap"), "0");
    json_decref(answer);
    run_result_free(&r);
    const char *const table[] = {"quote", "plan.cfg", OF_ACME, NULL};
    r = cli_run_list(table, &(run_options){.home = home});
    cli_assert_says(r.out, "within a month the items draw on the points in the plan's order");
    cli_assert_contains(r.out, "Best plan: proven optimal.");
    run_result_free(&r);
    sandbox_destroy(home);
}

/* 130 and 60 a month: points come in fives of thousands, so that some are left over. */
static void a_gap_of_the_best_plan_is_told(void **state)
{
    static const char four_months[] =
        "format = 1; start = \"2026-12\"; months = 4;\n"
        "items = ( { product = \"acme/crop\"; volume = \"130\"; },\n"
        "          { product = \"acme/resize\"; volume = \"62\"; } );\n";
    (void)state;
    sandbox *home = sandbox_create();
    assert_non_null(home);
    assert_int_equal(sandbox_write(home, "plan.cfg", four_months), 0);
    const char *const arguments[] = {"quote", "plan.cfg", OF_ACME, "--format", "json", NULL};
    run_result r = cli_run_list(arguments, &(run_options){.home = home});
    assert_int_equal(r.status, 0);
    json_t *answer = json_loads(r.out, 0, NULL);
    const json_t *sum = json_array_get(json_object_get(answer, "portfolio"), 0);
    const json_t *proof = json_object_get(json_object_get(sum, "best"), "proof");
    assert_string_equal(cli_text(proof, "status"), "bound");
    assert_true(strlen(cli_text(proof, "bound")) > 0);
    assert_memory_equal(cli_text(proof, "gap"), "0.0", 3);
    json_decref(answer);
    run_result_free(&r);
    const char *const table[] = {"quote", "plan.cfg", OF_ACME, NULL};
    r = cli_run_list(table, &(run_options){.home = home});
    cli_assert_contains(r.out, "Best plan: no plan saves more than ");
    run_result_free(&r);
    sandbox_destroy(home);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(points_pay_and_are_left_over),
        cmocka_unit_test(points_are_told_beside_packages),
        cmocka_unit_test(wrong_points_are_told),
        cmocka_unit_test(items_draw_on_points_in_their_order),
        cmocka_unit_test(a_gap_of_the_best_plan_is_told),
    };
    return cmocka_run_group_tests_name("cli points", tests, NULL, NULL);
}
