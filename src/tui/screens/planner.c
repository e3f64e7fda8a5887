#include "tui/screens/planner.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "report/words.h"
#include "tui/layout.h"
#include "tui/screens/chart_pane.h"
#include "tui/screens/screens.h"

enum { ANSWERING_MS = 5 }; /* before a key that came meanwhile is looked at */

typedef enum pane { PANE_PLAN, PANE_FORM, PANE_OPTIONS, PANE_COUNT } pane;

typedef struct planner {
    pane focus;
    plan_pane plan;
    form_pane form;
    options_pane options;
    chart_pane chart;
} planner;

static key_context planner_where(const void *state, const app *a)
{
    static const key_context contexts[PANE_COUNT] = {
        [PANE_PLAN] = CONTEXT_PLAN, [PANE_FORM] = CONTEXT_FORM, [PANE_OPTIONS] = CONTEXT_OPTIONS};
    const planner *p = state;
    (void)a;
    return p->focus == PANE_FORM && p->form.editing ? CONTEXT_EDIT : contexts[p->focus];
}

/* -- drawing ----------------------------------------------------------------------------------- */

static void draw_title(const app *a, surface *grid, rect line)
{
    const session *s = app_session(a);
    char months[WORDS_TEXT], start[WORDS_TEXT], text[3 * WORDS_TEXT];
    be_horizon horizon = session_horizon(s);
    snprintf(text, sizeof text, "%s from %s", words_count(horizon.months, "month", months),
             words_month(horizon.start, start));
    rect_cut_left(&line, 1);
    rect_cut_right(&line, 1);
    surface_label(grid, rect_cut_left(&line, 11), TEXT_LEFT, STYLE_TITLE, "breakeven");
    surface_label(grid, rect_cut_right(&line, text_width(text)), TEXT_RIGHT, STYLE_DIM, text);
    rect_cut_right(&line, 2);
    bool modified = session_modified(s);
    int name_cols = text_width(session_name(s)), room = line.cols - (modified ? 2 : 0);
    rect name = rect_cut_left(&line, name_cols < room ? name_cols : room);
    surface_label(grid, name, TEXT_LEFT, STYLE_STRONG, session_name(s));
    surface_label(grid, line, TEXT_LEFT, STYLE_STRONG, modified ? " *" : "");
}

static void draw_chart(planner *p, const app *a, surface *grid, rect area, bool stale)
{
    const chart_look look = {.stale = stale, .footer = "c chart"};
    if (rect_is_empty(area))
        chart_pane_hide(&p->chart);
    else
        chart_pane_draw(&p->chart, a, grid, area, &look);
}

static void planner_draw(void *state, const app *a, surface *grid)
{
    planner *p = state;
    rect screen = surface_area(grid);
    layout l = layout_for(screen, form_pane_rows(screen), options_pane_rows(a, screen.cols));
    const options_look look = {.focused = p->focus == PANE_OPTIONS,
                               .stale = p->form.editing && p->form.reason[0] != '\0',
                               .verdict = rect_is_empty(l.reasons)};
    draw_title(a, grid, l.title);
    plan_pane_draw(&p->plan, a, grid, l.plan, p->focus == PANE_PLAN);
    options_pane_draw(&p->options, a, grid, l.options, &look);
    if (!rect_is_empty(l.reasons))
        options_pane_draw_reasons(&p->options, a, grid, l.reasons, &look);
    draw_chart(p, a, grid, l.chart, look.stale);
    /* Last, because it places the cursor. */
    form_pane_draw(&p->form, a, grid, l.form, p->focus == PANE_FORM);
    app_draw_foot(a, grid, l.foot);
}

/* -- acting ------------------------------------------------------------------------------------ */

static void start_typing(void *state, app *a)
{
    planner *p = state;
    p->focus = PANE_FORM;
    form_pane_edit(&p->form, a, FIELD_VOLUME);
}

static void act_add(planner *p, app *a)
{
    picker_open(a, start_typing, p);
}

static void act_remove(planner *p, app *a)
{
    (void)p;
    if (session_remove(app_session(a)))
        app_say(a, STYLE_GOOD, "Removed. Press u to undo.");
}

/* On a value that may be below zero, the key is the start of one. */
static void scale(planner *p, app *a, char sign)
{
    const key typed = {.code = INPUT_CHAR, .point = (uint32_t)sign};
    if (p->focus != PANE_FORM || !form_pane_begin(&p->form, a, typed))
        session_scale(app_session(a), sign == '+');
}

static void act_more(planner *p, app *a)
{
    scale(p, a, '+');
}

static void act_less(planner *p, app *a)
{
    scale(p, a, '-');
}

static void act_explain(planner *p, app *a)
{
    options_pane_act(&p->options, a, ACTION_EXPLAIN);
}

static void act_chart(planner *p, app *a)
{
    (void)p;
    chart_open(a);
}

static void act_undo(planner *p, app *a)
{
    (void)p;
    if (!session_undo(app_session(a)))
        app_say(a, STYLE_DIM, "There is nothing to undo.");
}

static void act_redo(planner *p, app *a)
{
    (void)p;
    if (!session_redo(app_session(a)))
        app_say(a, STYLE_DIM, "There is nothing to redo.");
}

static void act_save(planner *p, app *a)
{
    if (form_pane_settle(&p->form, a))
        files_save(a);
}

static void act_save_as(planner *p, app *a)
{
    (void)p;
    files_save_as(a);
}

static void act_open(planner *p, app *a)
{
    (void)p;
    files_open_plan(a);
}

static void act_new(planner *p, app *a)
{
    (void)p;
    files_new(a);
}

static void act_rename(planner *p, app *a)
{
    (void)p;
    files_rename(a);
}

static void act_quit(planner *p, app *a)
{
    (void)p;
    files_quit(a);
}

static void act_next(planner *p, app *a)
{
    (void)a;
    p->focus = (pane)((p->focus + 1) % PANE_COUNT);
}

static void act_previous(planner *p, app *a)
{
    (void)a;
    p->focus = (pane)((p->focus + PANE_COUNT - 1) % PANE_COUNT);
}

/* From any pane one step back: to the list of products. */
static void act_back(planner *p, app *a)
{
    (void)a;
    p->focus = PANE_PLAN;
}

/* What the screen does whatever pane has the keys; the rest goes to that pane. */
static const struct {
    action asked;
    void (*act)(planner *p, app *a);
} acts[] = {
    {ACTION_ADD, act_add},
    {ACTION_REMOVE, act_remove},
    {ACTION_MORE, act_more},
    {ACTION_LESS, act_less},
    {ACTION_EXPLAIN, act_explain},
    {ACTION_CHART, act_chart},
    {ACTION_UNDO, act_undo},
    {ACTION_REDO, act_redo},
    {ACTION_SAVE, act_save},
    {ACTION_SAVE_AS, act_save_as},
    {ACTION_OPEN, act_open},
    {ACTION_NEW, act_new},
    {ACTION_RENAME, act_rename},
    {ACTION_NEXT_PANE, act_next},
    {ACTION_PREVIOUS_PANE, act_previous},
    {ACTION_BACK, act_back},
    {ACTION_QUIT, act_quit},
};

static void act_in_pane(planner *p, app *a, action asked)
{
    switch (p->focus) {
    case PANE_PLAN:
        if (asked == ACTION_CHOOSE && session_count(app_session(a)) > 0)
            start_typing(p, a);
        else
            plan_pane_act(&p->plan, a, asked);
        break;
    case PANE_FORM:
        form_pane_act(&p->form, a, asked);
        break;
    case PANE_OPTIONS:
        options_pane_act(&p->options, a, asked);
        break;
    case PANE_COUNT:
        break;
    }
}

static bool needs_product(action asked)
{
    return asked == ACTION_CHOOSE || asked == ACTION_REMOVE || asked == ACTION_MORE ||
           asked == ACTION_LESS || asked == ACTION_EXPLAIN || asked == ACTION_CHART;
}

static void planner_act(void *state, app *a, action asked)
{
    planner *p = state;
    if (session_count(app_session(a)) == 0 && needs_product(asked)) {
        app_say(a, STYLE_DIM, "There is no product yet: press a to add one.");
        return;
    }
    bool typing = p->focus == PANE_FORM && p->form.editing;
    for (size_t i = 0; i < sizeof acts / sizeof *acts; i++) {
        /* While typing, Tab and Esc belong to the field. */
        if (acts[i].asked == asked && (!typing || asked == ACTION_SAVE)) {
            acts[i].act(p, a);
            return;
        }
    }
    act_in_pane(p, a, asked);
}

static void planner_type(void *state, app *a, key pressed)
{
    planner *p = state;
    bool typed = p->focus == PANE_FORM && form_pane_type(&p->form, a, pressed);
    if (!typed && key_is_text(pressed))
        app_say(a, STYLE_DIM, "That key does nothing here; ? shows those that do.");
}

static int64_t now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* The items that are not in sight, a few at a time. False when there are none. */
static bool answer_more(session *s)
{
    int64_t end = now_ms() + ANSWERING_MS;
    if (session_open(s) == 0)
        return false;
    while (session_open(s) > 0 && now_ms() < end)
        session_answer_next(s);
    return true;
}

static bool planner_work(void *state, app *a)
{
    planner *p = state;
    return answer_more(app_session(a)) || chart_pane_work(&p->chart, a);
}

static void planner_destroy(void *state)
{
    planner *p = state;
    chart_pane_close(&p->chart);
    free(p);
}

static const screen_type planner_type_of_screen = {.where = planner_where,
                                                   .draw = planner_draw,
                                                   .act = planner_act,
                                                   .type = planner_type,
                                                   .work = planner_work,
                                                   .destroy = planner_destroy};

void planner_open(app *a)
{
    planner *p = calloc(1, sizeof *p);
    if (p != NULL && !chart_pane_open(&p->chart, false)) {
        planner_destroy(p);
        p = NULL;
    }
    app_push(a, &planner_type_of_screen, p);
}
