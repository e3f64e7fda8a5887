#include "tui/screens/chart_pane.h"

#include <stdio.h>
#include <stdlib.h>

#include "language/language.h"
#include "report/plain.h"
#include "report/words.h"
#include "tui/curve_view.h"
#include "tui/model/chart_range.h"
#include "tui/model/session_answers.h"
#include "tui/model/session_typing.h"
#include "tui/moves.h"
#include "tui/screens/chart_words.h"
#include "tui/widgets/panel.h"
#include "tui/widgets/table.h"

enum {
    LEGEND_ROWS = 2,
    VERDICT_FROM = 18, /* rows inside the frame from which the verdict is written out */
    SPACED_FROM = 26,  /* and from which an empty row stands between text and chart */
    FAR = 10,          /* columns of a big step */
    LEGEND_COLUMNS = CURVE_VIEW_WAYS + 1,
    TITLE_TEXT = 2 * WORDS_TEXT
};

static cost_question question_of(const app *a)
{
    const session *s = app_session(a);
    size_t item = session_selected(s);
    return (cost_question){session_product(s, item), session_demand(s, item), session_horizon(s)};
}

/* Whether there is an item whose cost can be asked for. */
static bool can_ask(const app *a)
{
    const session *s = app_session(a);
    return session_count(s) > 0 && session_demand(s, session_selected(s)) != NULL;
}

bool chart_pane_open(chart_pane *pane, bool mixes)
{
    *pane = (chart_pane){.mixes = mixes, .shown = cost_curve_create(), .next = cost_curve_create()};
    return pane->shown != NULL && pane->next != NULL;
}

void chart_pane_close(chart_pane *pane)
{
    cost_curve_destroy(pane->shown);
    cost_curve_destroy(pane->next);
}

void chart_pane_hide(chart_pane *pane)
{
    pane->wanted_cols = 0;
}

/* -- work -------------------------------------------------------------------------------------- */

static void look_at(chart_pane *pane, const app *a, be_quantity volume)
{
    const cost_question asked = question_of(a);
    pane->cursor = volume;
    pane->has_at = cost_at(&asked, volume, false, NULL, &pane->at);
    pane->has_mixture = false;
}

static void begin(chart_pane *pane, const app *a)
{
    const cost_question asked = question_of(a);
    cost_curve_begin(pane->next, &asked, pane->range, pane->wanted_cols, pane->mixes);
    pane->cols = pane->wanted_cols;
    pane->begun = true;
}

/* The whole range, and the cursor at what is planned. */
static void show_whole(chart_pane *pane, const app *a)
{
    const cost_question asked = question_of(a);
    pane->search = chart_range_begin(&asked);
    pane->ranging = true;
    if (!pane->has_shown) /* else what is in sight counts until the other range is found */
        pane->range = chart_range_found(&pane->search);
    look_at(pane, a, cost_volume(asked.demand));
    pane->begun = false;
}

static void find_range(chart_pane *pane, app *a)
{
    const cost_question asked = question_of(a);
    pane->ranging = chart_range_step(&pane->search, &asked, app_interrupt(a));
    if (!pane->ranging)
        pane->range = chart_range_follow(chart_range_found(&pane->search), pane->cursor);
}

/* Whether what the pane has is of the item that is selected now. */
static bool is_followed(const chart_pane *pane, const app *a)
{
    return pane->product == question_of(a).product &&
           pane->item == session_selected(app_session(a));
}

static void follow_session(chart_pane *pane, const app *a)
{
    const session *s = app_session(a);
    if (is_followed(pane, a) && pane->revision == session_revision(s))
        return;
    bool same = is_followed(pane, a);
    pane->has_shown = pane->has_shown && same;
    pane->product = question_of(a).product;
    pane->revision = session_revision(s);
    pane->item = session_selected(s);
    show_whole(pane, a);
}

/* Mixtures at the cursor: what is read there is awaited first. */
static void find_mixture(chart_pane *pane, app *a)
{
    const cost_question asked = question_of(a);
    be_curve_point found;
    bool done = cost_at(&asked, pane->cursor, true, app_interrupt(a), &found);
    if (!done && app_interrupt(a)->came)
        return;
    pane->has_at = done;
    if (done)
        pane->at = found;
    pane->has_mixture = true;
}

/* As soon as the next curve can be drawn it takes the place of the one shown, and grows there. */
static bool step(chart_pane *pane)
{
    if (cost_curve_drawable(pane->next))
        return cost_curve_step(pane->shown);
    cost_curve_step(pane->next);
    if (cost_curve_drawable(pane->next)) {
        cost_curve *ready = pane->next;
        pane->next = pane->shown;
        pane->shown = ready;
        pane->has_shown = true;
        cost_curve_clear(pane->next);
    }
    return true;
}

bool chart_pane_work(chart_pane *pane, app *a)
{
    if (pane->wanted_cols == 0 || !can_ask(a))
        return false;
    follow_session(pane, a);
    cost_curve_heed(pane->shown, app_interrupt(a));
    cost_curve_heed(pane->next, app_interrupt(a));
    if (pane->ranging)
        find_range(pane, a);
    else if (!pane->begun || pane->cols != pane->wanted_cols)
        begin(pane, a);
    else if (pane->mixes && !pane->has_mixture && cost_curve_drawable(pane->next))
        find_mixture(pane, a);
    else
        return step(pane);
    return true;
}

/* -- drawing ----------------------------------------------------------------------------------- */

/* The last curve where it is of this item, else what there is of the next. */
static const cost_curve *curve_to_show(const chart_pane *pane)
{
    return pane->has_shown ? pane->shown : pane->next;
}

typedef struct legend {
    char texts[LEGEND_ROWS][LEGEND_COLUMNS][WORDS_TEXT];
    table_cell cells[LEGEND_ROWS * LEGEND_COLUMNS];
    table_column columns[LEGEND_COLUMNS];
    int count; /* of columns */
} legend;

static void put_plain(char out[WORDS_TEXT], const char *text, bool ascii)
{
    char *plain = plain_text(text, ascii);
    snprintf(out, WORDS_TEXT, "%s", plain != NULL ? plain : "?");
    free(plain);
}

static void add_column(legend *l, bool ascii, const char *name, style name_role, const char *figure,
                       style figure_role)
{
    int at = l->count++;
    const char *rows[LEGEND_ROWS] = {name, figure};
    const style roles[LEGEND_ROWS] = {name_role, figure_role};
    l->columns[at] = (table_column){.align = TEXT_LEFT, .least = 8};
    for (int row = 0; row < LEGEND_ROWS; row++) {
        put_plain(l->texts[row][at], rows[row], ascii);
        l->cells[row * LEGEND_COLUMNS + at] = (table_cell){l->texts[row][at], roles[row]};
    }
}

static bool is_cheapest(const chart_pane *pane, be_option_id id)
{
    return pane->at.has_best && be_amount_is_known(pane->at.total[id]) &&
           be_amount_compare(pane->at.total[id], pane->at.total[BE_OPTION_BEST]) == 0;
}

static void add_way(legend *l, const chart_pane *pane, const be_product *product, be_option_id id,
                    bool ascii)
{
    char name[WORDS_TEXT], figure[WORDS_TEXT];
    bool known = pane->has_at && be_amount_is_known(pane->at.total[id]);
    snprintf(name, sizeof name, "%s %.80s", curve_view_mark(id, ascii), words_option(id, product));
    words_amount(pane->at.total[id], product, figure);
    add_column(l, ascii, name, curve_view_role(id), known ? figure : "—",
               !known                  ? STYLE_DIM
               : is_cheapest(pane, id) ? STYLE_BEST
                                       : STYLE_NORMAL);
}

/* Who is who, and what each costs at the cursor. */
static void draw_legend(const chart_pane *pane, const app *a, const curve_view *view, surface *grid,
                        rect area)
{
    legend l = {.count = 0};
    const cost_question asked = question_of(a);
    char units[WORDS_TEXT];
    bool ascii = app_is_ascii(a), planned = pane->cursor == cost_volume(asked.demand);
    add_column(&l, ascii,
               words_units(pane->cursor, language_pick(asked.product->unit, asked.product->unit_zh),
                           units),
               STYLE_STRONG, planned ? tr("planned a month") : tr("a month"), STYLE_DIM);
    for (int i = 0; i < CURVE_VIEW_WAYS; i++) {
        if (curve_view_shows(view, curve_view_ways[i]))
            add_way(&l, pane, asked.product, curve_view_ways[i], ascii);
    }
    /* Only now is it known how long a row is. */
    for (int i = 0; i < l.count; i++)
        l.cells[l.count + i] = l.cells[LEGEND_COLUMNS + i];
    const table drawn = {.columns = l.columns,
                         .column_count = l.count,
                         .cells = l.cells,
                         .row_count = LEGEND_ROWS,
                         .highlighted_column = -1,
                         .selected_row = -1};
    table_draw(&drawn, grid, area);
}

static void draw_verdict(const chart_pane *pane, const app *a, surface *grid, rect line)
{
    char text[CHART_WORDS], safe[WORDS_TEXT];
    const cost_curve *found = curve_to_show(pane);
    chart_words_verdict(question_of(a).product, cost_curve_range(found),
                        cost_curve_span_at(found, pane->cursor), &pane->at, text);
    put_plain(safe, text, app_is_ascii(a));
    surface_label(grid, line, TEXT_LEFT, STYLE_NORMAL, safe);
}

static void draw_inside(const chart_pane *pane, const app *a, surface *grid, rect area)
{
    const cost_question asked = question_of(a);
    curve_view *view = curve_view_create(curve_to_show(pane), asked.product, app_is_ascii(a));
    if (view == NULL || cost_curve_failed(curve_to_show(pane))) {
        surface_label(grid, area, TEXT_LEFT, STYLE_BAD, tr("There is no memory for the chart."));
        curve_view_destroy(view);
        return;
    }
    chart *drawn = curve_view_chart(view);
    bool has_verdict = area.rows >= VERDICT_FROM, spaced = area.rows >= SPACED_FROM;
    draw_legend(pane, a, view, grid, rect_cut_top(&area, LEGEND_ROWS));
    if (has_verdict)
        draw_verdict(pane, a, grid, rect_cut_top(&area, 1));
    if (spaced)
        rect_cut_top(&area, 1);
    drawn->cursor = pane->cursor;
    drawn->marked = cost_volume(asked.demand);
    drawn->marked_text = tr("planned");
    chart_draw(drawn, grid, area);
    curve_view_destroy(view);
}

/* How far the search is, in percent. */
static int progress(const chart_pane *pane)
{
    if (!pane->begun || !cost_curve_drawable(pane->next))
        return 0;
    return pane->has_shown ? cost_curve_percent(pane->shown) : 0;
}

/* How far the search is; once it is over, what the chart leaves out. */
static void write_note(const chart_pane *pane, const app *a, char out[WORDS_TEXT])
{
    const session *s = app_session(a);
    const be_quote *quote = session_quote(s, session_selected(s));
    if (progress(pane) < 100)
        snprintf(out, WORDS_TEXT, tr("searching, %d%%"), progress(pane));
    else
        snprintf(
            out, WORDS_TEXT, "%s",
            chart_words_left_out(question_of(a).demand, quote != NULL && quote->shared != NULL));
}

static void write_title(const app *a, char out[TITLE_TEXT])
{
    char months[WORDS_TEXT];
    snprintf(out, TITLE_TEXT, tr("%.150s: cost of %.60s as the volume grows"),
             language_pick(question_of(a).product->name, question_of(a).product->name_zh),
             words_count(session_horizon(app_session(a)).months, "month", months));
}

void chart_pane_draw(chart_pane *pane, const app *a, surface *grid, rect area,
                     const chart_look *look)
{
    char title[TITLE_TEXT], note[WORDS_TEXT] = "";
    rect inside = rect_inset(panel_inside(area), 0, 1);
    bool drawable = can_ask(a) && is_followed(pane, a);
    snprintf(title, sizeof title, "%s", tr("Cost as the volume grows"));
    if (can_ask(a)) {
        write_title(a, title);
        write_note(pane, a, note);
    }
    const panel frame = {
        .title = title, .note = note, .footer = look->footer, .focused = look->focused};
    panel_draw(&frame, grid, area);
    pane->inside = inside;
    pane->wanted_cols = chart_columns(inside.cols);
    if (drawable)
        draw_inside(pane, a, grid, inside);
    if (look->stale)
        surface_restyle(grid, inside, STYLE_STALE);
}

/* -- acting ------------------------------------------------------------------------------------ */

/* Goes there, and takes the chart along where it is out of sight. */
static void go_to(chart_pane *pane, const app *a, be_quantity volume)
{
    volume_range range = chart_range_follow(pane->range, volume);
    if (range.from != pane->range.from)
        pane->begun = false;
    pane->range = range;
    look_at(pane, a, volume);
}

/* So many columns on, and at least by one unit. */
static void move_by(chart_pane *pane, const app *a, int columns)
{
    be_quantity width = pane->range.to - pane->range.from;
    int count = columns < 0 ? -columns : columns;
    be_quantity step =
        be_quantity_scale(width, count, pane->wanted_cols > 1 ? pane->wanted_cols - 1 : 1);
    step = step < count ? count : step;
    if (columns < 0)
        go_to(pane, a, pane->cursor > step ? pane->cursor - step : 0);
    else
        go_to(pane, a,
              pane->cursor < BE_QUANTITY_MAX - step ? pane->cursor + step : BE_QUANTITY_MAX);
}

/* To where the next span begins; back first to the start of this one. */
static void go_to_seam(chart_pane *pane, app *a, bool forward)
{
    size_t count, found = 0;
    const be_curve_span *spans = cost_curve_spans(curve_to_show(pane), &count);
    for (size_t i = 1; i < count; i++) {
        bool there = forward ? spans[i].from > pane->cursor : spans[i].from < pane->cursor;
        if (there && (!forward || found == 0))
            found = i;
    }
    if (found == 0)
        app_say(a, STYLE_DIM, "%s",
                forward ? tr("No break-even further on in sight: - shows more.")
                        : tr("No break-even before this in sight: - shows more."));
    else
        look_at(pane, a, spans[found].from);
}

static void zoom(chart_pane *pane, bool in)
{
    pane->range = chart_range_zoom(pane->range, pane->cursor, in, pane->wanted_cols);
    pane->ranging = false;
    pane->begun = false;
}

static void plan_volume(chart_pane *pane, app *a)
{
    char text[WORDS_TEXT], reason[FIELD_REASON];
    session *s = app_session(a);
    session_settle(s);
    bool done = session_edit(s, FIELD_VOLUME, words_quantity(pane->cursor, text), reason);
    session_settle(s);
    pane->revision = session_revision(s); /* the curve is the same, and so is what it shows */
    pane->begun = false;
    if (done)
        app_say(a, STYLE_GOOD, tr("Planned: %s a month. Press u to undo."), text);
    else
        app_say(a, STYLE_BAD, "%s", reason);
}

static void act_on_session(chart_pane *pane, app *a, action asked)
{
    session *s = app_session(a);
    size_t item = session_selected(s);
    if (asked == ACTION_CHOOSE)
        plan_volume(pane, a);
    else if (asked == ACTION_UNDO && !session_undo(s))
        app_say(a, STYLE_DIM, tr("There is nothing to undo."));
    else if (asked == ACTION_UP && item > 0)
        session_select(s, item - 1);
    else if (asked == ACTION_DOWN)
        session_select(s, item + 1);
}

void chart_pane_act(chart_pane *pane, app *a, action asked)
{
    static const struct {
        action asked;
        int columns;
    } steps[] = {
        {ACTION_LEFT, -1}, {ACTION_RIGHT, 1}, {ACTION_FAR_LEFT, -FAR}, {ACTION_FAR_RIGHT, FAR}};
    if (!can_ask(a))
        return;
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        if (steps[i].asked == asked)
            move_by(pane, a, steps[i].columns);
    }
    if (asked == ACTION_FIRST)
        look_at(pane, a, pane->range.from);
    else if (asked == ACTION_LAST)
        look_at(pane, a, pane->range.to);
    else if (asked == ACTION_NEXT_SEAM || asked == ACTION_PREVIOUS_SEAM)
        go_to_seam(pane, a, asked == ACTION_NEXT_SEAM);
    else if (asked == ACTION_ZOOM_IN || asked == ACTION_ZOOM_OUT)
        zoom(pane, asked == ACTION_ZOOM_IN);
    else if (asked == ACTION_ZOOM_WHOLE)
        show_whole(pane, a);
    else
        act_on_session(pane, a, asked);
}

bool chart_pane_click(chart_pane *pane, app *a, app_click at)
{
    const volume_range drawn = cost_curve_range(curve_to_show(pane));
    const chart seen = {.x_low = drawn.from, .x_high = drawn.to};
    int column = chart_column_at(pane->inside.cols, at.col - pane->inside.col);
    if (!can_ask(a) || !rect_contains(pane->inside, at.row, at.col))
        return false;
    if (at.wheel != 0)
        zoom(pane, at.wheel < 0);
    else if (column >= 0)
        look_at(pane, a, chart_value_of(&seen, pane->wanted_cols, column));
    return true;
}
