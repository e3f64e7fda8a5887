/*
 * Opening, saving, leaving: never loses what was typed, or what a file holds, without asking.
 */
#include "tui/screens/screens.h"

#include <string.h>

#include "language/language.h"
#include "tui/model/session_files.h"

/* How a plan is written: as it is asked first, and once the user has agreed. */
typedef save_outcome save_step(session *s, const char *path, problems *found);

/* False when the user is to be asked. */
static bool save_by(app *a, const char *path, save_step *step)
{
    problems found = {0};
    session *s = app_session(a);
    const save_outcome done = step(s, path, &found);
    /* `path` may be the session's own, which saving replaces. */
    if (done == SAVE_DONE)
        app_say(a, STYLE_GOOD, tr("Saved to %s"), session_path(s));
    else if (done == SAVE_FAILED)
        problems_open(a, tr("Not saved"), &found);
    problems_clear(&found);
    return done != SAVE_REFUSED;
}

static bool is_own(const app *a, const char *path)
{
    const char *own = session_path(app_session(a));
    return own != NULL && strcmp(own, path) == 0;
}

/* Without a subject a question is about the plan's own file, whose path may be of any length. */
static const char *path_of(const app *a, const char *subject)
{
    return subject[0] != '\0' ? subject : session_path(app_session(a));
}

/* What to ask before what is not this plan's own is written over. */
static const char *question_about(const app *a, const char *path)
{
    return is_own(a, path) ? tr("Somebody else has changed the file meanwhile. Write over it?")
                           : tr("There is a file of that name already. Write over it?");
}

/* -- a path is typed, and what then happens to it ---------------------------------------------- */

typedef void path_use(app *a, const char *path);

static void ask_path(app *a, const char *path, path_use *taken)
{
    prompt_open(a, tr("Save the plan as"), path != NULL ? path : "plan.cfg", taken);
}

static void ask_again(app *a, const char *path, confirm_answer *answer)
{
    confirm_open(a, question_about(a, path), is_own(a, path) ? "" : path, answer);
}

static void take_path(app *a, const char *path);
static void take_last_path(app *a, const char *path);

static void answer_replace(app *a, bool yes, const char *subject)
{
    const char *path = path_of(a, subject);
    if (!yes)
        ask_path(a, path, take_path);
    else if (!save_by(a, path, session_save_anyway))
        ask_again(a, path, answer_replace);
}

static void take_path(app *a, const char *path)
{
    if (!save_by(a, path, session_save))
        ask_again(a, path, answer_replace);
}

static void quit_if_saved(app *a)
{
    if (!session_modified(app_session(a)))
        app_quit(a);
}

static void answer_last_replace(app *a, bool yes, const char *subject)
{
    const char *path = path_of(a, subject);
    if (!yes)
        ask_path(a, path, take_last_path);
    else if (!save_by(a, path, session_save_anyway))
        ask_again(a, path, answer_last_replace);
    else
        quit_if_saved(a);
}

static void take_last_path(app *a, const char *path)
{
    if (!save_by(a, path, session_save))
        ask_again(a, path, answer_last_replace);
    else
        quit_if_saved(a);
}

/* -- what the keys ask for --------------------------------------------------------------------- */

void files_save_as(app *a)
{
    ask_path(a, session_path(app_session(a)), take_path);
}

void files_save(app *a)
{
    const char *path = session_path(app_session(a));
    if (path != NULL)
        take_path(a, path);
    else
        files_save_as(a);
}

static void load_from(app *a, const char *path)
{
    problems found = {0};
    bool loaded = session_load(app_session(a), path, &found);
    if (loaded && session_is_file_shared(app_session(a)))
        app_say(a, STYLE_WARN, tr("Opened %s, which another planner has open, too"), path);
    else if (loaded)
        app_say(a, STYLE_GOOD, tr("Opened %s"), path);
    if (found.count > 0)
        problems_open(a, loaded ? tr("Opened, with warnings") : tr("Not opened"), &found);
    problems_clear(&found);
}

static void answer_open(app *a, bool yes, const char *subject)
{
    (void)subject;
    if (yes)
        prompt_open(a, tr("Open which plan"), "", load_from);
}

void files_open_plan(app *a)
{
    if (session_modified(app_session(a)))
        confirm_open(a, tr("The plan is not saved. Open another one all the same?"), "",
                     answer_open);
    else
        answer_open(a, true, "");
}

static void answer_new(app *a, bool yes, const char *subject)
{
    (void)subject;
    if (yes && !session_clear(app_session(a)))
        app_say(a, STYLE_BAD, tr("There is no memory for another plan."));
}

void files_new(app *a)
{
    if (session_modified(app_session(a)))
        confirm_open(a, tr("The plan is not saved. Start an empty one all the same?"), "",
                     answer_new);
    else
        answer_new(a, true, "");
}

static void take_name(app *a, const char *name)
{
    if (!session_rename(app_session(a), name))
        app_say(a, STYLE_BAD, tr("There is no memory for the name."));
}

void files_rename(app *a)
{
    prompt_open(a, tr("Name of the plan"), session_name(app_session(a)), take_name);
}

static void take_customer(app *a, const char *customer)
{
    if (!session_set_customer(app_session(a), customer))
        app_say(a, STYLE_BAD, tr("There is no memory for the name."));
}

void files_set_customer(app *a)
{
    prompt_open(a, tr("Whom quotes are for"), session_customer(app_session(a)), take_customer);
}

static void answer_quit(app *a, bool yes, const char *subject)
{
    const char *path = session_path(app_session(a));
    (void)subject;
    if (!yes)
        app_quit(a);
    else if (path != NULL)
        take_last_path(a, path);
    else
        ask_path(a, NULL, take_last_path);
}

void files_quit(app *a)
{
    if (session_modified(app_session(a)))
        confirm_open(a, tr("Save the plan before leaving?"), "", answer_quit);
    else
        app_quit(a);
}
