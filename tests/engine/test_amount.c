/* Exact money: arithmetic, its range, missing values, and how amounts are written. */
#include <string.h>

#include "engine_test.h"
#include "random.h"

enum { RANDOM_CASES = 20000 };

static void sums_and_products_are_exact(void **state)
{
    (void)state;
    assert_amount(be_amount_add(money("0.1"), money("0.2")), "0.3");
    assert_amount(be_amount_sub(money("0.1"), money("0.2")), "-0.1");
    assert_amount(be_amount_times(money("0.275"), 100), "27.5");
    assert_amount(be_amount_times(money("0.000000001"), BE_QUANTITY_MAX), "1000000");
    assert_amount(be_amount_times(money("9999.999999999"), BE_QUANTITY_MAX), "9999999999999000000");
    assert_amount(be_amount_times(money("-0.5"), 3), "-1.5");
    assert_amount(be_amount_of(INT64_MAX), "9223372036854775807");
    assert_amount(be_amount_of(INT64_MIN), "-9223372036854775808");
}

static void a_quotient_rounds_half_away_from_zero_at_the_last_decimal(void **state)
{
    (void)state;
    assert_amount(be_amount_divide(money("0.8"), 1000000), "0.0000008");
    assert_amount(be_amount_divide(money("1"), 3), "0.333333333333333333");
    assert_amount(be_amount_divide(money("2"), 3), "0.666666666666666667");
    assert_amount(be_amount_divide(money("-2"), 3), "-0.666666666666666667");
    assert_amount(be_amount_divide(money("0.000000000000000001"), 2), "0.000000000000000001");
    assert_amount(be_amount_divide(money("-0.000000000000000001"), 2), "-0.000000000000000001");
    assert_amount(be_amount_divide(money("0.000000000000000001"), 3), "0");
    assert_true(be_amount_divides(money("0.8"), 1000000));
    assert_false(be_amount_divides(money("1"), 3));
    assert_true(be_amount_divides(money("quote"), 3));
}

static void what_leaves_the_range_is_overflow(void **state)
{
    (void)state;
    const be_amount largest = money("10000000000000000000");
    const be_amount least = money("0.000000000000000001");
    assert_amount(be_amount_sub(largest, least), "9999999999999999999.999999999999999999");
    assert_amount(be_amount_add(largest, least), "overflow");
    assert_amount(be_amount_sub(money("-10000000000000000000"), least), "overflow");
    assert_amount(be_amount_times(largest, 1), "10000000000000000000");
    assert_amount(be_amount_times(largest, 2), "overflow");
    assert_amount(be_amount_times(money("-6000000000000000000"), 2), "overflow");
    assert_amount(be_amount_times(money("10000"), BE_QUANTITY_MAX), "10000000000000000000");
    assert_amount(be_amount_times(money("10000.000000000000000001"), BE_QUANTITY_MAX), "overflow");
    assert_amount(be_amount_times(money("90000"), BE_QUANTITY_MAX), "overflow");
}

static void a_missing_amount_absorbs(void **state)
{
    (void)state;
    static const be_amount_state order[] = {BE_AMOUNT_KNOWN, BE_AMOUNT_QUOTE, BE_AMOUNT_UNPUBLISHED,
                                            BE_AMOUNT_OVERFLOW};
    for (size_t i = 0; i < COUNT_OF(order); i++) {
        for (size_t j = 0; j < COUNT_OF(order); j++) {
            be_amount a = i == 0 ? money("5") : be_amount_missing(order[i]);
            be_amount b = j == 0 ? money("7") : be_amount_missing(order[j]);
            be_amount_state worst = order[i > j ? i : j];
            assert_int_equal(be_amount_state_of(be_amount_add(a, b)), worst);
            assert_int_equal(be_amount_state_of(be_amount_sub(a, b)), worst);
        }
    }
    assert_amount(be_amount_times(money("unpublished"), 3), "unpublished");
    assert_amount(be_amount_times(money("unpublished"), 0), "0");
    assert_amount(be_amount_divide(money("quote"), 7), "quote");
    assert_false(be_amount_is_known(money("quote")));
    assert_false(be_amount_is_zero(money("quote")));
}

static void missing_amounts_sort_after_every_number(void **state)
{
    (void)state;
    const be_amount order[] = {money("-10000000000000000000"),
                               money("-1"),
                               money("0"),
                               money("0.000000000000000001"),
                               money("10000000000000000000"),
                               money("quote"),
                               be_amount_missing(BE_AMOUNT_UNPUBLISHED),
                               be_amount_missing(BE_AMOUNT_OVERFLOW)};
    for (size_t i = 0; i < COUNT_OF(order); i++) {
        for (size_t j = 0; j < COUNT_OF(order); j++) {
            int sign = be_amount_compare(order[i], order[j]);
            assert_int_equal((sign > 0) - (sign < 0), (i > j) - (i < j));
        }
    }
}

static void a_screen_gets_rounded_digits(void **state)
{
    (void)state;
    static const struct {
        const char *amount;
        int decimals;
        const char *text;
    } rows[] = {
        {"796", 2, "796.00"},
        {"7.775", 2, "7.78"},
        {"-7.775", 2, "-7.78"},
        {"7.774999", 2, "7.77"},
        {"0.005", 2, "0.01"},
        {"-0.004", 2, "0.00"},
        {"-0.005", 2, "-0.01"},
        {"999.995", 2, "1000.00"},
        {"0.5", 0, "1"},
        {"-0.5", 0, "-1"},
        {"0.4", 0, "0"},
        {"1.5", 18, "1.500000000000000000"},
        {"quote", 2, "quote"},
        {"unpublished", 2, "unpublished"},
        {"10000000000000000000", 2, "10000000000000000000.00"},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        char text[BE_AMOUNT_TEXT];
        size_t length = be_amount_format_rounded(money(rows[i].amount), rows[i].decimals, text);
        assert_string_equal(text, rows[i].text);
        assert_int_equal(length, strlen(text));
    }
    char text[BE_AMOUNT_TEXT];
    be_amount_format_rounded(be_amount_missing(BE_AMOUNT_OVERFLOW), 2, text);
    assert_string_equal(text, "overflow");
}

/* Any amount in the range, down to the last decimal. */
static be_amount random_amount(random_source *r)
{
    be_amount least = be_amount_divide(be_amount_of(1), BE_QUANTITY_MAX);
    least = be_amount_divide(least, 1000);
    be_amount whole = be_amount_of(random_between(r, INT64_MIN, INT64_MAX));
    if (random_chance(r, 50))
        whole = be_amount_divide(whole, random_between(r, 1, 1000000000));
    return be_amount_add(whole, be_amount_times(least, random_between(r, 0, BE_QUANTITY_MAX)));
}

static void what_is_written_reads_back_the_same(void **state)
{
    (void)state;
    random_source run = random_start("amount round trip");
    for (unsigned n = 0; n < RANDOM_CASES; n++) {
        random_source r = random_case(&run, n);
        be_amount amount = random_amount(&r), back;
        char text[BE_AMOUNT_TEXT];
        size_t length = be_amount_format(amount, text);
        assert_int_equal(length, strlen(text));
        if (be_amount_parse(text, &back) != BE_NUMBER_OK || be_amount_compare(amount, back) != 0)
            fail_msg("case %u: %s", n, text);
    }
}

static void sums_do_not_depend_on_the_order(void **state)
{
    (void)state;
    random_source run = random_start("amount sums");
    for (unsigned n = 0; n < RANDOM_CASES; n++) {
        random_source r = random_case(&run, n);
        be_amount a = be_amount_divide(random_amount(&r), 4), b = random_amount(&r);
        be_amount sum = be_amount_add(a, b);
        assert_int_equal(be_amount_compare(sum, be_amount_add(b, a)), 0);
        if (be_amount_is_known(sum))
            assert_int_equal(be_amount_compare(be_amount_sub(sum, b), a), 0);
        assert_int_equal(
            be_amount_compare(be_amount_times(a, 3), be_amount_add(a, be_amount_add(a, a))), 0);
    }
}

static void a_factor_is_exact_where_the_digits_allow_it(void **state)
{
    (void)state;
    const struct {
        const char *amount;
        be_ratio factor;
        const char *product;
    } rows[] = {
        {"53.75", BE_RATIO_ONE, "53.75"},
        {"53.75", BE_RATIO_ONE * 3 / 20, "8.0625"},
        {"-53.75", BE_RATIO_ONE * 3 / 20, "-8.0625"},
        {"53.75", -BE_RATIO_ONE * 3 / 20, "-8.0625"},
        {"0.000000000000000001", BE_RATIO_ONE / 2, "0.000000000000000001"}, /* half rounds away */
        {"-0.000000000000000001", BE_RATIO_ONE / 2, "-0.000000000000000001"},
        {"0.000000000000000003", BE_RATIO_ONE / 5, "0.000000000000000001"},
        {"1.000000000000000001", 1, "0.000000001"},
        {"10000000000000000000", BE_RATIO_ONE, "10000000000000000000"},
        {"10000000000000000000", BE_RATIO_ONE + 1, "overflow"},
        {"-10000000000000000000", BE_RATIO_ONE * 1000000000, "overflow"},
        {"10000000000", BE_RATIO_ONE * 1000000000, "10000000000000000000"},
        {"quote", 0, "quote"},
        {"7", 0, "0"},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++)
        assert_amount(be_amount_scale(money(rows[i].amount), rows[i].factor), rows[i].product);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sums_and_products_are_exact),
        cmocka_unit_test(a_quotient_rounds_half_away_from_zero_at_the_last_decimal),
        cmocka_unit_test(what_leaves_the_range_is_overflow),
        cmocka_unit_test(a_missing_amount_absorbs),
        cmocka_unit_test(missing_amounts_sort_after_every_number),
        cmocka_unit_test(a_screen_gets_rounded_digits),
        cmocka_unit_test(what_is_written_reads_back_the_same),
        cmocka_unit_test(sums_do_not_depend_on_the_order),
        cmocka_unit_test(a_factor_is_exact_where_the_digits_allow_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
