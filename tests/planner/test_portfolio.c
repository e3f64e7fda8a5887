/* All products side by side, on the real program's screen. */
#include "planner/planner_test.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static const char plan[] =
    "format = 1;\n"
    "name = \"Side by side\";\n"
    "start = \"2026-12\";\n"
    "months = 12;\n"
    "exchange = { to = \"CNY\"; date = \"2026-11-20\";\n"
    "  rates = ( { currency = \"USD\"; rate = \"7.12\"; } ); };\n"
    "items = (\n"
    "  { product = \"alibaba/aitryon-refiner\"; volume = \"200\"; },\n"
    "  { product = \"tencent-cn/face-compare\"; volume = \"3,500,000\"; concurrency = \"4\";\n"
    "    response_time = \"500 ms\"; },\n"
    "  { product = \"tencent/image-style-transfer\"; volume = \"9,000\"; growth = \"6%\";\n"
    "    postpaid = true; }\n"
    ");\n";

enum { MANY = 300, MANY_BYTES = MANY * 80 };

static int write_many(void)
{
    static char text[MANY_BYTES];
    size_t length = (size_t)snprintf(text, sizeof text,
                                     "format = 1; start = \"2026-12\"; months = 12; items = (\n");
    for (int i = 0; i < MANY; i++)
        length +=
            (size_t)snprintf(text + length, sizeof text - length,
                             "%s{ product = \"alibaba/aitryon-refiner\"; volume = \"%d\"; }\n",
                             i == 0 ? "" : ",", 1000 + i);
    snprintf(text + length, sizeof text - length, ");\n");
    return sandbox_write(planner_home, "many.cfg", text);
}

static int make_home(void **state)
{
    (void)state;
    return planner_home_make("plan.cfg", plan) != 0 || write_many() != 0 ? -1 : 0;
}

static tty *start(const char *file, int cols, int rows, const char *const *environment)
{
    tty *t = planner_start(file, cols, rows, environment);
    tty_wait_text(t, "breakeven");
    tty_type(t, "p");
    tty_wait_text(t, "Portfolio");
    return t;
}

static void draws_at_every_size(void **state)
{
    (void)state;
    for (size_t i = 0; i < PLANNER_SIZES; i++) {
        tty *t = start("plan.cfg", planner_sizes[i].cols, planner_sizes[i].rows, planner_utf8);
        tty_wait_text(t, "3 products, as planned; ");
        tty_wait_text(t, "¥125,640.00");
        tty_wait_text(t, "¥127,562.00");
        tty_wait_text(t, "¥26,880.00");
        tty_wait_text(t, "$7,387.80");
        tty_wait_text(t, "Total CNY");
        tty_wait_text(t, "Total USD");
        tty_wait_text(t, "All in CNY");
        tty_wait_text(t, "Rates of 2026-11-20: 1 USD = 7.12 CNY.");
        tty_wait_text(t, "AI Try-on, Image Refinement · ");
        tty_finish(t);
    }
}

static void draws_in_ascii(void **state)
{
    (void)state;
    for (size_t i = 0; i < PLANNER_SIZES; i++) {
        tty *t = start("plan.cfg", planner_sizes[i].cols, planner_sizes[i].rows, planner_ascii);
        tty_wait_text(t, "* Best");
        tty_wait_text(t, "CNY 125,640.00");
        tty_wait_text(t, "CNY 26,880.00");
        tty_type(t, "j");
        tty_wait_text(t, "Face Comparison - ");
        for (const char *c = tty_screen_text(t); *c != '\0'; c++)
            assert_in_range((unsigned char)*c, 0, 127);
        tty_finish(t);
    }
}

/* Where it is wide, nothing is left out. */
static void tells_all_where_it_is_wide(void **state)
{
    (void)state;
    tty *t = start("plan.cfg", 200, 60, planner_utf8);
    tty_wait_row(t, 3, "Volume");
    tty_wait_row(t, 3, "Recommended");
    tty_wait_row(t, 3, "PAYG");
    tty_wait_row(t, 3, "Saving");
    tty_wait_row(t, 5, "Prepaid QPS");
    tty_wait_row(t, 5, "3.5M");
    tty_wait_row(t, 5, "¥98,760.00");
    tty_wait_row(t, 5, "78.6%");
}

static void enter_goes_to_the_product(void **state)
{
    (void)state;
    tty *t = start("plan.cfg", 120, 36, planner_utf8);
    tty_type(t, "jj");
    tty_wait_text(t, "Image Style Transfer · ");
    tty_key(t, TTY_ENTER);
    tty_wait_gone(t, "Portfolio");
    tty_wait_text(t, "▸ Image Style Tra");
    tty_type(t, "p"); /* it is where the cursor was left */
    tty_wait_text(t, "Image Style Transfer · ");
    tty_key(t, TTY_HOME);
    tty_wait_text(t, "AI Try-on, Image Refinement · ");
    tty_key(t, TTY_ESCAPE);
    tty_wait_gone(t, "Portfolio");
    tty_wait_text(t, "▸ Image Style Tra");
}

static void sorts_and_keeps_its_product(void **state)
{
    (void)state;
    tty *t = start("plan.cfg", 120, 36, planner_utf8);
    tty_wait_row(t, 4, "AI Try-on");
    tty_type(t, "jjs");
    tty_wait_text(t, "3 products, by name");
    tty_wait_row(t, 4, "AI Try-on");
    tty_type(t, "s");
    tty_wait_text(t, "the dearest first");
    tty_wait_row(t, 4, "Face Comparison");
    tty_wait_row(t, 6, "Image Style Transfer"); /* of another currency */
    tty_type(t, "s");
    tty_wait_text(t, "the largest saving first");
    tty_wait_row(t, 4, "Face Comparison");
    tty_type(t, "s");
    tty_wait_text(t, "the most warnings first");
    tty_wait_text(t, "Image Style Transfer · ");
    tty_type(t, "s");
    tty_wait_text(t, "as planned");
}

static void scrolls_many(void **state)
{
    (void)state;
    tty *t = start("many.cfg", 80, 24, planner_utf8);
    tty_wait_text(t, "300 products");
    tty_wait_text(t, "1,001");
    tty_key(t, TTY_PAGE_DOWN); /* to the last row in sight, and a page on */
    tty_key(t, TTY_PAGE_DOWN);
    tty_wait_gone(t, "1,001");
    tty_key(t, TTY_END);
    tty_wait_text(t, "1,299");
    tty_key(t, TTY_HOME);
    tty_wait_text(t, "1,001");
    for (int i = 0; i < 100; i++)
        tty_type(t, "j");
    tty_wait_text(t, "★ Pay as you go: ¥3,000.00"); /* of 1,100 */
}

static void nothing_planned_has_none(void **state)
{
    static const char *const argv[] = {BREAKEVEN, "--new", NULL};
    (void)state;
    tty *t = tty_start(&(tty_options){.argv = argv, .cols = 80, .rows = 24});
    tty_type(t, "p");
    tty_wait_text(t, "There is no product yet");
}

#define CASE(test) cmocka_unit_test_teardown(test, tty_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(draws_at_every_size),         CASE(draws_in_ascii),
        CASE(tells_all_where_it_is_wide),  CASE(enter_goes_to_the_product),
        CASE(sorts_and_keeps_its_product), CASE(scrolls_many),
        CASE(nothing_planned_has_none),
    };
    return cmocka_run_group_tests_name("planner/portfolio", tests, make_home, planner_home_drop);
}
