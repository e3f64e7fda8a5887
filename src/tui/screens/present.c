#include "tui/screens/screens.h"

#include <stdio.h>
#include <stdlib.h>

#include "language/language.h"
#include "report/compare_table.h"
#include "report/plain.h"
#include "report/report_compare.h"
#include "report/words.h"
#include "tui/model/overview.h"
#include "tui/model/session_answers.h"
#include "tui/page_view.h"
#include "tui/screens/chart_pane.h"
#include "tui/screens/plan_sums.h"
#include "tui/widgets/big.h"
#include "tui/widgets/table.h"

enum {
    SIDE_SHARE = 16, /* of the columns, left free on either side; */
    NARROW_SIDE = 2, /* or so many, where they are no more than NARROW */
    NARROW = 100,
    ROOMY_FROM = 44,    /* rows from which parts keep more of a distance */
    CHART_FROM = 32,    /* rows of a screen that has room for a chart */
    BIG_SHARE = 5,      /* big letters take no more than a fifth of the rows, */
    BIG_ROWS_LEAST = 5, /* or so many */
    CHART_LEAST = 12,   /* rows */
    LABEL_LEAST = 16,   /* columns of a table */
    CELL_LEAST = 8,
    CELL_LINES = 2,
    CELLS_MAX = 24 * TABLE_COLUMNS_MAX
};

typedef struct present {
    bool of_plan; /* the whole plan is shown, else the selected item */
    chart_pane chart;
} present;

static key_context present_where(const void *state, const app *a)
{
    (void)state, (void)a;
    return CONTEXT_PRESENT;
}

/* -- parts of a picture ------------------------------------------------------------------------ */

static bool is_roomy(const surface *grid)
{
    return surface_area(grid).rows >= ROOMY_FROM;
}

static void leave_gap(const surface *grid, rect *rest)
{
    rect_cut_top(rest, is_roomy(grid) ? 2 : 1);
}

/* A figure as large as it fits; as plain text where it does not. */
static void draw_amount(surface *grid, rect *rest, style role, const char *text)
{
    char plain[WORDS_TEXT];
    bool ascii = surface_is_ascii(grid);
    int most = surface_area(grid).rows / BIG_SHARE;
    plain_write(plain, sizeof plain, text, ascii);
    int scale = big_fit(plain, most > BIG_ROWS_LEAST ? most : BIG_ROWS_LEAST, rest->cols, ascii);
    rect line = rect_cut_top(rest, scale > 0 ? big_rows(scale, ascii) : 1);
    if (scale > 0)
        big_draw(grid, line.row, line.col, role, plain, scale);
    else
        surface_label(grid, line, TEXT_LEFT, role, plain);
    rect_cut_top(rest, scale > 0 ? 1 : 0);
}

/* A report's table with an empty row between any two of its own where there is room. */
typedef struct spaced {
    char *texts[CELLS_MAX];
    char *titles[TABLE_COLUMNS_MAX];
    table_cell cells[CELLS_MAX];
    table_column columns[TABLE_COLUMNS_MAX];
} spaced;

static void copy_columns(spaced *out, const page_table *from, bool ascii)
{
    for (size_t i = 0; i < from->column_count; i++) {
        const page_column *column = &from->columns[i];
        out->titles[i] = column->title == NULL ? NULL : plain_text(column->title, ascii);
        out->columns[i] =
            (table_column){.title = out->titles[i],
                           .align = column->align == PAGE_RIGHT ? TEXT_RIGHT : TEXT_LEFT,
                           .least = i == 0 ? LABEL_LEAST : CELL_LEAST,
                           .grows = i > 0};
    }
}

/* The table with its rows `step` apart. */
static table place_cells(spaced *out, const page_table *from, size_t step)
{
    size_t width = from->column_count, rows = from->cell_count / width;
    for (size_t i = 0; i < from->cell_count; i++)
        out->cells[i / width * step * width + i % width] =
            (table_cell){out->texts[i], page_view_style(from->cells[i].style)};
    return (table){.columns = out->columns,
                   .column_count = (int)width,
                   .cells = out->cells,
                   .row_count = (int)(rows * step),
                   .lines_most = CELL_LINES,
                   .highlighted_column = -1,
                   .selected_row = -1};
}

static void destroy_spaced(spaced *out, const page_table *from)
{
    for (size_t i = 0; i < from->cell_count; i++)
        free(out->texts[i]);
    for (size_t i = 0; i < from->column_count; i++)
        free(out->titles[i]);
    free(out);
}

/* Draws as many rows as fit; returns what it took. */
static int draw_spaced(surface *grid, rect area, const page_table *from)
{
    bool ascii = surface_is_ascii(grid);
    int rows = (int)(from->cell_count / from->column_count);
    spaced *out = 2 * from->cell_count > CELLS_MAX ? NULL : calloc(1, sizeof *out);
    if (out == NULL)
        return 0;
    copy_columns(out, from, ascii);
    for (size_t i = 0; i < from->cell_count; i++)
        out->texts[i] = plain_text(from->cells[i].text, ascii);
    table drawn = place_cells(out, from, 1);
    int lines = table_lines(&drawn, area.cols);
    if (lines + rows - 1 <= area.rows) {
        for (size_t i = 0; i < from->cell_count; i++)
            out->cells[i] = (table_cell){NULL, STYLE_NORMAL};
        drawn = place_cells(out, from, 2);
        lines += rows;
    }
    table_draw(&drawn, grid, area);
    destroy_spaced(out, from);
    return lines;
}

/* The plan's name, and where in it this is. */
static void draw_top(const app *a, surface *grid, rect line, size_t at, bool of_plan)
{
    char text[WORDS_TEXT];
    const session *s = app_session(a);
    size_t count = session_count(s) + 1;
    snprintf(text, sizeof text, tr("%zu of %zu"), of_plan ? count : at + 1, count);
    surface_label(grid, rect_cut_right(&line, text_width(text)), TEXT_RIGHT, STYLE_DIM, text);
    rect_cut_right(&line, 2);
    surface_label(grid, line, TEXT_LEFT, STYLE_TITLE, session_name(s));
}

static void draw_months(const app *a, surface *grid, rect line)
{
    char text[WORDS_TEXT], months[WORDS_TEXT], start[WORDS_TEXT];
    be_horizon horizon = session_horizon(app_session(a));
    snprintf(text, sizeof text, tr("%.70s from %.70s"),
             words_count(horizon.months, "month", months), words_month(horizon.start, start));
    surface_label(grid, line, TEXT_LEFT, STYLE_DIM, text);
}

/* -- one item ---------------------------------------------------------------------------------- */

static void draw_name(const be_product *product, surface *grid, rect line)
{
    char text[WORDS_TEXT], plain[WORDS_TEXT];
    const char *name = words_product(product);
    surface_label(grid, line, TEXT_LEFT, STYLE_STRONG, name);
    rect_cut_left(&line, text_width(name) + 2);
    surface_label(
        grid, line, TEXT_LEFT, STYLE_DIM,
        plain_write(plain, sizeof plain, words_vendor(product, text), surface_is_ascii(grid)));
}

static void draw_table(const compare_answer *what, surface *grid, rect *rest, bool with_chart)
{
    page *text = page_create();
    rect area = *rest;
    if (text == NULL)
        return;
    compare_table_headline(text, what);
    const page_block *block = page_blocks(text);
    if (with_chart)
        area.rows = area.rows > CHART_LEAST + 2 ? area.rows - CHART_LEAST - 2 : 0;
    if (block != NULL && block->table->cell_count > 0)
        rect_cut_top(rest, draw_spaced(grid, area, block->table));
    page_destroy(text);
}

static void draw_verdict(const compare_answer *what, surface *grid, rect *rest)
{
    page *text = page_create();
    if (text == NULL)
        return;
    report_compare_verdict(text, what);
    int lines = page_view_draw(&(page_view){.highlighted_column = -1}, text, grid, *rest);
    rect_cut_top(rest, lines);
    page_destroy(text);
}

static void draw_item(present *p, const app *a, surface *grid, rect area)
{
    char total[WORDS_TEXT];
    const session *s = app_session(a);
    size_t item = session_selected(s);
    const compare_answer what = {.quote = session_quote(s, item),
                                 .demand = session_demand(s, item)};
    if (what.quote == NULL || what.demand == NULL)
        return;
    draw_name(what.quote->product, grid, rect_cut_top(&area, 1));
    leave_gap(grid, &area);
    if (what.quote->has_recommended) {
        words_amount(what.quote->options[what.quote->recommended].bill.total, what.quote->product,
                     total);
        draw_amount(grid, &area, STYLE_BEST, total);
    }
    draw_months(a, grid, rect_cut_top(&area, 1));
    rect_cut_top(&area, 1);
    draw_verdict(&what, grid, &area);
    rect_cut_top(&area, 1);
    bool with_chart = surface_area(grid).rows >= CHART_FROM;
    draw_table(&what, grid, &area, with_chart);
    rect_cut_top(&area, 1);
    if (with_chart && area.rows >= CHART_LEAST)
        chart_pane_draw(&p->chart, a, grid, area, &(chart_look){.footer = NULL});
    else
        chart_pane_hide(&p->chart);
}

/* -- the whole plan ---------------------------------------------------------------------------- */

/* "$2,089.10 (22.0%) less than pay as you go for everything", where that can be had. */
static void draw_advantage(const be_portfolio *sum, surface *grid, rect line)
{
    char text[2 * WORDS_TEXT], plain[2 * WORDS_TEXT], saved[WORDS_TEXT], share[WORDS_TEXT];
    const be_portfolio_option *best = &sum->options[BE_OPTION_BEST];
    const be_portfolio_option *payg = &sum->options[BE_OPTION_PAYG];
    if (!best->eligible || !payg->eligible)
        return;
    be_amount saving = be_amount_sub(payg->total, best->total);
    if (!be_amount_is_known(saving) || be_amount_compare(saving, be_amount_zero()) <= 0)
        return;
    words_money(saving, sum->currency, saved);
    words_share(saving, payg->total, share);
    if (share[0] == '\0')
        snprintf(text, sizeof text, tr("%s less than pay as you go for everything"), saved);
    else
        snprintf(text, sizeof text, tr("%s (%s) less than pay as you go for everything"), saved,
                 share);
    surface_label(grid, line, TEXT_LEFT, STYLE_GOOD,
                  plain_write(plain, sizeof plain, text, surface_is_ascii(grid)));
}

/* What everything costs: one figure where the currencies can be added, else one of each. */
static void draw_total(const be_portfolio *sum, surface *grid, rect *rest)
{
    char text[WORDS_TEXT];
    const be_portfolio_option *best = &sum->options[BE_OPTION_BEST];
    if (best->eligible)
        draw_amount(grid, rest, STYLE_BEST, words_money(best->total, sum->currency, text));
    else
        surface_label(grid, rect_cut_top(rest, 1), TEXT_LEFT, STYLE_WARN,
                      tr("Not everything can be recommended."));
    draw_advantage(sum, grid, rect_cut_top(rest, 1));
    rect_cut_top(rest, 1);
}

/* Item by item what is recommended, as many as fit. */
static void draw_items(const session *s, surface *grid, rect area)
{
    char text[WORDS_TEXT], plain[WORDS_TEXT];
    size_t count = session_count(s);
    for (size_t i = 0; i < count && area.rows > 0; i++) {
        rect line = rect_cut_top(&area, 1);
        const be_product *product = session_product(s, i);
        const item_summary *found = overview_answer(s, i);
        if (area.rows == 0 && i + 1 < count) {
            snprintf(text, sizeof text, tr_n("%zu more", "%zu more", (unsigned long)(count - i)),
                     count - i);
            surface_label(grid, line, TEXT_LEFT, STYLE_DIM, text);
            break;
        }
        bool any = found != NULL && found->has_recommended;
        words_amount(overview_total(found), product, text);
        surface_label(grid, rect_column(line, 0, 3, 2), TEXT_LEFT, STYLE_NORMAL,
                      language_pick(product->name, product->name_zh));
        surface_label(grid, rect_column(line, 1, 3, 2), TEXT_LEFT, STYLE_DIM,
                      any                     ? words_option(found->way, product)
                      : session_is_open(s, i) ? ""
                                              : tr("none"));
        surface_label(grid, rect_column(line, 2, 3, 2), TEXT_RIGHT, STYLE_NORMAL,
                      any ? plain_write(plain, sizeof plain, text, surface_is_ascii(grid)) : "-");
    }
}

/* The sums alone: what their first two columns hold of items is not said. */
static void draw_sums(const plan_sums *totals, surface *grid, rect *rest)
{
    page_column columns[PLAN_SUMS_COLUMNS];
    const page_table *sums = plan_sums_table(totals);
    rect area = *rest;
    if (sums == NULL || sums->cell_count == 0 || sums->column_count != PLAN_SUMS_COLUMNS)
        return;
    page_table shown = *sums;
    for (int i = 0; i < PLAN_SUMS_COLUMNS; i++)
        columns[i] = sums->columns[i];
    columns[0].title = columns[1].title = NULL;
    shown.columns = columns;
    area.rows /= 2;
    rect_cut_top(rest, draw_spaced(grid, area, &shown));
}

static void draw_plan(const app *a, surface *grid, rect area)
{
    const session *s = app_session(a);
    char progress[WORDS_TEXT];
    plan_sums totals;
    plan_sums_begin(s, &totals);
    const quote_answer *what = &totals.what;
    surface_label(grid, rect_cut_top(&area, 1), TEXT_LEFT, STYLE_STRONG, tr("The whole plan"));
    leave_gap(grid, &area);
    if (totals.open > 0) {
        plan_sums_write_progress(s, progress);
        surface_label(grid, rect_cut_top(&area, 2), TEXT_LEFT, STYLE_DIM, progress);
    }
    if (what->total.sum != NULL)
        draw_total(what->total.sum, grid, &area);
    for (size_t i = 0; i < what->portfolio_count && what->total.sum == NULL; i++)
        draw_total(&what->portfolios[i], grid, &area);
    draw_months(a, grid, rect_cut_top(&area, 1));
    rect_cut_top(&area, 1);
    draw_sums(&totals, grid, &area);
    rect_cut_top(&area, 1);
    draw_items(s, grid, area);
    plan_sums_end(&totals);
}

/* -- the screen -------------------------------------------------------------------------------- */

static void present_draw(void *state, const app *a, surface *grid)
{
    present *p = state;
    rect screen = surface_area(grid);
    surface_fill(grid, screen, STYLE_NORMAL);
    surface_hide_cursor(grid);
    rect area =
        rect_inset(screen, 1, screen.cols > NARROW ? screen.cols / SIDE_SHARE : NARROW_SIDE);
    draw_top(a, grid, rect_cut_top(&area, 1), session_selected(app_session(a)), p->of_plan);
    leave_gap(grid, &area);
    if (p->of_plan) {
        chart_pane_hide(&p->chart);
        draw_plan(a, grid, area);
    } else {
        draw_item(p, a, grid, area);
    }
}

static void step(present *p, session *s, bool on)
{
    size_t item = session_selected(s);
    bool last = item + 1 >= session_count(s);
    if (!on && !p->of_plan)
        session_select(s, item > 0 ? item - 1 : 0);
    else if (on && !last)
        session_select(s, item + 1);
    p->of_plan = on && last;
}

static void jump(present *p, session *s, bool on)
{
    session_select(s, on ? session_count(s) - 1 : 0);
    p->of_plan = on;
}

static void present_act(void *state, app *a, action asked)
{
    session *s = app_session(a);
    if (asked == ACTION_BACK)
        app_pop(a);
    else if (asked == ACTION_LEFT || asked == ACTION_RIGHT)
        step(state, s, asked == ACTION_RIGHT);
    else if (asked == ACTION_FIRST || asked == ACTION_LAST)
        jump(state, s, asked == ACTION_LAST);
}

static bool present_work(void *state, app *a)
{
    present *p = state;
    session *s = app_session(a);
    if (p->of_plan && session_open(s) > 0) {
        session_answer_next(s);
        return true;
    }
    return chart_pane_work(&p->chart, a);
}

static void present_destroy(void *state)
{
    present *p = state;
    chart_pane_close(&p->chart);
    free(p);
}

static const screen_type present_type = {.where = present_where,
                                         .draw = present_draw,
                                         .act = present_act,
                                         .work = present_work,
                                         .destroy = present_destroy,
                                         .covers = true};

void present_open(app *a)
{
    present *p = calloc(1, sizeof *p);
    if (p != NULL && !chart_pane_open(&p->chart, true)) {
        present_destroy(p);
        p = NULL;
    }
    app_push(a, &present_type, p);
}
