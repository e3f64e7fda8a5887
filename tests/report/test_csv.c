/* Comma-separated values: fields that need quotes, and those that are empty. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "report/csv.h"

typedef struct sample {
    const char *text;
    be_quantity quantity;
    be_amount amount;
    bool flag;
} sample;

static void put_text(csv *line, const void *row)
{
    csv_text(line, ((const sample *)row)->text);
}

static void put_quantity(csv *line, const void *row)
{
    csv_quantity(line, ((const sample *)row)->quantity);
}

static void put_amount(csv *line, const void *row)
{
    csv_amount(line, ((const sample *)row)->amount);
}

static void put_state(csv *line, const void *row)
{
    csv_state(line, ((const sample *)row)->amount);
}

static void put_flag(csv *line, const void *row)
{
    csv_flag(line, ((const sample *)row)->flag);
}

static const csv_column columns[] = {
    {"text", put_text},   {"a,b", put_quantity}, {"amount", put_amount},
    {"state", put_state}, {"flag", put_flag},
};

static const csv_table table = {columns, sizeof columns / sizeof *columns};

static void expect_row(const sample *row, const char *expected)
{
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    assert_non_null(out);
    csv_row(out, &table, row);
    assert_int_equal(fclose(out), 0);
    assert_string_equal(text, expected);
    free(text);
}

static void the_header_names_the_columns(void **state)
{
    (void)state;
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    assert_non_null(out);
    csv_header(out, &table);
    assert_int_equal(fclose(out), 0);
    assert_string_equal(text, "text,\"a,b\",amount,state,flag\r\n");
    free(text);
}

static void amounts_keep_every_digit(void **state)
{
    (void)state;
    be_amount amount;
    assert_int_equal(be_amount_parse("-7.775000000000000001", &amount), BE_NUMBER_OK);
    expect_row(&(sample){"plain", 1000000, amount, true},
               "plain,1000000,-7.775000000000000001,,true\r\n");
}

static void what_is_missing_is_empty(void **state)
{
    (void)state;
    expect_row(&(sample){NULL, 0, be_amount_missing(BE_AMOUNT_QUOTE), false},
               ",0,,quote,false\r\n");
}

static void expect_text(const char *text, const char *field)
{
    char row[256];
    snprintf(row, sizeof row, "%s,0,0,,false\r\n", field);
    expect_row(&(sample){text, 0, be_amount_zero(), false}, row);
}

static void what_begins_a_formula_is_text(void **state)
{
    (void)state;
    expect_text("=1+1", "'=1+1");
    expect_text("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0");
    expect_text("-2+3", "'-2+3");
    expect_text("@SUM(A1)", "'@SUM(A1)");
    expect_text("\t=1", "\"'\t=1\"");
    expect_text("\r=1", "\"'\r=1\"");
    expect_text("\n=1", "\"'\n=1\"");
    expect_text("  =1", "\"'  =1\"");
    expect_text("＝1", "'＝1");
    expect_text("＠A1", "'＠A1");
    expect_text("=HYPERLINK(\"http://x\",\"y\")", "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"");
    expect_text("-", "'-");
    expect_text("-.5", "'-.5");
    expect_text("-5e1", "'-5e1");
    expect_text("a=1", "a=1");
}

static void numbers_stay_numbers(void **state)
{
    (void)state;
    static const char *const numbers[] = {"-5", "+5", "-5%", "-0.25", "+12.5%"};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        expect_text(numbers[i], numbers[i]);
}

static void what_is_no_character_is_replaced(void **state)
{
    (void)state;
    expect_text("a\033[2Jb", "a\uFFFD[2Jb");
    expect_text("a\xFF"
                "b",
                "a\uFFFDb");
    expect_text("人脸", "人脸");
}

static void a_mark_tells_that_it_is_unicode(void **state)
{
    (void)state;
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    assert_non_null(out);
    csv_begin(out, true);
    assert_int_equal(fflush(out), 0);
    assert_string_equal(text, "");
    csv_begin(out, false);
    assert_int_equal(fclose(out), 0);
    assert_string_equal(text, "\xEF\xBB\xBF");
    free(text);
}

static void quotes_where_they_are_needed(void **state)
{
    (void)state;
    expect_row(&(sample){"a,b", 0, be_amount_zero(), false}, "\"a,b\",0,0,,false\r\n");
    expect_row(&(sample){"say \"a\"", 0, be_amount_zero(), false},
               "\"say \"\"a\"\"\",0,0,,false\r\n");
    expect_row(&(sample){"two\r\nlines", 0, be_amount_zero(), false},
               "\"two\r\nlines\",0,0,,false\r\n");
    expect_text("", "");
    expect_text("a;b", "\"a;b\"");
    expect_text(" a", "\" a\"");
    expect_text("a ", "\"a \"");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_header_names_the_columns),
        cmocka_unit_test(amounts_keep_every_digit),
        cmocka_unit_test(what_is_missing_is_empty),
        cmocka_unit_test(what_begins_a_formula_is_text),
        cmocka_unit_test(numbers_stay_numbers),
        cmocka_unit_test(what_is_no_character_is_replaced),
        cmocka_unit_test(a_mark_tells_that_it_is_unicode),
        cmocka_unit_test(quotes_where_they_are_needed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
