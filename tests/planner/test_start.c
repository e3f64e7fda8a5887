/* What the planner opens with: the example, an empty plan, or what was left unsaved. */
#include "planner/planner_test.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const char *const bare[] = {BREAKEVEN, NULL};
static const char *const empty[] = {BREAKEVEN, "--new", NULL};
static const char *const spring[] = {BREAKEVEN, "spring.cfg", NULL};
static const char spring_plan[] = "format = 1;\nname = \"Spring\";\nstart = \"2026-12\";\n"
                                  "months = 12;\nitems = ( { product = \"huawei/ocr\";\n"
                                  "volume = \"40,000\"; } );\n";

static int make_home(void **state)
{
    (void)state;
    return planner_home_make("spring.cfg", spring_plan);
}

static tty *start(int cols, int rows, const char *const *argv)
{
    tty *t = planner_start_with(argv, cols, rows, planner_utf8);
    tty_wait_row(t, 0, "breakeven");
    return t;
}

static void end(tty *t, int number)
{
    tty_signal(t, number);
    tty_wait_exit(t);
    tty_finish(t);
}

static bool has_journal(void)
{
    char *text = sandbox_read(planner_home, "state/breakeven/unsaved-1.journal");
    free(text);
    return text != NULL;
}

/* -- the example ------------------------------------------------------------------------------- */

static void opens_an_example_in_which_each_option_wins(void **state)
{
    (void)state;
    static const char *const winners[] = {"Prepaid QPS: ", "Packages: ", "Pay as you go: "};
    static const int sizes[][2] = {{120, 36}, {200, 60}};
    for (size_t i = 0; i < 2; i++) {
        tty *t = start(sizes[i][0], sizes[i][1], bare);
        tty_wait_row(t, 0, "Example: ");
        tty_wait_row(t, 0, "12 months from 2026-12");
        assert_null(strstr(tty_row(t, 0), "*"));
        tty_wait_text(t, "First steps");
        for (size_t j = 0; j < 3; j++) {
            tty_wait_text(t, winners[j]);
            tty_key(t, TTY_DOWN);
        }
        tty_finish(t);
    }
    assert_false(has_journal());
}

static void says_so_at_the_foot_of_a_small_screen(void **state)
{
    (void)state;
    tty *t = start(80, 24, bare);
    tty_wait_row(t, -1, "This is an example to look at. n starts a plan of your own");
    tty_key(t, TTY_DOWN);
    tty_wait_row(t, -1, "a add");
}

static void puts_the_hint_away(void **state)
{
    (void)state;
    tty *t = start(120, 36, bare);
    tty_wait_text(t, "First steps");
    tty_key(t, TTY_ESCAPE);
    tty_wait_gone(t, "First steps");
    tty_finish(t);

    t = start(120, 36, bare);
    tty_wait_text(t, "First steps");
    tty_type(t, "+");
    tty_wait_gone(t, "First steps");
    tty_wait_row(t, 0, "*");
    tty_type(t, "uu");
    tty_wait_gone(t, "First steps");
}

static void never_saves_the_example_over_anything(void **state)
{
    (void)state;
    tty *t = start(80, 24, bare);
    tty_type(t, "q"); /* nothing is unsaved */
    assert_int_equal(tty_wait_exit(t), 0);
    tty_finish(t);
    t = start(80, 24, bare);
    tty_type(t, "s");
    tty_wait_text(t, "Save the plan as");
    tty_ctrl(t, 'u');
    tty_type(t, "spring.cfg");
    tty_key(t, TTY_ENTER);
    tty_wait_text(t, "There is a file of that name already");
}

static void begins_an_empty_plan_unasked(void **state)
{
    (void)state;
    tty *t = start(80, 24, bare);
    tty_type(t, "n");
    tty_wait_text(t, "Nothing planned yet");
    tty_finish(t);
    t = start(80, 24, empty);
    tty_wait_text(t, "Nothing planned yet");
    tty_finish(t);
}

/* -- what was left unsaved --------------------------------------------------------------------- */

static void reopens_after_a_signal(void **state)
{
    (void)state;
    static const int signals[] = {SIGHUP, SIGTERM, SIGKILL, SIGSEGV};
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) {
        tty *t = start(80, 24, spring);
        tty_type(t, "+");
        tty_wait_text(t, "44,000");
        end(t, signals[i]);
        t = start(80, 24, bare);
        tty_wait_row(t, 0, "Spring *");
        tty_wait_row(t, -1, "Reopened unsaved work that was cut short. u drops it.");
        tty_wait_text(t, "44,000");
        tty_type(t, "u");
        tty_wait_text(t, "40,000");
        assert_null(strstr(tty_row(t, 0), "*"));
        tty_type(t, "q"); /* nothing is unsaved: nothing is asked */
        assert_int_equal(tty_wait_exit(t), 0);
        tty_finish(t);
        assert_false(has_journal());
    }
}

static void reopens_what_was_being_typed(void **state)
{
    (void)state;
    tty *t = start(80, 24, spring);
    tty_key(t, TTY_ENTER);
    tty_type(t, "x");
    tty_wait_text(t, "is not a number");
    end(t, SIGKILL);
    t = start(80, 24, spring);
    tty_wait_row(t, -1, "Esc leaves it out");
    tty_wait_text(t, "\"40000x\" is not a number");
    tty_key(t, TTY_BACKSPACE);
    tty_wait_gone(t, "is not a number");
    tty_type(t, "0");
    tty_wait_text(t, "400000");
    tty_key(t, TTY_ESCAPE);
    tty_wait_text(t, "400,000");
}

static void saves_to_its_file_again(void **state)
{
    (void)state;
    tty *t = start(80, 24, spring);
    tty_type(t, "+");
    tty_wait_text(t, "44,000");
    end(t, SIGKILL);
    t = start(80, 24, bare);
    tty_wait_row(t, 0, "Spring *");
    tty_type(t, "s");
    tty_wait_text(t, "Saved to ");
    char *text = sandbox_read(planner_home, "spring.cfg");
    assert_non_null(strstr(text, "44,000"));
    free(text);
    end(t, SIGKILL);
    t = start(80, 24, bare); /* it was saved: there is nothing to reopen */
    tty_wait_row(t, 0, "Example: ");
}

static void leaves_the_work_of_others_alone(void **state)
{
    (void)state;
    tty *t = start(80, 24, spring);
    tty_type(t, "+");
    tty_wait_text(t, "44,000");
    tty *other = start(80, 24, bare);
    tty_wait_row(other, 0, "Example: ");
    end(t, SIGKILL);
    t = start(80, 24, empty);
    tty_wait_text(t, "Nothing planned yet");
    tty_wait_row(t, -1, "1 plan was left unsaved: start without a file to reopen it.");
    tty_finish(other);
}

static void stops_and_goes_on(void **state)
{
    (void)state;
    static const char *const shell[] = {"/bin/bash", "--norc", "--noprofile", "-i", NULL};
    tty *t = tty_start(&(tty_options){.argv = shell,
                                      .cols = 80,
                                      .rows = 24,
                                      .environment = planner_utf8,
                                      .home = planner_home,
                                      .no_marks = true});
    tty_type(t, BREAKEVEN " spring.cfg\n");
    tty_wait_row(t, 0, "Spring");
    tty_type(t, "+");
    tty_wait_text(t, "44,000");
    tty_ctrl(t, 'z');
    tty_wait_text(t, "Stopped");
    assert_true(tty_screen_restored(t));
    tty *other = start(80, 24, bare); /* one that is stopped is not dead */
    tty_wait_row(other, 0, "Example: ");
    tty_finish(other);
    tty_raw_reset(t);
    tty_type(t, "fg\n");
    tty_wait_row(t, 0, "Spring *");
    tty_wait_text(t, "44,000");
    assert_true(tty_raw_contains(t, "\033[?1006;1000h"));
    tty_type(t, "q");
    tty_wait_text(t, "Save the plan before leaving?");
    tty_type(t, "n");
    tty_wait_gone(t, "Spring *");
    tty_type(t, "echo it has end''ed\n");
    tty_wait_text(t, "it has ended");
    assert_false(has_journal());
}

static void tells_of_a_damaged_journal(void **state)
{
    (void)state;
    assert_int_equal(sandbox_write(planner_home, "state/breakeven/unsaved-1.journal", "nonsense"),
                     0);
    tty *t = start(120, 24, bare);
    tty_wait_row(t, 0, "Example: ");
    tty_wait_row(t, -1, "Unsaved work cannot be read with these prices: ");
}

static void says_when_nothing_can_be_kept(void **state)
{
    (void)state;
    assert_int_equal(sandbox_write(planner_home, "state", "no folder"), 0);
    tty *t = start(80, 24, spring);
    tty_type(t, "+");
    tty_wait_row(t, -1, "is not kept until you save it");
    tty_type(t, "+");
    tty_wait_row(t, -1, "a add"); /* said once */
    tty_signal(t, SIGTERM);
    assert_int_equal(tty_wait_exit(t), 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, make_home, planner_home_drop)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(opens_an_example_in_which_each_option_wins),
        TEST(says_so_at_the_foot_of_a_small_screen),
        TEST(puts_the_hint_away),
        TEST(never_saves_the_example_over_anything),
        TEST(begins_an_empty_plan_unasked),
        TEST(reopens_after_a_signal),
        TEST(reopens_what_was_being_typed),
        TEST(saves_to_its_file_again),
        TEST(leaves_the_work_of_others_alone),
        TEST(stops_and_goes_on),
        TEST(tells_of_a_damaged_journal),
        TEST(says_when_nothing_can_be_kept),
    };
    return cmocka_run_group_tests_name("planner/start", tests, NULL, NULL);
}
