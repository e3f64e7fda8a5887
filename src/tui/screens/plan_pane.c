#include "tui/screens/planner.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "language/language.h"
#include "report/plain.h"
#include "report/words.h"
#include "tui/model/session_answers.h"
#include "tui/moves.h"
#include "tui/screens/plan_sums.h"
#include "tui/widgets/panel.h"

enum {
    MARK_COLS = 2,
    GAP = 2,
    NAME_LEAST = 16,
    LIST_LEAST = 4, /* rows of the list, before totals take any */
    PAD = 1,
    NOTE_BYTES = 1024,
    CURRENCIES_MAX = 16,
    SMALL_PLAN = 16 /* items that are answered before the first frame */
};

/* The figures beside the names, as wide as the widest: of a figure nothing is ever cut off while
 * there is a letter of a name to cut. */
typedef struct columns {
    const session *s;
    int volume; /* 0: left out, so that more is seen of the names */
    int total;
} columns;

/* An amount in the characters that the screen can show. */
static void amount_text(be_amount amount, const be_product *product, bool ascii,
                        char out[WORDS_TEXT])
{
    char text[WORDS_TEXT];
    char *plain = plain_text(words_amount(amount, product, text), ascii);
    snprintf(out, WORDS_TEXT, "%s", plain != NULL ? plain : "?");
    free(plain);
}

static be_amount recommended_total(const item_summary *brief)
{
    return brief->part.options[brief->recommended].total;
}

static void total_text(const session *s, size_t index, bool ascii, char out[WORDS_TEXT])
{
    const item_summary *brief = session_summary(s, index);
    if (brief == NULL || !brief->has_recommended)
        snprintf(out, WORDS_TEXT, "%s", tr("no option"));
    else
        amount_text(recommended_total(brief), brief->part.product, ascii, out);
}

/* -- how wide the figures are ------------------------------------------------------------------ */

static void widen(int *cols, const char *text)
{
    int needed = text_width(text);
    if (needed > *cols)
        *cols = needed;
}

/* The largest total in each currency: of one currency the largest is the widest. */
typedef struct largest {
    struct {
        const be_product *product;
        be_amount total;
    } of[CURRENCIES_MAX];
    size_t count;
} largest;

/* False where there is no room for another currency. */
static bool take_total(largest *found, const be_product *product, be_amount total)
{
    size_t at = 0;
    while (at < found->count && strcmp(found->of[at].product->currency, product->currency) != 0)
        at++;
    if (at == CURRENCIES_MAX)
        return false;
    if (at < found->count && be_amount_compare(found->of[at].total, total) >= 0)
        return true;
    found->of[at].product = product;
    found->of[at].total = total;
    found->count += at == found->count ? 1 : 0;
    return true;
}

/* Only the largest of each form is written. */
static void measure_volumes(plan_widths *widths, const session *s)
{
    be_quantity widest[WORDS_SHORT_FORMS] = {0};
    char text[WORDS_TEXT];
    for (size_t i = 0; i < session_count(s); i++) {
        be_quantity volume = session_volume(s, i);
        be_quantity *so_far = &widest[words_short_form(volume)];
        *so_far = volume > *so_far ? volume : *so_far;
    }
    for (int form = 0; form < WORDS_SHORT_FORMS; form++) {
        words_short_quantity(widest[form], text);
        widen(&widths->volume, text);
    }
}

static void measure_total(plan_widths *widths, const session *s, size_t item, largest *found)
{
    char text[WORDS_TEXT];
    if (session_is_open(s, item))
        return;
    const item_summary *brief = session_summary(s, item);
    if (brief != NULL && brief->has_recommended &&
        take_total(found, brief->part.product, recommended_total(brief)))
        return;
    total_text(s, item, widths->ascii, text);
    widen(&widths->total, text);
}

static void measure_totals(plan_widths *widths, const session *s)
{
    largest found = {.count = 0};
    char text[WORDS_TEXT];
    widths->total = 0;
    for (size_t i = 0; i < session_count(s); i++)
        measure_total(widths, s, i, &found);
    for (size_t i = 0; i < found.count; i++) {
        amount_text(found.of[i].total, found.of[i].product, widths->ascii, text);
        widen(&widths->total, text);
    }
}

/* Of all items, but only when something has changed: columns stay while the list scrolls. */
static void measure(plan_widths *widths, const session *s, bool ascii)
{
    bool same = widths->measured && widths->revision == session_revision(s);
    if (!same) {
        *widths = (plan_widths){.measured = true, .revision = session_revision(s)};
        measure_volumes(widths, s);
    }
    if (same && widths->open == session_open(s) && widths->ascii == ascii)
        return;
    widths->open = session_open(s);
    widths->ascii = ascii;
    measure_totals(widths, s);
}

/* Items in sight are answered now, and all of a small plan; others while no key waits. */
static void answer_in_sight(const plan_pane *pane, const session *s, int rows)
{
    size_t first = (size_t)pane->rows.top, selected = session_selected(s), count = (size_t)rows;
    if (selected >= first + count)
        first = selected - count + 1;
    else if (selected < first)
        first = selected;
    if (session_count(s) <= SMALL_PLAN) {
        first = 0;
        count = SMALL_PLAN;
    }
    for (size_t i = first; i < first + count && i < session_count(s); i++)
        session_summary(s, i);
}

static columns columns_in(const plan_widths *widths, const session *s, int cols)
{
    columns found = {.s = s, .volume = widths->volume, .total = widths->total};
    if (cols < MARK_COLS + NAME_LEAST + GAP + found.volume + GAP + found.total)
        found.volume = 0;
    return found;
}

static void draw_figure(surface *grid, rect *rest, int cols, style role, const char *text)
{
    surface_label(grid, rect_cut_right(rest, cols), TEXT_RIGHT, role, text);
    rect_cut_right(rest, GAP);
}

static void draw_item(surface *grid, rect area, int index, style role, const void *context)
{
    const columns *widths = context;
    const session *s = widths->s;
    size_t item = (size_t)index;
    char text[WORDS_TEXT];
    surface_symbol(grid, area.row, area.col, role,
                   item == session_selected(s) ? SYMBOL_MARKER : SYMBOL_DOT);
    rect_cut_left(&area, MARK_COLS);
    total_text(s, item, surface_is_ascii(grid), text);
    draw_figure(grid, &area, widths->total, role, text);
    if (widths->volume > 0) {
        words_short_quantity(session_volume(s, item), text);
        draw_figure(grid, &area, widths->volume, role, text);
    }
    const be_product *product = session_product(s, item);
    surface_label(grid, area, TEXT_LEFT, role, language_pick(product->name, product->name_zh));
}

/* What is recommended for all items, or that some item has no recommendation. */
static void sum_text(const be_portfolio *sum, bool ascii, char out[WORDS_TEXT])
{
    const be_portfolio_option *best = &sum->options[BE_OPTION_BEST];
    if (best->without > 0)
        snprintf(out, WORDS_TEXT, "%s", tr("incomplete"));
    else
        amount_text(best->total, sum->product, ascii, out);
}

/* One total for each currency, below the list. */
static void draw_totals(surface *grid, rect area, const be_portfolio *totals, size_t count)
{
    char text[WORDS_TEXT];
    rect rule = rect_cut_top(&area, 1);
    surface_hline(grid, rule.row, rule.col, rule.cols, STYLE_BORDER);
    for (size_t i = 0; i < count; i++) {
        rect line = rect_cut_top(&area, 1);
        sum_text(&totals[i], surface_is_ascii(grid), text);
        surface_label(grid, rect_cut_right(&line, text_width(text)), TEXT_RIGHT,
                      totals[i].options[BE_OPTION_BEST].without > 0 ? STYLE_WARN : STYLE_STRONG,
                      text);
        rect_cut_right(&line, GAP);
        snprintf(text, sizeof text, tr("Recommended, %s"), totals[i].currency);
        surface_label(grid, line, TEXT_LEFT, STYLE_DIM, text);
    }
}

/* The same in a line: "$16,800.00 + ¥45,897.50". */
static void write_totals(const be_portfolio *totals, size_t count, bool ascii, char out[NOTE_BYTES])
{
    size_t length = 0;
    for (size_t i = 0; i < count && length < NOTE_BYTES; i++) {
        char text[WORDS_TEXT];
        sum_text(&totals[i], ascii, text);
        int added = snprintf(out + length, NOTE_BYTES - length, "%s%s", i > 0 ? " + " : "", text);
        length += added > 0 ? (size_t)added : 0;
    }
}

/* -- totals, or how far they are --------------------------------------------------------------- */

typedef struct sums {
    const session *s;
    bool whole;
    const be_portfolio *totals;
    size_t count;
    int lines; /* that they take; as many as last time until they are whole */
} sums;

static sums find_sums(plan_pane *pane, const session *s)
{
    sums found = {.s = s, .whole = session_open(s) == 0};
    if (session_count(s) < 2)
        return found; /* the one item's own line says it all */
    if (found.whole)
        found.totals = session_portfolios(s, &found.count);
    found.lines = found.whole ? (int)found.count : pane->sums > 0 ? pane->sums : 1;
    pane->sums = found.lines;
    return found;
}

static void write_sums(const sums *found, bool ascii, char out[NOTE_BYTES])
{
    if (found->whole)
        write_totals(found->totals, found->count, ascii, out);
    else
        plan_sums_write_progress(found->s, out);
}

static void draw_sums(const sums *found, surface *grid, rect area)
{
    char progress[NOTE_BYTES];
    if (found->whole) {
        draw_totals(grid, area, found->totals, found->count);
        return;
    }
    rect rule = rect_cut_top(&area, 1);
    surface_hline(grid, rule.row, rule.col, rule.cols, STYLE_BORDER);
    write_sums(found, surface_is_ascii(grid), progress);
    surface_label(grid, rect_cut_top(&area, 1), TEXT_LEFT, STYLE_DIM, progress);
}

/* -- the pane ---------------------------------------------------------------------------------- */

void plan_pane_draw(plan_pane *pane, const app *a, surface *grid, rect area, bool focused)
{
    const session *s = app_session(a);
    char note[NOTE_BYTES] = "";
    rect room = panel_inside(area);
    answer_in_sight(pane, s, room.rows);
    const sums found = find_sums(pane, s);
    bool below = found.lines > 0 && room.rows >= found.lines + 1 + LIST_LEAST;
    if (found.lines > 0 && !below)
        write_sums(&found, surface_is_ascii(grid), note);
    const panel frame = {
        .title = tr("Plan"), .note = note, .footer = tr("a add"), .focused = focused};
    rect inside = rect_inset(panel_draw(&frame, grid, area), 0, PAD);
    if (below)
        draw_sums(&found, grid, rect_cut_bottom(&inside, found.lines + 1));
    pane->inside = inside;
    list_set_count(&pane->rows, (int)session_count(s));
    list_select(&pane->rows, (int)session_selected(s));
    list_fit(&pane->rows, inside.rows);
    measure(&pane->widths, s, surface_is_ascii(grid));
    const columns widths = columns_in(&pane->widths, s, inside.cols);
    list_draw(&pane->rows, grid, inside, focused, draw_item, &widths);
    if (session_count(s) == 0)
        surface_label(grid, rect_cut_top(&inside, 1), TEXT_LEFT, STYLE_DIM,
                      tr("Nothing planned yet: press a"));
}

void plan_pane_act(plan_pane *pane, app *a, action asked)
{
    list *rows = &pane->rows;
    list_move(rows, moves_step(asked, rows->page, rows->count));
    session_select(app_session(a), (size_t)rows->selected);
}

void plan_pane_click(plan_pane *pane, app *a, app_click at)
{
    int row = list_row_at(&pane->rows, at.row - pane->inside.row);
    if (at.wheel != 0)
        list_scroll(&pane->rows, at.wheel * APP_WHEEL_ROWS);
    else if (rect_contains(pane->inside, at.row, at.col) && row >= 0)
        list_select(&pane->rows, row);
    session_select(app_session(a), (size_t)pane->rows.selected);
}
