/* What changed in a plan: the real program in a real (emulated) terminal. */
#include "planner/planner_test.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

static const char plan[] = "format = 1;  name = \"Spring\";  start = \"2026-12\";  months = 12;\n"
                           "items = ( { product = \"alibaba/facechain-generation\";  volume = "
                           "\"1,000\"; free_left = \"0\"; } );\n";

static const char other[] = "format = 1;  name = \"Winter\";  start = \"2026-12\";  months = 12;\n"
                            "items = ( { product = \"alibaba/facechain-generation\";  volume = "
                            "\"500\"; free_left = \"0\"; } );\n";

static int make_home(void **state)
{
    (void)state;
    return planner_home_make("plan.cfg", plan) != 0 ||
                   sandbox_write(planner_home, "other.cfg", other) != 0
               ? -1
               : 0;
}

static tty *start(int cols, int rows, const char *const *environment)
{
    tty *t = planner_start("plan.cfg", cols, rows, environment);
    tty_wait_row(t, 0, "Spring");
    return t;
}

static void shows_what_the_edits_cost(int cols, int rows)
{
    tty *t = start(cols, rows, planner_utf8);
    tty_type(t, "+D"); /* a tenth more */
    tty_wait_text(t, "plan.cfg → as it is here");
    tty_wait_text(t, "Volume a month");
    tty_wait_text(t, "1,100");
    tty_wait_text(t, "¥2,376.00");
    tty_wait_text(t, "+¥216.00");
    tty_wait_text(t, "+10.0%");
    tty_wait_row(t, -1, "o other file");
    tty_key(t, TTY_ESCAPE);
    tty_wait_gone(t, "as it is here");
}

static void shows_what_the_edits_cost_at_every_size(void **state)
{
    (void)state;
    shows_what_the_edits_cost(80, 24);
    shows_what_the_edits_cost(120, 36);
    shows_what_the_edits_cost(200, 60);
}

static void compares_with_another_file(void **state)
{
    (void)state;
    tty *t = start(80, 24, planner_utf8);
    tty_type(t, "D"); /* nothing was changed */
    tty_wait_text(t, "Compare with the plan in which file");
    tty_wait_text(t, "Nothing differs from plan.cfg.");
    tty_type(t, "other.cfg");
    tty_key(t, TTY_ENTER);
    tty_wait_text(t, "other.cfg → as it is here");
    tty_wait_text(t, "+¥1,080.00");
    tty_wait_text(t, "Winter");
    tty_type(t, "o");
    tty_wait_text(t, "Compare with the plan in which file");
    tty_type(t, "nowhere.cfg");
    tty_key(t, TTY_ENTER);
    tty_wait_text(t, "Not opened");
    tty_wait_text(t, "No such file");
    tty_key(t, TTY_ESCAPE);
    tty_wait_gone(t, "Not opened");
    tty_wait_row(t, 0, "Spring"); /* the plan is what it was */
}

static void a_plan_without_a_file_needs_one(void **state)
{
    (void)state;
    tty *t = start(80, 24, planner_utf8);
    tty_type(t, "n");
    tty_wait_row(t, 0, "New plan");
    tty_type(t, "D");
    tty_wait_text(t, "The plan has no file of its own yet.");
    tty_type(t, "plan.cfg");
    tty_key(t, TTY_ENTER);
    tty_wait_text(t, "removed");
    tty_wait_text(t, "−100.0%");
}

static void draws_in_ascii_where_there_is_no_utf8(void **state)
{
    (void)state;
    tty *t = start(80, 24, planner_ascii);
    tty_type(t, "-D");
    tty_wait_text(t, "plan.cfg -> as it is here");
    tty_wait_text(t, "-CNY 216.00 -10.0%");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(shows_what_the_edits_cost_at_every_size, make_home,
                                        planner_home_drop),
        cmocka_unit_test_setup_teardown(compares_with_another_file, make_home, planner_home_drop),
        cmocka_unit_test_setup_teardown(a_plan_without_a_file_needs_one, make_home,
                                        planner_home_drop),
        cmocka_unit_test_setup_teardown(draws_in_ascii_where_there_is_no_utf8, make_home,
                                        planner_home_drop),
    };
    return cmocka_run_group_tests_name("planner/diff", tests, NULL, NULL);
}
