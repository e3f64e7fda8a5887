/* A plan that is saved by a process that is killed, over and over: the file is the old one or the
 * new one, and whole, and what is beside it is gone with the next save. */
#include "engine/random.h"
#include "planner/builtin_prices.h"
#include "scenario/scenario_load.h"
#include "scenario/scenario_save.h"
#include "support/child.h"
#include "support/sandbox.h"

#include <dirent.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

enum { KILLS = 1000, DELAY_MOST_US = 2000, SMALL = 3, LARGE = 60, WAIT_MS = 5000 };

static scenario *plan_of(size_t items)
{
    scenario *plan = scenario_create((be_horizon){be_month_of(2026, 12), 12});
    assert_non_null(plan);
    for (size_t i = 0; i < items; i++) {
        scenario_item item = scenario_item_of(product("alibaba/aitryon"));
        item.demand.volume = (be_quantity)i + 1;
        assert_true(scenario_insert(plan, i, &item));
    }
    return plan;
}

/* Saves the one and the other for ever. */
static _Noreturn void save_by_turns(const scenario *one, const scenario *other, const char *path)
{
    problems found = {0};
    for (;;) {
        if (!scenario_save(one, path, &found) || !scenario_save(other, path, &found))
            _exit(1);
    }
}

static void kill_some_time(pid_t pid, random_source *random)
{
    const struct timespec delay = {.tv_nsec = 1000 * random_between(random, 0, DELAY_MOST_US)};
    nanosleep(&delay, NULL);
    assert_int_equal(kill(pid, SIGKILL), 0);
    assert_int_equal(child_reap(pid, WAIT_MS), 128 + SIGKILL);
}

/* How many new files are beside the plan's, under the names they have until they are whole. */
static int count_temporary(const char *folder)
{
    int count = 0;
    DIR *all = opendir(folder);
    assert_non_null(all);
    for (const struct dirent *one; (one = readdir(all)) != NULL;)
        count += strstr(one->d_name, ".tmp") != NULL;
    closedir(all);
    return count;
}

/* BREAKEVEN_TEST_SHARE in the environment asks for so many percent. */
static int kills(void)
{
    const char *share = getenv("BREAKEVEN_TEST_SHARE");
    return share == NULL ? KILLS : KILLS * atoi(share) / 100;
}

static void leaves_the_old_file_or_the_new(void **state)
{
    (void)state;
    random_source random = random_start("faults/kill_save");
    sandbox *home = sandbox_create();
    assert_non_null(home);
    char *path = sandbox_path(home, "plan.cfg");
    scenario *small = plan_of(SMALL), *large = plan_of(LARGE);
    problems found = {0};
    int cut_off = 0, of_small = 0;
    assert_true(scenario_save(small, path, &found));
    for (int i = 0; i < kills(); i++) {
        const pid_t pid = fork();
        assert_true(pid >= 0);
        if (pid == 0)
            save_by_turns(large, small, path);
        kill_some_time(pid, &random);
        cut_off += count_temporary(sandbox_root(home));
        scenario *read = scenario_load(path, catalog_view(prices), &found);
        if (read == NULL || (!scenario_equal(read, small) && !scenario_equal(read, large)))
            fail_msg("kill %d: the file is neither plan", i);
        of_small += scenario_equal(read, small);
        scenario_destroy(read);
        assert_true(scenario_save(i % 2 == 0 ? small : large, path, &found));
        assert_int_equal(count_temporary(sandbox_root(home)), 0);
    }
    print_message("%d kills, %d in the midst of a save; %d left the small plan\n", kills(), cut_off,
                  of_small);
    assert_true(cut_off > 0 && of_small > 0 && of_small < kills());
    scenario_destroy(small);
    scenario_destroy(large);
    free(path);
    sandbox_destroy(home);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(leaves_the_old_file_or_the_new)};
    return cmocka_run_group_tests_name("faults/kill_save", tests, load_prices, drop_prices);
}
