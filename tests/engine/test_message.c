/* Messages: templates filled with typed arguments. */
#include <string.h>

#include "engine_test.h"

static void arguments_read_as_people_write_them(void **state)
{
    (void)state;
    const be_money saved = {money("199.76"), "USD"};
    const struct {
        be_arg arg;
        const char *text;
    } rows[] = {
        {be_arg_quantity(0), "0"},
        {be_arg_quantity(999), "999"},
        {be_arg_quantity(10000), "10,000"},
        {be_arg_quantity(BE_QUANTITY_MAX), "1,000,000,000,000,000"},
        {be_arg_quantity(-123), "-123"},
        {be_arg_quantity(-123456), "-123,456"},
        {be_arg_ratio(BE_RATIO_ONE / 40), "2.5%"},
        {be_arg_factor(BE_RATIO_ONE / 40), "0.025"},
        {be_arg_text("10k"), "10k"},
        {be_arg_month(be_month_of(2026, 12)), "2026-12"},
        {be_arg_duration((be_duration){90, BE_DAYS}), "90 days"},
        {be_arg_duration((be_duration){1, BE_MONTHS}), "1 month"},
        {be_arg_duration((be_duration){0, BE_DAYS}), "without a stated end"},
        {be_arg_time(500000), "500 ms"},
        {be_arg_terms(5, BE_TERM_DAY), "5 days"},
        {be_arg_terms(1, BE_TERM_YEAR), "1 year"},
        {be_arg_terms(0, BE_TERM_MONTH), "month"},
        {be_arg_money(&saved), "199.76 USD"},
        {{.kind = BE_ARG_NONE}, ""},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        char text[BE_MESSAGE_TEXT];
        size_t length = be_arg_format(&rows[i].arg, text, sizeof text);
        assert_string_equal(text, rows[i].text);
        assert_int_equal(length, strlen(text));
    }
}

static void a_template_is_filled_in_any_order(void **state)
{
    (void)state;
    const be_message message = {
        BE_MSG_OVER_QPS,
        {be_arg_quantity(2), be_arg_quantity(8), be_arg_month(be_month_of(2026, 12))}};
    char text[BE_MESSAGE_TEXT];
    assert_message(&message, "Carries 2 QPS in 2026-12; 8 are needed.");
    be_message_fill(&message, "{2}: {1} > {0}, {1}", text, sizeof text);
    assert_string_equal(text, "2026-12: 8 > 2, 8");
    be_message_fill(&message, "{x} {9} {0 {} {3}", text, sizeof text);
    assert_string_equal(text, "{x} {9} {0 {} ");
}

static void words_go_by_the_number(void **state)
{
    (void)state;
    const be_message message = {BE_MSG_OVER_QPS,
                                {be_arg_quantity(1), be_arg_quantity(2), be_arg_text("x")}};
    char text[BE_MESSAGE_TEXT];
    be_message_fill(&message, "{0} {0:task runs|tasks run}, {1} {1:is|are}", text, sizeof text);
    assert_string_equal(text, "1 task runs, 2 are");
    be_message_fill(&message, "{2:one|many} {0:|s}", text, sizeof text);
    assert_string_equal(text, "many ");
    be_message_fill(&message, "{0:a} {0:a|b {9:a|b}", text, sizeof text);
    assert_string_equal(text, "{0:a} a");
    be_message_fill(&message, "{1:one|many}", text, 3);
    assert_string_equal(text, "ma");
}

static void a_text_too_long_is_cut_and_ended(void **state)
{
    (void)state;
    const be_message message = {
        BE_MSG_OVER_QPS,
        {be_arg_quantity(1234567), be_arg_quantity(8), be_arg_month(be_month_of(2026, 12))}};
    char whole[BE_MESSAGE_TEXT];
    be_message_text(&message, whole, sizeof whole);
    for (size_t size = 1; size <= strlen(whole) + 1; size++) {
        char cut[BE_MESSAGE_TEXT];
        memset(cut, '#', sizeof cut);
        size_t length = be_message_text(&message, cut, size);
        assert_int_equal(length, size - 1);
        assert_int_equal(cut[length], '\0');
        assert_memory_equal(cut, whole, length);
        assert_int_equal(cut[size], '#');
    }
    assert_int_equal(be_message_text(&message, whole, 0), 0);
    assert_int_equal(be_arg_format(&message.args[0], whole, 0), 0);
}

/* Characters of one to four bytes, from the template and from an argument. */
static void a_cut_falls_between_characters(void **state)
{
    (void)state;
    static const char template_text[] = "\u4E07a{0}\u00E9{0}\u4EBF";
    static const char whole[] = "\u4E07ax\u4EF7\U0001F4B0\u00E9x\u4EF7\U0001F4B0\u4EBF";
    const be_message message = {BE_MSG_SECOND_HAND, {be_arg_text("x\u4EF7\U0001F4B0")}};
    for (size_t size = 1; size <= sizeof whole; size++) {
        char cut[sizeof whole];
        size_t length = be_message_fill(&message, template_text, cut, size);
        assert_true(length < size);
        assert_true(size - length <= 4);
        assert_int_equal(cut[length], '\0');
        assert_memory_equal(cut, whole, length);
        assert_int_not_equal((unsigned char)whole[length] & 0xC0, 0x80);
    }
}

static void every_message_has_a_name_and_a_text(void **state)
{
    (void)state;
    for (int id = 0; id < BE_MSG_COUNT; id++) {
        assert_true(strlen(be_message_name((be_message_id)id)) > 0);
        assert_true(strlen(be_message_template((be_message_id)id)) > 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(arguments_read_as_people_write_them),
        cmocka_unit_test(a_template_is_filled_in_any_order),
        cmocka_unit_test(words_go_by_the_number),
        cmocka_unit_test(a_text_too_long_is_cut_and_ended),
        cmocka_unit_test(a_cut_falls_between_characters),
        cmocka_unit_test(every_message_has_a_name_and_a_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
