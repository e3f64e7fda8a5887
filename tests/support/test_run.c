/* The helper that runs programs to their end: streams, status, large output, deadline, environment.
 */
#include "support/run.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static run_result shell(const char *command, run_options options)
{
    const char *const argv[] = {"/bin/sh", "-c", command, NULL};
    options.argv = argv;
    run_result result;
    assert_int_equal(run_capture(&result, &options), 0);
    return result;
}

static void streams_and_status_are_told_apart(void **state)
{
    (void)state;
    run_result r = shell("echo out; echo err >&2; exit 3", (run_options){0});
    assert_string_equal(r.out, "out\n");
    assert_string_equal(r.err, "err\n");
    assert_int_equal(r.status, 3);
    assert_false(r.timed_out);
    run_result_free(&r);
}

static void large_input_and_output_do_not_block(void **state)
{
    (void)state;
    const size_t size = 3 * 1024 * 1024;
    char *input = malloc(size + 1);
    assert_non_null(input);
    memset(input, 'x', size);
    input[size] = '\0';
    run_result r = shell("tee /dev/stderr", (run_options){.input = input});
    assert_int_equal(r.out_length, size);
    assert_int_equal(r.err_length, size);
    assert_memory_equal(r.out, input, size);
    run_result_free(&r);
    free(input);
}

static void unread_input_is_no_error(void **state)
{
    (void)state;
    char input[200000];
    memset(input, 'x', sizeof input);
    run_result r =
        shell("exec 0<&-; echo done", (run_options){.input = input, .input_length = sizeof input});
    assert_string_equal(r.out, "done\n");
    assert_int_equal(r.status, 0);
    run_result_free(&r);
}

static void a_program_that_hangs_is_killed(void **state)
{
    (void)state;
    run_result r = shell("echo waiting; exec sleep 600", (run_options){.deadline_ms = 100});
    assert_true(r.timed_out);
    assert_string_equal(r.out, "waiting\n");
    assert_int_equal(r.status, 128 + 9);
    run_result_free(&r);
}

static void a_missing_program_is_status_127(void **state)
{
    (void)state;
    run_result r;
    const run_options options = {.argv = (const char *const[]){"/nowhere/program", NULL}};
    assert_int_equal(run_capture(&r, &options), 0);
    assert_int_equal(r.status, 127);
    assert_non_null(strstr(r.err, "cannot run /nowhere/program"));
    run_result_free(&r);
}

static void the_environment_is_private_and_can_be_set(void **state)
{
    (void)state;
    assert_int_equal(setenv("NO_COLOR", "1", 1), 0);
    const char *const extra[] = {"LC_ALL=zh_CN.UTF-8", "TERM", "MAIL=a@b", NULL};
    run_result r = shell("echo \"$NO_COLOR,$LC_ALL,${TERM-none},$MAIL\"; "
                         "test \"$XDG_STATE_HOME\" = \"$PWD/state\"",
                         (run_options){.environment = extra});
    assert_string_equal(r.out, ",zh_CN.UTF-8,none,a@b\n");
    assert_int_equal(r.status, 0);
    run_result_free(&r);
}

static void a_shared_home_keeps_files_between_runs(void **state)
{
    (void)state;
    sandbox *home = sandbox_create();
    assert_non_null(home);
    assert_int_equal(sandbox_write(home, "config/breakeven/a.cfg", "first\n"), 0);
    run_result r =
        shell("cat config/breakeven/a.cfg; echo second > b", (run_options){.home = home});
    assert_string_equal(r.out, "first\n");
    run_result_free(&r);
    char *written = sandbox_read(home, "b");
    assert_non_null(written);
    assert_string_equal(written, "second\n");
    free(written);
    assert_null(sandbox_read(home, "c"));
    sandbox_destroy(home);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(streams_and_status_are_told_apart),
        cmocka_unit_test(large_input_and_output_do_not_block),
        cmocka_unit_test(unread_input_is_no_error),
        cmocka_unit_test(a_program_that_hangs_is_killed),
        cmocka_unit_test(a_missing_program_is_status_127),
        cmocka_unit_test(the_environment_is_private_and_can_be_set),
        cmocka_unit_test(a_shared_home_keeps_files_between_runs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
