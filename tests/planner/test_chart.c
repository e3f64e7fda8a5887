/* The chart of cost against volume, on the real program's screen. */
#include "planner/planner_test.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static const char plan[] = "format = 1;\n"
                           "name = \"Charts\";\n"
                           "start = \"2026-12\";\n"
                           "months = 1;\n"
                           "items = (\n"
                           "  { product = \"tencent-cn/face-compare\"; volume = \"600,000\";\n"
                           "    concurrency = \"4\"; response_time = \"500 ms\"; },\n"
                           "  { product = \"alibaba/aitryon-refiner\"; volume = \"200\"; }\n"
                           ");\n";

static int make_home(void **state)
{
    (void)state;
    return planner_home_make("plan.cfg", plan);
}

static tty *start(int cols, int rows, const char *const *environment)
{
    tty *t = planner_start("plan.cfg", cols, rows, environment);
    tty_wait_text(t, "Charts");
    return t;
}

static tty *start_chart(int cols, int rows, const char *const *environment)
{
    tty *t = start(cols, rows, environment);
    tty_type(t, "c");
    tty_wait_text(t, "Face Comparison: cost of 1 month as the volume grows");
    tty_wait_gone(t, "searching");
    return t;
}

static bool holds_braille(tty *t)
{
    const char *text = tty_screen_text(t);
    for (const char *c = text; *c != '\0'; c++) {
        if ((unsigned char)c[0] == 0xE2 && ((unsigned char)c[1] & 0xFC) == 0xA0)
            return true;
    }
    return false;
}

static void draws_at_every_size(void **state)
{
    (void)state;
    for (size_t i = 0; i < PLANNER_SIZES; i++) {
        tty *t = start_chart(planner_sizes[i].cols, planner_sizes[i].rows, planner_utf8);
        tty_wait_text(t, "600,000 calls");
        tty_wait_text(t, "planned a month");
        tty_wait_text(t, "P Pay as you go");
        tty_wait_text(t, "K Packages");
        tty_wait_text(t, "Q Prepaid QPS");
        tty_wait_text(t, "★ Best plan");
        tty_wait_text(t, "¥2,240.00");
        tty_wait_text(t, "↑710,001");
        tty_wait_text(t, " Q ▀");
        tty_wait_text(t, "Q★");
        tty_wait_text(t, "▲");
        assert_true(holds_braille(t));
        tty_finish(t);
    }
}

static void draws_in_ascii(void **state)
{
    (void)state;
    for (size_t i = 0; i < PLANNER_SIZES; i++) {
        tty *t = start_chart(planner_sizes[i].cols, planner_sizes[i].rows, planner_ascii);
        tty_wait_text(t, "* Best plan");
        tty_wait_text(t, "CNY 2,240.00");
        tty_wait_text(t, "^710,001");
        tty_wait_text(t, "QQQ***QQQ"); /* the best plan is the QPS there */
        tty_wait_text(t, " Q =");
        for (const char *c = tty_screen_text(t); *c != '\0'; c++)
            assert_in_range((unsigned char)*c, 0, 127);
        tty_finish(t);
    }
}

static void the_cursor_reads_the_chart(void **state)
{
    (void)state;
    tty *t = start_chart(120, 36, planner_utf8);
    tty_key(t, TTY_HOME);
    tty_wait_text(t, " 0 calls");
    tty_key(t, TTY_SHIFT_RIGHT);
    tty_wait_gone(t, " 0 calls");
    tty_key(t, TTY_SHIFT_LEFT);
    tty_wait_text(t, " 0 calls");
    tty_key(t, TTY_LEFT); /* nothing is below */
    tty_wait_text(t, " 0 calls");
    tty_key(t, TTY_RIGHT);
    tty_wait_gone(t, " 0 calls");
    tty_type(t, "n"); /* 109,376 calls are the first that a package is cheaper for */
    tty_wait_text(t, "109,376 calls");
    tty_wait_text(t, "Packages: the cheapest single way from 109,376 to 110,000.");
    tty_type(t, "n");
    tty_wait_text(t, "Pay as you go: the cheapest single way from 110,001 to 208,750");
    tty_type(t, "p");
    tty_wait_text(t, "109,376 calls");
    tty_type(t, "p");
    tty_wait_text(t, "No break-even before this");
    tty_key(t, TTY_END);
    tty_wait_text(t, "Prepaid QPS: the cheapest single way from 710,001 on.");
    tty_type(t, "n");
    tty_wait_text(t, "No break-even further on");
    tty_type(t, "p");
    tty_wait_text(t, "710,001 calls");
}

static void zooms_and_comes_back(void **state)
{
    (void)state;
    tty *t = start_chart(120, 36, planner_utf8);
    tty_type(t, "++++");
    tty_wait_gone(t, "↑710,001");
    tty_wait_gone(t, "searching");
    tty_type(t, "-");
    tty_wait_gone(t, "searching");
    tty_type(t, "---");
    tty_wait_text(t, "↑710,001");
    tty_type(t, "+++++++++++++++++++++++++");
    tty_wait_gone(t, "searching");
    tty_wait_text(t, "600,000 calls");
    tty_key(t, TTY_RIGHT); /* now a column is a call */
    tty_wait_text(t, "600,001 calls");
    tty_type(t, "0");
    tty_wait_text(t, "600,000 calls");
    tty_wait_text(t, "↑710,001");
}

static void plans_what_the_cursor_is_on(void **state)
{
    (void)state;
    tty *t = start_chart(120, 36, planner_utf8);
    tty_key(t, TTY_END);
    tty_type(t, "p");
    tty_wait_text(t, "710,001 calls");
    tty_key(t, TTY_ENTER);
    tty_wait_text(t, "Planned: 710,001 a month");
    tty_wait_text(t, "planned a month");
    tty_key(t, TTY_ESCAPE);
    tty_wait_text(t, "Volume/month");
    tty_wait_text(t, "710,001");
    tty_wait_idle(t);
    tty_type(t, "u");
    tty_wait_text(t, "600,000");
}

static void goes_from_product_to_product(void **state)
{
    (void)state;
    tty *t = start_chart(80, 24, planner_utf8);
    tty_key(t, TTY_DOWN);
    tty_wait_text(t, "AI Try-on, Image Refinement: cost of 1 month");
    tty_wait_text(t, "200 images");
    tty_wait_gone(t, "K Packages");
    tty_key(t, TTY_DOWN);
    tty_wait_text(t, "AI Try-on, Image Refinement: cost of 1 month");
    tty_key(t, TTY_UP);
    tty_wait_text(t, "K Packages");
    tty_wait_text(t, "600,000 calls");
}

static void follows_the_size(void **state)
{
    static const int sizes[][2] = {{200, 60}, {81, 25}, {300, 90}, {120, 36}, {80, 24}};
    (void)state;
    tty *t = start_chart(100, 30, planner_utf8);
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        tty_resize(t, sizes[i][0], sizes[i][1]);
        tty_wait_text(t, "↑710,001");
        tty_wait_gone(t, "searching");
        tty_wait_row(t, -1, "break-even");
    }
    tty_resize(t, 40, 10);
    tty_wait_text(t, "breakeven needs 80 x 24");
    tty_resize(t, 80, 24);
    tty_wait_text(t, "↑710,001");
}

/* On a tall screen it stands below the options, and follows what is typed. */
static void stands_on_the_main_screen_where_it_is_tall(void **state)
{
    (void)state;
    tty *t = start(200, 60, planner_utf8);
    tty_wait_text(t, "Face Comparison: cost of 1 month as the volume grows");
    tty_wait_gone(t, "searching");
    tty_wait_text(t, "↑710,001");
    tty_wait_text(t, "planned a month");
    tty_key(t, TTY_ENTER);
    tty_ctrl(t, 'u');
    tty_type(t, "90000");
    tty_wait_text(t, "90,000 calls");
    tty_key(t, TTY_ESCAPE);
    tty_wait_idle(t);
    tty_resize(t, 120, 36);
    tty_wait_gone(t, "as the volume grows");
}

static void help_tells_its_keys(void **state)
{
    (void)state;
    tty *t = start_chart(120, 50, planner_utf8);
    tty_type(t, "?");
    tty_wait_text(t, "The answers follow while you type");
    for (int i = 0; i < 3; i++)
        tty_key(t, TTY_PAGE_DOWN);
    tty_wait_text(t, "Zoom in around the cursor");
    tty_key(t, TTY_ESCAPE);
    tty_wait_text(t, "as the volume grows");
    tty_wait_idle(t);
    tty_key(t, TTY_ESCAPE);
    tty_wait_row(t, -1, "a add");
}

static void needs_a_product(void **state)
{
    static const char *const argv[] = {BREAKEVEN, "--new", NULL};
    (void)state;
    tty *t = tty_start(&(tty_options){.argv = argv});
    tty_wait_text(t, "Nothing planned yet");
    tty_type(t, "c");
    tty_wait_text(t, "There is no product yet");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(draws_at_every_size, tty_teardown),
        cmocka_unit_test_teardown(draws_in_ascii, tty_teardown),
        cmocka_unit_test_teardown(the_cursor_reads_the_chart, tty_teardown),
        cmocka_unit_test_teardown(zooms_and_comes_back, tty_teardown),
        cmocka_unit_test_teardown(plans_what_the_cursor_is_on, tty_teardown),
        cmocka_unit_test_teardown(goes_from_product_to_product, tty_teardown),
        cmocka_unit_test_teardown(follows_the_size, tty_teardown),
        cmocka_unit_test_teardown(stands_on_the_main_screen_where_it_is_tall, tty_teardown),
        cmocka_unit_test_teardown(help_tells_its_keys, tty_teardown),
        cmocka_unit_test_teardown(needs_a_product, tty_teardown),
    };
    return cmocka_run_group_tests_name("planner/chart", tests, make_home, planner_home_drop);
}
