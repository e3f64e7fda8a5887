/* What a request takes of each meter, as a line of text. */
#include "scenario_test.h"

#include "acme.h"
#include "scenario/per_request.h"

static const be_product *chat(void)
{
    return be_catalog_find(acme_catalog(), ACME_CHAT);
}

static void expect_units(const char *text, const char *input, const char *output)
{
    be_ratio units[BE_METERS_MAX];
    per_request_clear(units);
    char error[PER_REQUEST_ERROR] = "", first[BE_RATIO_TEXT], second[BE_RATIO_TEXT];
    if (!per_request_parse(text, chat(), units, error))
        fail_msg("%s: %s", text, error);
    be_ratio_format_factor(units[0], first);
    be_ratio_format_factor(units[1], second);
    assert_string_equal(first, input);
    assert_string_equal(second, output);
    assert_int_equal(units[2], PER_REQUEST_UNSAID);
}

static void reads_meters_in_any_order(void **state)
{
    (void)state;
    expect_units("input 2,000, output 500", "2000", "500");
    expect_units("input 2,000 output 500", "2000", "500");
    expect_units(" output 0.5k;\tinput 1.25; ", "1.25", "500");
    expect_units("input 1M output 0", "1000000", "0");
    expect_units("", "-0.000000001", "-0.000000001");
}

static void expect_error(const char *text, const char *expected)
{
    be_ratio units[BE_METERS_MAX] = {0};
    char error[PER_REQUEST_ERROR] = "";
    assert_false(per_request_parse(text, chat(), units, error));
    assert_string_equal(error, expected);
}

static void tells_what_is_wrong(void **state)
{
    (void)state;
    expect_error("inputs 5", "acme/chat has no meter \"inputs\"; did you mean \"input\"?");
    expect_error("input", "\"input\" has no number behind it");
    expect_error("input many", "\"many\" is not a number");
    expect_error("input -1", "\"-1\" is below zero");
    expect_error("input 50%", "\"50%\" is not a number");
    expect_error("input 2\r0", "\"2\\x0d0\" is not a number");
    expect_error("input 1,0", "\"1,0\" has a group that is not three digits (decimals take "
                              "a point)");
}

static void refuses_overlong_words(void **state)
{
    (void)state;
    char text[200], error[PER_REQUEST_ERROR];
    be_ratio units[BE_METERS_MAX] = {0};
    memset(text, 'x', sizeof text);
    text[sizeof text - 1] = '\0';
    assert_false(per_request_parse(text, chat(), units, error));
    assert_non_null(strstr(error, "is too long"));
}

static void names_the_meters_that_have_to_be_given(void **state)
{
    (void)state;
    const be_ratio units[] = {PER_REQUEST_UNSAID, 0};
    be_demand demand = {0};
    char names[PER_REQUEST_NAMES];
    assert_int_equal(per_request_missing(&demand, chat(), names), 2);
    assert_string_equal(names, "input, output");
    demand.per_request = units;
    demand.per_request_count = COUNT_OF(units);
    assert_int_equal(per_request_missing(&demand, chat(), names), 1);
    assert_string_equal(names, "input");
    assert_int_equal(per_request_missing(&demand, be_catalog_find(acme_catalog(), ACME_OCR), names),
                     0);
    assert_string_equal(names, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_meters_in_any_order),
        cmocka_unit_test(tells_what_is_wrong),
        cmocka_unit_test(refuses_overlong_words),
        cmocka_unit_test(names_the_meters_that_have_to_be_given),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
