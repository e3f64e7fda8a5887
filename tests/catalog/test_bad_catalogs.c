/* Every file of bad/ gives exactly the messages of the .txt file beside it. */
#include "config/config_test.h"

#include <dirent.h>
#include <unistd.h>

#include "catalog/catalog_load.h"
#include "config/read_file.h"

enum { NAME_SIZE = 256, FILES_MIN = 20 };

static bool is_catalog(const char *name)
{
    const char *dot = strrchr(name, '.');
    return dot != NULL && strcmp(dot, ".cfg") == 0;
}

static char *expected_messages(const char *name)
{
    char path[NAME_SIZE + 8];
    problems found = {0};
    size_t size = 0;
    snprintf(path, sizeof path, "%.*s.txt", (int)(strlen(name) - strlen(".cfg")), name);
    char *text = read_file(path, &size, &found);
    assert_problems(&found, "");
    return text;
}

static void check_file(const char *name)
{
    problems found = {0};
    char *expected = expected_messages(name);
    assert_null(catalog_load_paths(&name, 1, NULL, &found));
    assert_int_not_equal(found.errors, 0);
    assert_problems(&found, expected);
    free(expected);
}

static void gives_the_expected_messages(void **state)
{
    (void)state;
    int count = 0;
    assert_int_equal(chdir(BAD_CATALOGS), 0);
    DIR *folder = opendir(".");
    assert_non_null(folder);
    for (const struct dirent *entry; (entry = readdir(folder)) != NULL;) {
        if (!is_catalog(entry->d_name))
            continue;
        check_file(entry->d_name);
        count++;
    }
    closedir(folder);
    assert_true(count >= FILES_MIN);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(gives_the_expected_messages)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
