#include "tui/screens/planner.h"

#include <stdio.h>
#include <stdlib.h>

#include "language/language.h"
#include "report/compare_table.h"
#include "report/plain.h"
#include "report/quote_view.h"
#include "report/report_compare.h"
#include "report/words.h"
#include "tui/model/session_answers.h"
#include "tui/moves.h"
#include "tui/screens/screens.h"
#include "tui/widgets/panel.h"

/* How the table of options is laid out: close, from its first line on. */
static const page_view plain_view = {.spread = true, .highlighted_column = -1};

typedef void report_part(page *p, const compare_answer *what);

/* What there is to show for the selected item; false when there is nothing. */
static bool selected_answer(const app *a, compare_answer *out)
{
    const session *s = app_session(a);
    if (session_count(s) == 0)
        return false;
    *out = (compare_answer){.quote = session_quote(s, session_selected(s)),
                            .demand = session_demand(s, session_selected(s)),
                            .regret = session_regret(s, session_selected(s)),
                            .sampled = session_outlook(s)};
    return out->quote != NULL;
}

/* A part of the report on the selected item, or NULL. The caller destroys it. */
static page *make_page(const app *a, report_part *write)
{
    compare_answer found;
    if (!selected_answer(a, &found))
        return NULL;
    page *p = page_create();
    if (p != NULL)
        write(p, &found);
    return p;
}

int options_pane_rows(const app *a, int screen_cols)
{
    page *p = make_page(a, compare_table_with_bars);
    int lines = p == NULL ? 1 : page_view_lines(&plain_view, p, screen_cols, app_is_ascii(a));
    page_destroy(p);
    return lines;
}

/* The first sentence of the reasons, for the caller to free; NULL when there is none. */
static char *make_verdict(const app *a)
{
    page *p = make_page(a, report_compare_verdict);
    char *verdict = p != NULL && page_blocks(p) != NULL
                        ? plain_text(page_blocks(p)->text, app_is_ascii(a))
                        : NULL;
    page_destroy(p);
    return verdict;
}

/* Where there is no room for the reasons, the verdict is the title; where there is none for all
 * lines of the table, the lower edge says how many are missing. */
static void draw_frame(const app *a, surface *grid, rect area, const options_look *look, int lines)
{
    char footer[WORDS_TEXT] = "";
    char *verdict = look->verdict && !look->stale ? make_verdict(a) : NULL;
    int hidden = lines - panel_inside(area).rows;
    if (hidden > 0)
        snprintf(footer, sizeof footer,
                 tr_n("%d more: e explain", "%d more: e explain", (unsigned long)hidden), hidden);
    else if (lines > 0)
        snprintf(footer, sizeof footer, "%s", tr("e explain"));
    const panel frame = {.title = look->stale ? tr("Options, for the last value that has a meaning")
                                  : verdict != NULL ? verdict
                                                    : tr_in("the ways to buy", "Options"),
                         .footer = footer,
                         .focused = look->focused};
    panel_draw(&frame, grid, area);
    free(verdict);
}

void options_pane_draw(options_pane *pane, const app *a, surface *grid, rect area,
                       const options_look *look)
{
    compare_answer found;
    const be_option *shown[BE_OPTION_COUNT];
    rect inside = rect_inset(panel_inside(area), 0, 1);
    page *p = make_page(a, compare_table_with_bars);
    int lines = p == NULL ? 0 : page_view_lines(&plain_view, p, inside.cols, app_is_ascii(a));
    draw_frame(a, grid, area, look, lines);
    pane->table = inside;
    if (p == NULL) {
        surface_label(grid, inside, TEXT_LEFT, STYLE_DIM, tr("The ways to buy will stand here."));
        return;
    }
    pane->columns = selected_answer(a, &found) ? (int)quote_view_options(&found, shown) : 0;
    if (pane->column >= pane->columns)
        pane->column = pane->columns - 1;
    const page_view view = {.spread = true,
                            .highlighted_column = look->focused ? pane->column + 1 : -1};
    page_view_draw(&view, p, grid, inside);
    page_destroy(p);
    if (look->stale)
        surface_restyle(grid, inside, STYLE_STALE);
}

/* Where in the reasons one is, and how far the work on uncertain volumes is. */
static void describe_reasons(const options_pane *pane, const app *a, bool focused, int rows,
                             char *out, size_t size)
{
    size_t done, total;
    if (session_outlook_progress(app_session(a), &done, &total)) {
        snprintf(out, size, tr("trying uncertain volumes: %zu of %zu"), done, total);
        return;
    }
    if (pane->reason_lines <= rows)
        return;
    snprintf(out, size, tr("%s%s%d-%d of %d"),
             focused ? symbol_text(SYMBOL_KEY_UP_DOWN, app_is_ascii(a)) : "", focused ? " " : "",
             pane->reasons.top + 1, pane->reasons.top + rows, pane->reason_lines);
}

void options_pane_draw_reasons(options_pane *pane, const app *a, surface *grid, rect area,
                               const options_look *look)
{
    char note[WORDS_TEXT] = "";
    page *p = make_page(a, report_compare_reasons);
    rect inside = rect_inset(panel_inside(area), 0, 1);
    int lines =
        p == NULL ? 0 : page_view_lines(&pane->reasons, p, inside.cols, surface_is_ascii(grid));
    pane->reason_lines = lines;
    pane->reason_page = inside.rows;
    pane->reasons.top = page_view_clamp(pane->reasons.top, lines, inside.rows);
    describe_reasons(pane, a, look->focused, inside.rows, note, sizeof note);
    const panel frame = {.title = tr("Why"), .note = note};
    panel_draw(&frame, grid, area);
    if (p == NULL)
        return;
    pane->reasons.highlighted_column = -1;
    page_view_draw(&pane->reasons, p, grid, inside);
    page_destroy(p);
    if (look->stale)
        surface_restyle(grid, inside, STYLE_STALE);
}

static void explain(app *a)
{
    compare_answer found;
    if (selected_answer(a, &found))
        explain_open(a, &found);
}

void options_pane_act(options_pane *pane, app *a, action asked)
{
    if (asked == ACTION_EXPLAIN)
        explain(a);
    else if (asked == ACTION_LEFT)
        pane->column -= pane->column > 0 ? 1 : 0;
    else if (asked == ACTION_RIGHT)
        pane->column += pane->column + 1 < pane->columns ? 1 : 0;
    else
        pane->reasons.top += moves_step(asked, pane->reason_page, pane->reason_lines);
}

/* The option whose column is under the mouse; -1 for none. */
static int column_at(const options_pane *pane, const app *a, app_click at)
{
    page *p = make_page(a, compare_table_with_bars);
    int column = p == NULL || !rect_contains(pane->table, at.row, at.col)
                     ? -1
                     : page_view_column_at(&plain_view, p, pane->table.cols,
                                           at.col - pane->table.col, app_is_ascii(a));
    page_destroy(p);
    return column - 1;
}

void options_pane_click(options_pane *pane, app *a, app_click at)
{
    int hit = column_at(pane, a, at);
    if (at.wheel != 0) {
        pane->reasons.top += at.wheel * APP_WHEEL_ROWS;
    } else if (hit >= 0 && hit < pane->columns) {
        pane->column = hit;
        explain(a);
    }
}
