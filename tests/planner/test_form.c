/* The form and its second page: the real program in a real (emulated) terminal. */
#include "planner/planner_test.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

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

static tty *start(int cols, int rows, const char *const *environment)
{
    tty *t = planner_start("plan.cfg", cols, rows, environment);
    tty_wait_row(t, 0, "Spring");
    return t;
}

/* Types into the field under the cursor, which may take letters. */
static void type_value(tty *t, const char *text)
{
    tty_key(t, TTY_ENTER);
    tty_type(t, text);
    tty_key(t, TTY_ESCAPE);
    tty_wait_idle(t);
}

static void the_second_page_has_the_rare_fields(int cols, int rows)
{
    tty *t = start(cols, rows, planner_utf8);
    tty_wait_text(t, "m more fields");
    tty_wait_gone(t, "Busy hours");
    tty_type(t, "m");
    tty_wait_text(t, "m the usual fields");
    tty_wait_text(t, "Busy hours");
    tty_wait_text(t, "Spread");
    tty_wait_gone(t, "Volume/month");
    tty_type(t, "m");
    tty_wait_text(t, "Volume/month");
    tty_finish(t);
}

static void the_second_page_is_there_at_every_size(void **state)
{
    (void)state;
    the_second_page_has_the_rare_fields(80, 24);
    the_second_page_has_the_rare_fields(120, 36);
    the_second_page_has_the_rare_fields(200, 60);
}

static void what_is_said_out_of_sight_is_counted(void **state)
{
    (void)state;
    tty *t = start(80, 24, planner_utf8);
    tty_type(t, "m");
    tty_wait_text(t, "Spread");
    for (int i = 0; i < 4; i++)
        tty_key(t, TTY_RIGHT);
    tty_wait_text(t, "On top of every charge");
    tty_type(t, "6%");
    tty_wait_text(t, "With tax");
    tty_key(t, TTY_ESCAPE);
    tty_wait_idle(t);
    tty_type(t, "m");
    tty_wait_text(t, "m more: 1 is given");
}

static void lists_have_a_row_of_their_own(void **state)
{
    (void)state;
    tty *t = start(80, 24, planner_utf8);
    tty_type(t, "m");
    tty_wait_text(t, "Spread");
    for (int i = 0; i < 4; i++)
        tty_key(t, TTY_DOWN);
    tty_wait_text(t, "Volumes month by month");
    type_value(t, "30k 35k 1.2M");
    tty_wait_text(t, "30k 35k 1.2M");
    tty_key(t, TTY_DOWN);
    tty_wait_text(t, "Twelve factors");
    tty_key(t, TTY_ENTER);
    tty_type(t, "1");
    tty_wait_text(t, "cannot be combined with volumes of the months");
    tty_key(t, TTY_ESCAPE);
    tty_wait_idle(t);
    for (int i = 0; i < 5; i++)
        tty_key(t, TTY_UP);
    tty_wait_text(t, "How uncertain the volume is");
}

static void the_total_goes_into_the_plan(void **state)
{
    (void)state;
    tty *t = start(120, 36, planner_utf8);
    tty_type(t, "m");
    tty_wait_text(t, "Total in");
    for (int i = 0; i < 5; i++)
        tty_key(t, TTY_RIGHT);
    type_value(t, "CNY");
    tty_wait_text(t, "2026-11-21");
    tty_key(t, TTY_DOWN);
    tty_key(t, TTY_DOWN);
    type_value(t, "USD 7.12");
    tty_ctrl(t, 's');
    tty_wait_text(t, "Saved to plan.cfg");
    char *text = sandbox_read(planner_home, "plan.cfg");
    assert_non_null(strstr(text, "exchange = { to = \"CNY\"; date = \"2026-11-21\"; rates = ( { "
                                 "currency = \"USD\"; rate = \"7.12\"; } ); };"));
    free(text);
}

static void says_what_to_buy_while_the_volume_is_uncertain(void **state)
{
    (void)state;
    tty *t = start(200, 60, planner_utf8);
    tty_type(t, "m");
    tty_wait_text(t, "Spread");
    tty_type(t, "40%");
    tty_key(t, TTY_ESCAPE);
    tty_wait_idle(t);
    tty_type(t, "e"); /* at once: what is not known yet is left out */
    tty_wait_text(t, "Planned for");
    tty_key(t, TTY_ESCAPE);
    tty_wait_gone(t, "Planned for");
    tty_wait_gone(t, "trying uncertain volumes");
    tty_type(t, "e");
    tty_wait_text(t, "What to buy now, the volume being uncertain");
}

static void draws_in_ascii_where_there_is_no_utf8(void **state)
{
    (void)state;
    tty *t = start(80, 24, planner_ascii);
    tty_type(t, "m");
    tty_wait_text(t, "Busy hours");
    tty_wait_text(t, "m the usual fields");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_second_page_is_there_at_every_size, make_home,
                                        planner_home_drop),
        cmocka_unit_test_setup_teardown(what_is_said_out_of_sight_is_counted, make_home,
                                        planner_home_drop),
        cmocka_unit_test_setup_teardown(lists_have_a_row_of_their_own, make_home,
                                        planner_home_drop),
        cmocka_unit_test_setup_teardown(the_total_goes_into_the_plan, make_home, planner_home_drop),
        cmocka_unit_test_setup_teardown(says_what_to_buy_while_the_volume_is_uncertain, make_home,
                                        planner_home_drop),
        cmocka_unit_test_setup_teardown(draws_in_ascii_where_there_is_no_utf8, make_home,
                                        planner_home_drop),
    };
    return cmocka_run_group_tests_name("planner/form", tests, NULL, NULL);
}
