#include "tui/tui.h"

#include <stdio.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "language/language.h"
#include "tui/app_run.h"
#include "tui/example/example.h"
#include "tui/model/journal.h"
#include "tui/model/session_files.h"
#include "tui/model/session_prices.h"
#include "tui/model/session_state.h"
#include "tui/screens/screens.h"
#include "tui/term/term.h"

enum {
    ERROR_BYTES = 256,
    PROBLEM_BYTES = 600,
    KEPT_BYTES = JOURNAL_PATH + ERROR_BYTES,
    LARGE_BYTES = 256 * 1024
};

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

/* -- what was left behind ---------------------------------------------------------------------- */

static void write_news(const journal_news *found, bool typing, char *out, size_t size)
{
    unsigned long waiting = (unsigned long)found->waiting;
    if (found->found == JOURNAL_REOPENED_IN_PART)
        snprintf(out, size,
                 tr("Reopened unsaved work as far as it could be read. The rest is in %s"),
                 found->aside);
    else if (found->found == JOURNAL_REOPENED && found->file_changed)
        snprintf(
            out, size, "%s",
            tr("Reopened unsaved work; its file is another now, so s asks for a name. u: drop"));
    else if (found->found == JOURNAL_REOPENED && typing)
        snprintf(out, size, "%s",
                 tr("Reopened unsaved work, in the value you were typing. Esc leaves it out."));
    else if (found->found == JOURNAL_REOPENED)
        snprintf(out, size, "%s", tr("Reopened unsaved work that was cut short. u drops it."));
    else if (found->found == JOURNAL_OF_NO_USE)
        snprintf(out, size, tr("Unsaved work cannot be read with these prices: %s"), found->aside);
    else if (waiting > 0)
        snprintf(out, size,
                 tr_n("%lu plan was left unsaved: start without a file to reopen it.",
                      "%lu plans were left unsaved: start without a file to reopen them.", waiting),
                 waiting);
}

/* Opens what the session is to begin with behind a named file: what was left unsaved of it, or of
 * any; else the example. */
static void begin(session *edited, journal *kept, const tui_options *options, char *news,
                  size_t size)
{
    journal_news found = {.found = JOURNAL_NOTHING};
    field_id field;
    news[0] = '\0';
    if (kept != NULL && options->empty)
        journal_count(kept, &found);
    else if (kept != NULL)
        journal_reopen(kept, edited, options->scenario, &found);
    bool reopened = found.found == JOURNAL_REOPENED || found.found == JOURNAL_REOPENED_IN_PART;
    if (!reopened && !options->empty && options->scenario == NULL) {
        scenario *example = example_create(catalog_view(options->prices), options->horizon.start);
        if (example != NULL)
            session_show_example(edited, example);
    }
    write_news(&found, session_unfinished(edited, &field) != NULL, news, size);
    if (news[0] == '\0' && session_is_file_shared(edited))
        snprintf(news, size, "%s",
                 tr("Another planner has this plan open, too: s asks before it writes over it."));
}

/* -- running ----------------------------------------------------------------------------------- */

/* After a signal nobody could be asked whether to save: the journal stays. */
static void end(session *edited, journal *kept, app_end how)
{
    bool lose = how == APP_KILLED && session_has_unsaved(edited);
    if (lose && kept != NULL && journal_is_kept(kept))
        fprintf(stderr, "breakeven: %s\n",
                tr("what is unsaved is kept; the planner reopens it when it is next started"));
    else if (lose)
        fprintf(stderr, "breakeven: %s\n", tr("what is unsaved could not be kept"));
    else if (kept != NULL)
        journal_end(kept);
}

static int run_on_terminal(session *edited, journal *kept, const tui_options *options)
{
    char error[ERROR_BYTES], news[KEPT_BYTES];
    app_screens screens = {.first = planner_open, .help = help_open, .no_mouse = options->no_mouse};
    const term_options terminal = {.ascii = options->ascii, .mouse = !options->no_mouse};
    if (!term_open(&terminal, error, sizeof error))
        return report_failure(error);
    bool chinese_in_ascii = term_is_ascii() && language_current() != LANGUAGE_EN;
    if (chinese_in_ascii)
        language_use(LANGUAGE_EN, NULL);
    begin(edited, kept, options, news, sizeof news);
    if (news[0] == '\0' && chinese_in_ascii)
        snprintf(news, sizeof news, "%s",
                 tr("Chinese cannot be written in ASCII, so this is in English."));
    screens.news = news[0] == '\0' ? NULL : news;
    app_end how = app_run(edited, kept, term_is_ascii(), &screens);
    term_close();
    end(edited, kept, how);
    return how == APP_FAILED ? report_failure(tr("there is no memory for the screen")) : 0;
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
    session *edited =
        session_create(catalog_view(options->prices), options->horizon, options->today);
    if (edited == NULL || !session_use_prices(edited, options->prices, options->prices_file)) {
        session_destroy(edited);
        return report_failure(tr("there is no memory for a plan"));
    }
    bool ready = options->scenario == NULL || session_load(edited, options->scenario, &found);
    print_problems(&found);
    problems_clear(&found);
    journal *kept =
        ready && options->state_folder != NULL ? journal_create(options->state_folder) : NULL;
    int status = ready ? run_on_terminal(edited, kept, options) : 1;
    journal_destroy(kept);
    session_destroy(edited);
    return status;
}
