/* What is no file, named as one in the planner; folders that go away while it runs. */
#include "planner/planner_test.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

static const char plan[] = "format = 1;\nname = \"Spring\";\nstart = \"2026-12\";\nmonths = 12;\n"
                           "items = ( { product = \"alibaba/aitryon\"; volume = \"10\"; } );\n";

static const char newer_plan[] = "format = 2;\nname = \"Later\";\n";

typedef struct target {
    const char *name, *why;
} target;

static const target targets[] = {
    {"pipe", "it is a pipe or a device"},          {"folder", "Is a directory"},
    {"ring", "Too many levels of symbolic links"}, {"no/such", "No such file or directory"},
    {"work/plan.cfg/below", "Not a directory"},
};

enum { TARGETS = sizeof targets / sizeof *targets };

static int make_home(void **state)
{
    (void)state;
    if (planner_home_make("work/plan.cfg", plan) != 0)
        return -1;
    char *fifo = sandbox_path(planner_home, "pipe"), *folder = sandbox_path(planner_home, "folder");
    char *ring = sandbox_path(planner_home, "ring");
    int result = mkfifo(fifo, 0600) | mkdir(folder, 0700) | symlink(ring, ring);
    free(ring);
    free(folder);
    free(fifo);
    return result;
}

static tty *start(void)
{
    tty *t = planner_start("work/plan.cfg", 120, 36, planner_utf8);
    tty_wait_row(t, 0, "Spring");
    return t;
}

static void remove_tree(const char *name)
{
    char *path = sandbox_path(planner_home, name), command[4200];
    snprintf(command, sizeof command, "rm -r '%s'", path);
    assert_int_equal(system(command), 0);
    free(path);
}

static void leave(tty *t)
{
    tty_type(t, "q");
    tty_wait_text(t, "Save the plan before leaving?");
    tty_type(t, "n");
    assert_int_equal(tty_wait_exit(t), 0);
    assert_true(tty_screen_restored(t));
}

/* Types a path over the one that is proposed. */
static void name_file(tty *t, const char *name)
{
    tty_ctrl(t, 'u');
    tty_type(t, name);
    tty_key(t, TTY_ENTER);
    tty_wait_idle(t);
}

static void assert_told(tty *t, const char *title, const target *one)
{
    tty_wait_text(t, title);
    tty_wait_text(t, one->why);
    tty_key(t, TTY_ESCAPE);
    tty_wait_gone(t, title);
}

static void says_why_a_plan_cannot_be_saved_there(void **state)
{
    (void)state;
    tty *t = start();
    for (size_t i = 0; i < TARGETS; i++) {
        tty_type(t, "S");
        tty_wait_text(t, "Save the plan as");
        name_file(t, targets[i].name);
        tty_type(t, "y"); /* where something of the name is there */
        assert_told(t, "Not saved", &targets[i]);
    }
    tty_type(t, "+");
    leave(t);
}

static void says_why_an_answer_cannot_be_written_there(void **state)
{
    (void)state;
    tty *t = start();
    for (size_t i = 0; i < TARGETS; i++) {
        tty_type(t, "x");
        tty_wait_text(t, "Export the whole plan");
        name_file(t, targets[i].name);
        tty_type(t, "y");
        assert_told(t, "Not written", &targets[i]);
    }
}

static void opens_nothing_that_is_no_plan(void **state)
{
    static const target unread[] = {
        {"pipe", "is not a file but a pipe or a device"},
        {"folder", "is not a file but a folder"},
        {"ring", "Too many levels of symbolic links"},
        {"newer.cfg", "format"},
    };
    (void)state;
    assert_int_equal(sandbox_write(planner_home, "newer.cfg", newer_plan), 0);
    tty *t = start();
    for (size_t i = 0; i < sizeof unread / sizeof *unread; i++) {
        tty_type(t, "o");
        tty_wait_text(t, "Open which plan");
        name_file(t, unread[i].name);
        assert_told(t, "Not opened", &unread[i]);
        tty_wait_row(t, 0, "Spring");
    }
    char *text = sandbox_read(planner_home, "newer.cfg");
    assert_string_equal(text, newer_plan);
    free(text);
}

static void outlives_the_folder_of_its_plan(void **state)
{
    static const target gone = {"", "No such file or directory"};
    (void)state;
    tty *t = start();
    tty_type(t, "+");
    remove_tree("work");
    tty_type(t, "s");
    assert_told(t, "Not saved", &gone);
    tty_type(t, "S"); /* and saves elsewhere */
    tty_wait_text(t, "Save the plan as");
    name_file(t, "elsewhere.cfg");
    tty_wait_row(t, -1, "Saved to elsewhere.cfg");
}

static void keeps_a_journal_though_its_folder_goes(void **state)
{
    (void)state;
    tty *t = start();
    tty_type(t, "+");
    tty_wait_row(t, 0, "*");
    remove_tree("state");
    tty_type(t, "+");
    tty_wait_idle(t);
    tty_signal(t, SIGKILL);
    assert_int_equal(tty_wait_exit(t), 128 + SIGKILL);
    tty_finish(t);
    t = start();
    tty_wait_row(t, -1, "Reopened unsaved work that was cut short");
    tty_wait_text(t, "12");
}

static void says_that_no_journal_can_be_kept(void **state)
{
    static const char *const in_place[] = {"pipe", "ring", "work/plan.cfg"};
    (void)state;
    char *folder = sandbox_path(planner_home, "state");
    for (size_t i = 0; i < sizeof in_place / sizeof *in_place; i++) {
        char *path = sandbox_path(planner_home, in_place[i]);
        assert_int_equal(symlink(path, folder), 0);
        tty *t = start();
        tty_type(t, "+");
        tty_wait_row(t, -1, "is not kept until you save it");
        leave(t);
        tty_finish(t);
        assert_int_equal(unlink(folder), 0);
        free(path);
    }
    free(folder);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, make_home, planner_home_drop)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(says_why_a_plan_cannot_be_saved_there),
        TEST(says_why_an_answer_cannot_be_written_there),
        TEST(opens_nothing_that_is_no_plan),
        TEST(outlives_the_folder_of_its_plan),
        TEST(keeps_a_journal_though_its_folder_goes),
        TEST(says_that_no_journal_can_be_kept),
    };
    return cmocka_run_group_tests_name("faults/planner_files", tests, NULL, NULL);
}
