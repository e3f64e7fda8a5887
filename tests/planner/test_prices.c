/* Prices of the user's own: the real program in a real (emulated) terminal. */
#include "planner/planner_test.h"
#include "support/run.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* By the unit, a package and QPS, of all of which no price is published. */
static const char plan[] =
    "format = 1;  name = \"Spring\";  start = \"2026-12\";  months = 12;\n"
    "items = ( { product = \"viapi/compare-face\";  volume = \"1,000\"; },\n"
    "          { product = \"alibaba/facechain-generation\";  volume = \"1,000\"; } );\n";

static const char prices_file[] = "config/breakeven/prices.cfg";

static int make_home(void **state)
{
    (void)state;
    return planner_home_make("plan.cfg", plan);
}

static tty *start(int cols, int rows, const char *const *environment)
{
    tty *t = planner_start("plan.cfg", cols, rows, environment);
    tty_wait_row(t, 0, "Spring");
    return t;
}

static void open_prices(tty *t)
{
    tty_type(t, "$");
    tty_wait_text(t, "Yours");
    tty_wait_text(t, "By the unit");
    tty_wait_text(t, "Package enter-yours");
    tty_wait_text(t, "QPS by the month");
    tty_wait_text(t, "Discount off every price");
}

/* Whether the user's file has this in it. */
static bool kept(const char *text)
{
    char *found = sandbox_read(planner_home, prices_file);
    bool has = found != NULL && strstr(found, text) != NULL;
    free(found);
    return has;
}

static void answers_follow_a_price_that_is_typed(int cols, int rows)
{
    tty *t = start(cols, rows, planner_utf8);
    open_prices(t);
    tty_type(t, "0.003");
    tty_wait_text(t, "¥36.00"); /* 12,000 of them */
    tty_key(t, TTY_ENTER);
    tty_wait_text(t, "¥0.003");
    assert_true(kept("{ product = \"viapi/compare-face\"; price = \"0.003\"; date = "
                     "\"2026-11-21\"; }"));
    tty_type(t, "21");
    tty_key(t, TTY_ENTER);
    tty_wait_text(t, "¥21.00");
    assert_true(kept("package = \"enter-yours\"; price = \"21\";"));
    tty_key(t, TTY_ESCAPE);
    tty_wait_gone(t, "Published");
    tty_type(t, "e");
    tty_wait_text(t, "Your own prices: By the unit ¥0.003; Package enter-yours ¥21.00.");
    tty_finish(t);
}

static void answers_follow_at_every_size(void **state)
{
    (void)state;
    answers_follow_a_price_that_is_typed(120, 36);
    answers_follow_a_price_that_is_typed(80, 24); /* what is there is typed over */
    answers_follow_a_price_that_is_typed(200, 60);
}

static void prices_are_there_the_next_time(void **state)
{
    (void)state;
    static const char *const compare[] = {
        BREAKEVEN, "compare", "viapi/compare-face", "--volume", "1000", "--explain", NULL};
    static const char *const check[] = {BREAKEVEN, "check", "config/breakeven/prices.cfg", NULL};
    tty *t = start(80, 24, planner_utf8);
    open_prices(t);
    tty_type(t, "0.25");
    tty_key(t, TTY_ESCAPE);
    tty_wait_text(t, "¥0.25");
    tty_finish(t);
    run_result r;
    assert_int_equal(run_capture(&r, &(run_options){.argv = compare, .home = planner_home}), 0);
    assert_int_equal(r.status, 0);
    assert_non_null(strstr(r.out, "¥250.00"));
    assert_non_null(strstr(r.out, "Your own price, 2026-11-21"));
    run_result_free(&r);
    assert_int_equal(run_capture(&r, &(run_options){.argv = check, .home = planner_home}), 0);
    assert_int_equal(r.status, 0);
    run_result_free(&r);
    t = start(80, 24, planner_utf8);
    open_prices(t);
    tty_wait_text(t, "¥0.25");
}

/* What another planner has kept meanwhile is not written over. */
static void leaves_the_prices_of_another_planner_alone(void **state)
{
    (void)state;
    tty *first = start(120, 36, planner_utf8), *second = start(120, 36, planner_utf8);
    open_prices(first);
    tty_type(first, "0.003");
    tty_key(first, TTY_ENTER);
    tty_wait_text(first, "¥0.003");
    assert_true(kept("\"0.003\""));
    open_prices(second);
    tty_type(second, "0.004");
    tty_key(second, TTY_ENTER);
    tty_wait_text(second, "The prices are not kept");
    tty_wait_text(second, "somebody else has changed it meanwhile");
    assert_true(kept("\"0.003\""));
    tty_type(first, "21");
    tty_key(first, TTY_ENTER);
    tty_wait_text(first, "¥21.00");
    assert_true(kept("\"0.003\"") && kept("\"21\""));
}

static void undo_takes_a_price_back(void **state)
{
    (void)state;
    tty *t = start(80, 24, planner_utf8);
    open_prices(t);
    tty_type(t, "0.25");
    tty_key(t, TTY_ENTER);
    tty_wait_text(t, "¥0.25");
    tty_type(t, "u");
    tty_wait_gone(t, "¥0.25");
    assert_false(kept("0.25"));
    tty_ctrl(t, 'r');
    tty_wait_text(t, "¥0.25");
    assert_true(kept("0.25"));
    tty_key(t, TTY_ESCAPE);
    tty_wait_gone(t, "Published");
    tty_wait_text(t, "¥3,000.00");
    tty_type(t, "u");
    tty_wait_gone(t, "¥3,000.00");
    assert_false(kept("0.25"));
}

static void a_price_can_be_cleared(void **state)
{
    (void)state;
    tty *t = start(80, 24, planner_utf8);
    open_prices(t);
    tty_type(t, "0.25");
    tty_key(t, TTY_ESCAPE);
    tty_wait_text(t, "¥0.25");
    tty_key(t, TTY_DELETE);
    tty_wait_gone(t, "¥0.25");
    assert_false(kept("0.25"));
}

static void a_wrong_price_is_told_while_it_is_typed(void **state)
{
    (void)state;
    tty *t = start(80, 24, planner_utf8);
    open_prices(t);
    tty_type(t, "1x");
    tty_wait_text(t, "\"1x\" is not a number; type a price such as 0.275");
    tty_key(t, TTY_ENTER);
    tty_wait_text(t, "Correct this value first");
    tty_key(t, TTY_BACKSPACE);
    tty_wait_gone(t, "not a number");
    tty_key(t, TTY_ENTER);
    tty_wait_text(t, "¥1.00");
    tty_key(t, TTY_END);
    tty_type(t, "5");
    tty_wait_text(t, "has no percent sign");
    tty_type(t, "%");
    tty_wait_gone(t, "has no percent sign");
    tty_wait_text(t, "¥11,400.00"); /* 12,000 less 5 % */
}

/* The discount is the plan's, and goes into its file. */
static void the_discount_is_typed_beside_them(void **state)
{
    (void)state;
    tty *t = start(80, 24, planner_utf8);
    tty_key(t, TTY_DOWN);
    tty_type(t, "P"); /* all of this product's prices are published */
    tty_wait_text(t, "The vendor publishes every price of this product.");
    tty_type(t, "10%");
    tty_wait_text(t, "¥1,863.00"); /* of 2,070 */
    tty_ctrl(t, 's');
    tty_wait_text(t, "Saved to plan.cfg");
    char *text = sandbox_read(planner_home, "plan.cfg");
    assert_non_null(strstr(text, "discount = \"10%\";"));
    free(text);
}

static void a_file_that_cannot_be_written_is_told(void **state)
{
    (void)state;
    assert_int_equal(sandbox_write(planner_home, prices_file, "format = 1; prices = ( );"), 0);
    tty *t = start(80, 24, planner_utf8);
    open_prices(t);
    tty_type(t, "0.25");
    tty_key(t, TTY_ENTER);
    tty_wait_text(t, "The prices are not kept");
    tty_wait_text(t, "written by hand and left alone");
    tty_key(t, TTY_ESCAPE);
    tty_wait_gone(t, "not kept");
    tty_wait_text(t, "¥0.25"); /* for as long as the planner runs */
}

static void draws_in_ascii_where_there_is_no_utf8(void **state)
{
    (void)state;
    tty *t = start(80, 24, planner_ascii);
    open_prices(t);
    tty_type(t, "0.25");
    tty_key(t, TTY_ENTER);
    tty_wait_text(t, "CNY 0.25");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(answers_follow_at_every_size, make_home, planner_home_drop),
        cmocka_unit_test_setup_teardown(prices_are_there_the_next_time, make_home,
                                        planner_home_drop),
        cmocka_unit_test_setup_teardown(leaves_the_prices_of_another_planner_alone, make_home,
                                        planner_home_drop),
        cmocka_unit_test_setup_teardown(undo_takes_a_price_back, make_home, planner_home_drop),
        cmocka_unit_test_setup_teardown(a_price_can_be_cleared, make_home, planner_home_drop),
        cmocka_unit_test_setup_teardown(a_wrong_price_is_told_while_it_is_typed, make_home,
                                        planner_home_drop),
        cmocka_unit_test_setup_teardown(the_discount_is_typed_beside_them, make_home,
                                        planner_home_drop),
        cmocka_unit_test_setup_teardown(a_file_that_cannot_be_written_is_told, make_home,
                                        planner_home_drop),
        cmocka_unit_test_setup_teardown(draws_in_ascii_where_there_is_no_utf8, make_home,
                                        planner_home_drop),
    };
    return cmocka_run_group_tests_name("planner/prices", tests, NULL, NULL);
}
