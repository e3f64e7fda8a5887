/* The terminal wall, as a user and a system meet it: a small program in an emulated terminal. */
#include "terminal/harness.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#define LENGTH(array) (sizeof(array) / sizeof *(array))

static tty *start_with(const char *option, const char *const *environment)
{
    const char *const argv[] = {TERM_PROBE, option, NULL};

    return tty_start(
        &(tty_options){.argv = argv, .cols = 80, .rows = 24, .environment = environment});
}

static tty *start(void)
{
    tty *t = start_with(NULL, NULL);

    tty_wait_row(t, 0, "probe 80x24");
    return t;
}

static tty *start_with_mouse(const char *const *environment)
{
    tty *t = start_with("--mouse", environment);

    tty_wait_row(t, 0, "probe 80x24");
    return t;
}

static void pause_ms(int ms)
{
    const struct timespec span = {.tv_nsec = ms * 1000000L};

    nanosleep(&span, NULL);
}

static void shows_a_surface(void **state)
{
    tty *t = start();

    (void)state;
    tty_wait_idle(t);
    assert_string_equal(tty_row(t, 1), "价格 e\u0301 ⣿█ \uFFFD[31m");
    assert_int_equal(tty_cell(t, 1, 0).width, 2);
    assert_int_equal(tty_cell(t, 2, 0).attrs, SNAPSHOT_BOLD);
    assert_string_equal(tty_row(t, 4), "╭────╮");
    assert_string_equal(tty_cell(t, 23, 79).text, "d");
    assert_true(tty_cursor(t).visible);
    assert_int_equal(tty_cursor(t).row, 3);
}

static void tells_keys_apart(void **state)
{
    static const struct {
        tty_key_code pressed;
        const char *seen;
    } cases[] = {
        {TTY_UP, "key Up"},
        {TTY_LEFT, "key Left"},
        {TTY_HOME, "key Home"},
        {TTY_END, "key End"},
        {TTY_PAGE_UP, "key PgUp"},
        {TTY_PAGE_DOWN, "key PgDn"},
        {TTY_ENTER, "key Enter"},
        {TTY_TAB, "key Tab"},
        {TTY_BACK_TAB, "key Shift-Tab"},
        {TTY_ESCAPE, "key Esc"},
        {TTY_BACKSPACE, "key Backspace"},
        {TTY_INSERT, "key Ins"},
        {TTY_DELETE, "key Del"},
        {TTY_SHIFT_UP, "key Shift-Up"},
        {TTY_SHIFT_LEFT, "key Shift-Left"},
        {TTY_CTRL_RIGHT, "key Ctrl-Right"},
        {TTY_F1, "key F1"},
        {TTY_F12, "key F12"},
    };
    tty *t = start();

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        tty_key(t, cases[i].pressed);
        tty_wait_row(t, 2, cases[i].seen);
        assert_string_equal(tty_row(t, 2), cases[i].seen);
    }
}

/* Else curses would wait for bytes that it was told of, and what is shown would have holes. */
static void keys_that_send_signals_throw_nothing_away(void **state)
{
    tty *t = start();

    (void)state;
    assert_false(tty_flushes_at_signals(t));
    tty_ctrl(t, 'c');
    tty_wait_exit(t);
    assert_true(tty_flushes_at_signals(t));
}

static void tells_modifiers_of_letters(void **state)
{
    tty *t = start();

    (void)state;
    tty_ctrl(t, 's');
    tty_wait_row(t, 2, "key ^S");
    tty_ctrl(t, 'q');
    tty_wait_row(t, 2, "key ^Q");
    tty_alt(t, 'x');
    tty_wait_row(t, 2, "key Alt-x");
    tty_type(t, "\033\033");
    tty_wait_row(t, 2, "key Esc");
    tty_type(t, "\177");
    tty_wait_row(t, 2, "key Backspace");
}

static void types_any_language(void **state)
{
    tty *t = start();

    (void)state;
    tty_type(t, "３万 é");
    tty_wait_row(t, 3, "３万 é");
    assert_int_equal(tty_cursor(t).col, 6);
}

static void reads_over_unknown_keys(void **state)
{
    tty *t = start();

    (void)state;
    tty_type(t, "\033[99;5~\033[?12;34yabc\xFF");
    tty_wait_row(t, 3, "abc");
    assert_string_equal(tty_row(t, 3), "abc");
    assert_string_equal(tty_row(t, 2), "key c");
}

static void a_paste_is_text_and_no_command(void **state)
{
    tty *t = start();

    (void)state;
    assert_true(tty_raw_contains(t, "\033[?2004h"));
    tty_type(t, "\033[200~qa!\n\001b\033[201~");
    tty_wait_row(t, 3, "qa! b");
    assert_string_equal(tty_row(t, 2), "key b pasted");
    tty_key(t, TTY_UP);
    tty_wait_row(t, 2, "key Up");
}

static void a_wait_ends_in_time(void **state)
{
    tty *t = start();

    (void)state;
    tty_type(t, "w");
    tty_wait_row(t, 2, "timeout");
}

static void writes_nothing_when_nothing_changes(void **state)
{
    tty *t = start();

    (void)state;
    tty_key(t, TTY_UP);
    tty_wait_row(t, 2, "key Up");
    tty_raw_reset(t);
    tty_key(t, TTY_UP);
    tty_wait_idle(t);
    assert_int_equal(tty_raw_bytes(t), 0);
    tty_type(t, "a");
    tty_wait_row(t, 2, "key a");
    assert_true(tty_raw_bytes(t) < 120);
}

static void wait_size(tty *t, int cols, int rows)
{
    char expected[32];

    snprintf(expected, sizeof expected, "probe %dx%d", cols, rows);
    tty_wait_row(t, 0, expected);
    assert_string_equal(tty_row(t, 0), expected);
}

static void follows_the_size(void **state)
{
    static const int sizes[][2] = {{200, 60}, {40, 10}, {13, 8}, {300, 100}, {80, 24}};
    tty *t = start();

    (void)state;
    for (size_t i = 0; i < LENGTH(sizes); i++) {
        tty_resize(t, sizes[i][0], sizes[i][1]);
        wait_size(t, sizes[i][0], sizes[i][1]);
        assert_string_equal(tty_row(t, 1),
                            i == 2 ? "价格 e\u0301 ⣿█ \uFFFD[3" : "价格 e\u0301 ⣿█ \uFFFD[31m");
    }
    tty_resize(t, 1, 1);
    tty_wait_idle(t);
    tty_resize(t, 80, 24);
    wait_size(t, 80, 24);
}

static void loses_no_resize_of_a_burst(void **state)
{
    tty *t = start();

    (void)state;
    for (int burst = 0; burst < 60; burst++) {
        for (int i = 0; i < 5; i++)
            tty_resize(t, 40 + (burst * 7 + i * 3) % 60, 10 + (burst + i) % 20);
        wait_size(t, 40 + (burst * 7 + 12) % 60, 10 + (burst + 4) % 20);
    }
}

static void reports_the_mouse_on_request(void **state)
{
    tty *t = start_with_mouse(NULL);

    (void)state;
    tty_click(t, 3, 5);
    tty_wait_row(t, 2, "mouse 0 at 3,5");
    tty_wheel(t, 4, 6, 1);
    tty_wait_row(t, 2, "at 4,6");
    tty_type(t, "q");
    tty_wait_exit(t);
    assert_true(tty_screen_restored(t));
}

static void leaves_the_mouse_alone_otherwise(void **state)
{
    tty *t = start();

    (void)state;
    assert_false(tty_raw_contains(t, "\033[?1006"));
    assert_false(tty_raw_contains(t, "\033[?1000h"));
}

static void a_report_may_come_in_pieces(void **state)
{
    tty *t = start_with_mouse(NULL);

    (void)state;
    tty_type(t, "\033[<0;1");
    tty_wait_idle(t);
    pause_ms(50);
    tty_type(t, "0;5M");
    tty_wait_row(t, 2, "mouse 0 at 4,9");
    tty_type(t, "\033[M!");
    tty_wait_idle(t);
    pause_ms(50);
    tty_type(t, "*");
    tty_wait_idle(t);
    tty_type(t, "%");
    tty_wait_row(t, 2, "mouse 1 at 4,9");
    tty_type(t, "ab");
    tty_wait_row(t, 3, "ab");
}

/* In the bytes of an old report are those of Backspace, of characters beyond ASCII and of none. */
static void reads_reports_of_old_terminals(void **state)
{
    static const char *const xterm[] = {"TERM=xterm-256color", NULL};
    static const char *const tmux[] = {"TERM=tmux-256color", NULL};
    static const char *const *const types[] = {xterm, tmux};

    (void)state;
    for (size_t i = 0; i < LENGTH(types); i++) {
        tty *t = start_with_mouse(types[i]);
        tty_type(t, "\033[M \177%");
        tty_wait_row(t, 2, "mouse 0 at 4,94");
        tty_type(t, "\033[M\"\350\303\033[M#\350\303");
        tty_wait_row(t, 2, "mouse 2 at 162,199");
        tty_type(t, "\033\033[Ma!!");
        tty_wait_row(t, 2, "mouse 4 at 0,0");
        tty_type(t, "ab");
        tty_wait_row(t, 3, "ab");
        assert_string_equal(tty_row(t, 3), "ab");
        tty_finish(t);
    }
}

static void a_key_ends_a_report_that_was_cut_off(void **state)
{
    tty *t = start_with_mouse(NULL);

    (void)state;
    tty_type(t, "\033[<0;1;1");
    tty_key(t, TTY_UP);
    tty_wait_row(t, 2, "key Up");
    tty_type(t, "\033[M ");
    tty_key(t, TTY_DOWN);
    tty_wait_row(t, 2, "key Down");
    tty_type(t, "\033[<0;1;1é");
    tty_wait_row(t, 3, "é");
    tty_type(t, "\033[<0;1\033[<0;4;3M");
    tty_wait_row(t, 2, "mouse 0 at 2,3");
    tty_type(t, "\033[<0;1;1");
    tty_wait_idle(t);
    pause_ms(600);
    tty_type(t, "12");
    tty_wait_row(t, 3, "é12");
}

static void a_paste_holds_no_clicks(void **state)
{
    tty *t = start_with_mouse(NULL);

    (void)state;
    tty_type(t, "\033[200~a\033[<0;1;1Mb\033[201~");
    tty_wait_row(t, 3, "ab");
    assert_string_equal(tty_row(t, 2), "key b pasted");
}

/* Terminfo says for xterm how it is asked for, and for tmux only that there is a mouse. */
static void asks_for_reports_as_the_terminal_can(void **state)
{
    static const struct {
        const char *environment[2];
        const char *on, *off;
    } cases[] = {
        {{"TERM=xterm-256color", NULL}, "\033[?1006;1000h", "\033[?1006;1000l"},
        {{"TERM=tmux-256color", NULL}, "\033[?1000h\033[?1006h", "\033[?1006l\033[?1000l"},
        {{"TERM=vt100", NULL}, NULL, NULL},
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        tty *t = start_with_mouse(cases[i].environment);
        assert_false(tty_raw_contains(t, cases[i].off == NULL ? "1000" : cases[i].off));
        assert_true(cases[i].on == NULL || tty_raw_contains(t, cases[i].on));
        tty_raw_reset(t);
        tty_type(t, "q");
        assert_int_equal(tty_wait_exit(t), 0);
        assert_true(tty_screen_restored(t));
        assert_true(cases[i].off == NULL || tty_raw_contains(t, cases[i].off));
        assert_false(tty_raw_contains(t, cases[i].on == NULL ? "1000" : cases[i].on));
        tty_finish(t);
    }
}

static void assert_restored(tty *t)
{
    assert_true(tty_screen_restored(t));
    assert_true(tty_modes_equal_initial(t));
    assert_true(tty_raw_contains(t, "\033[?2004l"));
}

static void leaves_the_terminal_as_it_was(void **state)
{
    tty *t = start();

    (void)state;
    tty_type(t, "q");
    assert_int_equal(tty_wait_exit(t), 0);
    assert_restored(t);
}

static void signals_ask_it_to_leave(void **state)
{
    static const int numbers[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT};

    (void)state;
    for (size_t i = 0; i < LENGTH(numbers); i++) {
        tty *t = start();
        tty_signal(t, numbers[i]);
        assert_int_equal(tty_wait_exit(t), 128 + numbers[i]);
        assert_restored(t);
        tty_finish(t);
    }
}

static void a_report_without_end_holds_no_signal_up(void **state)
{
    static const char *const begun[] = {"\033[<", "\033[<64;999", "\033[<0;1:", "\033[M",
                                        "\033[M q"};

    (void)state;
    for (size_t i = 0; i < LENGTH(begun); i++) {
        tty *t = start_with_mouse(NULL);
        tty_type(t, begun[i]);
        tty_wait_idle(t);
        tty_resize(t, 60, 20);
        tty_wait_row(t, 0, "probe 60x20");
        tty_signal(t, SIGTERM);
        assert_int_equal(tty_wait_exit(t), 128 + SIGTERM);
        assert_restored(t);
        assert_true(tty_raw_contains(t, "\033[?1006;1000l"));
        tty_finish(t);
    }
}

static void ctrl_c_asks_it_to_leave(void **state)
{
    tty *t = start();

    (void)state;
    tty_ctrl(t, 'c');
    assert_int_equal(tty_wait_exit(t), 128 + SIGINT);
    assert_restored(t);
}

/* A sanitizer reports the crash in its own way, so only a plain one tells the signal. */
static void a_crash_restores_the_terminal(void **state)
{
    static const int numbers[] = {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT};

    (void)state;
    for (size_t i = 0; i < LENGTH(numbers); i++) {
        tty *t = start();
        tty_signal(t, numbers[i]);
        assert_int_not_equal(tty_wait_exit(t), 0);
        assert_restored(t);
        tty_finish(t);
    }
    tty *t = start_with_mouse(NULL);
    tty_type(t, "!");
    assert_int_equal(tty_wait_exit(t), 128 + SIGABRT);
    assert_restored(t);
    assert_true(tty_raw_contains(t, "\033[?1006;1000l"));
}

static void stops_and_goes_on(void **state)
{
    const char *const argv[] = {"/bin/bash", "--norc", "--noprofile", "-i", NULL};
    tty *t = tty_start(&(tty_options){.argv = argv, .cols = 80, .rows = 24, .no_marks = true});

    (void)state;
    tty_type(t, TERM_PROBE " --mouse\n");
    tty_wait_row(t, 0, "probe 80x24");
    tty_raw_reset(t);
    tty_ctrl(t, 'z');
    tty_wait_text(t, "Stopped");
    assert_true(tty_screen_restored(t));
    assert_true(tty_raw_contains(t, "\033[?1006;1000l"));
    tty_raw_reset(t);
    tty_resize(t, 60, 20);
    tty_type(t, "fg\n");
    tty_wait_row(t, 0, "probe 60x20");
    assert_string_equal(tty_row(t, 4), "╭────╮");
    assert_true(tty_raw_contains(t, "\033[?1006;1000h"));
    tty_click(t, 3, 5);
    tty_wait_row(t, 2, "mouse 0 at 3,5");
    tty_key(t, TTY_UP);
    tty_wait_row(t, 2, "key Up");
    tty_type(t, "q");
    tty_wait_gone(t, "probe 60x20");
    tty_type(t, "exit\n");
    tty_wait_exit(t);
}

static void assert_refused(const char *type, const char *reason)
{
    char term[64];
    snprintf(term, sizeof term, "TERM=%s", type);
    const char *const environment[] = {term, NULL};
    tty *t = start_with(NULL, environment);

    tty_wait_text(t, reason);
    assert_int_equal(tty_wait_exit(t), 1);
    assert_true(tty_modes_equal_initial(t));
    tty_finish(t);
}

static void says_why_a_terminal_is_of_no_use(void **state)
{
    (void)state;
    assert_refused("dumb", "cannot move its cursor");
    assert_refused("no-such-type", "\"no-such-type\" is not known here");
    assert_refused("", "TERM=xterm-256color");
}

static bool has_color(tty *t)
{
    for (int col = 0; col < 30; col++)
        if (tty_cell(t, 7, col).fg.kind != SNAPSHOT_DEFAULT)
            return true;
    return false;
}

static void colors_follow_the_terminal(void **state)
{
    static const struct {
        const char *environment[3];
        bool colored;
        int largest;
    } cases[] = {
        {{"TERM=xterm-256color", NULL}, true, 255}, {{"TERM=xterm", NULL}, true, 7},
        {{"TERM=vt100", NULL}, false, 0},           {{"NO_COLOR=1", NULL}, false, 0},
        {{"NO_COLOR=", NULL}, true, 255},
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        tty *t = start_with(NULL, cases[i].environment);
        tty_wait_row(t, 0, "probe 80x24");
        assert_int_equal(has_color(t), cases[i].colored);
        for (int col = 0; col < 30; col++)
            assert_true(tty_cell(t, 7, col).fg.index <= cases[i].largest);
        tty_finish(t);
    }
}

static void draws_in_ascii_where_it_must(void **state)
{
    const char *const environment[] = {"LC_ALL=C", NULL};
    tty *t = start_with(NULL, environment);

    (void)state;
    tty_wait_row(t, 0, "probe 80x24");
    assert_string_equal(tty_row(t, 4), "+----+");
    assert_string_equal(tty_row(t, 1), "?? e? ?? ?[31m");
    tty_finish(t);
    t = start_with("--ascii", NULL);
    tty_wait_row(t, 0, "probe 80x24");
    assert_string_equal(tty_row(t, 4), "+----+");
    assert_string_equal(tty_row(t, 1), "价格 e\u0301 ⣿█ \uFFFD[31m");
}

#define TEST(name) cmocka_unit_test_teardown(name, tty_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(shows_a_surface),
        TEST(tells_keys_apart),
        TEST(keys_that_send_signals_throw_nothing_away),
        TEST(tells_modifiers_of_letters),
        TEST(types_any_language),
        TEST(reads_over_unknown_keys),
        TEST(a_paste_is_text_and_no_command),
        TEST(a_wait_ends_in_time),
        TEST(writes_nothing_when_nothing_changes),
        TEST(follows_the_size),
        TEST(loses_no_resize_of_a_burst),
        TEST(reports_the_mouse_on_request),
        TEST(leaves_the_mouse_alone_otherwise),
        TEST(a_report_may_come_in_pieces),
        TEST(reads_reports_of_old_terminals),
        TEST(a_key_ends_a_report_that_was_cut_off),
        TEST(a_paste_holds_no_clicks),
        TEST(asks_for_reports_as_the_terminal_can),
        TEST(leaves_the_terminal_as_it_was),
        TEST(signals_ask_it_to_leave),
        TEST(a_report_without_end_holds_no_signal_up),
        TEST(ctrl_c_asks_it_to_leave),
        TEST(a_crash_restores_the_terminal),
        TEST(stops_and_goes_on),
        TEST(says_why_a_terminal_is_of_no_use),
        TEST(colors_follow_the_terminal),
        TEST(draws_in_ascii_where_it_must),
    };
    return cmocka_run_group_tests_name("tui/term", tests, NULL, NULL);
}
