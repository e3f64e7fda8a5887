/*
 * The screens, each in a file of its own; this is how one opens another.
 */
#ifndef BREAKEVEN_TUI_SCREENS_SCREENS_H
#define BREAKEVEN_TUI_SCREENS_SCREENS_H

#include "config/problem.h"
#include "report/page.h"
#include "tui/app.h"

/* The plan, the demand form, the options and the reasons: the screen the program starts on. */
void planner_open(app *a);

/* Adds a product to the plan. `added` is called behind it, when one was chosen. */
void picker_open(app *a, void (*added)(void *context, app *a), void *context);

/* Asks for a line of text. `taken` gets it when Enter is pressed; NULL-terminated, not empty. */
void prompt_open(app *a, const char *title, const char *text,
                 void (*taken)(app *a, const char *text));

/* Asks a question. `answered` gets yes or no, and a copy of what the question is about (shorter
 * than FIELD_BYTES); neither when the user steps back. */
typedef void confirm_answer(app *a, bool yes, const char *subject);
void confirm_open(app *a, const char *question, const char *subject, confirm_answer *answered);

/* A page of text that scrolls. Takes `text`; NULL, or one that failed, is told as lack of memory.
 */
void reader_open(app *a, const char *title, page *text);

/* The same with one more thing to do on it, which ends it: the context of its key, its action. */
typedef struct reader_more {
    key_context where;
    action asked;
    void (*act)(app *a);
} reader_more;
void reader_open_with(app *a, const char *title, page *text, const reader_more *more);

/*
 * The same of a text that is worked out further while it is read. `work` does a piece, heeding
 * `by`; then it tells how far it is, at 100 for the last time, and may give a new text in place of
 * the one before. Takes `state`.
 */
typedef struct reader_news {
    int percent;
    page *text; /* NULL: as it was */
} reader_news;

typedef struct reader_source {
    reader_news (*work)(void *state, be_interrupt *by);
    void (*destroy)(void *state);
} reader_source;
void reader_open_from(app *a, const char *title, page *text, const reader_source *source,
                      void *state);

/* What a list of problems says, on a page of text. */
void problems_open(app *a, const char *title, const problems *found);

/* Every line of the sum behind a quote's columns, with rule and source. */
struct compare_answer;
void explain_open(app *a, const struct compare_answer *found);

/* What each way to buy the selected item costs as its volume grows. */
void chart_open(app *a);

/* What to buy when: one way to buy the selected item, month by month. */
void timeline_open(app *a);

/* All items of the plan side by side, and what they come to. */
void portfolio_open(app *a);

/* The selected item, then the others and the whole plan, large and plain for a projector. */
void present_open(app *a);

/* What differs from the plan's file, or another one, and what it costs. */
void diff_open(app *a);

/* Prices that the selected product lacks, to be typed in, and the discount agreed. */
void own_prices_open(app *a);

/* Keeps the prices in their file; says so where that fails. */
void own_prices_keep(app *a);

/* Writes the answer to the whole plan into a file. */
void export_open(app *a);

/* The key table as text. */
void help_open(app *a);

/* Opens and saves plans, and leaves the program, asking where something would be lost. */
void files_open_plan(app *a);
void files_save(app *a);
void files_save_as(app *a);
void files_new(app *a);
void files_rename(app *a);
void files_set_customer(app *a);
void files_quit(app *a);

#endif
