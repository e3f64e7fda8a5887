/*
 * The plan as it is edited held against its file, or against another one.
 */
#include "tui/screens/screens.h"

#include <string.h>

#include "language/language.h"
#include "planning/plan_diff.h"
#include "report/report_diff.h"
#include "scenario/scenario_load.h"
#include "tui/model/session_files.h"

static void ask_file(app *a);

/* Another key on the page: another file. */
static const reader_more other_file = {CONTEXT_DIFF, ACTION_OPEN, ask_file};

static const char *last_part(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash != NULL && slash[1] != '\0' ? slash + 1 : path;
}

static void show(app *a, const scenario *before, const char *path)
{
    const session *s = app_session(a);
    const plan_side edited = {session_plan(s), tr("as it is here")};
    page *p = page_create();
    plan_diff *found =
        plan_diff_create((plan_side){before, last_part(path)}, edited, session_today(s));
    if (p != NULL && found != NULL)
        report_diff(p, plan_diff_answer(found));
    if (found == NULL) {
        page_destroy(p);
        p = NULL;
    }
    plan_diff_destroy(found);
    reader_open_with(a, tr("Changes"), p, &other_file);
}

/* The plan in a file, for the caller to destroy; NULL after a page that says what is wrong. */
static scenario *load(app *a, const char *path)
{
    problems found = {0};
    scenario *plan = scenario_load(path, session_catalog(app_session(a)), &found);
    if (plan == NULL)
        problems_open(a, tr("Not opened"), &found);
    problems_clear(&found);
    return plan;
}

static void compare_with(app *a, const char *path)
{
    scenario *before = load(a, path);
    if (before != NULL)
        show(a, before, path);
    scenario_destroy(before);
}

static void ask_file(app *a)
{
    prompt_open(a, tr("Compare with the plan in which file"), "", compare_with);
}

/* Without a difference to its own file there is another one to be named. */
void diff_open(app *a)
{
    const session *s = app_session(a);
    const char *path = session_path(s);
    scenario *before = path == NULL ? NULL : load(a, path);
    if (path == NULL || (before != NULL && scenario_equal(before, session_plan(s)))) {
        ask_file(a);
        if (path == NULL)
            app_say(a, STYLE_DIM, tr("The plan has no file of its own yet."));
        else
            app_say(a, STYLE_DIM, tr("Nothing differs from %s."), last_part(path));
    } else if (before != NULL) {
        show(a, before, path);
    }
    scenario_destroy(before);
}
