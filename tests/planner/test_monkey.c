/*
 * The planner in the hands of a monkey: whatever keys and sizes come, it lives, shows
 * something, can save what it has become, shows what it saved just as a new planner does that opens
 * it, and gives the terminal back.
 *
 * BREAKEVEN_TEST_KEYS=200000 in the environment tries so many keys.
 */
#include "engine/random.h"
#include "planner/planner_test.h"
#include "support/buffer.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { KEYS = 20000, BURST_MOST = 40, LIFE_KEYS = 1000, ROWS_LEAST = 24, COLS_LEAST = 80 };
enum { COLS = 120, ROWS = 36, STEPS_BACK = 8, PAGES_UP = 12, FILE_NAME = 32 };

static const char plan[] =
    "format = 1;\n"
    "name = \"Monkey's plan 计划\";\n"
    "start = \"2026-12\";\n"
    "months = 12;\n"
    "items = (\n"
    "  { product = \"tencent-cn/face-compare\"; volume = \"3,500,000\"; },\n"
    "  { product = \"alibaba/aitryon-refiner\"; volume = \"200\"; },\n"
    "  { product = \"tencent/image-style-transfer\"; volume = \"30,000\"; }\n"
    ");\n";

/* Without q, which may leave, and without a slash: what it saves stays in its own folder. */
static const char letters[] = "abcdefghijklmnoprstuvwxyzGS?+-=.,% _0123456789kM";

/* What no single key says: wide characters, marks, pastes, broken UTF-8, unknown sequences. */
static const char *const words[] = {
    "3.5M",     "500ms",    "5%",
    "万",       "１２３",   "e\xcc\x81",
    "\xcc\x81", "\xff\xc3", "\033[200~a3\nx\033[201~",
    "\033[99~", "face",     "99999999999999999999",
    "2027-01",
};

static const char controls[] = "abdefhklnprstuw";

/* Anywhere but at the foot, where q may leave. */
static void use_mouse(tty *t, random_source *random)
{
    const int row = (int)random_between(random, 0, tty_snapshot(t)->rows - 2);
    const int col = (int)random_between(random, 0, tty_snapshot(t)->cols - 1);
    if (row < 0)
        return;
    if (random_chance(random, 70))
        tty_click(t, row, col);
    else
        tty_wheel(t, row, col, random_chance(random, 50) ? 1 : -1);
    tty_type(t, " "); /* M may have turned the mouse off: then nothing comes of it */
}

static void press_something(tty *t, random_source *random)
{
    const char letter[] = {letters[random_between(random, 0, (int64_t)sizeof letters - 2)], '\0'};
    switch (random_between(random, 0, 9)) {
    case 0:
    case 1:
    case 2:
    case 3:
        tty_type(t, letter);
        break;
    case 4:
        tty_type(t, words[random_between(random, 0, (int64_t)(sizeof words / sizeof *words) - 1)]);
        break;
    case 5:
        tty_ctrl(t, controls[random_between(random, 0, (int64_t)sizeof controls - 2)]);
        break;
    case 6:
        use_mouse(t, random);
        break;
    default:
        tty_key(t, (tty_key_code)random_between(random, 0, TTY_KEY_COUNT - 1));
        break;
    }
}

/* One size in four is too small for the panes. */
static void resize(tty *t, random_source *random, int *cols, int *rows)
{
    bool small = random_chance(random, 25);
    *cols = (int)random_between(random, small ? 1 : COLS_LEAST, small ? COLS_LEAST : 160);
    *rows = (int)random_between(random, small ? 1 : ROWS_LEAST, small ? ROWS_LEAST : 50);
    tty_resize(t, *cols, *rows);
}

static bool shows_something(const snapshot *screen, const void *unused)
{
    (void)unused;
    return strspn(screen->text, " \n") < strlen(screen->text);
}

static void play(tty *t, random_source *random, int keys)
{
    int cols = COLS, rows = ROWS;
    for (int done = 0; done < keys;) {
        int burst = (int)random_between(random, 1, BURST_MOST);
        for (int i = 0; i < burst; i++)
            press_something(t, random);
        done += burst;
        if (random_chance(random, 25))
            resize(t, random, &cols, &rows);
        tty_wait_idle(t);
        if (cols >= COLS_LEAST && rows >= ROWS_LEAST)
            tty_wait(t, shows_something, NULL, "a screen with anything on it");
    }
}

/* -- what it has become ------------------------------------------------------------------------ */

static bool is_chinese(tty *t)
{
    return strstr(tty_row(t, 1), "方案") != NULL;
}

static void go_back(tty *t)
{
    for (int i = 0; i < STEPS_BACK; i++) {
        tty_key(t, TTY_ESCAPE);
        tty_wait_idle(t);
    }
}

/* Back to the first product in the list, with the usual fields and the beginning of the reasons. */
static void go_home(tty *t)
{
    tty_resize(t, COLS, ROWS);
    go_back(t);
    if (strstr(tty_screen_text(t), "m the usual") != NULL ||
        strstr(tty_screen_text(t), "m 常用字段") != NULL)
        tty_type(t, "m");
    go_back(t);
    tty_key(t, TTY_TAB);
    tty_key(t, TTY_TAB);
    for (int i = 0; i < PAGES_UP; i++)
        tty_key(t, TTY_PAGE_UP);
    go_back(t);
    tty_key(t, TTY_HOME);
    assert_true(tty_await_rest(t));
}

static void save_as(tty *t, const char *file)
{
    tty_type(t, "S");
    tty_wait_idle(t);
    tty_ctrl(t, 'e');
    tty_ctrl(t, 'u');
    tty_type(t, file);
    tty_key(t, TTY_ENTER);
    tty_wait_idle(t);
    tty_wait_row(t, -1, file);
}

/* All but the title, which names a plan without a name after its file, and the hints. */
static char *panes(tty *t)
{
    buffer text = {0};
    for (int row = 1; row < ROWS - 1; row++) {
        buffer_append_text(&text, tty_row(t, row));
        buffer_append_text(&text, "\n");
    }
    return buffer_take(&text);
}

static void leave(tty *t)
{
    tty_signal(t, SIGTERM);
    assert_int_equal(tty_wait_exit(t), 0);
    assert_true(tty_screen_restored(t));
    assert_true(tty_modes_equal_initial(t));
    tty_finish(t);
}

static tty *open_plan(const char *file, bool chinese)
{
    const char *const argv[] = {BREAKEVEN, "--lang", chinese ? "zh" : "en", file, NULL};
    tty *t = planner_start_with(argv, COLS, ROWS, planner_utf8);
    tty_wait_row(t, 0, "breakeven");
    return t;
}

static void assert_same_panes(const char *before, const char *after)
{
    bool same = true;
    for (int row = 1; *before != '\0' && *after != '\0'; row++) {
        const int was = (int)strcspn(before, "\n"), is = (int)strcspn(after, "\n");
        if (was != is || strncmp(before, after, (size_t)was) != 0) {
            print_error("row %d\n  saved  %.*s\n  opened %.*s\n", row, was, before, is, after);
            same = false;
        }
        before += was + 1;
        after += is + 1;
    }
    assert_true(same);
}

/* Ends this life; the next one begins with what this one saved, and has to show the same. */
static tty *reopen(tty *t, const char *file)
{
    go_home(t);
    bool chinese = is_chinese(t);
    save_as(t, file);
    char *before = panes(t);
    leave(t);
    t = open_plan(file, chinese);
    go_home(t);
    char *after = panes(t);
    assert_same_panes(before, after);
    free(before);
    free(after);
    return t;
}

static int wanted_keys(void)
{
    const char *wanted = getenv("BREAKEVEN_TEST_KEYS");
    return wanted == NULL ? KEYS : (int)strtol(wanted, NULL, 10);
}

static void survives_a_monkey(void **state)
{
    char file[FILE_NAME];
    random_source random = random_start("planner/monkey");
    const int lives = (wanted_keys() + LIFE_KEYS - 1) / LIFE_KEYS;
    (void)state;
    tty *t = open_plan("plan.cfg", false);
    for (int life = 1; life <= lives; life++) {
        play(t, &random, LIFE_KEYS);
        snprintf(file, sizeof file, "life-%d.cfg", life);
        t = reopen(t, file);
    }
    leave(t);
}

static int make_home(void **state)
{
    (void)state;
    return planner_home_make("plan.cfg", plan);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(survives_a_monkey, make_home, planner_home_drop)};
    return cmocka_run_group_tests_name("planner/monkey", tests, NULL, NULL);
}
