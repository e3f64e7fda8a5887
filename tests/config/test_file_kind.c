/* File kinds: catalogue, scenario or neither. */
#include "config_test.h"

#include "config/file_kind.h"

static const struct {
    const char *text;
    file_kind kind;
} files[] = {
    {"format = 1; provider = { };", FILE_KIND_CATALOG},
    {"providers = ( );", FILE_KIND_CATALOG},
    {"format = 1; items = ( );", FILE_KIND_SCENARIO},
    {"start = \"2026-12\";", FILE_KIND_SCENARIO},
    {"format = 1;", FILE_KIND_UNKNOWN},
    {"", FILE_KIND_UNKNOWN},
    {"format = 1; prices = ( );", FILE_KIND_OWN_PRICES},
    {"format = 1; provider = { }; prices = ( );", FILE_KIND_OWN_PRICES},
};

static file_kind kind_of(const char *path)
{
    file_kind kind;
    problems found = {0};
    assert_true(file_kind_of(path, &kind, &found));
    assert_problems(&found, "");
    return kind;
}

static void looks_at_the_keys(void **state)
{
    const sandbox *home = *state;
    char *path = sandbox_path(home, "a.cfg");
    for (size_t i = 0; i < COUNT_OF(files); i++) {
        assert_int_equal(sandbox_write(home, "a.cfg", files[i].text), 0);
        assert_int_equal(kind_of(path), files[i].kind);
    }
    free(path);
}

static void takes_a_folder_for_a_catalogue(void **state)
{
    const sandbox *home = *state;
    assert_int_equal(kind_of(sandbox_root(home)), FILE_KIND_CATALOG);
}

static void says_what_keeps_it_from_reading(void **state)
{
    const sandbox *home = *state;
    char *path = sandbox_path(home, "a.cfg");
    file_kind kind;
    problems found = {0};
    assert_false(file_kind_of(path, &kind, &found));
    assert_int_equal(found.errors, 1);
    assert_int_equal(sandbox_write(home, "a.cfg", "format = "), 0);
    assert_false(file_kind_of(path, &kind, &found));
    assert_int_equal(found.errors, 2);
    problems_clear(&found);
    free(path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(looks_at_the_keys, open_sandbox, close_sandbox),
        cmocka_unit_test_setup_teardown(takes_a_folder_for_a_catalogue, open_sandbox,
                                        close_sandbox),
        cmocka_unit_test_setup_teardown(says_what_keeps_it_from_reading, open_sandbox,
                                        close_sandbox),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
