/* The planner as its users meet it: the real program in a real (emulated) terminal. */
#include "planner/planner_test.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static tty *start(int cols, int rows, const char *const *argv, const sandbox *home)
{
    return tty_start(&(tty_options){
        .argv = argv, .cols = cols, .rows = rows, .environment = planner_utf8, .home = home});
}

static tty *start_empty(int cols, int rows)
{
    static const char *const argv[] = {BREAKEVEN, "--new", NULL};
    tty *t = start(cols, rows, argv, NULL);
    tty_wait_text(t, "Nothing planned yet");
    return t;
}

static void add_product(tty *t, const char *filter, const char *name)
{
    tty_type(t, "a");
    tty_wait_text(t, "Filter");
    tty_type(t, filter);
    tty_wait_text(t, name);
    tty_key(t, TTY_ENTER);
    tty_wait_gone(t, "Filter");
}

/* -- from nothing to an answer ---------------------------------------------------------------- */

static void starts_on_an_empty_plan(void **state)
{
    (void)state;
    tty *t = start_empty(80, 24);
    tty_wait_row(t, 0, "breakeven");
    tty_wait_row(t, 0, "12 months from 2026-12");
    tty_wait_row(t, -1, "a add");
    tty_wait_row(t, -1, "q quit");
}

static void answers_while_the_volume_is_typed(void **state)
{
    (void)state;
    tty *t = start_empty(120, 36);
    add_product(t, "tencent/image style", "Image Style Transfer");
    tty_wait_text(t, "Volume/month");
    tty_ctrl(t, 'u');
    tty_type(t, "10050");
    tty_wait_text(t, "Not served "); /* postpaid is off until it is switched on */
    tty_wait_text(t, "120,550");
    tty_type(t, "0");
    tty_wait_text(t, "1,205,950"); /* a keystroke later: 12 x 100,500 - 50 */
}

static void shows_the_four_options_of_face_comparison(void **state)
{
    (void)state;
    tty *t = start_empty(120, 36);
    add_product(t, "tencent-cn face compar", "Face Comparison");
    tty_ctrl(t, 'u');
    tty_type(t, "3.5M");
    tty_key(t, TTY_DOWN); /* a row down: requests at once */
    tty_type(t, "4");
    tty_key(t, TTY_TAB);
    tty_type(t, "500ms");
    tty_wait_text(t, "needs 8 QPS");
    tty_wait_text(t, "¥125,640.00");
    tty_wait_text(t, "¥127,562.00");
    tty_wait_text(t, "¥26,880.00");
    tty_wait_text(t, "★");
}

static void keeps_the_last_answer_while_a_value_has_no_meaning(void **state)
{
    (void)state;
    tty *t = start_empty(120, 36);
    add_product(t, "refiner", "AI Try-on");
    tty_ctrl(t, 'u');
    tty_type(t, "200");
    tty_wait_text(t, "¥537.50"); /* 400 free, then 53.75 in each of ten months */
    tty_key(t, TTY_ESCAPE);
    tty_wait_idle(t); /* a key right behind Esc would be taken for Alt */
    tty_type(t, "2x");
    tty_wait_text(t, "\"2x\" is not a number");
    tty_wait_text(t, "for the last value that has a meaning");
    tty_wait_text(t, "¥5.40"); /* the answer to "2", typed a moment before */
    tty_key(t, TTY_BACKSPACE);
    tty_wait_gone(t, "is not a number");
}

static void never_drops_a_wrong_value_unasked(void **state)
{
    (void)state;
    tty *t = start_empty(80, 24);
    add_product(t, "refiner", "AI Try-on");
    tty_type(t, "200");
    tty_key(t, TTY_TAB);
    tty_type(t, "5");
    tty_wait_text(t, "\"5\" has no percent sign");
    tty_key(t, TTY_ENTER);
    tty_wait_text(t, "Correct this value first");
    tty_ctrl(t, 's');
    tty_wait_text(t, "Correct this value first");
    tty_wait_gone(t, "Save the plan as");
    tty_key(t, TTY_ESCAPE);
    tty_wait_text(t, "\"5\" is left out: Growth/month is not given.");
}

static void only_figures_begin_a_value(void **state)
{
    (void)state;
    tty *t = start_empty(80, 24);
    tty_type(t, "e");
    tty_wait_text(t, "There is no product yet");
    add_product(t, "refiner", "AI Try-on");
    tty_type(t, "1000");
    tty_key(t, TTY_ESCAPE);
    tty_wait_idle(t);
    tty_type(t, "z");
    tty_wait_text(t, "That key does nothing here");
    tty_wait_text(t, "1,000");
    tty_type(t, "+");
    tty_wait_text(t, "1,100");
    tty_key(t, TTY_RIGHT);
    tty_type(t, "-5%"); /* growth may be below zero: here the sign is the start of a value */
    tty_wait_row(t, -1, "next field");
    tty_wait_text(t, "-5%");
    tty_wait_text(t, "1,100");
}

static void undoes_and_redoes(void **state)
{
    (void)state;
    tty *t = start_empty(80, 24);
    add_product(t, "refiner", "AI Try-on");
    tty_ctrl(t, 'u');
    tty_type(t, "12345");
    tty_key(t, TTY_ESCAPE);
    tty_wait_text(t, "12,345");
    tty_type(t, "u");
    tty_wait_gone(t, "12,345");
    tty_ctrl(t, 'r');
    tty_wait_text(t, "12,345");
    tty_type(t, "+");
    tty_wait_text(t, "13,579");
    tty_type(t, "-");
    tty_wait_text(t, "12,222");
    tty_type(t, "d");
    tty_wait_text(t, "Nothing planned yet");
    tty_type(t, "u");
    tty_wait_text(t, "12,222");
}

static void turns_postpaid_on(void **state)
{
    (void)state;
    tty *t = start_empty(120, 36);
    add_product(t, "tencent/image style", "Image Style Transfer");
    tty_ctrl(t, 'u');
    tty_type(t, "10000");
    tty_key(t, TTY_ESCAPE);
    tty_wait_idle(t);
    tty_wait_text(t, "not served");
    tty_key(t, TTY_END); /* the switch stands five fields before the last one */
    tty_wait_text(t, "Agreed with the vendor");
    for (int i = 0; i < 5; i++)
        tty_key(t, TTY_LEFT);
    tty_wait_text(t, "until you switch it on");
    tty_key(t, TTY_ENTER);
    tty_wait_gone(t, "not served");
    tty_wait_text(t, "$7,396.00"); /* 9,950 x 0.08, then eleven times 10,000 x 0.06 */
}

static void scrolls_to_fields_out_of_sight(void **state)
{
    (void)state;
    tty *t = start_empty(80, 24);
    add_product(t, "tencent/image style", "Image Style Transfer");
    tty_ctrl(t, 'u');
    tty_type(t, "10000");
    tty_key(t, TTY_ESCAPE);
    tty_wait_idle(t);
    tty_key(t, TTY_END);
    tty_wait_text(t, "High volume");
    tty_wait_gone(t, "Volume/month");
    tty_type(t, "15%");
    tty_key(t, TTY_ESCAPE);
    tty_wait_text(t, "$4,760.00"); /* of 5,600 */
    tty_key(t, TTY_HOME);
    tty_wait_text(t, "Volume/month");
    tty_wait_gone(t, "High volume");
}

static void plans_a_token_model(void **state)
{
    (void)state;
    tty *t = start_empty(80, 24);
    add_product(t, "beijing qwen-plus", "Qwen-Plus");
    tty_wait_text(t, "Input tokens");
    tty_wait_text(t, "Output tokens");
    tty_ctrl(t, 'u');
    tty_type(t, "10000");
    tty_key(t, TTY_ESCAPE);
    tty_wait_text(t, "No option can be recommended");
    tty_wait_text(t, "incomplete");
    tty_key(t, TTY_RIGHT);
    tty_type(t, "2k");
    tty_key(t, TTY_ESCAPE);
    tty_wait_idle(t);
    tty_key(t, TTY_RIGHT);
    tty_type(t, "500");
    tty_key(t, TTY_ESCAPE);
    tty_wait_text(t, "¥311.20"); /* 12 x (20M x 0.80 + 5M x 2), less 1M free of input */
}

/* -- pages and questions ----------------------------------------------------------------------- */

static void help_is_made_of_the_key_table(void **state)
{
    (void)state;
    tty *t = start_empty(100, 40);
    tty_type(t, "?");
    tty_wait_text(t, "Add a product");
    tty_wait_text(t, "In the plan");
    tty_key(t, TTY_PAGE_DOWN);
    tty_key(t, TTY_ESCAPE);
    tty_wait_gone(t, "In the plan");
}

static void explains_line_by_line(void **state)
{
    (void)state;
    tty *t = start_empty(120, 40);
    add_product(t, "refiner", "AI Try-on");
    tty_ctrl(t, 'u');
    tty_type(t, "200");
    tty_key(t, TTY_ESCAPE);
    tty_wait_idle(t);
    tty_type(t, "e");
    tty_wait_text(t, "Proven: no other plan costs less.");
    tty_wait_text(t, "Why this is the best");
    tty_wait_text(t, "Planned for");
    tty_key(t, TTY_END);
    tty_wait_text(t, "graduated tiers");
    tty_type(t, "q");
    tty_wait_gone(t, "graduated tiers");
}

/* Its reasons take many searches: one reads on meanwhile, and Esc leaves at once. */
static void explains_while_it_searches(void **state)
{
    (void)state;
    tty *t = start_empty(120, 40);
    add_product(t, "product-background", "Product Background");
    tty_ctrl(t, 'u');
    tty_type(t, "2500000");
    tty_key(t, TTY_ESCAPE);
    tty_wait_idle(t);
    tty_type(t, "e");
    tty_wait_text(t, "searching, ");
    tty_wait_text(t, "Buy in");
    tty_key(t, TTY_END);
    tty_wait_text(t, "Prices of 20");
    tty_key(t, TTY_ESCAPE);
    tty_wait_gone(t, "Prices of 20");
}

static void saves_and_opens_again(void **state)
{
    (void)state;
    sandbox *home = sandbox_create();
    assert_non_null(home);
    static const char *const argv[] = {BREAKEVEN, "--new", NULL};
    tty *t = start(80, 24, argv, home);
    tty_wait_text(t, "Nothing planned yet");
    add_product(t, "refiner", "AI Try-on");
    tty_ctrl(t, 'u');
    tty_type(t, "4321");
    tty_ctrl(t, 's');
    tty_wait_text(t, "Save the plan as");
    tty_ctrl(t, 'u');
    tty_type(t, "spring.cfg");
    tty_key(t, TTY_ENTER);
    tty_wait_text(t, "Saved to spring.cfg");
    tty_type(t, "q");
    assert_int_equal(tty_wait_exit(t), 0);
    char *text = sandbox_read(home, "spring.cfg");
    assert_non_null(text);
    assert_non_null(strstr(text, "alibaba/aitryon-refiner"));
    assert_non_null(strstr(text, "\"4,321\""));
    free(text);
    tty_finish(t);

    static const char *const again[] = {BREAKEVEN, "spring.cfg", NULL};
    t = start(80, 24, again, home);
    tty_wait_text(t, "4,321");
    tty_type(t, "q"); /* nothing is unsaved: nothing is asked */
    assert_int_equal(tty_wait_exit(t), 0);
    tty_finish(t);
    sandbox_destroy(home);
}

static void asks_before_writing_over_another_file(void **state)
{
    (void)state;
    sandbox *home = sandbox_create();
    assert_non_null(home);
    assert_int_equal(sandbox_write(home, "plan.cfg", "precious"), 0);
    static const char *const argv[] = {BREAKEVEN, "--new", NULL};
    tty *t = start(80, 24, argv, home);
    tty_wait_text(t, "Nothing planned yet");
    tty_type(t, "s");
    tty_wait_text(t, "Save the plan as");
    tty_key(t, TTY_ENTER);
    tty_wait_text(t, "There is a file of that name already");
    tty_type(t, "n");
    tty_wait_text(t, "Save the plan as");
    char *text = sandbox_read(home, "plan.cfg");
    assert_non_null(text);
    assert_string_equal(text, "precious");
    free(text);
    tty_key(t, TTY_ENTER);
    tty_type(t, "y");
    tty_wait_text(t, "Saved to plan.cfg");
    tty_type(t, "s"); /* its own file now */
    tty_wait_text(t, "Saved to plan.cfg");
    tty_finish(t);
    sandbox_destroy(home);
}

static void asks_before_leaving_something_unsaved(void **state)
{
    (void)state;
    tty *t = start_empty(80, 24);
    add_product(t, "refiner", "AI Try-on");
    tty_key(t, TTY_ESCAPE);
    tty_wait_idle(t);
    tty_type(t, "q");
    tty_wait_text(t, "Save the plan before leaving?");
    tty_key(t, TTY_ESCAPE);
    tty_wait_gone(t, "Save the plan before leaving?");
    tty_type(t, "q");
    tty_wait_text(t, "Save the plan before leaving?");
    tty_type(t, "n");
    assert_int_equal(tty_wait_exit(t), 0);
    assert_true(tty_screen_restored(t));
    assert_true(tty_modes_equal_initial(t));
}

static void says_what_is_wrong_with_a_file(void **state)
{
    (void)state;
    sandbox *home = sandbox_create();
    assert_non_null(home);
    assert_int_equal(sandbox_write(home, "bad.cfg", "format = 1;\nnmae = \"x\";\nmonths = 12;\n"),
                     0);
    static const char *const argv[] = {BREAKEVEN, "--new", NULL};
    tty *t = start(100, 30, argv, home);
    tty_wait_text(t, "Nothing planned yet");
    tty_type(t, "o");
    tty_wait_text(t, "Open which plan");
    tty_type(t, "bad.cfg");
    tty_key(t, TTY_ENTER);
    tty_wait_text(t, "Not opened");
    tty_wait_text(t, "did you mean \"name\"?");
    tty_key(t, TTY_ESCAPE);
    tty_wait_text(t, "Nothing planned yet");
    tty_finish(t);
    sandbox_destroy(home);
}

static void keeps_whom_quotes_are_for(void **state)
{
    (void)state;
    sandbox *home = sandbox_create();
    assert_non_null(home);
    static const char *const argv[] = {BREAKEVEN, "--new", NULL};
    tty *t = start(100, 30, argv, home);
    tty_wait_text(t, "Nothing planned yet");
    tty_type(t, "C");
    tty_wait_text(t, "Whom quotes are for");
    tty_type(t, "Acme");
    tty_key(t, TTY_ENTER);
    tty_ctrl(t, 's');
    tty_wait_text(t, "Save");
    tty_ctrl(t, 'u');
    tty_type(t, "acme.cfg");
    tty_key(t, TTY_ENTER);
    tty_wait_text(t, "Saved");
    tty_type(t, "C");
    tty_wait_text(t, "Acme");
    tty_finish(t);
    char *saved = sandbox_read(home, "acme.cfg");
    assert_non_null(saved);
    assert_non_null(strstr(saved, "customer = \"Acme\";"));
    free(saved);
    sandbox_destroy(home);
}

/* -- the terminal ------------------------------------------------------------------------------ */

static void follows_every_size(void **state)
{
    (void)state;
    tty *t = start_empty(80, 24);
    add_product(t, "tencent-cn face compar", "Face Comparison");
    tty_ctrl(t, 'u');
    tty_type(t, "3.5M");
    static const int sizes[][2] = {{200, 60}, {120, 36}, {81, 25}, {300, 100}, {80, 24}};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        tty_resize(t, sizes[i][0], sizes[i][1]);
        tty_wait_row(t, -1, "next field");
        tty_wait_text(t, "¥125,640.00");
    }
    tty_resize(t, 79, 24);
    tty_wait_text(t, "breakeven needs 80 x 24, this is 79 x 24");
    tty_wait_text(t, "only ^C is heard");
    tty_type(t, "9"); /* nobody can see what that would do */
    tty_resize(t, 1, 1);
    tty_wait_idle(t);
    tty_resize(t, 80, 24);
    tty_wait_text(t, "¥125,640.00");
}

static void leaves_a_clean_terminal_on(int number)
{
    tty *t = start_empty(80, 24);
    tty_signal(t, number);
    assert_int_equal(tty_wait_exit(t), 0);
    assert_true(tty_screen_restored(t));
    assert_true(tty_modes_equal_initial(t));
}

static void leaves_a_clean_terminal_on_signals(void **state)
{
    (void)state;
    leaves_a_clean_terminal_on(SIGTERM);
    leaves_a_clean_terminal_on(SIGINT);
    leaves_a_clean_terminal_on(SIGHUP);
}

static void restores_the_terminal_when_it_crashes(void **state)
{
    (void)state;
    tty *t = start_empty(80, 24);
    tty_signal(t, SIGSEGV);
    assert_int_not_equal(tty_wait_exit(t), 0);
    assert_true(tty_screen_restored(t));
    assert_true(tty_modes_equal_initial(t));
}

static void draws_in_ascii_where_there_is_no_utf8(void **state)
{
    (void)state;
    static const char *const argv[] = {BREAKEVEN, "--new", NULL};
    tty *t = tty_start(
        &(tty_options){.argv = argv, .cols = 100, .rows = 30, .environment = planner_ascii});
    tty_wait_text(t, "Nothing planned yet");
    add_product(t, "tencent-cn face compar", "Face Comparison");
    tty_type(t, "3.5M");
    tty_wait_text(t, "CNY ");
    tty_wait_text(t, "CNY 6,720.00, CNY 118,920.00 (94.7%) less than pay as you go");
    for (const char *c = tty_screen_text(t); *c != '\0'; c++)
        assert_in_range((unsigned char)*c, 0, 127);
}

static void uses_no_colour_when_asked_not_to(void **state)
{
    (void)state;
    static const char *const argv[] = {BREAKEVEN, "--new", NULL};
    static const char *const plain[] = {"NO_COLOR=1", NULL};
    tty *t = tty_start(&(tty_options){.argv = argv, .cols = 100, .rows = 30, .environment = plain});
    tty_wait_text(t, "Nothing planned yet");
    for (int row = 0; row < 30; row++) {
        for (int col = 0; col < 100; col++) {
            assert_int_equal(tty_cell(t, row, col).fg.kind, SNAPSHOT_DEFAULT);
            assert_int_equal(tty_cell(t, row, col).bg.kind, SNAPSHOT_DEFAULT);
        }
    }
}

static void refuses_a_terminal_that_cannot_move_the_cursor(void **state)
{
    (void)state;
    static const char *const argv[] = {BREAKEVEN, "--new", NULL};
    static const char *const dumb[] = {"TERM=dumb", NULL};
    tty *t = tty_start(&(tty_options){.argv = argv, .environment = dumb, .no_marks = true});
    assert_int_equal(tty_wait_exit(t), 1);
    assert_non_null(strstr(tty_screen_text(t), "TERM"));
}

static void every_key_is_survived(void **state)
{
    (void)state;
    tty *t = start_empty(80, 24);
    add_product(t, "refiner", "AI Try-on");
    tty_key(t, TTY_ESCAPE);
    for (char c = ' '; c < 127; c++) {
        const char text[] = {c, '\0'};
        if (c == 'q')
            continue;
        tty_type(t, text);
        tty_wait_idle(t);
        for (int i = 0; i < 3; i++) { /* back to the plan from wherever the key led */
            tty_key(t, TTY_ESCAPE);
            tty_wait_idle(t);
        }
        tty_wait_row(t, 0, "breakeven");
        tty_wait_row(t, -1, "⇥"); /* in either language, as L changes it */
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(starts_on_an_empty_plan, tty_teardown),
        cmocka_unit_test_teardown(answers_while_the_volume_is_typed, tty_teardown),
        cmocka_unit_test_teardown(shows_the_four_options_of_face_comparison, tty_teardown),
        cmocka_unit_test_teardown(keeps_the_last_answer_while_a_value_has_no_meaning, tty_teardown),
        cmocka_unit_test_teardown(never_drops_a_wrong_value_unasked, tty_teardown),
        cmocka_unit_test_teardown(only_figures_begin_a_value, tty_teardown),
        cmocka_unit_test_teardown(asks_before_writing_over_another_file, tty_teardown),
        cmocka_unit_test_teardown(undoes_and_redoes, tty_teardown),
        cmocka_unit_test_teardown(scrolls_to_fields_out_of_sight, tty_teardown),
        cmocka_unit_test_teardown(plans_a_token_model, tty_teardown),
        cmocka_unit_test_teardown(turns_postpaid_on, tty_teardown),
        cmocka_unit_test_teardown(help_is_made_of_the_key_table, tty_teardown),
        cmocka_unit_test_teardown(explains_line_by_line, tty_teardown),
        cmocka_unit_test_teardown(explains_while_it_searches, tty_teardown),
        cmocka_unit_test_teardown(saves_and_opens_again, tty_teardown),
        cmocka_unit_test_teardown(asks_before_leaving_something_unsaved, tty_teardown),
        cmocka_unit_test_teardown(says_what_is_wrong_with_a_file, tty_teardown),
        cmocka_unit_test_teardown(keeps_whom_quotes_are_for, tty_teardown),
        cmocka_unit_test_teardown(follows_every_size, tty_teardown),
        cmocka_unit_test_teardown(leaves_a_clean_terminal_on_signals, tty_teardown),
        cmocka_unit_test_teardown(restores_the_terminal_when_it_crashes, tty_teardown),
        cmocka_unit_test_teardown(draws_in_ascii_where_there_is_no_utf8, tty_teardown),
        cmocka_unit_test_teardown(uses_no_colour_when_asked_not_to, tty_teardown),
        cmocka_unit_test_teardown(refuses_a_terminal_that_cannot_move_the_cursor, tty_teardown),
        cmocka_unit_test_teardown(every_key_is_survived, tty_teardown),
    };
    return cmocka_run_group_tests_name("planner/screens", tests, NULL, NULL);
}
