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
    {"format = ", FILE_KIND_UNKNOWN},
    {"", FILE_KIND_UNKNOWN},
    {"format = 1; prices = ( );", FILE_KIND_OWN_PRICES},
    {"format = 1; provider = { }; prices = ( );", FILE_KIND_OWN_PRICES},
};

static void looks_at_the_keys(void **state)
{
    const sandbox *home = *state;
    char *path = sandbox_path(home, "a.cfg");
    for (size_t i = 0; i < COUNT_OF(files); i++) {
        assert_int_equal(sandbox_write(home, "a.cfg", files[i].text), 0);
        assert_int_equal(file_kind_of(path), files[i].kind);
    }
    free(path);
}

static void takes_a_folder_for_a_catalogue(void **state)
{
    const sandbox *home = *state;
    char *missing = sandbox_path(home, "missing");
    assert_int_equal(file_kind_of(sandbox_root(home)), FILE_KIND_CATALOG);
    assert_int_equal(file_kind_of(missing), FILE_KIND_UNKNOWN);
    free(missing);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(looks_at_the_keys, open_sandbox, close_sandbox),
        cmocka_unit_test_setup_teardown(takes_a_folder_for_a_catalogue, open_sandbox,
                                        close_sandbox),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
