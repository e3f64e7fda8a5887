/* The planner whose memory runs out, or whose disk fails, at each step in turn: it says so and goes
 * on, or leaves a clean terminal; files are whole. */
#include "faults/fault.h"
#include "terminal/harness.h"

#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

static const char old[] =
    "format = 1;\nname = \"Spring\";\nstart = \"2026-12\";\nmonths = 3;\n"
    "items = (\n  {\n    product = \"alibaba/aitryon\";\n    volume = \"12\";\n  }\n);\n";

static const char new_volume[] = "volume = \"123\"";
static const char whole_end[] = "\n);\n";

enum { TITLE = 64 };

static sandbox *home;

static int make_home(void **state)
{
    (void)state;
    home = sandbox_create();
    return home == NULL;
}

static int drop_home(void **state)
{
    (void)tty_teardown(state);
    sandbox_destroy(home);
    return 0;
}

static void press(tty *t, tty_key_code key)
{
    tty_key(t, key);
    tty_await_idle(t);
}

static void type(tty *t, const char *text)
{
    tty_type(t, text);
    tty_await_idle(t);
}

/* Out of whatever page or popup says that something failed. */
static void step_back(tty *t)
{
    press(t, TTY_ESCAPE);
    press(t, TTY_ESCAPE);
}

/* What the user was told. */
typedef struct told {
    int status;
    bool saved, not_saved, exported;
} told;

static bool is_shown(tty *t, const char *text)
{
    return strstr(tty_screen_text(t), text) != NULL;
}

/* Opens, edits, saves, exports, edits again and leaves; whatever happens in between, the keys go
 * on. What is unsaved then is not to be saved. */
static told use(tty *t)
{
    told what = {.status = -1};
    tty_await_idle(t);
    press(t, TTY_ENTER);
    type(t, "3");
    step_back(t);
    type(t, "s");
    what.saved = is_shown(t, "Saved to plan.cfg");
    what.not_saved = is_shown(t, "Not saved");
    step_back(t);
    type(t, "x");
    press(t, TTY_ENTER);
    what.exported = is_shown(t, "Written to Spring.txt");
    step_back(t);
    type(t, "+");
    step_back(t);
    tty_type(t, "q");
    tty_await_idle(t);
    tty_type(t, "n");
    (void)tty_await_exit(t, &what.status);
    return what;
}

static void assert_whole(const char *where, const told *what)
{
    char *text = sandbox_read(home, "plan.cfg"), *answer = sandbox_read(home, "Spring.txt");
    assert_non_null(text);
    const char *end = strstr(text, whole_end);
    bool is_old = strcmp(text, old) == 0;
    bool is_new = strstr(text, new_volume) != NULL && end != NULL && end[strlen(whole_end)] == '\0';
    if (!is_old && !is_new)
        fail_msg("%s: half a plan: \"%s\"", where, text);
    if ((what->saved && !is_new) || (what->not_saved && !is_old))
        fail_msg("%s: told that it is saved, or that it is not, and \"%s\"", where, text);
    if (what->exported != (answer != NULL))
        fail_msg("%s: told that it is exported, or not: \"%s\"", where, answer);
    free(answer);
    free(text);
}

/* True while there is a call of that number. */
static bool survives(const fault *f)
{
    static const char *const argv[] = {BREAKEVEN, "plan.cfg", NULL};
    fault_environment environment;
    char name[FAULT_NAME] = "", where[TITLE];
    fault_prepare(&environment, f, home);
    char *answer = sandbox_path(home, "Spring.txt");
    unlink(answer);
    free(answer);
    assert_int_equal(sandbox_write(home, "plan.cfg", old), 0);
    tty *t = tty_start(&(tty_options){
        .argv = argv, .cols = 80, .rows = 24, .environment = environment.entries, .home = home});
    const told what = use(t);
    const bool struck = fault_struck(home, name);
    snprintf(where, sizeof where, "%s %lu (%s)", f->kind, f->at, name);
    if (what.status != 0 && what.status != 1) {
        tty_print(t);
        fail_msg("%s: status %d", where, what.status);
    }
    if (!tty_screen_restored(t) || !tty_modes_equal_initial(t))
        fail_msg("%s: the terminal is left as it was in use", where);
    assert_whole(where, &what);
    if (fault_left(sandbox_root(home), ".tmp"))
        fail_msg("%s: a temporary file is left", where);
    tty_finish(t);
    return struck;
}

static void survives_each(fault f)
{
    unsigned runs = 0;
    for (f.at = 1; survives(&f); f.at = fault_next(f.at))
        runs++;
    print_message("%u runs\n", runs);
    assert_true(runs > 10);
}

static void survives_a_lack_of_memory(void **state)
{
    (void)state;
    survives_each((fault){.kind = "memory"});
}

static void survives_a_failing_disk(void **state)
{
    (void)state;
    survives_each((fault){.kind = "file", .error = ENOSPC});
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(survives_a_failing_disk, make_home, drop_home),
        cmocka_unit_test_setup_teardown(survives_a_lack_of_memory, make_home, drop_home),
    };
    return cmocka_run_group_tests_name("faults/planner", tests, NULL, NULL);
}
