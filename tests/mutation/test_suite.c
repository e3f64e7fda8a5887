/* The programs that judge: which are asked first, and what is made of how they end. */
#include "mutation/suite.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#if defined(__has_feature)
#define HAS_FEATURE(name) __has_feature(name)
#else
#define HAS_FEATURE(name) 0
#endif

/* Judging limits the memory of its process, which a sanitizer does not stand. */
#if defined(__SANITIZE_ADDRESS__) || HAS_FEATURE(address_sanitizer)
#define CAN_JUDGE 0
#else
#define CAN_JUDGE 1
#endif

typedef struct script {
    const char *name, *text;
} script;

/* With a library loaded first the pricing is taken to be changed. */
static const script scripts[] = {
    {"test_other", "#!/bin/sh\nexit 0\n"},
    {"property_lots", "#!/bin/sh\nexit 0\n"},
    {"test_lots", "#!/bin/sh\nexit 0\n"},
    {"test_failing", "#!/bin/sh\n[ -z \"$LD_PRELOAD\" ] && exit 0\n"
                     "echo '[  FAILED  ] 1 test(s), listed below:' >&2\n"
                     "echo '[  FAILED  ] the_case_that_failed' >&2\nexit 1\n"},
    {"test_endless", "#!/bin/sh\nwhile [ -n \"$LD_PRELOAD\" ]; do :; done\n"},
    {"test_broken", "#!/bin/sh\nexit 1\n"},
};

static int make_scripts(void **state)
{
    sandbox *folder = sandbox_create();
    *state = folder;
    for (size_t i = 0; folder != NULL && i < sizeof scripts / sizeof *scripts; i++) {
        char *path = sandbox_path(folder, scripts[i].name);
        bool made = sandbox_write(folder, scripts[i].name, scripts[i].text) == 0 &&
                    chmod(path, S_IRWXU) == 0;
        free(path);
        if (!made)
            return -1;
    }
    return folder != NULL ? 0 : -1;
}

static int remove_scripts(void **state)
{
    sandbox_destroy(*state);
    return 0;
}

static void what_fails_with_nothing_changed_is_left_out(void **state)
{
    static const char *const names[] = {"test_broken", "test_other", NULL};
    suite s;
    assert_true(suite_open(&s, sandbox_root(*state), names));
    assert_int_equal(s.count, 1);
    assert_string_equal(s.programs[0].name, "test_other");
    suite_close(&s);
}

static void a_program_that_cannot_be_run_is_an_error(void **state)
{
    static const char *const names[] = {"test_that_is_not_there", NULL};
    suite s;
    assert_false(suite_open(&s, sandbox_root(*state), names));
    suite_close(&s);
}

static void tests_come_before_properties_and_a_source_s_own_first(void **state)
{
    (void)state;
    suite_program programs[] = {{"property_tariff", 1}, {"property_lots", 9},
                                {"test_curve", 5},      {"test_bill", 2},
                                {"test_lots", 9},       {"test_lots_more", 3}};
    static const char *const expected[] = {"test_lots",  "test_bill",     "test_lots_more",
                                           "test_curve", "property_lots", "property_tariff"};
    suite s = {.programs = programs, .count = sizeof programs / sizeof *programs};
    suite_order(&s, "lots");
    for (size_t i = 0; i < s.count; i++)
        assert_string_equal(s.programs[i].name, expected[i]);
}

/* Judges in a process of its own; 0 if the verdict is as expected. */
static int judge(void **state, const char *const *names, suite_outcome outcome, const char *name)
{
    suite s;
    assert_true(suite_open(&s, sandbox_root(*state), names));
    const pid_t pid = fork();
    assert_true(pid >= 0);
    if (pid == 0) {
        const suite_verdict v = suite_judge(&s, "/library/that/is/not/there.so", *state);
        _exit(v.outcome == outcome && strcmp(v.name, name) == 0 ? 0 : 1);
    }
    int status = -1;
    assert_int_equal(waitpid(pid, &status, 0), pid);
    suite_close(&s);
    return status;
}

static void the_first_program_that_does_not_pass_decides(void **state)
{
    static const char *const passing[] = {"test_other", "test_lots", NULL};
    static const char *const failing[] = {"test_other", "test_failing", "test_endless", NULL};
    static const char *const endless[] = {"test_endless", "test_failing", NULL};
    if (!CAN_JUDGE)
        skip();
    assert_int_equal(judge(state, passing, SUITE_PASSED, ""), 0);
    assert_int_equal(judge(state, failing, SUITE_FAILED, "the_case_that_failed"), 0);
    assert_int_equal(judge(state, endless, SUITE_TIMED_OUT, ""), 0);
}

#define CASE(test) cmocka_unit_test_setup_teardown(test, make_scripts, remove_scripts)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(what_fails_with_nothing_changed_is_left_out),
        CASE(a_program_that_cannot_be_run_is_an_error),
        cmocka_unit_test(tests_come_before_properties_and_a_source_s_own_first),
        CASE(the_first_program_that_does_not_pass_decides),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
