/* The program of the build that turns price files into C. */
#include "catalog_test.h"

#include "support/run.h"

enum { DONE = 0, FAILED = 1, WRONG_USE = 2 };

/* Its status; what it says of errors has the words in it. */
static void expect(const sandbox *home, const char *const *argv, int status, const char *words)
{
    run_result r;
    assert_int_equal(run_capture(&r, &(run_options){.argv = argv, .home = home}), 0);
    assert_int_equal(r.status, status);
    assert_non_null(strstr(r.err, words));
    run_result_free(&r);
}

static void writes_a_source(void **state)
{
    const char *const argv[] = {FREEZE, "out.c", "some_prices", FROZEN "/a.cfg", NULL};
    expect(*state, argv, DONE, "");
    char *text = sandbox_read(*state, "out.c");
    assert_non_null(text);
    assert_non_null(strstr(text, "some_prices"));
    free(text);
}

static void tells_how_it_is_used(void **state)
{
    const char *const argv[] = {FREEZE, "out.c", "some_prices", NULL};
    expect(*state, argv, WRONG_USE, "usage: breakeven_freeze OUTPUT NAME FILE...");
}

static void writes_nothing_of_files_with_mistakes(void **state)
{
    const char *const argv[] = {FREEZE, "out.c", "some_prices", BAD_CATALOGS "/bands-gap.cfg",
                                NULL};
    expect(*state, argv, FAILED, "bands-gap.cfg:");
    assert_null(sandbox_read(*state, "out.c"));
}

static void tells_what_it_cannot_write(void **state)
{
    const char *const nowhere[] = {FREEZE, "no/such/out.c", "some_prices", FROZEN "/a.cfg", NULL};
    expect(*state, nowhere, FAILED, "no/such/out.c: No such file or directory");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(writes_a_source, open_sandbox, close_sandbox),
        cmocka_unit_test_setup_teardown(tells_how_it_is_used, open_sandbox, close_sandbox),
        cmocka_unit_test_setup_teardown(writes_nothing_of_files_with_mistakes, open_sandbox,
                                        close_sandbox),
        cmocka_unit_test_setup_teardown(tells_what_it_cannot_write, open_sandbox, close_sandbox),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
