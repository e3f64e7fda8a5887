/*
 * Opening, saving, leaving: never loses what was typed without asking.
 */
#include "tui/screens/screens.h"

static void save_to(app *a, const char *path)
{
    problems found = {0};
    if (session_save(app_session(a), path, &found))
        app_say(a, STYLE_GOOD, "Saved to %s", path);
    else
        problems_open(a, "Not saved", &found);
    problems_clear(&found);
}

void files_save_as(app *a)
{
    const char *path = session_path(app_session(a));
    prompt_open(a, "Save the plan as", path != NULL ? path : "plan.cfg", save_to);
}

void files_save(app *a)
{
    const char *path = session_path(app_session(a));
    if (path != NULL)
        save_to(a, path);
    else
        files_save_as(a);
}

static void load_from(app *a, const char *path)
{
    problems found = {0};
    if (session_load(app_session(a), path, &found))
        app_say(a, STYLE_GOOD, "Opened %s", path);
    else
        problems_open(a, "Not opened", &found);
    problems_clear(&found);
}

static void ask_for_plan(app *a, bool yes)
{
    if (yes)
        prompt_open(a, "Open which plan", "", load_from);
}

void files_open_plan(app *a)
{
    if (session_modified(app_session(a)))
        confirm_open(a, "The plan is not saved. Open another one all the same?", ask_for_plan);
    else
        ask_for_plan(a, true);
}

static void clear_plan(app *a, bool yes)
{
    if (yes && !session_clear(app_session(a)))
        app_say(a, STYLE_BAD, "There is no memory for another plan.");
}

void files_new(app *a)
{
    if (session_modified(app_session(a)))
        confirm_open(a, "The plan is not saved. Start an empty one all the same?", clear_plan);
    else
        clear_plan(a, true);
}

static void take_name(app *a, const char *name)
{
    if (!session_rename(app_session(a), name))
        app_say(a, STYLE_BAD, "There is no memory for the name.");
}

void files_rename(app *a)
{
    prompt_open(a, "Name of the plan", session_name(app_session(a)), take_name);
}

static void save_and_quit(app *a, const char *path)
{
    save_to(a, path);
    if (!session_modified(app_session(a)))
        app_quit(a);
}

static void answer_quit(app *a, bool yes)
{
    const char *path = session_path(app_session(a));
    if (!yes)
        app_quit(a);
    else if (path != NULL)
        save_and_quit(a, path);
    else
        prompt_open(a, "Save the plan as", "plan.cfg", save_and_quit);
}

void files_quit(app *a)
{
    if (session_modified(app_session(a)))
        confirm_open(a, "Save the plan before leaving?", answer_quit);
    else
        app_quit(a);
}
