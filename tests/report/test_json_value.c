/* The building blocks of JSON reports. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "report/json_value.h"

static void assert_json(json_t *value, const char *expected)
{
    char *text = json_dumps(value, JSON_ENCODE_ANY | JSON_COMPACT);
    assert_non_null(text);
    assert_string_equal(text, expected);
    free(text);
    json_decref(value);
}

static void amounts_are_exact_strings_or_null(void **state)
{
    (void)state;
    be_amount amount;
    assert_int_equal(be_amount_parse("4478.9", &amount), BE_NUMBER_OK);
    assert_json(json_of_amount(amount), "\"4478.9\"");
    assert_json(json_of_state(amount), "null");
    assert_json(json_of_amount(be_amount_missing(BE_AMOUNT_OVERFLOW)), "null");
    assert_json(json_of_state(be_amount_missing(BE_AMOUNT_OVERFLOW)), "\"overflow\"");
}

static void quantities_are_plain_digits(void **state)
{
    (void)state;
    assert_json(json_of_quantity(BE_QUANTITY_MAX), "\"1000000000000000\"");
}

static void text_of_any_origin_becomes_text(void **state)
{
    (void)state;
    assert_json(json_of_text("图像"), "\"图像\"");
    assert_json(json_of_text("a\xFF\xE5"
                             "b"),
                "\"a\xEF\xBF\xBD\xEF\xBF\xBD"
                "b\"");
    assert_json(json_of_text("\033"), "\"\\u001B\"");
    assert_json(json_of_text(NULL), "null");
}

static json_t *number(const void *context, size_t i)
{
    const int *numbers = context;
    return json_integer(numbers[i]);
}

static json_t *nothing(const void *context, size_t i)
{
    (void)context;
    (void)i;
    return NULL;
}

static void lists_hold_what_was_made_or_fail(void **state)
{
    (void)state;
    static const int numbers[] = {3, 1, 2};
    assert_json(json_of_list(3, number, numbers), "[3,1,2]");
    assert_json(json_of_list(0, nothing, NULL), "[]");
    assert_null(json_of_list(1, nothing, NULL));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(amounts_are_exact_strings_or_null),
        cmocka_unit_test(quantities_are_plain_digits),
        cmocka_unit_test(text_of_any_origin_becomes_text),
        cmocka_unit_test(lists_hold_what_was_made_or_fail),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
