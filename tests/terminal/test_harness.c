/* The harness, proved on a program whose screen is known: what it shows is what the tests must see.
 */
#include "terminal/harness.h"
#include "terminal/script.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static tty *start_fixture(int cols, int rows)
{
    const char *const argv[] = {TTY_FIXTURE, NULL};
    tty *t = tty_start(&(tty_options){.argv = argv, .cols = cols, .rows = rows});
    tty_wait_text(t, "q quit");
    return t;
}

static void shows_the_text_of_rows(void **state)
{
    (void)state;
    tty *t = start_fixture(80, 24);
    tty_wait_idle(t);
    assert_string_equal(tty_row(t, 0), "fixture 80x24 frame 0");
    assert_string_equal(tty_row(t, 3), "last nothing");
    assert_string_equal(tty_row(t, -1), "q quit");
    assert_string_equal(tty_row(t, 24), "");
    assert_non_null(strstr(tty_screen_text(t), "\nlast nothing\n"));
    assert_int_equal(tty_marks(t), 1);
}

static void sees_wide_and_combining_characters(void **state)
{
    (void)state;
    tty *t = start_fixture(80, 24);
    assert_string_equal(tty_row(t, 2), "价格 price e\xCC\x81 ─⣿█");
    const snapshot_cell wide = tty_cell(t, 2, 0);
    assert_string_equal(wide.text, "价");
    assert_int_equal(wide.width, 2);
    assert_int_equal(tty_cell(t, 2, 1).width, 0);
    assert_string_equal(tty_cell(t, 2, 2).text, "格");
    const snapshot_cell accented = tty_cell(t, 2, 11);
    assert_string_equal(accented.text, "e\xCC\x81");
    assert_int_equal(accented.width, 1);
}

static void sees_colors_and_attributes(void **state)
{
    (void)state;
    tty *t = start_fixture(80, 24);
    const snapshot_cell red = tty_cell(t, 1, 0);
    assert_int_equal(red.fg.kind, SNAPSHOT_INDEXED);
    assert_int_equal(red.fg.index, 1);
    assert_int_equal(red.bg.kind, SNAPSHOT_DEFAULT);
    assert_int_equal(red.attrs, 0);
    const snapshot_cell orange = tty_cell(t, 1, 4);
    assert_int_equal(orange.fg.index, 208);
    assert_int_equal(orange.attrs, SNAPSHOT_BOLD | SNAPSHOT_UNDERLINE);
    assert_int_equal(tty_cell(t, 1, 12).attrs, SNAPSHOT_REVERSE);
    const snapshot_cell band = tty_cell(t, 1, 20);
    assert_int_equal(band.attrs, SNAPSHOT_ITALIC);
    assert_int_equal(band.bg.index, 4);
}

static void sends_text_and_moves_the_cursor(void **state)
{
    (void)state;
    tty *t = start_fixture(80, 24);
    tty_type(t, "abc价é");
    tty_wait_row(t, 4, "typed abc价é");
    assert_int_equal(tty_cursor(t).row, 4);
    assert_true(tty_cursor(t).visible);
}

static void sends_keys(void **state)
{
    (void)state;
    static const struct {
        tty_key_code key;
        const char *shown;
    } cases[] = {{TTY_UP, "up"},
                 {TTY_DOWN, "down"},
                 {TTY_HOME, "home"},
                 {TTY_BACK_TAB, "btab"},
                 {TTY_F1, "f1"},
                 {TTY_F12, "f12"},
                 {TTY_PAGE_UP, "ppage"},
                 {TTY_DELETE, "delete"},
                 {TTY_BACKSPACE, "backspace"},
                 {TTY_TAB, "control 9"},
                 {TTY_ENTER, "control"},
                 {TTY_ESCAPE, "control 27"},
                 {TTY_SHIFT_LEFT, "shift-left"}};
    tty *t = start_fixture(80, 24);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        tty_key(t, cases[i].key);
        tty_wait_row(t, 3, cases[i].shown);
    }
    tty_ctrl(t, 'r');
    tty_wait_row(t, 3, "control 18");
}

static void waits_for_the_answer_to_a_burst(void **state)
{
    (void)state;
    tty *t = start_fixture(80, 24);
    for (int i = 0; i < 20; i++)
        tty_key(t, i % 2 == 0 ? TTY_UP : TTY_DOWN);
    tty_wait_idle(t);
    assert_string_equal(tty_row(t, 0), "fixture 80x24 frame 20");
    assert_string_equal(tty_row(t, 3), "last down");
}

static void never_sees_the_screen_before_the_answer(void **state)
{
    (void)state;
    tty *t = start_fixture(80, 24);
    char expected[64];
    for (int i = 1; i <= 200; i++) {
        tty_key(t, i % 2 == 0 ? TTY_UP : TTY_DOWN);
        tty_wait_text(t, "q quit"); /* was there before: only being at rest makes this right */
        assert_in_range(snprintf(expected, sizeof expected, "fixture 80x24 frame %d", i), 1, 63);
        assert_string_equal(tty_row(t, 0), expected);
    }
    tty_type(t, "w");
    tty_wait_text(t, "q quit");
    assert_string_equal(tty_row(t, 4), "typed w");
}

static void an_event_without_a_frame_is_answered_too(void **state)
{
    (void)state;
    tty *t = start_fixture(80, 24);
    tty_raw_reset(t);
    tty_type(t, "i");
    tty_wait_idle(t);
    assert_int_equal(tty_raw_bytes(t), 0);
    tty_key(t, TTY_DOWN);
    tty_wait_idle(t);
    assert_in_range(tty_raw_bytes(t), 1, 100);
}

static void follows_resizes(void **state)
{
    (void)state;
    static const int sizes[][2] = {{120, 36}, {40, 10}, {10, 5}, {200, 60}, {80, 24}};
    tty *t = start_fixture(80, 24);
    for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
        tty_resize(t, sizes[i][0], sizes[i][1]);
        tty_wait_idle(t);
        assert_int_equal(tty_snapshot(t)->cols, sizes[i][0]);
        assert_string_equal(tty_row(t, -1), "q quit");
    }
    for (int i = 0; i < 50; i++) {
        for (int step = 1; step <= 5; step++)
            tty_resize(t, 80 + (i + step) % 7 * 3, 24 + step);
        tty_wait_idle(t);
        assert_string_equal(tty_row(t, 28), "q quit");
    }
}

static void reports_the_mouse(void **state)
{
    (void)state;
    tty *t = start_fixture(80, 24);
    tty_wait_idle(t);
    tty_click(t, 5, 17);
    tty_wait_row(t, 3, "press 5,17");
    tty_wheel(t, 7, 3, 2);
    tty_wait_row(t, 3, "wheel-down 7,3");
    tty_wheel(t, 8, 3, -1);
    tty_wait_row(t, 3, "wheel-up 8,3");
    assert_false(tty_screen_restored(t));
}

static void a_quit_restores_everything(void **state)
{
    (void)state;
    tty *t = start_fixture(80, 24);
    assert_false(tty_screen_restored(t));
    assert_false(tty_modes_equal_initial(t));
    assert_true(tty_raw_contains(t, "\033[?1049h"));
    tty_type(t, "q");
    assert_int_equal(tty_wait_exit(t), 0);
    assert_true(tty_screen_restored(t));
    assert_true(tty_modes_equal_initial(t));
}

static void exit_status_and_signals_are_told(void **state)
{
    (void)state;
    tty *t = start_fixture(80, 24);
    tty_type(t, "x");
    assert_int_equal(tty_wait_exit(t), 3);
    t = start_fixture(80, 24);
    tty_signal(t, SIGKILL);
    assert_int_equal(tty_wait_exit(t), 128 + SIGKILL);
    assert_false(tty_screen_restored(t));
    assert_false(tty_modes_equal_initial(t));
}

static void a_missing_program_says_so_on_its_screen(void **state)
{
    (void)state;
    const char *const argv[] = {"/nowhere/program", NULL};
    tty *t = tty_start(&(tty_options){.argv = argv});
    assert_int_equal(tty_wait_exit(t), 127);
    tty_wait_text(t, "cannot run /nowhere/program");
}

static void a_wait_in_vain_fails(void **state)
{
    (void)state;
    tty *t = start_fixture(80, 24);
    tty_type(t, "q");
    assert_false(tty_await_text(t, "never")); /* at once, because the program has ended */
    assert_true(tty_await_gone(t, "never"));
}

static void a_shell_can_suspend_and_resume(void **state)
{
    (void)state;
    const char *const argv[] = {"/bin/bash", "--norc", "--noprofile", "-i", NULL};
    const char *const environment[] = {"PS1=ready> ", NULL};
    tty *t = tty_start(&(tty_options){.argv = argv, .environment = environment, .no_marks = true});
    tty_wait_text(t, "ready>");
    tty_type(t, TTY_FIXTURE "\r");
    tty_wait_text(t, "q quit");
    tty_wait_idle(t); /* curses ignores a stop that comes while it draws */
    tty_ctrl(t, 'z');
    tty_wait_text(t, "Stopped");
    assert_true(tty_screen_restored(t));
    tty_type(t, "fg\r");
    tty_wait_row(t, -1, "q quit");
    assert_false(tty_screen_restored(t));
}

static void a_script_works_the_program(void **state)
{
    (void)state;
    static const char *const words[] = {
        "wait:q quit",  "text:ab", "key:down*3", "wait:last down", "gone:last nothing",
        "resize:90x30", "idle",    "wait:90x30", "ctrl:r",         "wait:control 18"};
    tty *t = start_fixture(80, 24);
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        assert_null(script_step(t, words[i]));
    assert_string_equal(script_step(t, "key:sideways"), "there is no key of that name");
    assert_string_equal(script_step(t, "dance"), "unknown word");
}

int main(void)
{
#define TTY_TEST(name) cmocka_unit_test_teardown(name, tty_teardown)
    const struct CMUnitTest tests[] = {
        TTY_TEST(shows_the_text_of_rows),
        TTY_TEST(sees_wide_and_combining_characters),
        TTY_TEST(sees_colors_and_attributes),
        TTY_TEST(sends_text_and_moves_the_cursor),
        TTY_TEST(sends_keys),
        TTY_TEST(waits_for_the_answer_to_a_burst),
        TTY_TEST(never_sees_the_screen_before_the_answer),
        TTY_TEST(an_event_without_a_frame_is_answered_too),
        TTY_TEST(follows_resizes),
        TTY_TEST(reports_the_mouse),
        TTY_TEST(a_quit_restores_everything),
        TTY_TEST(exit_status_and_signals_are_told),
        TTY_TEST(a_missing_program_says_so_on_its_screen),
        TTY_TEST(a_wait_in_vain_fails),
        TTY_TEST(a_shell_can_suspend_and_resume),
        TTY_TEST(a_script_works_the_program),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
