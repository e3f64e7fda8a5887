/* The planner in the hands of a monkey: whatever keys and sizes come, it lives, keeps its title in
 * sight and gives the terminal back. */
#include "engine/random.h"
#include "planner/planner_test.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

enum { STEPS = 20000, BURST_MOST = 40, ROWS_LEAST = 24, COLS_LEAST = 80 };

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

static void survives_a_monkey(void **state)
{
    (void)state;
    random_source random = random_start("planner/monkey");
    sandbox *home = sandbox_create();
    assert_non_null(home);
    assert_int_equal(sandbox_write(home, "plan.cfg", plan), 0);
    static const char *const argv[] = {BREAKEVEN, "plan.cfg", NULL};
    int cols = 100, rows = 30;
    tty *t = tty_start(&(tty_options){
        .argv = argv, .cols = cols, .rows = rows, .environment = planner_utf8, .home = home});
    tty_wait_row(t, 0, "Monkey's plan");
    for (int done = 0; done < STEPS;) {
        int burst = (int)random_between(&random, 1, BURST_MOST);
        for (int i = 0; i < burst; i++)
            press_something(t, &random);
        done += burst;
        if (random_chance(&random, 25))
            resize(t, &random, &cols, &rows);
        tty_wait_idle(t);
        if (cols >= COLS_LEAST && rows >= ROWS_LEAST)
            tty_wait_row(t, 0, "breakeven");
    }
    tty_signal(t, SIGTERM);
    assert_int_equal(tty_wait_exit(t), 0);
    assert_true(tty_screen_restored(t));
    assert_true(tty_modes_equal_initial(t));
    tty_finish(t);
    sandbox_destroy(home);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test_teardown(survives_a_monkey, tty_teardown)};
    return cmocka_run_group_tests_name("planner/monkey", tests, NULL, NULL);
}
