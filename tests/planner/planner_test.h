#ifndef BREAKEVEN_PLANNER_TEST_H
#define BREAKEVEN_PLANNER_TEST_H

#include "terminal/harness.h"

/* What the tests of the real program share: where, when and how large it runs. */

/* Environments of a day that does not change, 2026-11-21. */
extern const char *const planner_utf8[];
extern const char *const planner_ascii[];

typedef struct planner_size {
    int cols, rows;
} planner_size;

/* The smallest screen with room for all panes, a usual and a large one. */
enum { PLANNER_SIZES = 3 };
extern const planner_size planner_sizes[PLANNER_SIZES];

/* The home folder of the running test or group; NULL outside of one. */
extern sandbox *planner_home;

/* A new home with one plan in it. 0, or -1, as a cmocka setup wants it. */
int planner_home_make(const char *file, const char *plan);

/* Closes what terminals are open and removes the home. A cmocka teardown. */
int planner_home_drop(void **state);

/* Runs the program in planner_home with this one argument, or none if it is NULL. */
tty *planner_start(const char *argument, int cols, int rows, const char *const *environment);

/* The same with a command line of its own, which ends with NULL. */
tty *planner_start_with(const char *const *argv, int cols, int rows,
                        const char *const *environment);

#endif
