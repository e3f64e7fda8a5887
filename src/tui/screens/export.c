/*
 * Writing the answer to the whole plan into a file, as `breakeven quote` would.
 */
#include "tui/screens/screens.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "config/atomic_file.h"
#include "language/language.h"
#include "planning/plan_quote.h"
#include "report/format.h"
#include "tui/model/file_name.h"
#include "tui/screens/popup.h"
#include "tui/widgets/field.h"
#include "tui/widgets/list.h"

enum {
    LABEL_COLS = 10,
    NAME_COLS = 12,
    ROWS_BESIDE = 3, /* an empty row, the file name, an empty row */
    PIECES = 1       /* of the answer between two looks for a key */
};

typedef enum export_stage {
    EXPORT_CHOOSING,
    EXPORT_ASKING, /* whether to write over a file */
    EXPORT_RUNNING
} export_stage;

typedef struct export
{
    export_stage stage;
    list formats;
    field name;
    plan_quote *answer; /* while it is worked out */
}
export;

static key_context export_where(const void *state, const app *a)
{
    static const key_context contexts[] = {[EXPORT_CHOOSING] = CONTEXT_EXPORT,
                                           [EXPORT_ASKING] = CONTEXT_CONFIRM,
                                           [EXPORT_RUNNING] = CONTEXT_WAIT};
    const export *e = state;
    (void)a;
    return contexts[e->stage];
}

static const format *chosen(const export *e)
{
    return format_at((size_t)e->formats.selected);
}

/* -- drawing ----------------------------------------------------------------------------------- */

static void draw_format(surface *grid, rect area, int index, style role, const void *context)
{
    const format *one = format_at((size_t)index);
    bool selected = ((const export *)context)->formats.selected == index;
    surface_label(grid, rect_cut_left(&area, NAME_COLS), TEXT_LEFT, role, one->name);
    surface_label(grid, area, TEXT_LEFT, selected ? role : STYLE_DIM, tr(one->about));
}

/* What is going on, below the choice. */
static void draw_state(const export *e, surface *grid, rect line)
{
    char text[FIELD_BYTES + 80];
    size_t done, total;
    if (e->stage == EXPORT_ASKING) {
        snprintf(text, sizeof text, tr("There is a file of that name already. Write over it?"));
        surface_label(grid, line, TEXT_LEFT, STYLE_WARN, text);
    } else if (e->stage == EXPORT_RUNNING) {
        plan_quote_progress(e->answer, &done, &total);
        snprintf(text, sizeof text, tr("Trying how uncertain volumes may turn out: %zu of %zu"),
                 done, total);
        surface_label(grid, line, TEXT_LEFT, STYLE_DIM, text);
    }
}

static void export_draw(void *state, const app *a, surface *grid)
{
    export *e = state;
    rect inside = popup_frame(a, grid, tr("Export the whole plan"), e->formats.count + ROWS_BESIDE);
    bool choosing = e->stage == EXPORT_CHOOSING;
    rect formats = rect_cut_top(&inside, e->formats.count);
    surface_label(grid, rect_cut_left(&formats, LABEL_COLS), TEXT_LEFT, STYLE_DIM, tr("Format"));
    list_fit(&e->formats, formats.rows);
    list_draw(&e->formats, grid, formats, false, draw_format, e);
    rect_cut_top(&inside, 1);
    rect name = rect_cut_top(&inside, 1);
    surface_label(grid, rect_cut_left(&name, LABEL_COLS), TEXT_LEFT, STYLE_DIM, tr("File"));
    surface_fill(grid, name, choosing ? STYLE_FIELD_FOCUS : STYLE_FIELD);
    field_draw(&e->name, grid, name, choosing ? STYLE_FIELD_FOCUS : STYLE_FIELD, choosing);
    draw_state(e, grid, inside);
    if (!choosing)
        surface_hide_cursor(grid);
}

/* -- acting ------------------------------------------------------------------------------------ */

/* A name that ends as files of the format do goes along with the format. */
static void choose_format(export *e, int by)
{
    char name[FIELD_BYTES];
    const char *before = chosen(e)->extension;
    list_move(&e->formats, by);
    file_name_change(e->name.text, before, chosen(e)->extension, name, sizeof name);
    field_set(&e->name, name);
}

static void write_answer(app *a, const format *as, const quote_answer *found, const char *path)
{
    problems wrong = {0};
    size_t size = 0;
    const answer what = {ANSWER_QUOTE, {.quote = *found}};
    const page_text_options options = {.columns = PAGE_TEXT_COLUMNS, .ascii = app_is_ascii(a)};
    char *text = format_text(as, &what, &options, &size);
    if (text == NULL)
        app_say(a, STYLE_BAD, tr("There is no memory for the text."));
    else if (atomic_file_write(path, text, size, &wrong))
        app_say(a, STYLE_GOOD, tr("Written to %s: %zu bytes"), path, size);
    else
        problems_open(a, tr("Not written"), &wrong);
    problems_clear(&wrong);
    free(text);
}

/* Ends the popup and writes; or lets it wait for the rest of the answer. */
static void go_on(export *e, app *a)
{
    const quote_answer *found = plan_quote_answer(e->answer);
    if (found == NULL)
        return;
    plan_quote *answered = e->answer;
    const format *as = chosen(e);
    char path[FIELD_BYTES];
    snprintf(path, sizeof path, "%s", e->name.text);
    e->answer = NULL;
    app_pop(a);
    write_answer(a, as, found, path);
    plan_quote_destroy(answered);
}

static void run(export *e, app *a)
{
    const session *s = app_session(a);
    e->answer = plan_quote_create(&(plan_question){
        .plan = session_plan(s), .today = session_today(s), .in_full = chosen(e)->tells_all});
    if (e->answer == NULL || !plan_quote_step(e->answer, 0)) {
        app_say(a, STYLE_BAD, tr("There is no memory for the answer."));
        return;
    }
    e->stage = EXPORT_RUNNING;
    go_on(e, a);
}

static void confirm(export *e, app *a)
{
    if (e->name.length == 0)
        app_say(a, STYLE_WARN, tr("Type the name of a file first."));
    else if (access(e->name.text, F_OK) == 0)
        e->stage = EXPORT_ASKING;
    else
        run(e, a);
}

static void act_choosing(export *e, app *a, action asked)
{
    if (asked == ACTION_UP || asked == ACTION_DOWN)
        choose_format(e, asked == ACTION_UP ? -1 : 1);
    else if (asked == ACTION_CHOOSE)
        confirm(e, a);
    else if (asked == ACTION_BACK)
        app_pop(a);
}

static void export_act(void *state, app *a, action asked)
{
    export *e = state;
    if (e->stage == EXPORT_CHOOSING) {
        act_choosing(e, a, asked);
    } else if (e->stage == EXPORT_ASKING && asked == ACTION_YES) {
        run(e, a);
    } else if (asked == ACTION_NO || asked == ACTION_BACK) {
        plan_quote_destroy(e->answer);
        e->answer = NULL;
        e->stage = EXPORT_CHOOSING;
    }
}

static void export_type(void *state, app *a, key pressed)
{
    export *e = state;
    (void)a;
    if (e->stage == EXPORT_CHOOSING)
        field_key(&e->name, pressed);
}

static bool export_work(void *state, app *a)
{
    export *e = state;
    if (e->stage != EXPORT_RUNNING)
        return false;
    if (!plan_quote_step(e->answer, PIECES)) {
        export_act(e, a, ACTION_BACK);
        app_say(a, STYLE_BAD, tr("There is no memory for the answer."));
        return true;
    }
    go_on(e, a);
    return true;
}

static void export_destroy(void *state)
{
    export *e = state;
    plan_quote_destroy(e->answer);
    free(e);
}

static const screen_type export_screen = {.where = export_where,
                                          .draw = export_draw,
                                          .act = export_act,
                                          .type = export_type,
                                          .work = export_work,
                                          .destroy = export_destroy};

void export_open(app *a)
{
    char name[FIELD_BYTES];
    export *e = calloc(1, sizeof *e);
    if (e != NULL) {
        int count = 0;
        while (format_at((size_t)count) != NULL)
            count++;
        list_set_count(&e->formats, count);
        file_name_propose(session_name(app_session(a)), chosen(e)->extension, name, sizeof name);
        field_set(&e->name, name);
    }
    app_push(a, &export_screen, e);
}
