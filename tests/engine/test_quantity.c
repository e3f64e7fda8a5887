/* Counts: how they are written, divided and scaled. What is read of them: test_number.c. */
#include <string.h>

#include "engine_test.h"

static void counts_are_written_in_plain_digits(void **state)
{
    (void)state;
    static const struct {
        be_quantity quantity;
        const char *text;
    } rows[] = {
        {0, "0"},
        {7, "7"},
        {360000, "360000"},
        {BE_QUANTITY_MAX, "1000000000000000"},
        {BE_UNBOUNDED, "9223372036854775807"},
        {-12, "-12"},
        {INT64_MIN, "-9223372036854775808"},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        char text[BE_QUANTITY_TEXT];
        size_t length = be_quantity_format(rows[i].quantity, text);
        assert_string_equal(text, rows[i].text);
        assert_int_equal(length, strlen(text));
    }
}

static void whole_parts_are_counted_up(void **state)
{
    (void)state;
    assert_int_equal(be_quantity_divide_up(0, 5), 0);
    assert_int_equal(be_quantity_divide_up(1, 5), 1);
    assert_int_equal(be_quantity_divide_up(5, 5), 1);
    assert_int_equal(be_quantity_divide_up(6, 5), 2);
    assert_int_equal(be_quantity_divide_up(BE_QUANTITY_MAX, 3), INT64_C(333333333333334));
    assert_int_equal(be_quantity_divide_up(INT64_MAX, 2), INT64_C(4611686018427387904));
}

static void scaling_rounds_down_and_stays_in_range(void **state)
{
    (void)state;
    assert_int_equal(be_quantity_scale(100, 1, 3), 33);
    assert_int_equal(be_quantity_scale(100, 2, 3), 66);
    assert_int_equal(be_quantity_scale(0, 5, 7), 0);
    assert_int_equal(be_quantity_scale(BE_QUANTITY_MAX, 30, 31), INT64_C(967741935483870));
    assert_int_equal(be_quantity_scale(BE_QUANTITY_MAX, INT64_MAX, INT64_MAX), BE_QUANTITY_MAX);
    assert_int_equal(be_quantity_scale(BE_QUANTITY_MAX, 2, 1), BE_QUANTITY_MAX);
    assert_int_equal(be_quantity_scale(BE_QUANTITY_MAX, INT64_MAX, 1), BE_QUANTITY_MAX);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(counts_are_written_in_plain_digits),
        cmocka_unit_test(whole_parts_are_counted_up),
        cmocka_unit_test(scaling_rounds_down_and_stays_in_range),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
