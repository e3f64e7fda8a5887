/* What to buy when, on the real program's screen. */
#include "planner/planner_test.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static const char plan[] =
    "format = 1;\n"
    "name = \"Lines\";\n"
    "start = \"2026-12\";\n"
    "months = 12;\n"
    "items = (\n"
    "  { product = \"tencent/image-style-transfer\"; volume = \"9,000\"; growth = \"6%\";\n"
    "    postpaid = true; },\n"
    "  { product = \"tencent-cn/face-compare\"; volume = \"3,500,000\"; concurrency = \"4\";\n"
    "    response_time = \"500 ms\"; },\n"
    "  { product = \"alibaba/aitryon-refiner\"; volume = \"200\"; }\n"
    ");\n";

static int make_home(void **state)
{
    char long_plan[sizeof plan];
    (void)state;
    memcpy(long_plan, plan, sizeof plan);
    memcpy(strstr(long_plan, "months = 12"), "months = 36", strlen("months = 36"));
    return planner_home_make("plan.cfg", plan) != 0 ||
                   sandbox_write(planner_home, "long.cfg", long_plan) != 0
               ? -1
               : 0;
}

static tty *start(const char *file, int cols, int rows, const char *const *environment)
{
    tty *t = planner_start(file, cols, rows, environment);
    tty_wait_text(t, "Lines");
    tty_type(t, "t");
    tty_wait_text(t, "Image Style Transfer: what to buy when");
    return t;
}

static void draws_at_every_size(void **state)
{
    (void)state;
    for (size_t i = 0; i < PLANNER_SIZES; i++) {
        tty *t = start("plan.cfg", planner_sizes[i].cols, planner_sizes[i].rows, planner_utf8);
        tty_wait_text(t, "★ Best plan");
        tty_wait_text(t, "$7,387.80");
        tty_wait_text(t, "× 100k");
        tty_wait_text(t, "Cash a month");
        tty_wait_text(t, "up to $4,500.00");
        tty_wait_text(t, "2026-12   Units 9,000   Free 50   Packages 8,950");
        tty_wait_text(t, "Total $4,500.00");
        tty_wait_text(t, "█▇");
        tty_finish(t);
    }
}

static void draws_in_ascii(void **state)
{
    (void)state;
    for (size_t i = 0; i < PLANNER_SIZES; i++) {
        tty *t = start("plan.cfg", planner_sizes[i].cols, planner_sizes[i].rows, planner_ascii);
        tty_wait_text(t, "* Best plan");
        tty_wait_text(t, "1 x 100k");
        tty_wait_text(t, "##");
        tty_type(t, "j");
        tty_wait_text(t, "up to CNY 2,240.00");
        tty_wait_text(t, "Total CNY 2,240.00");
        for (const char *c = tty_screen_text(t); *c != '\0'; c++)
            assert_in_range((unsigned char)*c, 0, 127);
        tty_finish(t);
    }
}

static void fits_three_years_at_every_size(void **state)
{
    (void)state;
    for (size_t i = 0; i < PLANNER_SIZES; i++) {
        tty *t = start("long.cfg", planner_sizes[i].cols, planner_sizes[i].rows, planner_utf8);
        tty_wait_text(t, "2027");
        tty_wait_text(t, "2029");
        tty_key(t, TTY_END);
        tty_wait_text(t, "2029-11   Units");
        tty_key(t, TTY_RIGHT); /* nothing is beyond */
        tty_type(t, "]");
        tty_wait_text(t, "2029-11   Units");
        tty_key(t, TTY_HOME);
        tty_wait_text(t, "2026-12   Units");
        tty_finish(t);
    }
}

static void the_cursor_reads_a_month(void **state)
{
    (void)state;
    tty *t = start("plan.cfg", 120, 36, planner_utf8);
    tty_type(t, "]");
    tty_wait_text(t, "2027-01   Units 9,540   Free 0   Packages 9,540");
    tty_wait_text(t, "Total $0.00");
    tty_key(t, TTY_SHIFT_RIGHT);
    tty_wait_text(t, "2027-02   Units");
    tty_type(t, "[");
    tty_key(t, TTY_SHIFT_LEFT);
    tty_type(t, "["); /* nothing is before */
    tty_wait_text(t, "2026-12   Units");
}

static void left_and_right_change_the_way(void **state)
{
    (void)state;
    tty *t = start("plan.cfg", 120, 36, planner_utf8);
    tty_key(t, TTY_LEFT);
    tty_wait_text(t, "Nothing is bought in advance."); /* no more tasks at once are needed */
    tty_type(t, "h");
    tty_wait_text(t, "Left unused at the end 215 images   Paid for them $11.83");
    tty_type(t, "h");
    tty_wait_text(t, "Nothing is bought in advance.");
    tty_wait_text(t, "By the unit 8,950");
    tty_type(t, "h"); /* none is before */
    tty_wait_text(t, "By the unit 8,950");
    tty_type(t, "lll");
    tty_wait_text(t, "× 100k");
}

static void up_and_down_change_the_product(void **state)
{
    (void)state;
    tty *t = start("plan.cfg", 120, 36, planner_utf8);
    tty_wait_text(t, "product 1 of 3");
    tty_type(t, "j");
    tty_wait_text(t, "8 QPS for 12 months");
    tty_wait_text(t, "product 2 of 3");
    tty_key(t, TTY_DOWN);
    tty_wait_text(t, "AI Try-on, Image Refinement: what to buy when");
    tty_key(t, TTY_LEFT);
    tty_key(t, TTY_LEFT);
    tty_wait_text(t, "No resource packages are sold for this product.");
    tty_type(t, "jkk");
    tty_wait_text(t, "product 1 of 3");
    tty_key(t, TTY_ESCAPE);
    tty_wait_gone(t, "what to buy when");
}

static void help_tells_its_keys(void **state)
{
    (void)state;
    tty *t = start("plan.cfg", 120, 60, planner_utf8);
    tty_wait_row(t, -1, "way to buy");
    tty_type(t, "?");
    tty_wait_text(t, "Help");
    for (int i = 0; i < 20 && strstr(tty_screen_text(t), "The next way to buy") == NULL; i++) {
        tty_key(t, TTY_PAGE_DOWN);
        tty_wait_idle(t);
    }
    tty_wait_text(t, "The next way to buy");
}

/* More rows than fit, which the page keys scroll. */
static void scrolls_rows_out_of_sight(void **state)
{
    (void)state;
    tty *t = start("plan.cfg", 80, 24, planner_utf8);
    tty_wait_text(t, "× 100k");
    tty_key(t, TTY_PAGE_DOWN);
    tty_wait_gone(t, "× 100k");
    tty_key(t, TTY_PAGE_UP);
    tty_wait_text(t, "× 100k");
}

/* Pay as you go is off until it is switched on: what little it serves is no price. */
static void what_serves_not_all_has_no_total(void **state)
{
    static const char off[] = "format = 1; start = \"2026-12\"; months = 12; items = (\n"
                              "  { product = \"tencent/image-style-transfer\"; volume = \"9000\"; }"
                              ");\n";
    (void)state;
    assert_int_equal(sandbox_write(planner_home, "off.cfg", off), 0);
    static const char *const argv[] = {BREAKEVEN, "off.cfg", NULL};
    tty *t = tty_start(&(tty_options){.argv = argv, .cols = 80, .rows = 24, .home = planner_home});
    tty_wait_text(t, "Image Style");
    tty_type(t, "t");
    tty_wait_text(t, "what to buy when");
    tty_wait_row(t, 3, "not all served");
}

static void nothing_planned_has_no_timeline(void **state)
{
    static const char *const argv[] = {BREAKEVEN, "--new", NULL};
    (void)state;
    tty *t = tty_start(&(tty_options){.argv = argv, .cols = 80, .rows = 24});
    tty_type(t, "t");
    tty_wait_text(t, "There is no product yet");
}

#define CASE(test) cmocka_unit_test_teardown(test, tty_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(draws_at_every_size),
        CASE(draws_in_ascii),
        CASE(fits_three_years_at_every_size),
        CASE(the_cursor_reads_a_month),
        CASE(left_and_right_change_the_way),
        CASE(up_and_down_change_the_product),
        CASE(help_tells_its_keys),
        CASE(scrolls_rows_out_of_sight),
        CASE(what_serves_not_all_has_no_total),
        CASE(nothing_planned_has_no_timeline),
    };
    return cmocka_run_group_tests_name("planner/timeline", tests, make_home, planner_home_drop);
}
