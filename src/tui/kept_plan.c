#include "tui/kept_plan.h"

#include <stdio.h>
#include <unistd.h>

#include "config/folder.h"

enum { KEPT_MAX = 999 };

static bool kept_path(const char *folder, int number, char path[KEPT_PLAN_PATH])
{
    int length = snprintf(path, KEPT_PLAN_PATH, "%s/unsaved-%d.cfg", folder, number);
    return length > 0 && length < KEPT_PLAN_PATH;
}

/* The first number that no file has yet, so that what was kept before is not overwritten. */
static int next_number(const char *folder)
{
    char path[KEPT_PLAN_PATH];
    int number = 1;
    while (number <= KEPT_MAX && kept_path(folder, number, path) && access(path, F_OK) == 0)
        number++;
    return number;
}

bool kept_plan_save(session *s, const char *folder, char path[KEPT_PLAN_PATH], problems *found)
{
    if (!folder_make(folder))
        return false;
    int number = next_number(folder);
    return number <= KEPT_MAX && kept_path(folder, number, path) && session_save(s, path, found);
}

bool kept_plan_latest(const char *folder, char path[KEPT_PLAN_PATH])
{
    int number = next_number(folder) - 1;
    return number >= 1 && kept_path(folder, number, path);
}
