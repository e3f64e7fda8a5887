/* The mouse in the planner: everything it does has a key as well. */
#include "planner/planner_test.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* The example, whose hint is put away. */
static tty *start(int cols, int rows, const char *const *environment, const char *option)
{
    const char *const argv[] = {BREAKEVEN, option, NULL};
    tty *t = tty_start(
        &(tty_options){.argv = argv, .cols = cols, .rows = rows, .environment = environment});
    tty_wait_row(t, 0, "Example: ");
    tty_key(t, TTY_ESCAPE);
    tty_wait_row(t, -1, "a add");
    return t;
}

/* The row that shows a text, and its column on the screen: everything is one column wide here. */
static int find(tty *t, const char *text, int *col)
{
    const int rows = tty_snapshot(t)->rows;
    for (int row = 0; row < rows; row++) {
        const char *line = tty_row(t, row), *at = strstr(line, text);
        if (at == NULL)
            continue;
        *col = 0;
        for (const char *c = line; c < at; c++)
            *col += ((unsigned char)*c & 0xC0) != 0x80;
        return row;
    }
    fail_msg("\"%s\" is not on the screen", text);
    return -1;
}

static void click(tty *t, const char *text)
{
    int col, row = find(t, text, &col);
    tty_click(t, row, col);
}

/* A hint at the foot, not the same words in a frame. */
static void click_foot(tty *t, const char *text)
{
    const char *line = tty_row(t, -1), *at = strstr(line, text);
    int col = 0;
    assert_non_null(at);
    for (const char *c = line; c < at; c++)
        col += ((unsigned char)*c & 0xC0) != 0x80;
    tty_click(t, tty_snapshot(t)->rows - 1, col);
}

static void wheel(tty *t, const char *text, int steps)
{
    int col, row = find(t, text, &col);
    tty_wheel(t, row, col, steps);
}

static const struct {
    int cols, rows;
    const char *const *environment;
} screens[] = {{80, 24, planner_utf8},
               {120, 36, planner_utf8},
               {200, 60, planner_utf8},
               {80, 24, planner_ascii}};

enum { SCREENS = sizeof screens / sizeof *screens };

static tty *start_on(int i, const char *option)
{
    return start(screens[i].cols, screens[i].rows, screens[i].environment, option);
}

static void chooses_a_product(void **state)
{
    (void)state;
    for (int i = 0; i < SCREENS; i++) {
        tty *t = start_on(i, NULL);
        click(t, "OCR, one API");
        tty_wait_text(t, "OCR, one API, Huawei Cloud");
        tty_finish(t);
    }
}

static void goes_to_a_field_and_edits_it(void **state)
{
    (void)state;
    for (int i = 0; i < SCREENS; i++) {
        tty *t = start_on(i, NULL);
        click(t, "Response time");
        tty_wait_text(t, "Average time of one request");
        click(t, "Response time");
        tty_wait_row(t, -1, "next field");
        click(t, "Peak QPS"); /* takes the value */
        tty_wait_text(t, "Queries a second at the peak");
        tty_finish(t);
    }
}

static void a_wrong_value_keeps_the_keys(void **state)
{
    (void)state;
    tty *t = start(80, 24, planner_utf8, NULL);
    tty_key(t, TTY_ENTER);
    tty_type(t, "x");
    tty_wait_text(t, "is not a number");
    click(t, "OCR, one API");
    tty_wait_row(t, -1, "Correct this value first");
    tty_wait_text(t, "3500000x");
}

static void puts_the_cursor_where_it_is_clicked(void **state)
{
    (void)state;
    tty *t = start(80, 24, planner_utf8, NULL);
    tty_key(t, TTY_ENTER);
    tty_wait_text(t, "3500000");
    click(t, "500000"); /* behind the 3 */
    tty_type(t, "9");
    tty_wait_text(t, "39500000");
}

static void explains_a_column(void **state)
{
    (void)state;
    for (int i = 0; i < SCREENS; i++) {
        tty *t = start_on(i, NULL);
        tty_key(t, TTY_END); /* which is explained at once */
        tty_wait_text(t, "AI Try-on, Image Refinement, Alibaba");
        click(t, "Best plan");
        tty_wait_text(t, "alibaba/aitryon-refiner");
        wheel(t, "alibaba/aitryon-refiner", 20);
        tty_wait_gone(t, "alibaba/aitryon-refiner");
        wheel(t, "AI Try-on", -40);
        tty_wait_text(t, "alibaba/aitryon-refiner");
        tty_key(t, TTY_ESCAPE);
        tty_wait_gone(t, "alibaba/aitryon-refiner");
        tty_finish(t);
    }
}

static void turns_the_wheel_over_what_it_scrolls(void **state)
{
    (void)state;
    tty *t = start(120, 36, planner_utf8, NULL);
    wheel(t, "Proven: no other plan", 1);
    tty_wait_gone(t, "Proven: no other plan");
    tty_wait_text(t, "4-");
}

static void does_what_a_hint_says(void **state)
{
    (void)state;
    for (int i = 0; i < SCREENS; i++) {
        tty *t = start_on(i, NULL);
        click_foot(t, "a add");
        tty_wait_text(t, "Filter");
        click_foot(t, "Esc back");
        tty_wait_gone(t, "Filter");
        click_foot(t, "c chart");
        tty_wait_text(t, "as the volume grows");
        tty_finish(t);
    }
}

static void picks_a_product(void **state)
{
    (void)state;
    tty *t = start(120, 36, planner_utf8, NULL);
    tty_type(t, "a");
    tty_wait_text(t, "Filter");
    tty_type(t, "style transfer");
    tty_wait_text(t, "2 products");
    click(t, "$0.08");
    tty_wait_idle(t);
    tty_wait_text(t, "Filter");
    click(t, "$0.08");
    tty_wait_gone(t, "Filter");
    tty_wait_text(t, "Image Style Transfer, Tencent Cloud");
}

static void looks_at_a_volume_on_the_chart(void **state)
{
    (void)state;
    tty *t = start(120, 36, planner_utf8, NULL);
    tty_type(t, "c");
    tty_wait_text(t, "3,500,000 calls");
    tty_wait_gone(t, "searching");
    tty_click(t, 20, 30);
    tty_wait_gone(t, "3,500,000 calls");
    tty_wheel(t, 20, 30, -1);
    tty_wait_text(t, "as the volume grows");
    tty_wheel(t, 20, 30, 1);
    tty_key(t, TTY_ESCAPE);
    tty_wait_gone(t, "as the volume grows");
}

static void puts_the_hint_away(void **state)
{
    (void)state;
    static const char *const argv[] = {BREAKEVEN, NULL};
    tty *t = tty_start(
        &(tty_options){.argv = argv, .cols = 120, .rows = 36, .environment = planner_utf8});
    tty_wait_text(t, "First steps");
    click(t, "First steps");
    tty_wait_gone(t, "First steps");
}

static void can_be_turned_off(void **state)
{
    (void)state;
    tty *t = start(80, 24, planner_utf8, NULL);
    assert_true(tty_raw_contains(t, "\033[?1006;1000h"));
    tty_raw_reset(t);
    tty_type(t, "M");
    tty_wait_row(t, -1, "The mouse is off");
    assert_true(tty_raw_contains(t, "\033[?1006;1000l"));
    tty_type(t, "M");
    tty_wait_row(t, -1, "Hold Shift to select text");
    assert_true(tty_raw_contains(t, "\033[?1006;1000h"));
    tty_type(t, "q");
    assert_int_equal(tty_wait_exit(t), 0);
    assert_true(tty_screen_restored(t));
    tty_finish(t);

    t = start(80, 24, planner_utf8, "--no-mouse");
    assert_false(tty_raw_contains(t, "\033[?1006;1000h"));
    tty_type(t, "M");
    tty_wait_row(t, -1, "The mouse is on");
    assert_true(tty_raw_contains(t, "\033[?1006;1000h"));
}

static void survives_clicks_everywhere(void **state)
{
    (void)state;
    tty *t = start(80, 24, planner_utf8, NULL);
    tty_key(t, TTY_END);
    for (int row = 0; row < 23; row++) { /* not on the foot, where q may leave */
        for (int col = 0; col < 80; col += 3) {
            tty_click(t, row, col);
            tty_wheel(t, row, col, col % 2 == 0 ? 1 : -1);
        }
        tty_wait_idle(t);
        for (int i = 0; i < 2; i++) {
            tty_key(t, TTY_ESCAPE);
            tty_wait_idle(t);
        }
        tty_wait_row(t, 0, "breakeven");
    }
}

/* Terminals of old report a click with three characters behind "M", and any of them may be a q. */
static void an_old_report_types_nothing(void **state)
{
    (void)state;
    tty *t = start(120, 36, planner_utf8, "--no-mouse");
    tty_type(t, "\033[M qq\033[M#qa");
    tty_wait_idle(t);
    tty_wait_row(t, 0, "Example: ");
    tty_wait_row(t, -1, "a add");
    tty_finish(t);
}

static void a_click_may_come_in_pieces(void **state)
{
    (void)state;
    tty *t = start(120, 36, planner_utf8, NULL);
    char report[32];
    int col, row = find(t, "OCR, one API", &col);
    snprintf(report, sizeof report, ";%d;%dM", col + 1, row + 1);
    tty_type(t, "\033[<0");
    tty_wait_idle(t);
    tty_type(t, report);
    tty_wait_text(t, "OCR, one API, Huawei Cloud");
}

static void a_report_without_end_holds_nothing_up(void **state)
{
    (void)state;
    tty *t = start(80, 24, planner_utf8, NULL);
    tty_type(t, "\033[<64;999");
    tty_wait_idle(t);
    tty_resize(t, 100, 30);
    tty_wait_row(t, 29, "a add");
    tty_signal(t, SIGTERM);
    assert_int_equal(tty_wait_exit(t), 0);
    assert_true(tty_screen_restored(t));
    assert_true(tty_modes_equal_initial(t));
    assert_true(tty_raw_contains(t, "\033[?1006;1000l"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(chooses_a_product, tty_teardown),
        cmocka_unit_test_teardown(goes_to_a_field_and_edits_it, tty_teardown),
        cmocka_unit_test_teardown(a_wrong_value_keeps_the_keys, tty_teardown),
        cmocka_unit_test_teardown(puts_the_cursor_where_it_is_clicked, tty_teardown),
        cmocka_unit_test_teardown(explains_a_column, tty_teardown),
        cmocka_unit_test_teardown(turns_the_wheel_over_what_it_scrolls, tty_teardown),
        cmocka_unit_test_teardown(does_what_a_hint_says, tty_teardown),
        cmocka_unit_test_teardown(picks_a_product, tty_teardown),
        cmocka_unit_test_teardown(looks_at_a_volume_on_the_chart, tty_teardown),
        cmocka_unit_test_teardown(puts_the_hint_away, tty_teardown),
        cmocka_unit_test_teardown(can_be_turned_off, tty_teardown),
        cmocka_unit_test_teardown(an_old_report_types_nothing, tty_teardown),
        cmocka_unit_test_teardown(a_click_may_come_in_pieces, tty_teardown),
        cmocka_unit_test_teardown(a_report_without_end_holds_nothing_up, tty_teardown),
        cmocka_unit_test_teardown(survives_clicks_everywhere, tty_teardown),
    };
    return cmocka_run_group_tests_name("planner/mouse", tests, NULL, NULL);
}
