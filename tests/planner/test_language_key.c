/* English and Chinese by a key: the real program in a real (emulated) terminal. */
#include "planner/planner_test.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

static const char plan[] =
    "format = 1;  name = \"Spring\";  start = \"2026-12\";  months = 12;\n"
    "items = ( { product = \"tencent/image-style-transfer\";  volume = \"2,500\";\n"
    "            postpaid = true; } );\n";

static int make_home(void **state)
{
    (void)state;
    return planner_home_make("plan.cfg", plan);
}

static tty *start(int cols, int rows, const char *const *argv, const char *const *environment)
{
    tty *t = planner_start_with(argv, cols, rows, environment);
    tty_wait_row(t, 0, "Spring");
    return t;
}

static const char *const plain[] = {BREAKEVEN, "plan.cfg", NULL};

static void a_key_speaks_the_other_language(int cols, int rows)
{
    tty *t = start(cols, rows, plain, planner_utf8);
    tty_wait_text(t, "▸ Image Style");
    tty_type(t, "L");
    tty_wait_row(t, -1, "中文");
    tty_wait_text(t, "▸ 图像风格化");
    tty_wait_gone(t, "▸ Image Style");
    tty_type(t, "+"); /* all goes on as before */
    tty_wait_text(t, "2,750");
    tty_type(t, "u");
    tty_wait_gone(t, "2,750");
    tty_type(t, "L");
    tty_wait_row(t, -1, "English");
    tty_wait_text(t, "▸ Image Style");
    tty_finish(t);
}

static void a_key_speaks_the_other_language_at_every_size(void **state)
{
    (void)state;
    a_key_speaks_the_other_language(80, 24);
    a_key_speaks_the_other_language(120, 36);
    a_key_speaks_the_other_language(200, 60);
}

static void the_option_chooses_what_it_begins_with(void **state)
{
    (void)state;
    static const char *const chinese[] = {BREAKEVEN, "--lang", "zh", "plan.cfg", NULL};
    tty *t = start(80, 24, chinese, planner_utf8);
    tty_wait_text(t, "▸ 图像风格化");
    tty_type(t, "L");
    tty_wait_text(t, "▸ Image Style");
}

static void ascii_stays_english_and_says_why(void **state)
{
    (void)state;
    static const char *const chinese[] = {BREAKEVEN, "--lang", "zh", "plan.cfg", NULL};
    static const char *const ascii[] = {BREAKEVEN, "--ascii", "plan.cfg", NULL};
    tty *t = start(80, 24, plain, planner_ascii);
    tty_type(t, "L");
    tty_wait_row(t, -1, "Chinese cannot be written in ASCII: start in a UTF-8 locale");
    tty_wait_text(t, "> Image Style Transfer");
    tty_finish(t);
    t = start(80, 24, ascii, planner_utf8);
    tty_type(t, "L");
    tty_wait_row(t, -1, "without --ascii");
    tty_finish(t);
    t = start(80, 24, chinese, planner_ascii);
    tty_wait_row(t, -1, "Chinese cannot be written in ASCII, so this is in English.");
    tty_wait_text(t, "> Image Style Transfer");
}

/* On the chart the key is a big step. */
static void the_chart_keeps_its_key(void **state)
{
    (void)state;
    tty *t = start(120, 36, plain, planner_utf8);
    tty_type(t, "c");
    tty_wait_text(t, "as the volume grows");
    tty_type(t, "L");
    tty_wait_idle(t);
    tty_key(t, TTY_ESCAPE);
    tty_wait_gone(t, "as the volume grows");
    tty_wait_text(t, "▸ Image Style");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_key_speaks_the_other_language_at_every_size, make_home,
                                        planner_home_drop),
        cmocka_unit_test_setup_teardown(the_option_chooses_what_it_begins_with, make_home,
                                        planner_home_drop),
        cmocka_unit_test_setup_teardown(ascii_stays_english_and_says_why, make_home,
                                        planner_home_drop),
        cmocka_unit_test_setup_teardown(the_chart_keeps_its_key, make_home, planner_home_drop),
    };
    return cmocka_run_group_tests_name("planner/language_key", tests, NULL, NULL);
}
