/* Folders: made with those above them, for the user alone. */
#include "config_test.h"

#include <sys/stat.h>

#include "config/folder.h"

static bool is_private_folder(const char *path)
{
    struct stat found;
    return stat(path, &found) == 0 && S_ISDIR(found.st_mode) && (found.st_mode & 077) == 0;
}

static void makes_the_folders_above_a_file(void **state)
{
    char *file = sandbox_path(*state, "a/b/plan.cfg");
    char *folder = sandbox_path(*state, "a/b");
    assert_true(folder_make_of(file));
    assert_true(is_private_folder(folder));
    assert_true(folder_make_of(file)); /* they are there already */
    free(folder);
    free(file);
}

static void leaves_a_file_in_the_way(void **state)
{
    char *file = sandbox_path(*state, "a/plan.cfg");
    assert_int_equal(sandbox_write(*state, "a", "no folder"), 0);
    assert_false(folder_make_of(file));
    char *text = sandbox_read(*state, "a");
    assert_string_equal(text, "no folder");
    free(text);
    free(file);
}

static void has_nothing_to_make_for_a_bare_name(void **state)
{
    (void)state;
    assert_true(folder_make_of("plan.cfg"));
    assert_true(folder_make_of("/plan.cfg"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(makes_the_folders_above_a_file, open_sandbox,
                                        close_sandbox),
        cmocka_unit_test_setup_teardown(leaves_a_file_in_the_way, open_sandbox, close_sandbox),
        cmocka_unit_test_setup_teardown(has_nothing_to_make_for_a_bare_name, open_sandbox,
                                        close_sandbox),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
