#include "tui/screens/planner.h"

#include <stdio.h>

#include "report/words.h"
#include "tui/widgets/panel.h"

enum { LABEL_COLS = 13, COLUMNS_NARROW = 3, COLUMNS_WIDE = 4, WIDE_FROM = 180 };

/* The fields that the selected product has any use for, in the order of the table. */
static int applying_fields(const session *s, field_id out[FIELD_ID_COUNT])
{
    int count = 0;
    if (session_count(s) == 0)
        return 0;
    const be_product *product = session_product(s, session_selected(s));
    for (int i = 0; i < FIELD_ID_COUNT; i++) {
        if (field_applies((field_id)i, product))
            out[count++] = (field_id)i;
    }
    return count;
}

static int columns_for(int screen_cols)
{
    return screen_cols >= WIDE_FROM ? COLUMNS_WIDE : COLUMNS_NARROW;
}

int form_pane_rows(const app *a, int screen_cols)
{
    (void)
        a; /* room for all fields, so that the panes stay where they are from product to product */
    int columns = columns_for(screen_cols);
    return (FIELD_ID_COUNT + columns - 1) / columns + 1;
}

/* -- drawing ------------------------------------------------------------------------------------
 */

static style value_style(const form_pane *pane, field_id id, bool focused)
{
    if (!focused || pane->at != id)
        return STYLE_FIELD;
    return pane->editing && pane->reason[0] != '\0' ? STYLE_FIELD_ERROR : STYLE_FIELD_FOCUS;
}

static void draw_field(const form_pane *pane, const session *s, surface *grid, rect area,
                       field_id id, bool focused)
{
    char value[FIELD_TEXT];
    bool here = focused && pane->at == id;
    style role = value_style(pane, id, focused);
    surface_label(grid, rect_cut_left(&area, LABEL_COLS), TEXT_LEFT,
                  here ? STYLE_STRONG : STYLE_DIM, field_of(id)->label);
    rect_cut_left(&area, 1);
    surface_fill(grid, area, role);
    if (here && pane->editing) {
        field_draw(&pane->input, grid, area, role, true);
        return;
    }
    session_show(s, id, value);
    if (value[0] == '\0')
        surface_symbol(grid, area.row, area.col + area.cols - 1, role, SYMBOL_DASH);
    else
        surface_label(grid, area, TEXT_RIGHT, role, value);
}

/* The line below the fields: what is wrong, or what the field under the cursor means. */
static void draw_help(const form_pane *pane, surface *grid, rect line, bool focused)
{
    if (!focused)
        return;
    if (pane->editing && pane->reason[0] != '\0') {
        int used = surface_symbol(grid, line.row, line.col, STYLE_BAD, SYMBOL_CROSS);
        rect_cut_left(&line, used + 1);
        surface_label(grid, line, TEXT_LEFT, STYLE_BAD, pane->reason);
        return;
    }
    surface_label(grid, line, TEXT_LEFT, STYLE_DIM, field_of(pane->at)->help);
}

/* The need that follows from the demand: "needs 8 QPS". */
static void describe_need(const session *s, char *out, size_t size)
{
    char count[WORDS_TEXT];
    const be_quote *quote = session_quote(s, session_selected(s));
    be_quantity most = 0;
    out[0] = '\0';
    if (quote == NULL)
        return;
    for (int t = 0; t < quote->usage.horizon.months; t++) {
        if (quote->usage.month[t].qps_peak > most)
            most = quote->usage.month[t].qps_peak;
    }
    if (most > 0)
        snprintf(out, size, "needs %s QPS", words_quantity(most, count));
}

void form_pane_draw(form_pane *pane, const app *a, surface *grid, rect area, bool focused)
{
    const session *s = app_session(a);
    field_id ids[FIELD_ID_COUNT];
    char title[WORDS_TEXT * 2] = "Demand", note[WORDS_TEXT * 2] = "";
    int count = applying_fields(s, ids);
    if (count > 0) {
        const be_product *product = session_product(s, session_selected(s));
        snprintf(title, sizeof title, "%.80s, %.80s, %.40s", product->name, product->provider->name,
                 product->region);
        describe_need(s, note, sizeof note);
    }
    const panel frame = {.title = title, .note = note, .focused = focused};
    rect inside = rect_inset(panel_draw(&frame, grid, area), 0, 1);
    rect help = rect_cut_bottom(&inside, 1);
    pane->columns = columns_for(surface_area(grid).cols);
    for (int i = 0; i < count; i++) {
        rect column = rect_column(inside, i % pane->columns, pane->columns, 1);
        rect line = {inside.row + i / pane->columns, column.col, 1, column.cols};
        draw_field(pane, s, grid, line, ids[i], focused);
    }
    if (count == 0)
        surface_label(grid, rect_cut_top(&inside, 1), TEXT_CENTER, STYLE_DIM,
                      "Add a product, then type how much of it you expect to use.");
    else
        draw_help(pane, grid, help, focused);
}

/* -- acting ---------------------------------------------------------------------------------------
 */

/* Moves by so many fields and stops at the ends; a step of one goes round. */
static void move_by(form_pane *pane, const session *s, int by)
{
    field_id ids[FIELD_ID_COUNT];
    int count = applying_fields(s, ids), at = 0;
    for (int i = 0; i < count; i++) {
        if (ids[i] <= pane->at)
            at = i;
    }
    int wanted = at + by, last = count - 1;
    bool round = by == 1 || by == -1;
    if (wanted > last)
        wanted = round ? 0 : by == pane->columns ? at : last;
    if (wanted < 0)
        wanted = round ? last : by == -pane->columns ? at : 0;
    pane->at = ids[wanted];
}

void form_pane_edit(form_pane *pane, app *a, field_id id)
{
    char value[FIELD_TEXT];
    if (session_count(app_session(a)) == 0)
        return;
    pane->at = id;
    pane->editing = true;
    pane->reason[0] = '\0';
    session_show(app_session(a), id, value);
    field_set(&pane->input, value);
}

void form_pane_settle(form_pane *pane, app *a)
{
    pane->editing = false;
    pane->reason[0] = '\0';
    session_settle(app_session(a));
}

static void flip_switch(form_pane *pane, app *a)
{
    char value[FIELD_TEXT];
    session *s = app_session(a);
    session_show(s, pane->at, value);
    session_settle(s);
    session_edit(s, pane->at, value[1] == 'n' ? "off" : "on", pane->reason);
    session_settle(s);
}

static void choose_field(form_pane *pane, app *a)
{
    if (pane->editing) {
        form_pane_settle(pane, a);
        move_by(pane, app_session(a), 1);
    } else if (field_of(pane->at)->is_switch) {
        flip_switch(pane, a);
    } else {
        form_pane_edit(pane, a, pane->at);
    }
}

void form_pane_act(form_pane *pane, app *a, action asked)
{
    const session *s = app_session(a);
    if (session_count(s) == 0)
        return;
    if (asked == ACTION_CHOOSE) {
        choose_field(pane, a);
        return;
    }
    static const struct {
        action asked;
        int by;
        bool rows;
    } moves[] = {
        {ACTION_LEFT, -1, false}, {ACTION_RIGHT, 1, false},          {ACTION_UP, -1, true},
        {ACTION_DOWN, 1, true},   {ACTION_NEXT_PANE, 1, false},      {ACTION_FIRST, -99, false},
        {ACTION_LAST, 99, false}, {ACTION_PREVIOUS_PANE, -1, false}, {ACTION_BACK, 0, false},
    };
    for (size_t i = 0; i < sizeof moves / sizeof *moves; i++) {
        if (moves[i].asked != asked)
            continue;
        form_pane_settle(pane, a);
        move_by(pane, s, moves[i].rows ? moves[i].by * pane->columns : moves[i].by);
    }
}

static void take_text(form_pane *pane, app *a)
{
    session_edit(app_session(a), pane->at, pane->input.text, pane->reason);
}

void form_pane_type(form_pane *pane, app *a, key pressed)
{
    if (session_count(app_session(a)) == 0)
        return;
    if (pane->editing) {
        if (field_key(&pane->input, pressed) == FIELD_CHANGED)
            take_text(pane, a);
        return;
    }
    if (!key_is_text(pressed))
        return;
    if (field_of(pane->at)->is_switch) {
        if (key_is(pressed, ' '))
            flip_switch(pane, a);
        return;
    }
    /* As in a spreadsheet, typing on a value replaces it. */
    form_pane_edit(pane, a, pane->at);
    field_set(&pane->input, "");
    if (field_key(&pane->input, pressed) == FIELD_CHANGED)
        take_text(pane, a);
}
