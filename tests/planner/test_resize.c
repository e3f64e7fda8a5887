/* Windows that are dragged to another size: what is shown then is what belongs there. */
#include "engine/random.h"
#include "planner/planner_test.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { BURSTS = 300, BURST_MOST = 12, ROWS_MOST = 70, COLS_MOST = 220 };

/* The example, in a home of its own; its hint is put away. */
static tty *start(int cols, int rows)
{
    static const char *const argv[] = {BREAKEVEN, NULL};
    tty *t = tty_start(
        &(tty_options){.argv = argv, .cols = cols, .rows = rows, .environment = planner_utf8});
    tty_wait_row(t, 0, "Example: ");
    tty_key(t, TTY_ESCAPE);
    tty_wait_row(t, -1, "a add");
    return t;
}

static void resize_somehow(tty *t, random_source *random)
{
    const int cols = (int)random_between(random, 1, COLS_MOST);
    tty_resize(t, cols, (int)random_between(random, 1, ROWS_MOST));
}

static char *text_at_rest(tty *t)
{
    assert_true(tty_await_rest(t));
    return strdup(tty_screen_text(t));
}

/* Nothing stale is left: a screen drawn wholly anew looks the same. */
static void leaves_nothing_stale(void **state)
{
    (void)state;
    random_source random = random_start("planner/resize");
    tty *t = start(120, 36);
    assert_true(tty_await_rest(t));
    for (int burst = 0; burst < BURSTS; burst++) {
        for (int64_t i = random_between(&random, 1, BURST_MOST); i > 0; i--)
            resize_somehow(t, &random);
        char *shown = text_at_rest(t);
        tty_ctrl(t, 'l');
        char *anew = text_at_rest(t);
        assert_string_equal(anew, shown);
        free(anew);
        free(shown);
    }
    tty_finish(t);
}

/* A burst ends as if there had been no more than its last size. */
static void shows_what_belongs_to_the_size(void **state)
{
    (void)state;
    random_source random = random_start("planner/resize/size");
    for (size_t i = 0; i < PLANNER_SIZES; i++) {
        const planner_size size = planner_sizes[i];
        tty *t = start(size.cols, size.rows);
        char *expected = text_at_rest(t);
        tty_finish(t);
        t = start(100, 30);
        for (int j = 0; j < BURST_MOST; j++)
            resize_somehow(t, &random);
        tty_resize(t, size.cols, size.rows);
        char *shown = text_at_rest(t);
        assert_string_equal(shown, expected);
        free(shown);
        free(expected);
        tty_finish(t);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(leaves_nothing_stale, tty_teardown),
        cmocka_unit_test_teardown(shows_what_belongs_to_the_size, tty_teardown),
    };
    return cmocka_run_group_tests_name("planner/resize", tests, NULL, NULL);
}
