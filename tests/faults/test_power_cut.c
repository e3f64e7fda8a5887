/* What a power cut may leave of a save depends on the order of the calls: the bytes reach the disk
 * before the name does. Asked of strace, where there is one. */
#include "support/run.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

static const char strace[] = "/usr/bin/strace";

/* How each call has to begin and go on, in this order, with nothing but other files between. */
static const struct {
    const char *call, *about;
} steps[] = {
    {"openat(", "out.txt."}, {"write(", "out.txt."}, {"fsync(", "out.txt."},
    {"close(", "out.txt."},  {"rename(", "out.txt"}, {"fsync(", NULL},
};

enum { STEPS = sizeof steps / sizeof *steps };

/* The line's call if it is the one that is awaited. */
static bool is_step(const char *line, size_t length, size_t step, const char *folder)
{
    char text[1024];
    const char *about = steps[step].about == NULL ? folder : steps[step].about;
    snprintf(text, sizeof text, "%.*s", (int)length, line);
    return strstr(text, steps[step].call) != NULL && strstr(text, about) != NULL;
}

static void writes_before_it_renames(void **state)
{
    (void)state;
    if (access(strace, X_OK) != 0) {
        print_message("%s is not there\n", strace);
        skip();
    }
    static const char *const argv[] = {
        strace,    "-y",       "-o",   "trace", "-e",      "trace=openat,write,fsync,close,rename",
        BREAKEVEN, "products", "face", "-o",    "out.txt", NULL};
    sandbox *home = sandbox_create();
    assert_non_null(home);
    run_result r;
    assert_int_equal(run_capture(&r, &(run_options){.argv = argv, .home = home}), 0);
    char *trace = sandbox_read(home, "trace"), folder[512];
    if (trace == NULL || strstr(trace, "rename(") == NULL) {
        print_message("strace may not look here: %s\n", r.err);
        skip();
    }
    snprintf(folder, sizeof folder, "%s>", sandbox_root(home));
    size_t step = 0;
    for (const char *line = trace; *line != '\0' && step < STEPS;) {
        size_t length = strcspn(line, "\n");
        step += is_step(line, length, step, folder);
        line += length + (line[length] == '\n');
    }
    if (step < STEPS)
        fail_msg("no %s in its place:\n%s", steps[step].call, trace);
    free(trace);
    run_result_free(&r);
    sandbox_destroy(home);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(writes_before_it_renames)};
    return cmocka_run_group_tests_name("faults/power_cut", tests, NULL, NULL);
}
