#include "tui/tui.h"

#include <stdio.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "tui/app_run.h"
#include "tui/kept_plan.h"
#include "tui/screens/screens.h"
#include "tui/term/term.h"

enum { ERROR_BYTES = 256, PROBLEM_BYTES = 600, LARGE_BYTES = 256 * 1024 };

static int report_failure(const char *what)
{
    fprintf(stderr, "breakeven: %s\n", what);
    return 1;
}

static void print_problems(const problems *found)
{
    for (size_t i = 0; i < found->count; i++) {
        char text[PROBLEM_BYTES];
        problem_format(&found->items[i], text, sizeof text);
        fprintf(stderr, "breakeven: %s\n", text);
    }
}

/* After a signal nobody can be asked whether to save: the plan goes into a file of its own. */
static void keep_what_is_open(session *edited, const char *folder)
{
    char path[KEPT_PLAN_PATH];
    problems found = {0};
    if (!session_modified(edited))
        return;
    bool kept = folder != NULL && kept_plan_save(edited, folder, path, &found);
    print_problems(&found);
    problems_clear(&found);
    if (kept)
        fprintf(stderr, "breakeven: the unsaved plan is kept in %s\n", path);
    else
        fprintf(stderr, "breakeven: the unsaved plan could not be kept\n");
}

static int run_on_terminal(session *edited, const tui_options *options)
{
    char error[ERROR_BYTES], path[KEPT_PLAN_PATH], news[KEPT_PLAN_PATH + ERROR_BYTES];
    app_screens screens = {.first = planner_open, .help = help_open};
    if (options->scenario == NULL && options->state_folder != NULL &&
        kept_plan_latest(options->state_folder, path)) {
        snprintf(news, sizeof news, "An unsaved plan was kept; o opens it: %s", path);
        screens.news = news;
    }
    if (!term_open(&(term_options){.ascii = options->ascii}, error, sizeof error))
        return report_failure(error);
    app_end end = app_run(edited, term_is_ascii(), &screens);
    term_close();
    if (end == APP_KILLED)
        keep_what_is_open(edited, options->state_folder);
    return end == APP_FAILED ? report_failure("there is no memory for the screen") : 0;
}

/* What a search needs for a moment goes back to the system at once: a planner stays open for days.
 */
static void return_large_memory(void)
{
#ifdef __GLIBC__
    mallopt(M_MMAP_THRESHOLD, LARGE_BYTES);
    mallopt(M_TRIM_THRESHOLD, 4 * LARGE_BYTES);
#endif
}

int tui_run(const tui_options *options)
{
    return_large_memory();
    problems found = {0};
    session *edited = session_create(options->catalog, options->horizon, options->today);
    if (edited == NULL)
        return report_failure("there is no memory for a plan");
    bool ready = options->scenario == NULL || session_load(edited, options->scenario, &found);
    print_problems(&found);
    problems_clear(&found);
    int status = ready ? run_on_terminal(edited, options) : 1;
    session_destroy(edited);
    return status;
}
