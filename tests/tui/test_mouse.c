/* Reports of the mouse, byte by byte. */
#include "tui/term/mouse.h"

#include "unit.h"

#include <stdio.h>
#include <string.h>

#define BYTES(text) (text), sizeof(text) - 1

/* Takes bytes as far as the report goes, and tells how many. */
static mouse_result take(mouse_format format, const char *bytes, size_t length, term_mouse *pressed,
                         size_t *taken)
{
    mouse_report report;
    mouse_result result = MOUSE_MORE;

    mouse_begin(&report, format);
    for (*taken = 0; *taken < length && result == MOUSE_MORE; ++*taken) {
        assert_int_equal(report.format, format);
        result = mouse_take(&report, (unsigned char)bytes[*taken], pressed);
    }
    assert_int_equal(report.format, result == MOUSE_MORE ? format : MOUSE_NONE);
    return result;
}

static void expect_press(mouse_format format, const char *bytes, size_t length, term_mouse expected)
{
    term_mouse pressed = {.row = -1};
    size_t taken;

    assert_int_equal(take(format, bytes, length, &pressed, &taken), MOUSE_PRESSED);
    assert_int_equal(taken, length);
    assert_int_equal(pressed.button, expected.button);
    assert_int_equal(pressed.row, expected.row);
    assert_int_equal(pressed.col, expected.col);
}

/* Nothing comes of the bytes, which are read up to the last. */
static void expect_nothing(mouse_format format, const char *bytes, size_t length,
                           mouse_result expected)
{
    const term_mouse before = {.button = TERM_WHEEL_UP, .row = -1, .col = -1};
    term_mouse pressed = before;
    size_t taken;

    assert_int_equal(take(format, bytes, length, &pressed, &taken), expected);
    assert_int_equal(taken, length);
    assert_int_equal(pressed.button, before.button);
    assert_int_equal(pressed.row, before.row);
    assert_int_equal(pressed.col, before.col);
}

static void tells_button_and_place(void **state)
{
    (void)state;
    expect_press(MOUSE_SGR, BYTES("0;1;1M"), (term_mouse){TERM_LEFT_BUTTON, 0, 0});
    expect_press(MOUSE_SGR, BYTES("1;10;5M"), (term_mouse){TERM_MIDDLE_BUTTON, 4, 9});
    expect_press(MOUSE_SGR, BYTES("2;300;100M"), (term_mouse){TERM_RIGHT_BUTTON, 99, 299});
    expect_press(MOUSE_SGR, BYTES("64;010;5M"), (term_mouse){TERM_WHEEL_UP, 4, 9});
    expect_press(MOUSE_SGR, BYTES("65;10;5M"), (term_mouse){TERM_WHEEL_DOWN, 4, 9});
    expect_press(MOUSE_X10, BYTES(" !!"), (term_mouse){TERM_LEFT_BUTTON, 0, 0});
    expect_press(MOUSE_X10, BYTES("!*%"), (term_mouse){TERM_MIDDLE_BUTTON, 4, 9});
    expect_press(MOUSE_X10, BYTES("\"\377\177"), (term_mouse){TERM_RIGHT_BUTTON, 94, 222});
    expect_press(MOUSE_X10, BYTES("`*%"), (term_mouse){TERM_WHEEL_UP, 4, 9});
    expect_press(MOUSE_X10, BYTES("a*%"), (term_mouse){TERM_WHEEL_DOWN, 4, 9});
}

static void a_click_is_one_with_any_modifier_held(void **state)
{
    char report[32];

    (void)state;
    for (int held = 0; held <= 4 + 8 + 16; held += 4) {
        int length = snprintf(report, sizeof report, "%d;3;2M", held);
        expect_press(MOUSE_SGR, report, (size_t)length, (term_mouse){TERM_LEFT_BUTTON, 1, 2});
        length = snprintf(report, sizeof report, "%d;3;2M", 65 + held);
        expect_press(MOUSE_SGR, report, (size_t)length, (term_mouse){TERM_WHEEL_DOWN, 1, 2});
    }
}

static void releases_motion_and_other_buttons_mean_nothing(void **state)
{
    static const char *const reports[] = {
        "0;3;2m",  "64;3;2m", "3;3;2M",   "32;3;2M",  "35;3;2M",
        "66;3;2M", "67;3;2M", "128;3;2M", "256;3;2M", "99999;3;2M",
    };

    (void)state;
    for (size_t i = 0; i < sizeof reports / sizeof *reports; i++)
        expect_nothing(MOUSE_SGR, reports[i], strlen(reports[i]), MOUSE_IGNORED);
    expect_nothing(MOUSE_X10, BYTES("#*%"), MOUSE_IGNORED);
    expect_nothing(MOUSE_X10, BYTES("@*%"), MOUSE_IGNORED);
    expect_nothing(MOUSE_X10, BYTES("b*%"), MOUSE_IGNORED);
}

static void a_place_is_never_negative_nor_too_great(void **state)
{
    static const char huge[] = "0;99999999999999999999999999;4294967296M";

    (void)state;
    expect_press(MOUSE_SGR, BYTES("0;0;0M"), (term_mouse){TERM_LEFT_BUTTON, 0, 0});
    expect_press(MOUSE_X10, BYTES("   "), (term_mouse){TERM_LEFT_BUTTON, 0, 0});
    expect_press(MOUSE_SGR, huge, sizeof huge - 1,
                 (term_mouse){TERM_LEFT_BUTTON, MOUSE_NUMBER_MAX - 1, MOUSE_NUMBER_MAX - 1});
    expect_nothing(MOUSE_SGR, BYTES("4294967296;1;1M"), MOUSE_IGNORED);
}

/* Up to the byte that ends a control sequence, so that none of it is taken for text. */
static void what_is_no_report_is_read_to_its_end(void **state)
{
    static const char *const reports[] = {
        "M",        "m",        "0M",   "0;1M",    ";;M",    "0;;1M",     "q",       "0;1;1q",
        "0;1;1;1M", "0;1;1;;M", "0;1[", "0;1;1 M", "0:1;1M", "-1;-1;-1M", "<0;1;1~", "0;1;1!@",
    };

    (void)state;
    for (size_t i = 0; i < sizeof reports / sizeof *reports; i++)
        expect_nothing(MOUSE_SGR, reports[i], strlen(reports[i]), MOUSE_IGNORED);
}

static void another_key_ends_a_report(void **state)
{
    (void)state;
    expect_nothing(MOUSE_SGR, BYTES("\033"), MOUSE_FOREIGN);
    expect_nothing(MOUSE_SGR, BYTES("0;1\r"), MOUSE_FOREIGN);
    expect_nothing(MOUSE_SGR, BYTES("0;1;1\177"), MOUSE_FOREIGN);
    expect_nothing(MOUSE_SGR, BYTES("0;1;1\303"), MOUSE_FOREIGN);
    expect_nothing(MOUSE_SGR, BYTES("0\0"), MOUSE_FOREIGN);
    expect_nothing(MOUSE_X10, BYTES("\033"), MOUSE_FOREIGN);
    expect_nothing(MOUSE_X10, BYTES(" *\r"), MOUSE_FOREIGN);
}

/* NUL stands for them in an old report. */
static void a_place_too_far_to_be_told_is_none(void **state)
{
    (void)state;
    expect_nothing(MOUSE_X10, BYTES(" \0%"), MOUSE_IGNORED);
    expect_nothing(MOUSE_X10, BYTES(" *\0"), MOUSE_IGNORED);
}

static void a_report_need_not_end(void **state)
{
    mouse_report report;
    term_mouse pressed;

    (void)state;
    mouse_begin(&report, MOUSE_SGR);
    for (int i = 0; i < 100000; i++)
        assert_int_equal(mouse_take(&report, i % 3 == 2 ? ';' : '9', &pressed), MOUSE_MORE);
    assert_int_equal(mouse_take(&report, 'M', &pressed), MOUSE_IGNORED);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tells_button_and_place),
        cmocka_unit_test(a_click_is_one_with_any_modifier_held),
        cmocka_unit_test(releases_motion_and_other_buttons_mean_nothing),
        cmocka_unit_test(a_place_is_never_negative_nor_too_great),
        cmocka_unit_test(what_is_no_report_is_read_to_its_end),
        cmocka_unit_test(another_key_ends_a_report),
        cmocka_unit_test(a_place_too_far_to_be_told_is_none),
        cmocka_unit_test(a_report_need_not_end),
    };
    return cmocka_run_group_tests_name("tui/mouse", tests, NULL, NULL);
}
