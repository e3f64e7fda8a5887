/* The grammar of numbers: what is read, what is refused, and why. */
#include <string.h>

#include "engine_test.h"

typedef struct amount_row {
    const char *text;
    const char *value; /* as it is written back; NULL: refused */
    be_number_error error;
} amount_row;

#define READ(text, value)                                                                          \
    {                                                                                              \
        text, value, BE_NUMBER_OK                                                                  \
    }
#define REFUSED(text, error)                                                                       \
    {                                                                                              \
        text, NULL, BE_NUMBER_##error                                                              \
    }

static const amount_row amounts[] = {
    READ("0", "0"),
    READ("7", "7"),
    READ("-7", "-7"),
    READ("-0", "0"),
    READ("0.275", "0.275"),
    READ(".5", "0.5"),
    READ("-.5", "-0.5"),
    READ("000.500", "0.5"),
    READ("0007", "7"),
    READ("  12  ", "12"),
    READ("\t12\t", "12"),
    READ("4,000", "4000"),
    READ("1,000,000", "1000000"),
    READ("1 000 000", "1000000"),
    READ("12,345.678", "12345.678"),
    READ("1_000.50", "1000.5"),
    READ("1_2_3", "123"),
    READ("0.000_1", "0.0001"),
    READ("0.000000000000000001", "0.000000000000000001"),
    READ("0.1000000000000000000000", "0.1"),
    READ("9999999999999999999.999999999999999999", "9999999999999999999.999999999999999999"),
    READ("10000000000000000000", "10000000000000000000"),
    READ("-10000000000000000000", "-10000000000000000000"),
    READ("\uFF10\uFF0E\uFF12\uFF17\uFF15", "0.275"),
    READ("\uFF14\uFF0C\uFF10\uFF10\uFF10", "4000"),
    READ("\u30001\u00A0000\u3000", "1000"),

    REFUSED("", EMPTY),
    REFUSED("   ", EMPTY),
    REFUSED("\u3000", EMPTY),
    REFUSED("0,275", GROUPING),
    REFUSED("0,27", GROUPING),
    REFUSED("1,5", GROUPING),
    REFUSED("1,50", GROUPING),
    REFUSED("1.000,50", GROUPING),
    REFUSED("1000,000", GROUPING),
    REFUSED("1,0000", GROUPING),
    REFUSED("1,000,00", GROUPING),
    REFUSED("1,00,000", GROUPING),
    REFUSED("1_000,000", GROUPING),
    REFUSED("1,", GROUPING),
    REFUSED("1,,000", GROUPING),
    REFUSED("1 00", GROUPING),
    REFUSED("0.2.7", POINTS),
    REFUSED("1.2.", POINTS),
    REFUSED("1..2", JUNK),
    REFUSED(".", JUNK),
    REFUSED("5.", JUNK),
    REFUSED("-", JUNK),
    REFUSED("--1", JUNK),
    REFUSED("- 1", JUNK),
    REFUSED("+1", JUNK),
    REFUSED("1-", JUNK),
    REFUSED("1e5", JUNK),
    REFUSED("0x10", JUNK),
    REFUSED("_1", JUNK),
    REFUSED("1_", JUNK),
    REFUSED("1__0", JUNK),
    REFUSED("inf", JUNK),
    REFUSED("nan", JUNK),
    REFUSED("12 USD", JUNK),
    REFUSED("$12", JUNK),
    REFUSED("12k", JUNK),
    REFUSED("12w", JUNK),
    REFUSED("12y", JUNK),
    REFUSED("12\u4E07", JUNK),
    REFUSED("5%", JUNK),
    REFUSED("1\n2", JUNK),
    REFUSED("\xFF", JUNK),
    REFUSED("1\xE4\xB8", JUNK),
    REFUSED("0.0000000000000000001", TOO_PRECISE),
    REFUSED("1.0000000000000000001", TOO_PRECISE),
    REFUSED("10000000000000000000.000000000000000001", TOO_LARGE),
    REFUSED("10000000000000000001", TOO_LARGE),
    REFUSED("-10000000000000000001", TOO_LARGE),
    REFUSED("99999999999999999999999999999999999999", TOO_LARGE),
    REFUSED("999999999999999999999999999999999999999", TOO_LARGE),
    REFUSED("340282366920938463463374607431768211456", TOO_LARGE), /* 2^128 */
    REFUSED("99999999999999999999999999999999999999999999999999", TOO_LARGE),
};

static void amounts_are_read_or_refused_for_a_reason(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(amounts); i++) {
        const amount_row *row = &amounts[i];
        be_amount value = money("42");
        be_number_error error = be_amount_parse(row->text, &value);
        if (error != row->error)
            fail_msg("\"%s\": %s", row->text, be_number_error_text(error));
        /* A refused text leaves the value as it was. */
        assert_amount(value, row->value != NULL ? row->value : "42");
    }
}

typedef struct quantity_row {
    const char *text;
    int flags;
    be_quantity value;
    be_number_error error;
} quantity_row;

static const quantity_row quantities[] = {
    {"0", BE_NUMBER_PLAIN, 0, BE_NUMBER_OK},
    {"-0", BE_NUMBER_PLAIN, 0, BE_NUMBER_OK},
    {"360,000", BE_NUMBER_PLAIN, 360000, BE_NUMBER_OK},
    {"12.000", BE_NUMBER_PLAIN, 12, BE_NUMBER_OK},
    {"1000000000000000", BE_NUMBER_PLAIN, BE_QUANTITY_MAX, BE_NUMBER_OK},
    {"30k", BE_NUMBER_SUFFIX, 30000, BE_NUMBER_OK},
    {"30 k", BE_NUMBER_SUFFIX, 30000, BE_NUMBER_OK},
    {"30K", BE_NUMBER_SUFFIX, 30000, BE_NUMBER_OK},
    {"3.5M", BE_NUMBER_SUFFIX, 3500000, BE_NUMBER_OK},
    {"2G", BE_NUMBER_SUFFIX, 2000000000, BE_NUMBER_OK},
    {"2B", BE_NUMBER_SUFFIX, 2000000000, BE_NUMBER_OK},
    {"0.0001k", BE_NUMBER_SUFFIX, 0, BE_NUMBER_NOT_WHOLE},
    {"0k", BE_NUMBER_SUFFIX, 0, BE_NUMBER_OK},
    {"3\u4E07", BE_NUMBER_SUFFIX, 30000, BE_NUMBER_OK},
    {"3\u842C", BE_NUMBER_SUFFIX, 30000, BE_NUMBER_OK},
    {"1.5\u4EBF", BE_NUMBER_SUFFIX, 150000000, BE_NUMBER_OK},
    {"\uFF13 \u4E07", BE_NUMBER_SUFFIX, 30000, BE_NUMBER_OK},
    {"1,000k", BE_NUMBER_SUFFIX, 1000000, BE_NUMBER_OK},
    {"0.000000000001\u4EBF", BE_NUMBER_SUFFIX, 0, BE_NUMBER_NOT_WHOLE},

    {"1000000000000001", BE_NUMBER_PLAIN, 0, BE_NUMBER_TOO_LARGE},
    {"9223372036854775808", BE_NUMBER_PLAIN, 0, BE_NUMBER_TOO_LARGE},
    {"99999999999999999999999999999999999999k", BE_NUMBER_SUFFIX, 0, BE_NUMBER_TOO_LARGE},
    {"0.5", BE_NUMBER_PLAIN, 0, BE_NUMBER_NOT_WHOLE},
    {"0.5", BE_NUMBER_SUFFIX, 0, BE_NUMBER_NOT_WHOLE},
    {"-1", BE_NUMBER_PLAIN, 0, BE_NUMBER_NEGATIVE},
    {"-0.5", BE_NUMBER_PLAIN, 0, BE_NUMBER_NEGATIVE},
    {"30k", BE_NUMBER_PLAIN, 0, BE_NUMBER_JUNK},
    {"3\u4E07", BE_NUMBER_PLAIN, 0, BE_NUMBER_JUNK},
    {"3\u4E075", BE_NUMBER_SUFFIX, 0, BE_NUMBER_JUNK},
    {"3kk", BE_NUMBER_SUFFIX, 0, BE_NUMBER_JUNK},
    {"k", BE_NUMBER_SUFFIX, 0, BE_NUMBER_JUNK},
    {"3w", BE_NUMBER_SUFFIX, 0, BE_NUMBER_JUNK},
    {"5%", BE_NUMBER_SUFFIX, 0, BE_NUMBER_JUNK},
    {"5%", BE_NUMBER_PERCENT, 0, BE_NUMBER_JUNK}, /* a share of a count is no count */
    {"1e5", BE_NUMBER_SUFFIX, 0, BE_NUMBER_JUNK},
    {"0,5k", BE_NUMBER_SUFFIX, 0, BE_NUMBER_GROUPING},
    {"", BE_NUMBER_SUFFIX, 0, BE_NUMBER_EMPTY},
};

static void quantities_are_read_or_refused_for_a_reason(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(quantities); i++) {
        const quantity_row *row = &quantities[i];
        be_quantity value = -42;
        be_number_error error = be_quantity_parse(row->text, row->flags, &value);
        if (error != row->error)
            fail_msg("\"%s\": %s", row->text, be_number_error_text(error));
        if (value != (error == BE_NUMBER_OK ? row->value : -42))
            fail_msg("\"%s\" is %lld", row->text, (long long)value);
    }
}

typedef struct ratio_row {
    const char *text;
    be_ratio value;
    be_number_error error;
} ratio_row;

static const ratio_row ratios[] = {
    {"5%", 50000000, BE_NUMBER_OK},
    {"0.05", 50000000, BE_NUMBER_OK},
    {"-2.5 %", -25000000, BE_NUMBER_OK},
    {"\uFF15\uFF05", 50000000, BE_NUMBER_OK},
    {"0%", 0, BE_NUMBER_OK},
    {"150%", 1500000000, BE_NUMBER_OK},
    {"0.000000001", 1, BE_NUMBER_OK},
    {"0.0000001%", 1, BE_NUMBER_OK},
    {"1000000000", BE_RATIO_ONE * 1000000000, BE_NUMBER_OK},
    {"100,000,000,000%", BE_RATIO_ONE * 1000000000, BE_NUMBER_OK},
    {"0.0000000001", 0, BE_NUMBER_TOO_PRECISE},
    {"0.00000001%", 0, BE_NUMBER_TOO_PRECISE},
    {"1000000001", 0, BE_NUMBER_TOO_LARGE},
    {"5%%", 0, BE_NUMBER_JUNK},
    {"5k", 0, BE_NUMBER_JUNK},
    {"%", 0, BE_NUMBER_JUNK},
    {"", 0, BE_NUMBER_EMPTY},
    {"2,5%", 0, BE_NUMBER_GROUPING},
};

static void ratios_are_read_or_refused_for_a_reason(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(ratios); i++) {
        const ratio_row *row = &ratios[i];
        be_ratio value = -42;
        be_number_error error = be_ratio_parse(row->text, &value);
        if (error != row->error)
            fail_msg("\"%s\": %s", row->text, be_number_error_text(error));
        if (value != (error == BE_NUMBER_OK ? row->value : -42))
            fail_msg("\"%s\" is %lld", row->text, (long long)value);
    }
}

static void a_text_without_end_is_refused_without_harm(void **state)
{
    (void)state;
    static char digits[10001], zeros[10001];
    memset(digits, '9', sizeof digits - 1);
    memset(zeros, '0', sizeof zeros - 1);
    be_amount value;
    assert_int_equal(be_amount_parse(digits, &value), BE_NUMBER_TOO_LARGE);
    assert_int_equal(be_amount_parse(zeros, &value), BE_NUMBER_TOO_LARGE);
}

static void every_error_has_a_text(void **state)
{
    (void)state;
    for (int error = BE_NUMBER_OK; error <= BE_NUMBER_ERROR_COUNT; error++)
        assert_true(strlen(be_number_error_text((be_number_error)error)) > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(amounts_are_read_or_refused_for_a_reason),
        cmocka_unit_test(quantities_are_read_or_refused_for_a_reason),
        cmocka_unit_test(ratios_are_read_or_refused_for_a_reason),
        cmocka_unit_test(a_text_without_end_is_refused_without_harm),
        cmocka_unit_test(every_error_has_a_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
