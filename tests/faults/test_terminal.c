/* Terminals that go away, that are none, or that cannot be drawn on: what is unsaved is kept, and
 * the terminal is as it was. */
#include "planner/planner_test.h"
#include "support/run.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { RESIZES = 10000, BURST = 100, COLS_MOST = 240, ROWS_MOST = 80 };

static const char plan[] = "format = 1;\nname = \"Spring\";\nstart = \"2026-12\";\nmonths = 12;\n"
                           "items = ( { product = \"alibaba/aitryon\"; volume = \"10\"; } );\n";

static int make_home(void **state)
{
    (void)state;
    return planner_home_make("plan.cfg", plan);
}

/* -- no terminal -------------------------------------------------------------------------------
 */

/* What a shell's command line says and how it ends; "$0" is the program in it. */
static void expect(const char *script, int status, const char *said)
{
    const char *const argv[] = {"/bin/sh", "-c", script, BREAKEVEN, NULL};
    run_result r;
    assert_int_equal(run_capture(&r, &(run_options){.argv = argv, .home = planner_home}), 0);
    if (r.timed_out || r.status != status || strstr(r.err, said) == NULL)
        fail_msg("%s: status %d, \"%s\"", script, r.status, r.err);
    run_result_free(&r);
}

static void says_that_it_needs_a_terminal(void **state)
{
    static const char needed[] = "the planner needs a terminal";
    (void)state;
    expect("\"$0\" plan.cfg", 1, needed);
    expect("\"$0\" plan.cfg < /dev/null", 1, needed);
    expect("\"$0\" plan.cfg <&-", 1, needed);
    expect("\"$0\" plan.cfg >&-", 1, needed);
    expect("\"$0\" plan.cfg <&- >&- 2>&-", 1, "");
}

static void says_that_it_cannot_be_written(void **state)
{
    static const char failed[] = "standard output cannot be written";
    (void)state;
    expect("\"$0\" products >&-", 1, failed);
    expect("\"$0\" products > /dev/full", 1, failed);
    expect("\"$0\" products >&- 2>&-", 1, "");
    expect("\"$0\" --help >&-", 1, failed);
    expect("(sleep 0.2; \"$0\" products; echo $? > status) | true; exit $(cat status)", 1, "");
}

/* What is opened in the place of a closed stream is not mistaken for it. */
static void writes_files_without_standard_streams(void **state)
{
    (void)state;
    expect("\"$0\" products -o out <&- >&- 2>&-", 0, "");
    expect("\"$0\" quote nothing.cfg -o out <&- >&- 2>&-", 1, "");
    char *text = sandbox_read(planner_home, "out");
    assert_non_null(text);
    assert_null(strstr(text, "nothing.cfg"));
    free(text);
}

/* -- terminals of no use -----------------------------------------------------------------------
 */

static void leaves_a_terminal_of_no_use_alone(void **state)
{
    static const char *const types[] = {"TERM=dumb", "TERM=no-such-terminal", "TERM=", "TERM"};
    (void)state;
    for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
        const char *const environment[] = {types[i], NULL};
        tty *t = planner_start("plan.cfg", 80, 24, environment);
        assert_int_equal(tty_wait_exit(t), 1);
        assert_true(tty_modes_equal_initial(t));
        assert_false(tty_raw_contains(t, "\033[?1049h"));
        assert_non_null(strstr(tty_screen_text(t), "breakeven: "));
        tty_finish(t);
    }
}

static bool is_anything(const snapshot *screen, const void *argument)
{
    (void)screen, (void)argument;
    return true;
}

static void runs_on_a_single_cell(void **state)
{
    (void)state;
    tty *t = planner_start("plan.cfg", 1, 1, planner_utf8);
    assert_true(tty_await(t, is_anything, NULL));
    tty_type(t, "+q");
    tty_wait_idle(t);
    tty_resize(t, 80, 24);
    tty_wait_row(t, 0, "Spring");
    assert_null(strchr(tty_row(t, 0), '*')); /* what cannot be seen is not changed */
    tty_type(t, "q");
    assert_int_equal(tty_wait_exit(t), 0);
    assert_true(tty_screen_restored(t) && tty_modes_equal_initial(t));
}

static void survives_ten_thousand_resizes(void **state)
{
    (void)state;
    tty *t = planner_start("plan.cfg", 80, 24, planner_utf8);
    tty_wait_row(t, 0, "Spring");
    for (int i = 0; i < RESIZES; i++) {
        /* Sizes in which no two of a burst are alike. */
        tty_resize(t, 1 + i * 37 % COLS_MOST, 1 + i * 11 % ROWS_MOST);
        if (i % BURST == BURST - 1)
            tty_wait_idle(t);
    }
    tty_resize(t, 120, 36);
    tty_wait_row(t, 0, "Spring");
    tty_wait_row(t, -1, "a add");
    tty_type(t, "q");
    assert_int_equal(tty_wait_exit(t), 0);
    assert_true(tty_screen_restored(t) && tty_modes_equal_initial(t));
}

/* -- signals -----------------------------------------------------------------------------------
 */

static void keeps_what_is_unsaved_after(int number, int status)
{
    tty *t = planner_start("plan.cfg", 80, 24, planner_utf8);
    tty_wait_row(t, 0, "Spring");
    tty_key(t, TTY_ENTER);
    tty_wait_row(t, -1, "next field");
    tty_ctrl(t, 'u');
    tty_type(t, "4321");
    tty_wait_text(t, "4321");
    tty_signal(t, number);
    assert_int_equal(tty_wait_exit(t), status);
    assert_true(tty_screen_restored(t) && tty_modes_equal_initial(t));
    tty_finish(t);
    t = planner_start("plan.cfg", 80, 24, planner_utf8);
    tty_wait_row(t, 0, "Spring *");
    tty_wait_text(t, "4,321");
    tty_key(t, TTY_ESCAPE);
    tty_wait_idle(t);
    tty_type(t, "q");
    tty_wait_text(t, "Save the plan before leaving?");
    tty_type(t, "n");
    assert_int_equal(tty_wait_exit(t), 0);
    tty_finish(t);
}

/* A sanitizer reports a crash in its own way: so only those that ask it to leave are sent. */
static void keeps_what_is_unsaved_after_signals(void **state)
{
    static const int numbers[] = {SIGHUP, SIGTERM, SIGINT, SIGQUIT};
    (void)state;
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        keeps_what_is_unsaved_after(numbers[i], 0);
}

static void goes_on_after_a_broken_pipe(void **state)
{
    (void)state;
    tty *t = planner_start("plan.cfg", 80, 24, planner_utf8);
    tty_wait_row(t, 0, "Spring");
    tty_signal(t, SIGPIPE);
    tty_type(t, "+");
    tty_wait_row(t, 0, "*");
}

/* The settings of the terminal, as a shell finds them before, while it is stopped, and after. */
static void gives_the_terminal_back_while_stopped(void **state)
{
    static const char *const argv[] = {"/bin/bash", "--norc", "--noprofile", "-i", NULL};
    static const char *const files[] = {"before", "stopped", "after"};
    char *settings[3];
    (void)state;
    tty *t = tty_start(&(tty_options){.argv = argv,
                                      .cols = 80,
                                      .rows = 24,
                                      .environment = planner_utf8,
                                      .home = planner_home,
                                      .no_marks = true});
    tty_type(t, "stty -g > before; '" BREAKEVEN "' plan.cfg\n");
    tty_wait_row(t, 0, "breakeven  Spring");
    tty_type(t, "+");
    tty_wait_row(t, 0, "*");
    tty_ctrl(t, 'z');
    tty_wait_text(t, "Stopped");
    assert_true(tty_screen_restored(t));
    tty_type(t, "stty -g > stopped; fg\n");
    tty_wait_row(t, 0, "breakeven  Spring *");
    tty_type(t, "s");
    tty_wait_text(t, "Saved to plan.cfg");
    tty_type(t, "q");
    tty_wait_gone(t, "breakeven  Spring");
    tty_type(t, "stty -g > after; echo \"is $((40+2))\"\n");
    tty_wait_text(t, "is 42");
    for (int i = 0; i < 3; i++) {
        settings[i] = sandbox_read(planner_home, files[i]);
        assert_non_null(settings[i]);
        assert_string_equal(settings[i], settings[0]);
    }
    for (int i = 0; i < 3; i++)
        free(settings[i]);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, make_home, planner_home_drop)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(says_that_it_needs_a_terminal),
        TEST(says_that_it_cannot_be_written),
        TEST(writes_files_without_standard_streams),
        TEST(leaves_a_terminal_of_no_use_alone),
        TEST(runs_on_a_single_cell),
        TEST(survives_ten_thousand_resizes),
        TEST(keeps_what_is_unsaved_after_signals),
        TEST(goes_on_after_a_broken_pipe),
        TEST(gives_the_terminal_back_while_stopped),
    };
    return cmocka_run_group_tests_name("faults/terminal", tests, NULL, NULL);
}
