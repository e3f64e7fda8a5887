/* Two planners on one plan: the second is told, and neither writes over what the other has saved
 * without asking. */
#include "planner/planner_test.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

static const char plan[] = "format = 1;\nname = \"Spring\";\nstart = \"2026-12\";\nmonths = 12;\n"
                           "items = ( { product = \"alibaba/aitryon\"; volume = \"10\"; } );\n";

static const char asked[] = "Somebody else has changed the file meanwhile. Write over it?";

static int make_home(void **state)
{
    (void)state;
    return planner_home_make("plan.cfg", plan);
}

static tty *start(const planner_size *size, const char *const *environment)
{
    tty *t = planner_start("plan.cfg", size->cols, size->rows, environment);
    tty_wait_row(t, 0, "Spring");
    return t;
}

static tty *start_small(void)
{
    return start(&planner_sizes[0], planner_utf8);
}

/* Makes the volume of the plan's item another one. */
static void type_volume(tty *t, const char *volume)
{
    tty_key(t, TTY_ENTER);
    tty_wait_row(t, -1, "next field");
    tty_ctrl(t, 'u');
    tty_type(t, volume);
    tty_wait_row(t, 0, "*");
    tty_key(t, TTY_ESCAPE);
    tty_wait_idle(t);
}

static void save(tty *t)
{
    tty_type(t, "s");
    tty_wait_row(t, -1, "Saved to plan.cfg");
}

static void assert_file_has(const char *part)
{
    char *text = sandbox_read(planner_home, "plan.cfg");
    assert_non_null(text);
    if (strstr(text, part) == NULL)
        fail_msg("no %s in %s", part, text);
    free(text);
}

static void tells_the_second(void **state)
{
    (void)state;
    const char *const *const editions[] = {planner_utf8, planner_ascii};
    for (size_t i = 0; i < PLANNER_SIZES; i++) {
        for (size_t j = 0; j < 2; j++) {
            tty *first = start(&planner_sizes[i], editions[j]);
            tty_wait_row(first, -1, "a add");
            tty *second = start(&planner_sizes[i], editions[j]);
            tty_wait_row(second, -1, "Another planner has this plan open, too: s asks");
            tty_finish(second);
            tty_finish(first);
        }
    }
    tty *alone = start_small(); /* those that have ended claim nothing */
    tty_wait_row(alone, -1, "a add");
}

static void tells_who_opens_it_later(void **state)
{
    (void)state;
    tty *first = start_small();
    tty *second = planner_start("--new", 80, 24, planner_utf8);
    tty_wait_text(second, "Nothing planned yet");
    tty_type(second, "o");
    tty_wait_text(second, "Open which plan");
    tty_type(second, "plan.cfg");
    tty_key(second, TTY_ENTER);
    tty_wait_row(second, -1, "Opened plan.cfg, which another planner has open, too");
    type_volume(first, "11");
    save(first); /* and goes on claiming what is now in its place */
    tty_finish(second);
    second = start_small();
    tty_wait_row(second, -1, "Another planner has this plan open, too");
}

static void asks_before_writing_over_what_another_saved(void **state)
{
    for (size_t i = 0; i < PLANNER_SIZES; i++) {
        (void)planner_home_drop(state); /* and what the ones before left unsaved */
        assert_int_equal(make_home(state), 0);
        tty *first = start(&planner_sizes[i], planner_utf8);
        tty *second = start(&planner_sizes[i], planner_utf8);
        type_volume(first, "1234");
        save(first);
        save(first); /* its own work */
        type_volume(second, "5678");
        tty_type(second, "s");
        tty_wait_text(second, asked);
        tty_key(second, TTY_ESCAPE);
        tty_wait_gone(second, asked);
        assert_file_has("\"1,234\"");
        tty_type(second, "s");
        tty_wait_text(second, asked);
        tty_type(second, "n"); /* under another name, then */
        tty_wait_text(second, "Save the plan as");
        tty_key(second, TTY_ESCAPE);
        tty_wait_gone(second, "Save the plan as");
        tty_type(second, "s");
        tty_wait_text(second, asked);
        tty_type(second, "y");
        tty_wait_row(second, -1, "Saved to plan.cfg");
        assert_file_has("\"5,678\"");
        type_volume(first, "99");
        tty_type(first, "s");
        tty_wait_text(first, asked);
        tty_finish(second);
        tty_finish(first);
    }
}

static void asks_before_leaving_over_what_another_saved(void **state)
{
    (void)state;
    tty *t = start_small();
    type_volume(t, "42");
    assert_int_equal(sandbox_write(planner_home, "plan.cfg", "# by hand\n"), 0);
    tty_type(t, "q");
    tty_wait_text(t, "Save the plan before leaving?");
    tty_type(t, "y");
    tty_wait_text(t, asked);
    assert_file_has("# by hand");
    tty_type(t, "y");
    assert_int_equal(tty_wait_exit(t), 0);
    assert_file_has("\"42\"");
}

static void writes_a_file_that_is_gone_again(void **state)
{
    (void)state;
    char *path = sandbox_path(planner_home, "plan.cfg");
    tty *t = start_small();
    type_volume(t, "42");
    assert_int_equal(unlink(path), 0);
    save(t);
    assert_file_has("\"42\"");
    free(path);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, make_home, planner_home_drop)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(tells_the_second),
        TEST(tells_who_opens_it_later),
        TEST(asks_before_writing_over_what_another_saved),
        TEST(asks_before_leaving_over_what_another_saved),
        TEST(writes_a_file_that_is_gone_again),
    };
    return cmocka_run_group_tests_name("planner/shared", tests, NULL, NULL);
}
