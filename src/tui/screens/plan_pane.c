#include "tui/screens/planner.h"

#include <stdio.h>
#include <stdlib.h>

#include "report/plain.h"
#include "report/words.h"
#include "tui/moves.h"
#include "tui/widgets/panel.h"

enum { VOLUME_COLS = 11, TOTAL_COLS = 14, PAD = 1 };

/* An amount in the characters that the screen can show. */
static void draw_amount(surface *grid, rect area, style role, be_amount amount,
                        const be_product *product)
{
    char text[WORDS_TEXT];
    char *plain = plain_text(words_amount(amount, product, text), surface_is_ascii(grid));
    surface_label(grid, area, TEXT_RIGHT, role, plain != NULL ? plain : "?");
    free(plain);
}

static void draw_recommended(surface *grid, rect area, style role, const session *s, size_t index)
{
    const be_quote *quote = session_quote(s, index);
    if (quote == NULL || !quote->has_recommended) {
        surface_label(grid, area, TEXT_RIGHT, role, "no option");
        return;
    }
    draw_amount(grid, area, role, quote->options[quote->recommended].bill.total, quote->product);
}

static void draw_item(surface *grid, rect area, int index, style role, const void *context)
{
    const session *s = context;
    char volume[WORDS_TEXT];
    const be_product *product = session_product(s, (size_t)index);
    surface_fill(grid, area, role);
    surface_symbol(grid, area.row, area.col, role,
                   index == (int)session_selected(s) ? SYMBOL_MARKER : SYMBOL_DOT);
    rect rest = area;
    rect_cut_left(&rest, 2);
    draw_recommended(grid, rect_cut_right(&rest, TOTAL_COLS), role, s, (size_t)index);
    if (rest.cols > 2 * VOLUME_COLS) {
        words_quantity(session_volume(s, (size_t)index), volume);
        surface_label(grid, rect_cut_right(&rest, VOLUME_COLS), TEXT_RIGHT, role, volume);
    }
    rect_cut_right(&rest, 1);
    surface_label(grid, rest, TEXT_LEFT, role, product->name);
}

/* One total for each currency, from the bottom up. */
static void draw_totals(surface *grid, rect *inside, const session *s)
{
    session_total totals[SESSION_TOTALS_MAX];
    size_t count = session_totals(s, totals);
    if (session_count(s) < 2 || inside->rows < (int)count + 3)
        return;
    for (size_t i = count; i-- > 0;) {
        char label[WORDS_TEXT];
        rect line = rect_cut_bottom(inside, 1);
        rect right = rect_cut_right(&line, TOTAL_COLS);
        snprintf(label, sizeof label, "Recommended, %s", totals[i].product->currency);
        if (totals[i].without > 0)
            surface_label(grid, right, TEXT_RIGHT, STYLE_WARN, "incomplete");
        else
            draw_amount(grid, right, STYLE_STRONG, totals[i].amount, totals[i].product);
        surface_label(grid, line, TEXT_LEFT, STYLE_DIM, label);
    }
    rect rule = rect_cut_bottom(inside, 1);
    surface_hline(grid, rule.row, rule.col, rule.cols, STYLE_BORDER);
}

void plan_pane_draw(plan_pane *pane, const app *a, surface *grid, rect area, bool focused)
{
    const session *s = app_session(a);
    const panel frame = {.title = "Plan", .footer = "a add", .focused = focused};
    rect inside = rect_inset(panel_draw(&frame, grid, area), 0, PAD);
    draw_totals(grid, &inside, s);
    list_set_count(&pane->rows, (int)session_count(s));
    list_select(&pane->rows, (int)session_selected(s));
    list_fit(&pane->rows, inside.rows);
    list_draw(&pane->rows, grid, inside, focused, draw_item, s);
    if (session_count(s) == 0)
        surface_label(grid, rect_cut_top(&inside, 1), TEXT_LEFT, STYLE_DIM,
                      "Nothing planned yet: press a");
}

void plan_pane_act(plan_pane *pane, app *a, action asked)
{
    list *rows = &pane->rows;
    list_move(rows, moves_step(asked, rows->page, rows->count));
    session_select(app_session(a), (size_t)rows->selected);
}
