/* Atomic files: the new text or the old one, whatever goes wrong, and nothing left behind. */
#include "config_test.h"

#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
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
    char *folder = sandbox_path(home, name);
    assert_int_equal(mkdir(folder, 0700), 0);
    assert_written(path, "mine");
    assert_holds(home, "plan.cfg", "mine");
    assert_entries(home, 2);
    free(folder);
    free(path);
}

/* -- what was left over ------------------------------------------------------------------------ */

static void leave(const sandbox *home, const char *name)
{
    assert_int_equal(sandbox_write(home, name, "half a pl"), 0);
}

static bool is_left(const sandbox *home, const char *name)
{
    char *path = sandbox_path(home, name);
    bool left = access(path, F_OK) == 0;
    free(path);
    return left;
}

static void removes_what_saves_that_were_cut_off_left(void **state)
{
    static const char *const of_ours[] = {"plan.cfg.4194306-0.tmp", "plan.cfg.4194304-99.tmp",
                                          "plan.cfg.4194303-7.tmp"};
    static const char *const others[] = {"plan.cfg.1-0.tmp", /* of a process that runs */
                                         "plan.cfg.1-0.tmp.bak",
                                         "plan.cfg.01-0.tmp",
                                         "plan.cfg.1-100.tmp",
                                         "plan.cfg.1-00.tmp",
                                         "plan.cfg.-1-0.tmp",
                                         "plan.cfg.0-0.tmp",
                                         "plan.cfg.1--1.tmp",
                                         "plan.cfg.+1-0.tmp",
                                         "plan.cfg.1-0.tmpx",
                                         "plan.cfg.tmp",
                                         "plan.cfg..1-0.tmp",
                                         "other.cfg.1-0.tmp",
                                         "old plan.cfg.1-0.tmp",
                                         "plan.cfg.1-0",
                                         "plan.cfg. 1-0.tmp",
                                         "plan.cfg.1-0.TMP",
                                         "plan.cfg.99999999999999999999-0.tmp"};
    enum { OURS = sizeof of_ours / sizeof *of_ours, OTHERS = sizeof others / sizeof *others };
    const sandbox *home = *state;
    char *path = sandbox_path(home, "plan.cfg");
    for (size_t i = 0; i < OURS; i++)
        leave(home, of_ours[i]);
    for (size_t i = 0; i < OTHERS; i++)
        leave(home, others[i]);
    assert_written(path, "whole");
    for (size_t i = 0; i < OURS; i++)
        assert_false(is_left(home, of_ours[i]));
    for (size_t i = 0; i < OTHERS; i++) {
        if (!is_left(home, others[i]))
            fail_msg("%s is gone", others[i]);
    }
    free(path);
}

static void removes_what_is_beside_the_file_that_a_link_leads_to(void **state)
{
    const sandbox *home = *state;
    char *link = sandbox_path(home, "link.cfg");
    assert_int_equal(sandbox_write(home, "plans/plan.cfg", "one"), 0);
    leave(home, "plans/plan.cfg.4194306-0.tmp");
    leave(home, "link.cfg.4194306-0.tmp");
    assert_int_equal(symlink("plans/plan.cfg", link), 0);
    assert_written(link, "two");
    assert_false(is_left(home, "plans/plan.cfg.4194306-0.tmp"));
    assert_true(is_left(home, "link.cfg.4194306-0.tmp"));
    free(link);
}

static void leaves_a_link_with_such_a_name_alone(void **state)
{
    const sandbox *home = *state;
    char *path = sandbox_path(home, "plan.cfg"),
         *link = sandbox_path(home, "plan.cfg.4194306-0.tmp");
    leave(home, "mine");
    assert_int_equal(symlink("mine", link), 0);
    assert_written(path, "one");
    assert_true(is_left(home, "plan.cfg.4194306-0.tmp"));
    free(link);
    free(path);
}

/* -- others who write -------------------------------------------------------------------------- */

/* A lock on the folder, as another program has it; the descriptor gives it up. */
static int lock_folder(const sandbox *home, int how)
{
    int fd = open(sandbox_root(home), O_RDONLY | O_DIRECTORY);
    assert_true(fd >= 0);
    assert_int_equal(flock(fd, how), 0);
    return fd;
}

static void removes_nothing_while_another_writes(void **state)
{
    const sandbox *home = *state;
    char *path = sandbox_path(home, "plan.cfg");
    leave(home, "plan.cfg.4194306-0.tmp");
    int other = lock_folder(home, LOCK_SH);
    assert_written(path, "mine"); /* nor waits for it */
    assert_true(is_left(home, "plan.cfg.4194306-0.tmp"));
    close(other);
    assert_written(path, "again");
    assert_false(is_left(home, "plan.cfg.4194306-0.tmp"));
    free(path);
}

static void says_who_is_in_the_way(void **state)
{
    const sandbox *home = *state;
    char *path = sandbox_path(home, "plan.cfg");
    assert_written(path, "old");
    int other = lock_folder(home, LOCK_EX);
    assert_not_written(path, "new", "another program keeps its folder locked; try again");
    assert_holds(home, "plan.cfg", "old");
    close(other);
    assert_written(path, "new");
    free(path);
}

static bool refuse(void *context, const char *path)
{
    (void)path;
    ++*(int *)context;
    return false;
}

static bool agree(void *context, const char *path)
{
    (void)path;
    ++*(int *)context;
    return true;
}

static void writes_only_what_the_check_lets_through(void **state)
{
    const sandbox *home = *state;
    char *path = sandbox_path(home, "plan.cfg");
    problems found = {0};
    int asked = 0;
    assert_written(path, "old");
    assert_false(atomic_file_write_if(path, "new", 3, refuse, &asked, &found));
    assert_problems(&found, "");
    assert_holds(home, "plan.cfg", "old");
    assert_entries(home, 1);
    assert_true(atomic_file_write_if(path, "new", 3, agree, &asked, &found));
    assert_holds(home, "plan.cfg", "new");
    assert_false(atomic_file_write_if(sandbox_root(home), "new", 3, agree, &asked, &found));
    assert_int_equal(found.errors, 1);
    problems_clear(&found);
    assert_int_equal(asked, 2);
    free(path);
}

/* Adds one to the number in the file, by what it held when it was looked at. */
static bool is_as_read(void *context, const char *path)
{
    char now[32] = "";
    FILE *in = fopen(path, "r");
    bool same = in != NULL && fgets(now, sizeof now, in) != NULL && strcmp(now, context) == 0;
    if (in != NULL)
        fclose(in);
    return same;
}

static _Noreturn void count_up(const char *path, int times)
{
    problems found = {0};
    for (int done = 0; done < times;) {
        char before[32] = "", after[32];
        FILE *in = fopen(path, "r");
        if (in == NULL || fgets(before, sizeof before, in) == NULL)
            _exit(1);
        fclose(in);
        int length = snprintf(after, sizeof after, "%d", atoi(before) + 1);
        done += atomic_file_write_if(path, after, (size_t)length, is_as_read, before, &found);
        problems_clear(&found); /* of the lock that others keep taking */
    }
    _exit(0);
}

static void loses_nothing_where_two_write(void **state)
{
    enum { WRITERS = 3, TIMES = 200 };
    const sandbox *home = *state;
    char *path = sandbox_path(home, "count");
    pid_t writers[WRITERS];
    assert_written(path, "0");
    for (int i = 0; i < WRITERS; i++) {
        writers[i] = fork();
        assert_true(writers[i] >= 0);
        if (writers[i] == 0)
            count_up(path, TIMES);
    }
    for (int i = 0; i < WRITERS; i++) {
        int status;
        assert_int_equal(waitpid(writers[i], &status, 0), writers[i]);
        assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
    }
    assert_holds(home, "count", "600");
    assert_entries(home, 1);
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
        IN_SANDBOX(removes_what_saves_that_were_cut_off_left),
        IN_SANDBOX(removes_what_is_beside_the_file_that_a_link_leads_to),
        IN_SANDBOX(leaves_a_link_with_such_a_name_alone),
        IN_SANDBOX(removes_nothing_while_another_writes),
        IN_SANDBOX(says_who_is_in_the_way),
        IN_SANDBOX(writes_only_what_the_check_lets_through),
        IN_SANDBOX(loses_nothing_where_two_write),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
