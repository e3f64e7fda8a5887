#include "tui/screens/planner.h"

#include <stdio.h>
#include <stdlib.h>

#include "language/language.h"
#include "report/plain.h"
#include "report/words.h"
#include "tui/moves.h"
#include "tui/widgets/panel.h"

enum {
    MARK_COLS = 2,
    GAP = 2,
    NAME_LEAST = 16,
    LIST_LEAST = 4, /* rows of the list, before totals take any */
    PAD = 1,
    NOTE_BYTES = 1024
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

static void total_text(const session *s, size_t index, bool ascii, char out[WORDS_TEXT])
{
    const be_quote *quote = session_quote(s, index);
    if (quote == NULL || !quote->has_recommended)
        snprintf(out, WORDS_TEXT, "%s", tr("no option"));
    else
        amount_text(quote->options[quote->recommended].bill.total, quote->product, ascii, out);
}

static void widen(int *cols, const char *text)
{
    int needed = text_width(text);
    if (needed > *cols)
        *cols = needed;
}

static columns measure(const session *s, int cols, bool ascii)
{
    columns found = {.s = s};
    char text[WORDS_TEXT];
    for (size_t i = 0; i < session_count(s); i++) {
        total_text(s, i, ascii, text);
        widen(&found.total, text);
        words_short_quantity(session_volume(s, i), text);
        widen(&found.volume, text);
    }
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

void plan_pane_draw(plan_pane *pane, const app *a, surface *grid, rect area, bool focused)
{
    const session *s = app_session(a);
    bool ascii = surface_is_ascii(grid);
    char note[NOTE_BYTES] = "";
    size_t count;
    const be_portfolio *totals = session_portfolios(s, &count);
    if (session_count(s) < 2)
        count = 0; /* the one item's own line says it all */
    bool below = panel_inside(area).rows >= (int)count + 1 + LIST_LEAST;
    if (count > 0 && !below)
        write_totals(totals, count, ascii, note);
    const panel frame = {
        .title = tr("Plan"), .note = note, .footer = tr("a add"), .focused = focused};
    rect inside = rect_inset(panel_draw(&frame, grid, area), 0, PAD);
    if (count > 0 && below)
        draw_totals(grid, rect_cut_bottom(&inside, (int)count + 1), totals, count);
    pane->inside = inside;
    const columns widths = measure(s, inside.cols, ascii);
    list_set_count(&pane->rows, (int)session_count(s));
    list_select(&pane->rows, (int)session_selected(s));
    list_fit(&pane->rows, inside.rows);
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
