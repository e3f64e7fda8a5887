#include "tui/screens/planner.h"

#include <stdio.h>
#include <string.h>

#include "language/language.h"
#include "report/quote_view.h"
#include "report/words.h"
#include "tui/model/session_answers.h"
#include "tui/model/session_typing.h"
#include "tui/widgets/panel.h"
#include "tui/widgets/scrollbar.h"

enum {
    LABEL_COLS = 13,
    COLUMN_GAP = 2,
    COLUMNS_NARROW = 3,
    COLUMNS_WIDE = 4,
    WIDE_FROM = 180,
    ROWS = 4,      /* of fields; further ones are scrolled to */
    ROWS_TALL = 6, /* enough for most token models */
    TALL_FROM = 34,
    TITLE_BYTES = 1024
};

/* The fields of a page that the selected product has any use for, in the order of the table. */
static int applying_fields(const session *s, bool more, field_id out[FIELD_ID_COUNT])
{
    int count = 0;
    if (session_count(s) == 0)
        return 0;
    const be_product *product = session_product(s, session_selected(s));
    for (int i = 0; i < FIELD_ID_COUNT; i++) {
        if (field_is_rare((field_id)i) == more && field_applies((field_id)i, product))
            out[count++] = (field_id)i;
    }
    return count;
}

static void drop_commas(char *value)
{
    char *end = value;
    for (const char *c = value; *c != '\0'; c++) {
        if (*c != ',')
            *end++ = *c;
    }
    *end = '\0';
}

/* A figure too long for its place is shown without commas, before anything of it is cut off. */
static void close_up(char *value, int cols)
{
    if (text_width(value) > cols)
        drop_commas(value);
}

/* The field under the cursor: of those that apply, the nearest to where the cursor was left. */
static field_id field_here(const form_pane *pane, const session *s)
{
    field_id ids[FIELD_ID_COUNT] = {FIELD_VOLUME};
    int count = applying_fields(s, pane->more, ids);
    field_id here = pane->more ? FIELD_RARE_FIRST : FIELD_VOLUME;
    for (int i = 0; i < count && ids[i] <= pane->at; i++)
        here = ids[i];
    return here;
}

/* Where a field stands on its page. */
typedef struct place {
    int row, col;
} place;

/* Fields fill the columns row by row; a list has a row of its own. Returns how many rows. */
static int place_fields(const field_id *ids, int count, int columns, place out[FIELD_ID_COUNT])
{
    int row = 0, col = 0;
    for (int i = 0; i < count; i++) {
        bool wide = field_of(ids[i])->is_wide;
        if (col == columns || (wide && col > 0)) {
            row++;
            col = 0;
        }
        out[i] = (place){row, col};
        col = wide ? columns : col + 1;
    }
    return count == 0 ? 0 : row + 1;
}

static int columns_for(int screen_cols)
{
    return screen_cols >= WIDE_FROM ? COLUMNS_WIDE : COLUMNS_NARROW;
}

/* As many for every product, so that the panes stay where they are from product to product. */
int form_pane_rows(rect screen)
{
    int fields = COLUMNS_NARROW * (screen.rows >= TALL_FROM ? ROWS_TALL : ROWS);
    int columns = columns_for(screen.cols);
    return (fields + columns - 1) / columns + 1;
}

/* -- drawing ----------------------------------------------------------------------------------- */

/* What is typed has no meaning. */
static bool is_wrong(const form_pane *pane)
{
    return pane->editing && pane->reason[0] != '\0';
}

static style value_style(const form_pane *pane, bool here)
{
    if (!here)
        return STYLE_FIELD;
    return is_wrong(pane) ? STYLE_FIELD_ERROR : STYLE_FIELD_FOCUS;
}

/* A switch stands in the words of the reader; what it is set to is "on" or "off". */
static void show_value(const session *s, field_id id, char value[FIELD_TEXT])
{
    session_show(s, id, value);
    if (field_of(id)->is_switch)
        snprintf(value, FIELD_TEXT, "%s",
                 strcmp(value, "on") == 0 ? tr_in("a switch", "on") : tr_in("a switch", "off"));
}

static void draw_field(const form_pane *pane, const session *s, surface *grid, rect area,
                       field_id id, bool here)
{
    char value[FIELD_TEXT];
    style role = value_style(pane, here);
    surface_label(grid, rect_cut_left(&area, LABEL_COLS), TEXT_LEFT,
                  here ? STYLE_STRONG : STYLE_DIM,
                  field_label(id, session_product(s, session_selected(s))));
    rect_cut_left(&area, 1);
    surface_fill(grid, area, role);
    if (here && pane->editing) {
        field_draw(&pane->input, grid, area, role, true);
        return;
    }
    show_value(s, id, value);
    bool wide = field_of(id)->is_wide;
    if (!wide)
        close_up(value, area.cols);
    if (value[0] == '\0')
        surface_symbol(grid, area.row, wide ? area.col : area.col + area.cols - 1, role,
                       SYMBOL_DASH);
    else
        surface_label(grid, area, wide ? TEXT_LEFT : TEXT_RIGHT, role, value);
}

/* The line below the fields: what is wrong, or what the field under the cursor means. */
static void draw_help(const form_pane *pane, surface *grid, rect line, field_id here)
{
    if (is_wrong(pane)) {
        int used = surface_symbol(grid, line.row, line.col, STYLE_BAD, SYMBOL_CROSS);
        rect_cut_left(&line, used + 1);
        surface_label(grid, line, TEXT_LEFT, STYLE_BAD, pane->reason);
        return;
    }
    surface_label(grid, line, TEXT_LEFT, STYLE_DIM, tr(field_of(here)->help));
}

/* The need that follows from the demand: "needs 8 QPS". */
static void describe_need(const session *s, char *out, size_t size)
{
    char count[WORDS_TEXT];
    const be_quote *quote = session_quote(s, session_selected(s));
    be_quantity most = quote == NULL ? 0 : quote_view_required_qps(quote);
    out[0] = '\0';
    if (most > 0)
        snprintf(out, size, tr("needs %s QPS"), words_quantity(most, count));
}

/* Scrolls so that the field under the cursor is in sight. Returns the first row that is. */
static int first_row(form_pane *pane, int rows, int total, int cursor)
{
    int last = total - rows > 0 ? total - rows : 0;
    if (pane->top > last)
        pane->top = last;
    if (cursor < pane->top)
        pane->top = cursor;
    if (cursor >= pane->top + rows)
        pane->top = cursor - rows + 1;
    return pane->top;
}

/* The fields that are in sight, and a bar where some are not. */
static void draw_fields(form_pane *pane, const session *s, surface *grid, rect area, bool focused)
{
    field_id ids[FIELD_ID_COUNT] = {FIELD_VOLUME}, here = field_here(pane, s);
    place places[FIELD_ID_COUNT];
    int count = applying_fields(s, pane->more, ids), cursor = 0;
    int total = place_fields(ids, count, pane->columns, places);
    for (int i = 0; i < count; i++)
        cursor = ids[i] == here ? places[i].row : cursor;
    int top = first_row(pane, area.rows, total, cursor);
    for (int i = 0; i < count; i++) {
        rect column = rect_column(area, places[i].col, pane->columns, COLUMN_GAP);
        int row = places[i].row - top;
        if (field_of(ids[i])->is_wide)
            column = area;
        if (row >= 0 && row < area.rows)
            draw_field(pane, s, grid, (rect){area.row + row, column.col, 1, column.cols}, ids[i],
                       focused && ids[i] == here);
    }
    scrollbar_draw(grid, (rect){area.row, area.col + area.cols, area.rows, 1}, top, total);
}

/* How to come to the other page, and how much is said there out of sight. */
static void describe_pages(const form_pane *pane, const session *s, char *out, size_t size)
{
    field_id ids[FIELD_ID_COUNT] = {FIELD_VOLUME};
    char value[FIELD_TEXT];
    unsigned long said = 0;
    int count = applying_fields(s, true, ids);
    for (int i = 0; i < count; i++) {
        session_show(s, ids[i], value);
        said += value[0] != '\0' ? 1 : 0;
    }
    if (pane->more)
        snprintf(out, size, "%s", tr("m the usual fields"));
    else if (said > 0)
        snprintf(out, size, tr_n("m more: %lu is given", "m more: %lu are given", said), said);
    else
        snprintf(out, size, "%s", tr("m more fields"));
}

void form_pane_draw(form_pane *pane, const app *a, surface *grid, rect area, bool focused)
{
    const session *s = app_session(a);
    char title[TITLE_BYTES], note[WORDS_TEXT * 2] = "";
    char pages[WORDS_TEXT] = "", vendor[WORDS_TEXT];
    snprintf(title, sizeof title, "%s", tr("Demand"));
    if (session_count(s) > 0) {
        const be_product *product = session_product(s, session_selected(s));
        snprintf(title, sizeof title, tr_in("product, vendor", "%.300s, %.300s"),
                 words_product(product), words_vendor(product, vendor));
        describe_need(s, note, sizeof note);
        describe_pages(pane, s, pages, sizeof pages);
    }
    const panel frame = {.title = title, .note = note, .footer = pages, .focused = focused};
    rect inside = rect_inset(panel_draw(&frame, grid, area), 0, 1);
    rect help = rect_cut_bottom(&inside, 1);
    pane->columns = columns_for(surface_area(grid).cols);
    pane->inside = inside;
    draw_fields(pane, s, grid, inside, focused);
    if (session_count(s) == 0)
        surface_label(grid, rect_cut_top(&inside, 1), TEXT_CENTER, STYLE_DIM,
                      tr("Add a product, then type how much of it you expect to use."));
    else if (focused)
        draw_help(pane, grid, help, field_here(pane, s));
}

/* -- acting ------------------------------------------------------------------------------------ */

/* To the field above or below, where there is one; the nearest to the left of that place. */
static void move_row(form_pane *pane, const session *s, int by)
{
    field_id ids[FIELD_ID_COUNT] = {FIELD_VOLUME}, wanted = pane->at;
    place places[FIELD_ID_COUNT], here = {0, 0};
    int count = applying_fields(s, pane->more, ids);
    place_fields(ids, count, pane->columns, places);
    for (int i = 0; i < count; i++) {
        if (ids[i] == pane->at)
            here = places[i];
    }
    for (int i = 0; i < count; i++) {
        if (places[i].row == here.row + by && places[i].col <= here.col)
            wanted = ids[i];
    }
    pane->at = wanted;
}

/* Moves by so many fields and stops at the ends; a step of one goes round. */
static void move_by(form_pane *pane, const session *s, int by)
{
    field_id ids[FIELD_ID_COUNT] = {FIELD_VOLUME};
    int count = applying_fields(s, pane->more, ids), at = 0;
    while (at + 1 < count && ids[at + 1] <= pane->at)
        at++;
    int wanted = at + by, last = count - 1;
    bool round = by == 1 || by == -1;
    if (wanted > last)
        wanted = round ? 0 : last;
    if (wanted < 0)
        wanted = round ? last : 0;
    pane->at = ids[wanted];
}

void form_pane_turn(form_pane *pane, app *a)
{
    if (session_count(app_session(a)) == 0 || !form_pane_settle(pane, a))
        return;
    pane->more = !pane->more;
    pane->top = 0;
    pane->at = pane->more ? FIELD_RARE_FIRST : FIELD_VOLUME;
}

void form_pane_edit(form_pane *pane, app *a, field_id id)
{
    char value[FIELD_TEXT];
    if (session_count(app_session(a)) == 0)
        return;
    pane->at = id;
    pane->more = field_is_rare(id);
    pane->editing = true;
    pane->reason[0] = '\0';
    session_show(app_session(a), id, value);
    if (!field_of(id)->is_wide)
        drop_commas(value); /* a digit typed behind it would not belong to a group of three */
    field_set(&pane->input, value);
}

static void stop_typing(form_pane *pane, app *a)
{
    pane->editing = false;
    pane->reason[0] = '\0';
    session_settle(app_session(a));
}

bool form_pane_settle(form_pane *pane, app *a)
{
    if (is_wrong(pane)) {
        app_say(a, STYLE_WARN, tr("Correct this value first, or leave it out with Esc."));
        return false;
    }
    stop_typing(pane, a);
    return true;
}

/* Back out of typing. Only here is a typed text given up, and it is said. */
static void leave_typing(form_pane *pane, app *a)
{
    char value[FIELD_TEXT];
    const session *s = app_session(a);
    session_show(s, pane->at, value);
    if (is_wrong(pane))
        app_say(a, STYLE_WARN, tr("\"%.40s\" is left out: %s is %s."), pane->input.text,
                field_label(pane->at, session_product(s, session_selected(s))),
                value[0] == '\0' ? tr("not given") : value);
    stop_typing(pane, a);
}

static void flip_switch(form_pane *pane, app *a)
{
    char value[FIELD_TEXT];
    session *s = app_session(a);
    session_show(s, pane->at, value);
    session_settle(s);
    session_edit(s, pane->at, strcmp(value, "on") == 0 ? "off" : "on", pane->reason);
    session_settle(s);
}

static void choose_field(form_pane *pane, app *a)
{
    if (!pane->editing && field_of(pane->at)->is_switch)
        flip_switch(pane, a);
    else if (!pane->editing)
        form_pane_edit(pane, a, pane->at);
    else if (form_pane_settle(pane, a))
        move_by(pane, app_session(a), 1);
}

void form_pane_act(form_pane *pane, app *a, action asked)
{
    const struct {
        action asked;
        int by;
    } moves[] = {
        {ACTION_LEFT, -1},
        {ACTION_RIGHT, 1},
        {ACTION_PREVIOUS_PANE, -1},
        {ACTION_NEXT_PANE, 1},
        {ACTION_FIRST, -FIELD_ID_COUNT},
        {ACTION_LAST, FIELD_ID_COUNT},
    };
    const session *s = app_session(a);
    if (session_count(s) == 0)
        return;
    pane->at = field_here(pane, s);
    if (asked == ACTION_CHOOSE)
        choose_field(pane, a);
    else if (asked == ACTION_BACK)
        leave_typing(pane, a);
    for (size_t i = 0; i < sizeof moves / sizeof *moves; i++) {
        if (moves[i].asked == asked && form_pane_settle(pane, a))
            move_by(pane, s, moves[i].by);
    }
    if ((asked == ACTION_UP || asked == ACTION_DOWN) && form_pane_settle(pane, a))
        move_row(pane, s, asked == ACTION_UP ? -1 : 1);
}

static void take_text(form_pane *pane, app *a)
{
    session_edit(app_session(a), pane->at, pane->input.text, pane->reason);
}

/* A letter that names no action is a slip of the finger, not the start of a value. */
static bool begins_value(key pressed, bool has_sign)
{
    if (!key_is_text(pressed))
        return false;
    if (pressed.point == '+' || pressed.point == '-')
        return has_sign;
    return pressed.point == '.' || pressed.point >= 0x80 ||
           (pressed.point >= '0' && pressed.point <= '9');
}

void form_pane_resume(form_pane *pane, app *a, field_id id, const char *text)
{
    const session *s = app_session(a);
    char typed[FIELD_TYPED]; /* the session's own may change */
    snprintf(typed, sizeof typed, "%s", text);
    if (session_count(s) == 0 || !field_applies(id, session_product(s, session_selected(s))))
        return;
    form_pane_edit(pane, a, id);
    field_set(&pane->input, typed);
    take_text(pane, a);
}

bool form_pane_begin(form_pane *pane, app *a, key pressed)
{
    const session *s = app_session(a);
    if (pane->editing || session_count(s) == 0)
        return false;
    pane->at = field_here(pane, s);
    const field_info *info = field_of(pane->at);
    if (info->is_switch && key_is(pressed, ' ')) {
        flip_switch(pane, a);
        return true;
    }
    if (info->is_switch || !begins_value(pressed, info->has_sign))
        return false;
    form_pane_edit(pane, a, pane->at);
    field_set(&pane->input, "");
    if (field_key(&pane->input, pressed) == FIELD_CHANGED)
        take_text(pane, a);
    return true;
}

bool form_pane_type(form_pane *pane, app *a, key pressed)
{
    if (!pane->editing)
        return form_pane_begin(pane, a, pressed);
    if (field_key(&pane->input, pressed) == FIELD_CHANGED)
        take_text(pane, a);
    return true;
}

/* -- the mouse --------------------------------------------------------------------------------- */

/* Where a field's value is drawn; the same as draw_fields and draw_field. */
static rect area_of(const form_pane *pane, field_id id, place where)
{
    rect column = rect_column(pane->inside, where.col, pane->columns, COLUMN_GAP);
    if (field_of(id)->is_wide)
        column = pane->inside;
    return (rect){pane->inside.row + where.row - pane->top, column.col, 1, column.cols};
}

/* The field at a place, with where it is drawn; -1 for none. */
static int field_at(const form_pane *pane, const session *s, app_click at, rect *area)
{
    field_id ids[FIELD_ID_COUNT] = {FIELD_VOLUME};
    place places[FIELD_ID_COUNT];
    int count = applying_fields(s, pane->more, ids);
    place_fields(ids, count, pane->columns, places);
    for (int i = 0; i < count; i++) {
        *area = area_of(pane, ids[i], places[i]);
        if (rect_contains(pane->inside, at.row, at.col) && rect_contains(*area, at.row, at.col))
            return (int)ids[i];
    }
    return -1;
}

static void click_field(form_pane *pane, app *a, field_id id, int col, int cols)
{
    bool here = field_here(pane, app_session(a)) == id;
    if (here && pane->editing) {
        field_point(&pane->input, col < 0 ? 0 : col, cols);
    } else if (form_pane_settle(pane, a)) {
        pane->at = id;
        if (here)
            choose_field(pane, a);
    }
}

void form_pane_click(form_pane *pane, app *a, app_click at)
{
    rect area;
    int hit = field_at(pane, app_session(a), at, &area);
    if (at.wheel != 0 && !pane->editing)
        form_pane_act(pane, a, at.wheel < 0 ? ACTION_UP : ACTION_DOWN);
    else if (at.wheel == 0 && hit >= 0)
        click_field(pane, a, (field_id)hit, at.col - area.col - LABEL_COLS - 1,
                    area.cols - LABEL_COLS - 1);
}
