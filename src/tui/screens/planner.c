#include "tui/screens/planner.h"

#include <stdio.h>
#include <stdlib.h>

#include "language/language.h"
#include "report/words.h"
#include "tui/layout.h"
#include "tui/model/session_answers.h"
#include "tui/model/session_files.h"
#include "tui/model/session_state.h"
#include "tui/screens/chart_pane.h"
#include "tui/screens/screens.h"
#include "tui/widgets/panel.h"

enum {
    HINT_PLAN_LEAST = 16, /* rows from which the list of products can spare some */
    HINT_FRAME_COLS = 4
};

static const page_view hint_view = {.highlighted_column = -1};

typedef enum pane { PANE_PLAN, PANE_FORM, PANE_OPTIONS, PANE_COUNT } pane;

typedef struct planner {
    pane focus;
    plan_pane plan;
    form_pane form;
    options_pane options;
    chart_pane chart;
    layout drawn; /* where the panes are, as last drawn */
    rect hint;
    bool no_hint; /* the user has put it away, or gone to work */
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

void planner_draw_title(const app *a, surface *grid, rect line)
{
    const session *s = app_session(a);
    char months[WORDS_TEXT], start[WORDS_TEXT], text[3 * WORDS_TEXT];
    be_horizon horizon = session_horizon(s);
    snprintf(text, sizeof text, tr("%s from %s"), words_count(horizon.months, "month", months),
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
    const chart_look look = {.stale = stale, .footer = tr("c chart")};
    if (rect_is_empty(area))
        chart_pane_hide(&p->chart);
    else
        chart_pane_draw(&p->chart, a, grid, area, &look);
}

/* For who has never seen the program before; the caller destroys it. NULL without memory. */
static page *make_hint(void)
{
    page *p = page_create();
    if (p == NULL)
        return NULL;
    page_bullet(p, PAGE_PLAIN, tr("This is an example: change what you like, no file is touched."));
    page_bullet(p, PAGE_PLAIN, tr("Enter edits: type another volume and watch the options."));
    page_bullet(p, PAGE_PLAIN, tr("n starts a plan of your own. Esc puts this away."));
    return p;
}

static bool has_hint(const planner *p, const app *a)
{
    return !p->no_hint && session_is_example(app_session(a));
}

/* Takes the room for the hint off a pane that can spare it; empty where there is none. */
static rect cut_hint(const app *a, layout *l)
{
    rect *from = l->plan.rows >= HINT_PLAN_LEAST ? &l->plan : &l->reasons;
    page *p = make_hint();
    int lines = p == NULL
                    ? 0
                    : page_view_lines(&hint_view, p, from->cols - HINT_FRAME_COLS, app_is_ascii(a));
    page_destroy(p);
    rect none = {0};
    return lines > 0 && from->rows >= 2 * (lines + 2) ? rect_cut_bottom(from, lines + 2) : none;
}

static void draw_hint(surface *grid, rect area)
{
    const panel frame = {.title = tr("First steps")};
    rect inside = rect_inset(panel_draw(&frame, grid, area), 0, 1);
    page *p = make_hint();
    if (p != NULL)
        page_view_draw(&hint_view, p, grid, inside);
    page_destroy(p);
}

static layout lay_out(const app *a)
{
    rect screen = app_area(a);
    return layout_for(screen, form_pane_rows(screen), options_pane_rows(a, screen.cols));
}

static void planner_draw(void *state, const app *a, surface *grid)
{
    planner *p = state;
    layout l = lay_out(a);
    p->hint = has_hint(p, a) ? cut_hint(a, &l) : (rect){0};
    p->drawn = l;
    const options_look look = {.focused = p->focus == PANE_OPTIONS,
                               .stale = p->form.editing && p->form.reason[0] != '\0',
                               .verdict = rect_is_empty(l.reasons)};
    planner_draw_title(a, grid, l.title);
    plan_pane_draw(&p->plan, a, grid, l.plan, p->focus == PANE_PLAN);
    options_pane_draw(&p->options, a, grid, l.options, &look);
    if (!rect_is_empty(p->hint))
        draw_hint(grid, p->hint);
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
        app_say(a, STYLE_GOOD, tr("Removed. Press u to undo."));
}

/* On a value that may be below zero, the key is the start of one. */
static void scale(planner *p, app *a, char sign)
{
    const key typed = {.code = INPUT_CHAR, .point = (uint32_t)sign};
    if (p->focus != PANE_FORM || !form_pane_begin(&p->form, a, typed))
        session_scale(app_session(a), sign == '+', 10);
}

static void act_more(planner *p, app *a)
{
    scale(p, a, '+');
}

static void act_less(planner *p, app *a)
{
    scale(p, a, '-');
}

static void act_little_more(planner *p, app *a)
{
    (void)p;
    session_scale(app_session(a), true, 100);
}

static void act_little_less(planner *p, app *a)
{
    (void)p;
    session_scale(app_session(a), false, 100);
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

static void act_export(planner *p, app *a)
{
    if (form_pane_settle(&p->form, a))
        export_open(a);
}

static void act_diff(planner *p, app *a)
{
    (void)p;
    diff_open(a);
}

static void act_prices(planner *p, app *a)
{
    if (form_pane_settle(&p->form, a))
        own_prices_open(a);
}

static void act_fields(planner *p, app *a)
{
    p->focus = PANE_FORM;
    form_pane_turn(&p->form, a);
}

/* All texts are looked up when they are drawn, so the next frame speaks it. */
static void act_language(planner *p, app *a)
{
    if (app_is_ascii(a)) {
        app_say(
            a, STYLE_WARN,
            tr("Chinese cannot be written in ASCII: start in a UTF-8 locale, without --ascii."));
        return;
    }
    if (!form_pane_settle(&p->form, a))
        return;
    language_use(language_current() == LANGUAGE_EN ? LANGUAGE_ZH : LANGUAGE_EN, NULL);
    app_say(a, STYLE_GOOD, "%s", language_name(language_current()));
}

static void act_timeline(planner *p, app *a)
{
    (void)p;
    timeline_open(a);
}

static void act_portfolio(planner *p, app *a)
{
    (void)p;
    portfolio_open(a);
}

static void act_present(planner *p, app *a)
{
    (void)p;
    present_open(a);
}

static void act_undo(planner *p, app *a)
{
    (void)p;
    if (!session_undo(app_session(a)))
        app_say(a, STYLE_DIM, tr("There is nothing to undo."));
    own_prices_keep(a);
}

static void act_redo(planner *p, app *a)
{
    (void)p;
    if (!session_redo(app_session(a)))
        app_say(a, STYLE_DIM, tr("There is nothing to redo."));
    own_prices_keep(a);
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

static void act_customer(planner *p, app *a)
{
    (void)p;
    files_set_customer(a);
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
    p->no_hint = true;
    p->focus = PANE_PLAN;
}

/* What the screen does whatever pane has the keys; the rest goes to that pane. */
static const struct {
    action asked;
    void (*act)(planner *p, app *a);
} acts[] = {
    /* the selected product */
    {ACTION_ADD, act_add},
    {ACTION_REMOVE, act_remove},
    {ACTION_MORE, act_more},
    {ACTION_LESS, act_less},
    {ACTION_LITTLE_MORE, act_little_more},
    {ACTION_LITTLE_LESS, act_little_less},
    {ACTION_EXPLAIN, act_explain},
    {ACTION_CHART, act_chart},
    {ACTION_TIMELINE, act_timeline},
    {ACTION_PRICES, act_prices},
    {ACTION_FIELDS, act_fields},
    /* the plan */
    {ACTION_PORTFOLIO, act_portfolio},
    {ACTION_PRESENT, act_present},
    {ACTION_EXPORT, act_export},
    {ACTION_DIFF, act_diff},
    {ACTION_UNDO, act_undo},
    {ACTION_REDO, act_redo},
    {ACTION_SAVE, act_save},
    {ACTION_SAVE_AS, act_save_as},
    {ACTION_OPEN, act_open},
    {ACTION_NEW, act_new},
    {ACTION_RENAME, act_rename},
    {ACTION_CUSTOMER, act_customer},
    /* the screen */
    {ACTION_LANGUAGE, act_language},
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
           asked == ACTION_LESS || asked == ACTION_LITTLE_MORE || asked == ACTION_LITTLE_LESS ||
           asked == ACTION_EXPLAIN || asked == ACTION_CHART || asked == ACTION_TIMELINE ||
           asked == ACTION_PORTFOLIO || asked == ACTION_PRESENT || asked == ACTION_PRICES ||
           asked == ACTION_FIELDS;
}

static void planner_act(void *state, app *a, action asked)
{
    planner *p = state;
    p->no_hint = p->no_hint || !session_is_example(app_session(a));
    if (session_count(app_session(a)) == 0 && needs_product(asked)) {
        app_say(a, STYLE_DIM, tr("There is no product yet: press a to add one."));
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
        app_say(a, STYLE_DIM, tr("That key does nothing here; ? shows those that do."));
}

/* -- the mouse --------------------------------------------------------------------------------- */

static void click_plan(planner *p, app *a, app_click at)
{
    p->focus = at.wheel == 0 ? PANE_PLAN : p->focus;
    plan_pane_click(&p->plan, a, at);
}

static void click_form(planner *p, app *a, app_click at)
{
    p->focus = at.wheel == 0 ? PANE_FORM : p->focus;
    form_pane_click(&p->form, a, at);
}

static void click_options(planner *p, app *a, app_click at)
{
    p->focus = at.wheel == 0 ? PANE_OPTIONS : p->focus;
    options_pane_click(&p->options, a, at);
}

static void click_chart(planner *p, app *a, app_click at)
{
    if (at.wheel == 0)
        planner_act(p, a, ACTION_CHART);
}

static void click_hint(planner *p, app *a, app_click at)
{
    (void)a;
    p->no_hint = p->no_hint || at.wheel == 0;
}

/* What is under the mouse gets it. A value that has no meaning keeps the keys, as it does when Tab
 * is pressed. */
static bool planner_click(void *state, app *a, app_click at)
{
    planner *p = state;
    const struct {
        rect area;
        void (*click)(planner *p, app *a, app_click at);
    } panes[] = {{p->drawn.plan, click_plan},       {p->drawn.form, click_form},
                 {p->drawn.options, click_options}, {p->drawn.reasons, click_options},
                 {p->drawn.chart, click_chart},     {p->hint, click_hint}};
    for (size_t i = 0; i < sizeof panes / sizeof *panes; i++) {
        if (!rect_contains(panes[i].area, at.row, at.col))
            continue;
        if (!p->form.editing || panes[i].click == click_form || form_pane_settle(&p->form, a))
            panes[i].click(p, a, at);
        break;
    }
    return true;
}

/* The items that are not in sight, one by one. False when there are none. */
static bool answer_more(session *s)
{
    if (session_open(s) == 0)
        return false;
    session_answer_next(s);
    return true;
}

static bool planner_work(void *state, app *a)
{
    planner *p = state;
    session *s = app_session(a);
    return answer_more(s) || chart_pane_work(&p->chart, a) || session_look_ahead(s);
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
                                                   .click = planner_click,
                                                   .destroy = planner_destroy};

/* Goes on with a value that was being typed when the session was cut short. */
static void resume_typing(planner *p, app *a)
{
    field_id id;
    const char *text = session_unfinished(app_session(a), &id);
    if (text == NULL)
        return;
    p->focus = PANE_FORM;
    form_pane_resume(&p->form, a, id, text);
}

static void begin(planner *p, app *a)
{
    layout l = lay_out(a);
    resume_typing(p, a);
    if (has_hint(p, a) && rect_is_empty(cut_hint(a, &l)))
        app_say(
            a, STYLE_NORMAL, "%s",
            tr("This is an example to look at. n starts a plan of your own, ? shows all keys."));
}

void planner_open(app *a)
{
    planner *p = calloc(1, sizeof *p);
    if (p != NULL && !chart_pane_open(&p->chart, false)) {
        planner_destroy(p);
        p = NULL;
    }
    if (p != NULL)
        begin(p, a);
    app_push(a, &planner_type_of_screen, p);
}
