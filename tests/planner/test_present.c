/* The plan for a projector, on the real program's screen. */
#include "planner/planner_test.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static const char plan[] =
    "format = 1;\n"
    "name = \"On the wall\";\n"
    "start = \"2026-12\";\n"
    "months = 12;\n"
    "exchange = { to = \"CNY\"; date = \"2026-11-20\";\n"
    "  rates = ( { currency = \"USD\"; rate = \"7.12\"; } ); };\n"
    "items = (\n"
    "  { product = \"tencent-cn/face-compare\"; volume = \"3,500,000\"; concurrency = \"4\";\n"
    "    response_time = \"500 ms\"; },\n"
    "  { product = \"tencent/image-style-transfer\"; volume = \"9,000\"; postpaid = true; }\n"
    ");\n";

static int make_home(void **state)
{
    (void)state;
    return planner_home_make("plan.cfg", plan);
}

static tty *start(int cols, int rows, const char *const *environment)
{
    tty *t = planner_start("plan.cfg", cols, rows, environment);
    tty_wait_text(t, "On the wall");
    tty_type(t, "v");
    tty_wait_text(t, "1 of 3");
    return t;
}

static void draws_at_every_size(void **state)
{
    (void)state;
    for (size_t i = 0; i < PLANNER_SIZES; i++) {
        tty *t = start(planner_sizes[i].cols, planner_sizes[i].rows, planner_utf8);
        tty_wait_text(t, "Face Comparison  Tencent Cloud China");
        tty_wait_text(t, "★ Prepaid QPS: ¥26,880.00");
        tty_wait_text(t, "Carries the load");
        tty_wait_text(t, "¥127,562.00");
        tty_wait_text(t, "12 months from 2026-12");
        tty_wait_text(t, "█");
        tty_wait_gone(t, "a add"); /* no marks of editing */
        tty_wait_gone(t, "Plan ─");
        if (planner_sizes[i].rows >= 36)
            tty_wait_text(t, "cost of 12 months as the volume grows");
        tty_finish(t);
    }
}

static void draws_in_ascii(void **state)
{
    (void)state;
    for (size_t i = 0; i < PLANNER_SIZES; i++) {
        tty *t = start(planner_sizes[i].cols, planner_sizes[i].rows, planner_ascii);
        tty_wait_text(t, "* Prepaid QPS: CNY 26,880.00");
        tty_wait_text(t, "###");
        for (const char *c = tty_screen_text(t); *c != '\0'; c++)
            assert_in_range((unsigned char)*c, 0, 127);
        tty_finish(t);
    }
}

static void steps_through_the_plan(void **state)
{
    (void)state;
    tty *t = start(120, 36, planner_utf8);
    tty_key(t, TTY_LEFT); /* nothing is before */
    tty_wait_text(t, "1 of 3");
    tty_key(t, TTY_RIGHT);
    tty_wait_text(t, "2 of 3");
    tty_wait_text(t, "Image Style Transfer  Tencent Cloud");
    tty_type(t, " ");
    tty_wait_text(t, "3 of 3");
    tty_wait_text(t, "The whole plan");
    tty_wait_text(t, "All in CNY");
    tty_key(t, TTY_RIGHT); /* nothing is behind */
    tty_wait_text(t, "3 of 3");
    tty_key(t, TTY_LEFT);
    tty_wait_text(t, "2 of 3");
    tty_key(t, TTY_HOME);
    tty_wait_text(t, "1 of 3");
    tty_key(t, TTY_END);
    tty_wait_text(t, "The whole plan");
    tty_key(t, TTY_ESCAPE);
    tty_wait_row(t, -1, "a add");
    tty_key(t, TTY_F5);
    tty_wait_text(t, "2 of 3"); /* the product that was shown last */
    tty_key(t, TTY_F5);
    tty_wait_row(t, -1, "a add");
}

static void the_whole_plan_at_every_size(void **state)
{
    (void)state;
    for (size_t i = 0; i < PLANNER_SIZES; i++) {
        tty *t = start(planner_sizes[i].cols, planner_sizes[i].rows, planner_utf8);
        tty_key(t, TTY_END);
        tty_wait_text(t, "3 of 3");
        tty_wait_text(t, "less than pay as you go for everything");
        tty_wait_text(t, "Total CNY");
        tty_wait_text(t, "Total USD");
        tty_wait_text(t, "Face Comparison");
        tty_finish(t);
    }
}

static void follows_the_size(void **state)
{
    (void)state;
    tty *t = start(80, 24, planner_utf8);
    tty_resize(t, 150, 50);
    tty_wait_text(t, "as the volume grows");
    tty_resize(t, 40, 10);
    tty_wait_text(t, "breakeven needs 80 x 24");
    tty_resize(t, 80, 24);
    tty_wait_text(t, "1 of 3");
}

static void nothing_planned_cannot_be_presented(void **state)
{
    static const char *const argv[] = {BREAKEVEN, "--new", NULL};
    (void)state;
    tty *t = tty_start(&(tty_options){.argv = argv, .cols = 80, .rows = 24});
    tty_type(t, "v");
    tty_wait_text(t, "There is no product yet");
}

#define CASE(test) cmocka_unit_test_teardown(test, tty_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(draws_at_every_size),    CASE(draws_in_ascii),
        CASE(steps_through_the_plan), CASE(the_whole_plan_at_every_size),
        CASE(follows_the_size),       CASE(nothing_planned_cannot_be_presented),
    };
    return cmocka_run_group_tests_name("planner/present", tests, make_home, planner_home_drop);
}
