/* Atomic files: the new text or the old one, whatever goes wrong, and nothing left behind. */
#include "config_test.h"

#include <dirent.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "config/atomic_file.h"

static bool write_text(const char *path, const char *text, problems *found)
{
    return atomic_file_write(path, text, strlen(text), found);
}

static void assert_written(const char *path, const char *text)
{
    problems found = {0};
    assert_true(write_text(path, text, &found));
    assert_problems(&found, "");
}

/* `why` stands behind "PATH: cannot be written: ". */
static void assert_not_written(const char *path, const char *text, const char *why)
{
    problems found = {0};
    char expected[8192];
    snprintf(expected, sizeof expected, "%s: cannot be written: %s\n", path, why);
    assert_false(write_text(path, text, &found));
    assert_problems(&found, expected);
}

static void assert_holds(const sandbox *home, const char *name, const char *text)
{
    char *held = sandbox_read(home, name);
    assert_non_null(held);
    assert_string_equal(held, text);
    free(held);
}

static void assert_entries(const sandbox *home, int expected)
{
    DIR *folder = opendir(sandbox_root(home));
    assert_non_null(folder);
    int count = 0;
    for (const struct dirent *entry; (entry = readdir(folder)) != NULL;)
        count += strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0;
    closedir(folder);
    assert_int_equal(count, expected);
}

static mode_t mode_of(const char *path)
{
    struct stat status;
    assert_int_equal(stat(path, &status), 0);
    return status.st_mode & 07777;
}

static void makes_a_new_file(void **state)
{
    const sandbox *home = *state;
    char *path = sandbox_path(home, "plan.cfg");
    mode_t mask = umask(027);
    assert_written(path, "one");
    umask(mask);
    assert_holds(home, "plan.cfg", "one");
    assert_int_equal(mode_of(path), 0640);
    assert_entries(home, 1);
    free(path);
}

static void replaces_and_keeps_the_mode(void **state)
{
    const sandbox *home = *state;
    char *path = sandbox_path(home, "plan.cfg");
    assert_written(path, "a longer first text");
    assert_int_equal(chmod(path, 0604), 0);
    assert_written(path, "two");
    assert_holds(home, "plan.cfg", "two");
    assert_int_equal(mode_of(path), 0604);
    assert_entries(home, 1);
    free(path);
}

static void writes_to_the_folder_it_is_in(void **state)
{
    const sandbox *home = *state;
    char back[4096];
    assert_non_null(getcwd(back, sizeof back));
    assert_int_equal(chdir(sandbox_root(home)), 0);
    assert_written("plan.cfg", "here");
    assert_int_equal(chdir(back), 0);
    assert_holds(home, "plan.cfg", "here");
}

static void follows_links(void **state)
{
    const sandbox *home = *state;
    char *direct = sandbox_path(home, "direct.cfg"), *chain = sandbox_path(home, "chain.cfg");
    assert_int_equal(sandbox_write(home, "data/real.cfg", "old"), 0);
    assert_int_equal(symlink("data/real.cfg", direct), 0);
    assert_int_equal(symlink(direct, chain), 0);
    assert_written(chain, "new");
    assert_holds(home, "data/real.cfg", "new");
    struct stat status;
    assert_int_equal(lstat(direct, &status), 0);
    assert_true(S_ISLNK(status.st_mode));
    free(chain);
    free(direct);
}

static void makes_the_file_that_a_link_promises(void **state)
{
    const sandbox *home = *state;
    char *link = sandbox_path(home, "link.cfg");
    assert_int_equal(symlink("later.cfg", link), 0);
    assert_written(link, "now");
    assert_holds(home, "later.cfg", "now");
    free(link);
}

static void refuses_what_is_no_file(void **state)
{
    const sandbox *home = *state;
    char *missing = sandbox_path(home, "no/such/folder/plan.cfg");
    char *ring = sandbox_path(home, "ring.cfg");
    assert_int_equal(symlink("ring.cfg", ring), 0);
    assert_not_written(sandbox_root(home), "x", "Is a directory");
    assert_not_written("/dev/full", "x", "it is a pipe or a device");
    assert_not_written(missing, "x", "No such file or directory");
    assert_not_written(ring, "x", "Too many levels of symbolic links");
    assert_not_written("", "x", "No such file or directory");
    assert_entries(home, 1);
    free(ring);
    free(missing);
}

/* A limit on the size of files stands in for a full disk: write() fails half way. */
static void keeps_the_old_file_when_the_disk_is_full(void **state)
{
    enum { LIMIT = 4096, TEXT = 65536 };
    const sandbox *home = *state;
    char *path = sandbox_path(home, "plan.cfg");
    char *text = calloc(1, TEXT);
    assert_non_null(text);
    memset(text, 'x', TEXT - 1);
    assert_written(path, "old");

    struct rlimit before;
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
    const struct rlimit small = {LIMIT, before.rlim_max};
    void (*handler)(int) = signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
    problems found = {0};
    bool written = write_text(path, text, &found);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
    signal(SIGXFSZ, handler);

    assert_false(written);
    assert_int_equal(found.errors, 1);
    problems_clear(&found);
    assert_holds(home, "plan.cfg", "old");
    assert_entries(home, 1);
    free(text);
    free(path);
}

static void steps_round_a_file_with_the_temporary_name(void **state)
{
    const sandbox *home = *state;
    char name[64];
    char *path = sandbox_path(home, "plan.cfg");
    snprintf(name, sizeof name, "plan.cfg.%ld-0.tmp", (long)getpid());
    assert_int_equal(sandbox_write(home, name, "somebody else's"), 0);
    assert_written(path, "mine");
    assert_holds(home, "plan.cfg", "mine");
    assert_holds(home, name, "somebody else's");
    free(path);
}

#define IN_SANDBOX(test) cmocka_unit_test_setup_teardown(test, open_sandbox, close_sandbox)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_SANDBOX(makes_a_new_file),
        IN_SANDBOX(replaces_and_keeps_the_mode),
        IN_SANDBOX(writes_to_the_folder_it_is_in),
        IN_SANDBOX(follows_links),
        IN_SANDBOX(makes_the_file_that_a_link_promises),
        IN_SANDBOX(refuses_what_is_no_file),
        IN_SANDBOX(keeps_the_old_file_when_the_disk_is_full),
        IN_SANDBOX(steps_round_a_file_with_the_temporary_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
