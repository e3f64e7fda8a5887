/* What is no file, or no file to be read or written, named as one: an error that says what it is,
 * at once, and nothing is changed. */
#include "support/run.h"
#include "support/sandbox.h"

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

enum { LARGE = 1 << 30, ARGUMENTS = 10, DEADLINE_MS = 10000, CANNOT_TRY = 77 };

static const char plan[] = "format = 1;  name = \"Spring\";  start = \"2026-12\";  months = 3;\n"
                           "items = ( { product = \"alibaba/aitryon\";  volume = \"10k\"; } );\n";

static const char newer_plan[] =
    "format = 2;  name = \"Spring\";  start = \"2026-12\";  months = 3;  colours = true;\n"
    "items = ( { product = \"alibaba/aitryon\";  volume = \"10k\"; } );\n";

static sandbox *home;

/* -- what stands where a file should -----------------------------------------------------------
 */

static int make_folder(const char *path)
{
    return mkdir(path, 0755);
}

static int make_pipe(const char *path)
{
    return mkfifo(path, 0644);
}

static int make_loop(const char *path)
{
    return symlink(path, path);
}

static int make_large(const char *path)
{
    int fd = open(path, O_WRONLY | O_CREAT, 0644);
    int result = ftruncate(fd, 2 * (off_t)LARGE);
    close(fd);
    return result;
}

static int make_nothing(const char *path)
{
    (void)path;
    return 0;
}

typedef struct thing {
    const char *name;
    int (*make)(const char *path);
    const char *unread, *unwritten; /* why; NULL: it can be */
} thing;

static const thing things[] = {
    {"folder", make_folder, "folder", "Is a directory"},
    {"pipe", make_pipe, "is not a file but a pipe or a device", "nobody reads what is written"},
    {"ring.cfg", make_loop, "Too many levels of symbolic links",
     "Too many levels of symbolic links"},
    {"large", make_large, "is larger than 8 MiB", NULL},
    {"no/such", make_nothing, "No such file or directory", "No such file or directory"},
    {"plan.cfg/below", make_nothing, "Not a directory", "Not a directory"},
};

enum { THINGS = sizeof things / sizeof *things };

static int open_home(void **state)
{
    (void)state;
    home = sandbox_create();
    if (home == NULL || sandbox_write(home, "plan.cfg", plan) != 0)
        return -1;
    int result = 0;
    for (size_t i = 0; i < THINGS; i++) {
        char *path = sandbox_path(home, things[i].name);
        result |= things[i].make(path);
        free(path);
    }
    return result;
}

static int close_home(void **state)
{
    (void)state;
    sandbox_destroy(home);
    return 0;
}

static void assert_refused(const char *const *argv, const char *why)
{
    run_result r;
    assert_int_equal(
        run_capture(&r, &(run_options){.argv = argv, .home = home, .deadline_ms = DEADLINE_MS}), 0);
    if (r.timed_out)
        fail_msg("%s %s: hangs", argv[1], argv[2]);
    if (r.status != 1 || (strstr(r.err, why) == NULL && strstr(r.out, why) == NULL))
        fail_msg("%s %s: status %d, no word of \"%s\" in \"%s\"", argv[1], argv[2], r.status, why,
                 r.err);
    run_result_free(&r);
}

/* -- reading -----------------------------------------------------------------------------------
 */

static void says_why_it_cannot_be_read(void **state)
{
    (void)state;
    for (size_t i = 0; i < THINGS; i++) {
        const char *name = things[i].name, *why = things[i].unread;
        const char *const uses[][ARGUMENTS] = {
            {BREAKEVEN, "quote", name, NULL},
            {BREAKEVEN, "diff", "plan.cfg", name, NULL},
            {BREAKEVEN, "diff", name, "plan.cfg", NULL},
        };
        for (size_t j = 0; j < sizeof uses / sizeof *uses; j++)
            assert_refused(uses[j], why);
        /* A folder is a catalogue of its files. */
        const char *of_prices = strcmp(name, "folder") == 0 ? "has no *.cfg file in it" : why;
        const char *const as_prices[][ARGUMENTS] = {
            {BREAKEVEN, "products", "--catalog", name, NULL},
            {BREAKEVEN, "check", name, NULL},
        };
        for (size_t j = 0; j < sizeof as_prices / sizeof *as_prices; j++)
            assert_refused(as_prices[j], of_prices);
    }
}

static void says_why_the_users_prices_cannot_be_read(void **state)
{
    static const char *const argv[] = {BREAKEVEN, "products", "face", NULL};
    (void)state;
    assert_int_equal(sandbox_write(home, "config/breakeven/prices.cfg", ""), 0);
    char *path = sandbox_path(home, "config/breakeven/prices.cfg");
    for (size_t i = 0; i < 4; i++) {
        assert_int_equal(unlink(path), 0);
        char *target = sandbox_path(home, things[i].name);
        assert_int_equal(symlink(target, path), 0);
        assert_refused(argv, things[i].unread);
        free(target);
    }
    free(path);
}

static void leaves_a_newer_format_alone(void **state)
{
    static const char *const uses[][ARGUMENTS] = {
        {BREAKEVEN, "quote", "newer.cfg", NULL},
        {BREAKEVEN, "check", "newer.cfg", NULL},
        {BREAKEVEN, "newer.cfg", NULL},
    };
    (void)state;
    assert_int_equal(sandbox_write(home, "newer.cfg", newer_plan), 0);
    for (size_t i = 0; i < sizeof uses / sizeof *uses; i++)
        assert_refused(uses[i], "format");
    char *text = sandbox_read(home, "newer.cfg");
    assert_string_equal(text, newer_plan);
    free(text);
}

/* -- writing -----------------------------------------------------------------------------------
 */

static void says_why_it_cannot_be_written(void **state)
{
    (void)state;
    for (size_t i = 0; i < THINGS; i++) {
        const char *const argv[] = {BREAKEVEN, "products", "face", "-o", things[i].name, NULL};
        if (things[i].unwritten != NULL)
            assert_refused(argv, things[i].unwritten);
    }
}

/* Runs a script in which BREAKEVEN is the program; it ends with 0, or CANNOT_TRY where the machine
 * does not let it. */
static void try_script(const char *script, const char *why_not)
{
    const char *const argv[] = {"/bin/sh", "-ec", script, "sh", BREAKEVEN, NULL};
    run_result r;
    assert_int_equal(
        run_capture(&r, &(run_options){.argv = argv, .home = home, .deadline_ms = DEADLINE_MS}), 0);
    int status = r.status;
    if (status != 0 && status != CANNOT_TRY)
        fail_msg("status %d: %s%s", status, r.out, r.err);
    run_result_free(&r);
    if (status == CANNOT_TRY) {
        print_message("not tried: %s\n", why_not);
        skip();
    }
}

/* The mount goes with the name space that unshare makes. */
static void keeps_the_old_file_on_a_full_disk(void **state)
{
    (void)state;
    try_script("mkdir disk\n"
               "unshare -m sh -ec '\n"
               "  mount -t tmpfs -o size=8k tmpfs disk || exit 77\n"
               "  echo old > disk/out\n"
               "  ! \"$0\" quote plan.cfg --format html -o disk/out 2> err || exit 1\n"
               "  grep -q \"disk/out: cannot be written: No space left on device\" err\n"
               "  test \"$(cat disk/out)\" = old\n"
               "  test \"$(ls disk)\" = out' \"$1\" || {\n"
               "  status=$?; cat err 2>/dev/null; command -v unshare >/dev/null || exit 77\n"
               "  unshare -m true 2>/dev/null || exit 77; exit $status; }\n",
               "a small disk cannot be mounted");
}

/* The superuser may write everywhere: the program is run as somebody else. */
static void says_that_a_folder_is_read_only(void **state)
{
    (void)state;
    try_script("command -v setpriv >/dev/null || exit 77\n"
               "test \"$(id -u)\" = 0 || exit 77\n"
               "chmod 755 . && mkdir closed && echo old > closed/out && chmod 555 closed\n"
               "as() { setpriv --reuid=65534 --regid=65534 --clear-groups \"$@\"; }\n"
               "as \"$1\" --version >/dev/null 2>&1 || exit 77\n"
               "! as \"$1\" products -o closed/new 2> err || exit 1\n"
               "grep -q 'closed/new: cannot be written: Permission denied' err\n"
               "chmod 666 closed/out\n"
               "! as \"$1\" products -o closed/out 2> err || exit 1\n"
               "grep -q 'closed/out: cannot be written: Permission denied' err\n"
               "test \"$(cat closed/out)\" = old && test \"$(ls closed)\" = out\n",
               "the program cannot be run as somebody else");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(says_why_it_cannot_be_read, open_home, close_home),
        cmocka_unit_test_setup_teardown(says_why_the_users_prices_cannot_be_read, open_home,
                                        close_home),
        cmocka_unit_test_setup_teardown(leaves_a_newer_format_alone, open_home, close_home),
        cmocka_unit_test_setup_teardown(says_why_it_cannot_be_written, open_home, close_home),
        cmocka_unit_test_setup_teardown(keeps_the_old_file_on_a_full_disk, open_home, close_home),
        cmocka_unit_test_setup_teardown(says_that_a_folder_is_read_only, open_home, close_home),
    };
    return cmocka_run_group_tests_name("faults/files", tests, NULL, NULL);
}
