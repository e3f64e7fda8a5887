#include "planner/planner_test.h"

#include <stddef.h>

const char *const planner_utf8[] = {"SOURCE_DATE_EPOCH=1795219200", NULL};
const char *const planner_ascii[] = {"SOURCE_DATE_EPOCH=1795219200", "LC_ALL=C", NULL};
const planner_size planner_sizes[PLANNER_SIZES] = {{80, 24}, {120, 36}, {200, 60}};

sandbox *planner_home;

int planner_home_make(const char *file, const char *plan)
{
    planner_home = sandbox_create();
    return planner_home == NULL ? -1 : sandbox_write(planner_home, file, plan);
}

int planner_home_drop(void **state)
{
    (void)tty_teardown(state);
    sandbox_destroy(planner_home);
    planner_home = NULL;
    return 0;
}

tty *planner_start(const char *argument, int cols, int rows, const char *const *environment)
{
    const char *const argv[] = {BREAKEVEN, argument, NULL};
    return planner_start_with(argv, cols, rows, environment);
}

tty *planner_start_with(const char *const *argv, int cols, int rows, const char *const *environment)
{
    return tty_start(&(tty_options){.argv = argv,
                                    .cols = cols,
                                    .rows = rows,
                                    .environment = environment,
                                    .home = planner_home});
}
