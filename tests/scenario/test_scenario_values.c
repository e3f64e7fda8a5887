/* What a plan says, as texts by the keys of its file. */
#include "scenario_test.h"

#include "acme.h"
#include "scenario/scenario_load.h"
#include "scenario/scenario_values.h"

static const char text[] =
    "format = 1; name = \"Spring\"; customer = \"Acme\"; start = \"2026-12\"; months = 3;\n"
    "tax = \"6%\"; exchange = { to = \"CNY\"; date = \"2026-11-20\";\n"
    "  rates = ( { currency = \"USD\"; rate = \"7.12\"; } ); };\n"
    "items = ( { product = \"" ACME_CHAT "\"; volume = \"5000\"; low = \"0\"; high = \"9k\";\n"
    "    per_request = { output = \"0.5k\"; }; batch = \"12.5%\"; response_time = \"500 ms\";\n"
    "    season = [ \"1\", \"1\", \"1\", \"1.5\", \"1\", \"1\", \"1\", \"1\", \"1\", \"1\", \"1\", "
    "\"0\" ]; },\n"
    "  { product = \"" ACME_OCR "\"; volumes = [ \"1\", \"20,000\" ]; free_left = \"0\";\n"
    "    owned = ( { general = \"points-5k\"; left = \"4,000\"; expires = \"2027-03\"; },\n"
    "              { left = \"7\"; expires = \"2027-01\"; } );\n"
    "    buy = ( { item = \"1k\"; count = \"2\"; month = \"2027-01\"; } ); },\n"
    "  { product = \"" ACME_OCR "\"; } );\n";

static scenario *plan;

static int read_plan(void **state)
{
    problems found = {0};
    *state = be_arena_create();
    plan = scenario_parse("plan.cfg", text, strlen(text), acme_catalog(), &found);
    assert_problems(&found, "");
    return plan == NULL || *state == NULL ? -1 : 0;
}

static int drop_plan(void **state)
{
    be_arena_destroy(*state);
    scenario_destroy(plan);
    return 0;
}

typedef struct said {
    const char *key, *text;
} said;

/* These and no others, in this order. */
static void expect_values(const scenario_values *values, const said *expected, size_t count)
{
    for (size_t i = 0; i < values->count && i < count; i++) {
        assert_string_equal(values->items[i].key, expected[i].key);
        assert_string_equal(values->items[i].text, expected[i].text);
    }
    assert_int_equal(values->count, count);
}

static void tells_what_the_plan_says(void **state)
{
    static const said expected[] = {
        {"name", "Spring"},
        {"customer", "Acme"},
        {"start", "2026-12"},
        {"months", "3"},
        {"tax", "6%"},
        {"exchange.to", "CNY"},
        {"exchange.date", "2026-11-20"},
        {"exchange.USD", "7.12"},
    };
    scenario_values values;
    assert_true(scenario_plan_values(plan, *state, &values));
    expect_values(&values, expected, COUNT_OF(expected));
    assert_string_equal(scenario_value_of(&values, "tax"), "6%");
    assert_null(scenario_value_of(&values, "taxes"));
}

static void tells_what_a_token_model_is_asked_for(void **state)
{
    static const said expected[] = {
        {"volume", "5,000"},
        {"batch", "12.5%"},
        {"response_time", "500 ms"},
        {"season", "100%; 100%; 100%; 150%; 100%; 100%; 100%; 100%; 100%; 100%; 100%; 0%"},
        {"low", "0"},
        {"high", "9,000"},
        {"per_request.output", "500"},
    };
    scenario_values values;
    assert_true(scenario_item_values(plan, &plan->items[0], *state, &values));
    expect_values(&values, expected, COUNT_OF(expected));
    assert_string_equal(values.items[6].meter->id, "output");
}

static void tells_lists_part_by_part(void **state)
{
    static const said expected[] = {
        {"volumes", "1; 20,000"},
        {"free_left", "0"},
        {"owned", "4,000 of 5,000 points-5k until 2027-03; 7 of 7 until 2027-01"},
        {"buy", "1k x2 @2027-01"},
    };
    scenario_values values;
    assert_true(scenario_item_values(plan, &plan->items[1], *state, &values));
    expect_values(&values, expected, COUNT_OF(expected));
}

static void says_nothing_of_what_is_left_open(void **state)
{
    scenario_values values;
    assert_true(scenario_item_values(plan, &plan->items[2], *state, &values));
    assert_int_equal(values.count, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(tells_what_the_plan_says, read_plan, drop_plan),
        cmocka_unit_test_setup_teardown(tells_what_a_token_model_is_asked_for, read_plan,
                                        drop_plan),
        cmocka_unit_test_setup_teardown(tells_lists_part_by_part, read_plan, drop_plan),
        cmocka_unit_test_setup_teardown(says_nothing_of_what_is_left_open, read_plan, drop_plan),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
