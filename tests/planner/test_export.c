/* Exporting the answer to a plan: the real program in a real (emulated) terminal. */
#include "planner/planner_test.h"
#include "support/run.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const char plan[] =
    "format = 1;  name = \"Spring campaign\";  start = \"2026-12\";  months = 12;\n"
    "items = ( { product = \"tencent-cn/face-compare\";  volume = \"3.5M\";\n"
    "            concurrency = \"4\";  response_time = \"500ms\"; },\n"
    "          { product = \"tencent/image-style-transfer\";  volume = \"2,500\";\n"
    "            postpaid = true; } );\n";

static const char uncertain[] =
    "format = 1;  name = \"Doubt\";  start = \"2026-12\";  months = 12;\n"
    "items = ( { product = \"tencent/image-style-transfer\";  volume = \"2,500\";\n"
    "            postpaid = true;  spread = \"40%\"; } );\n";

static int make_home(void **state)
{
    (void)state;
    return planner_home_make("plan.cfg", plan);
}

static tty *start(int cols, int rows, const char *const *environment)
{
    tty *t = planner_start("plan.cfg", cols, rows, environment);
    tty_wait_row(t, 0, "breakeven");
    return t;
}

static void open_export(tty *t)
{
    tty_type(t, "x");
    tty_wait_text(t, "Export the whole plan");
}

/* What the command line writes for the same plan. */
static char *quoted(const char *language, const char *format, const char *const *environment)
{
    run_result r;
    const char *const argv[] = {BREAKEVEN, "quote",  "plan.cfg", "--format",
                                format,    "--lang", language,   NULL};
    assert_int_equal(
        run_capture(&r,
                    &(run_options){.argv = argv, .environment = environment, .home = planner_home}),
        0);
    assert_int_equal(r.status, 0);
    char *text = strdup(r.out);
    run_result_free(&r);
    return text;
}

static void assert_written_in(const char *language, const char *file, const char *format,
                              const char *const *environment)
{
    char *text = sandbox_read(planner_home, file);
    char *expected = quoted(language, format, environment);
    assert_non_null(text);
    assert_string_equal(text, expected);
    free(text);
    free(expected);
}

static void assert_written(const char *file, const char *format, const char *const *environment)
{
    assert_written_in("en", file, format, environment);
}

static void writes_what_the_command_line_prints(void **state)
{
    (void)state;
    tty *t = start(80, 24, planner_utf8);
    open_export(t);
    tty_wait_text(t, "Spring-campaign.txt");
    tty_key(t, TTY_ENTER);
    tty_wait_row(t, -1, "Written to Spring-campaign.txt:");
    assert_written("Spring-campaign.txt", "table", planner_utf8);
}

static void every_format_has_its_own_extension(void **state)
{
    (void)state;
    tty *t = start(120, 36, planner_utf8);
    open_export(t);
    tty_key(t, TTY_DOWN);
    tty_wait_text(t, "Spring-campaign.json");
    tty_key(t, TTY_ENTER);
    tty_wait_row(t, -1, "Written to Spring-campaign.json:");
    assert_written("Spring-campaign.json", "json", planner_utf8);
    open_export(t);
    tty_key(t, TTY_DOWN);
    tty_key(t, TTY_TAB);
    tty_wait_text(t, "Spring-campaign.csv");
    tty_key(t, TTY_UP);
    tty_key(t, TTY_DOWN);
    tty_key(t, TTY_ENTER);
    tty_wait_row(t, -1, "Written to Spring-campaign.csv:");
    assert_written("Spring-campaign.csv", "csv", planner_utf8);
}

static const char all_told[] =
    "format = 1;  name = \"All told\";  start = \"2026-12\";  months = 2;  tax = \"6%\";\n"
    "exchange = { to = \"CNY\"; date = \"2026-11-20\";\n"
    "  rates = ( { currency = \"USD\"; rate = \"7.12\"; } ); };\n"
    "items = ( { product = \"tencent-cn/face-compare\";  volume = \"3.5M\";\n"
    "            concurrency = \"4\";  response_time = \"500ms\"; },\n"
    "          { product = \"tencent/image-style-transfer\";  volume = \"2,500\";\n"
    "            low = \"1,000\"; high = \"9,000\"; spread = \"40%\"; postpaid = true; } );\n";

/* The format's place in the list, where the choice begins with the first. */
static void export_as(tty *t, int place, const char *written)
{
    tty_type(t, "x");
    tty_wait_text(t, "All-told.txt");
    for (int i = 0; i < place; i++)
        tty_key(t, TTY_DOWN);
    tty_wait_text(t, written);
    tty_key(t, TTY_ENTER);
    tty_wait_row(t, -1, written);
}

static void writes_the_same_bytes(const char *language)
{
    static const char *const formats[][2] = {{"table", "All-told.txt"},
                                             {"json", "All-told.json"},
                                             {"csv", "All-told.csv"},
                                             {"markdown", "All-told.md"},
                                             {"html", "All-told.html"}};
    const char *const argv[] = {BREAKEVEN, "--lang", language, "plan.cfg", NULL};
    assert_int_equal(sandbox_write(planner_home, "plan.cfg", all_told), 0);
    tty *t = planner_start_with(argv, 120, 36, planner_utf8);
    tty_wait_row(t, 0, "breakeven");
    for (int i = 0; i < (int)(sizeof formats / sizeof *formats); i++) {
        export_as(t, i, formats[i][1]);
        assert_written_in(language, formats[i][1], formats[i][0], planner_utf8);
    }
}

static void every_format_is_the_command_line_s(void **state)
{
    (void)state;
    writes_the_same_bytes("en");
}

static void every_format_is_the_command_line_s_in_chinese(void **state)
{
    (void)state;
    writes_the_same_bytes("zh");
}

static void takes_a_name_of_the_users_own(void **state)
{
    (void)state;
    tty *t = start(200, 60, planner_utf8);
    open_export(t);
    tty_ctrl(t, 'u');
    tty_key(t, TTY_ENTER);
    tty_wait_text(t, "Type the name of a file first.");
    tty_type(t, "answer");
    tty_key(t, TTY_DOWN); /* an own name stays as it is */
    tty_key(t, TTY_ENTER);
    tty_wait_row(t, -1, "Written to answer:");
    assert_written("answer", "json", planner_utf8);
}

static void asks_before_writing_over_a_file(void **state)
{
    (void)state;
    assert_int_equal(sandbox_write(planner_home, "Spring-campaign.txt", "precious"), 0);
    tty *t = start(80, 24, planner_utf8);
    open_export(t);
    tty_key(t, TTY_ENTER);
    tty_wait_text(t, "Write over it?");
    tty_type(t, "n");
    tty_wait_gone(t, "Write over it?");
    tty_key(t, TTY_ENTER);
    tty_wait_text(t, "Write over it?");
    tty_key(t, TTY_ESCAPE);
    tty_wait_gone(t, "Write over it?");
    char *text = sandbox_read(planner_home, "Spring-campaign.txt");
    assert_string_equal(text, "precious");
    free(text);
    tty_key(t, TTY_ENTER);
    tty_wait_text(t, "Write over it?");
    tty_type(t, "y");
    tty_wait_row(t, -1, "Written to");
    assert_written("Spring-campaign.txt", "table", planner_utf8);
}

static void says_what_keeps_it_from_writing(void **state)
{
    (void)state;
    tty *t = start(80, 24, planner_utf8);
    open_export(t);
    tty_ctrl(t, 'u');
    tty_type(t, "nowhere/x.txt");
    tty_key(t, TTY_ENTER);
    tty_wait_text(t, "Not written");
    tty_wait_text(t, "No such file or directory");
    tty_key(t, TTY_ESCAPE);
    tty_wait_gone(t, "Not written");
}

static void works_out_uncertain_volumes_meanwhile(void **state)
{
    (void)state;
    assert_int_equal(sandbox_write(planner_home, "plan.cfg", uncertain), 0);
    tty *t = start(80, 24, planner_utf8);
    open_export(t);
    tty_key(t, TTY_ENTER);
    tty_wait_row(t, -1, "Written to Doubt.txt");
    assert_written("Doubt.txt", "table", planner_utf8);
    open_export(t);
    tty_key(t, TTY_ENTER);
    tty_wait_text(t, "Write over it?");
    tty_type(t, "y");
    tty_wait_row(t, -1, "Written to");
}

static const char more_uncertain[] =
    "format = 1;  name = \"Doubt\";  start = \"2026-12\";  months = 36;\n"
    "items = ( { product = \"tencent/image-style-transfer\";  volume = \"250,000\";\n"
    "            postpaid = true;  spread = \"400%\";  cancellation = \"2%\"; } );\n";

static void can_be_left_before_all_is_worked_out(void **state)
{
    (void)state;
    assert_int_equal(sandbox_write(planner_home, "plan.cfg", more_uncertain), 0);
    tty *t = start(80, 24, planner_utf8);
    open_export(t);
    tty_key(t, TTY_ENTER);
    tty_wait_text(t, "Trying how uncertain volumes may turn out");
    tty_key(t, TTY_ESCAPE);
    tty_wait_gone(t, "Trying how");
    tty_wait_text(t, "Export the whole plan");
    assert_null(sandbox_read(planner_home, "Doubt.txt"));
}

static void writes_ascii_where_there_is_no_utf8(void **state)
{
    (void)state;
    tty *t = start(80, 24, planner_ascii);
    open_export(t);
    tty_wait_text(t, "Enter write");
    tty_key(t, TTY_ENTER);
    tty_wait_row(t, -1, "Written to");
    assert_written("Spring-campaign.txt", "table", planner_ascii);
}

static void an_empty_plan_can_be_exported(void **state)
{
    (void)state;
    assert_int_equal(sandbox_write(planner_home, "plan.cfg",
                                   "format = 1; start = \"2026-12\"; months = 12; items = ( );"),
                     0);
    tty *t = start(80, 24, planner_utf8);
    open_export(t);
    tty_wait_text(t, "plan.txt");
    tty_key(t, TTY_ENTER);
    tty_wait_row(t, -1, "Written to plan.txt");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(writes_what_the_command_line_prints, make_home,
                                        planner_home_drop),
        cmocka_unit_test_setup_teardown(every_format_has_its_own_extension, make_home,
                                        planner_home_drop),
        cmocka_unit_test_setup_teardown(every_format_is_the_command_line_s, make_home,
                                        planner_home_drop),
        cmocka_unit_test_setup_teardown(every_format_is_the_command_line_s_in_chinese, make_home,
                                        planner_home_drop),
        cmocka_unit_test_setup_teardown(takes_a_name_of_the_users_own, make_home,
                                        planner_home_drop),
        cmocka_unit_test_setup_teardown(asks_before_writing_over_a_file, make_home,
                                        planner_home_drop),
        cmocka_unit_test_setup_teardown(says_what_keeps_it_from_writing, make_home,
                                        planner_home_drop),
        cmocka_unit_test_setup_teardown(works_out_uncertain_volumes_meanwhile, make_home,
                                        planner_home_drop),
        cmocka_unit_test_setup_teardown(can_be_left_before_all_is_worked_out, make_home,
                                        planner_home_drop),
        cmocka_unit_test_setup_teardown(writes_ascii_where_there_is_no_utf8, make_home,
                                        planner_home_drop),
        cmocka_unit_test_setup_teardown(an_empty_plan_can_be_exported, make_home,
                                        planner_home_drop),
    };
    return cmocka_run_group_tests_name("planner/export", tests, NULL, NULL);
}
