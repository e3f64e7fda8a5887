#include "tui/screens/screens.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "language/language.h"
#include "report/plain.h"
#include "report/report_compare.h"
#include "report/words.h"
#include "tui/model/overview.h"
#include "tui/model/session_answers.h"
#include "tui/moves.h"
#include "tui/page_view.h"
#include "tui/screens/plan_sums.h"
#include "tui/screens/planner.h"
#include "tui/widgets/list.h"
#include "tui/widgets/panel.h"
#include "tui/widgets/scrollbar.h"
#include "tui/widgets/table.h"

typedef enum column {
    COLUMN_PRODUCT,
    COLUMN_VOLUME,
    COLUMN_WAY,
    COLUMN_PAYG,
    COLUMN_PACKAGES,
    COLUMN_PREPAID,
    COLUMN_BEST,
    COLUMN_SAVING,
    COLUMN_SHARE,
    COLUMN_WARNINGS,
    COLUMNS
} column;

enum {
    PRODUCT_LEAST = 14,
    PRODUCT_ROOMY = 22, /* so wide, columns keep more of a distance */
    ROOMY_FROM = 26,    /* rows from which there is an empty one at the top */
    VERDICT_ROWS = 3,   /* a name and two lines */
    NOTES_MAX = 2,      /* lines below the sums */
    NOTE_TEXT = 2 * WORDS_TEXT
};

/* Those with a higher importance stay longer where it is narrow; 0: always. */
static const struct {
    const char *title;
    text_align align;
    int importance;
} headings[COLUMNS] = {
    [COLUMN_PRODUCT] = {TR_LATER("Product"), TEXT_LEFT, 0},
    [COLUMN_VOLUME] = {TR_LATER("Volume"), TEXT_RIGHT, 3},
    [COLUMN_WAY] = {TR_LATER("Recommended"), TEXT_LEFT, 1},
    [COLUMN_PAYG] = {TR_LATER("PAYG"), TEXT_RIGHT, 0},
    [COLUMN_PACKAGES] = {TR_LATER("Packages"), TEXT_RIGHT, 0},
    [COLUMN_PREPAID] = {TR_LATER("Prepaid"), TEXT_RIGHT, 0},
    [COLUMN_BEST] = {TR_LATER("★ Best"), TEXT_RIGHT, 0},
    [COLUMN_SAVING] = {TR_LATER("Saving"), TEXT_RIGHT, 2},
    [COLUMN_SHARE] = {"%", TEXT_RIGHT, 5},
    [COLUMN_WARNINGS] = {"⚠", TEXT_RIGHT, 4},
};

typedef struct row_texts {
    char texts[COLUMNS][WORDS_TEXT];
    style roles[COLUMNS];
} row_texts;

typedef struct portfolio_screen {
    list rows;
    overview_order by;
    size_t *order;    /* of the items, as shown */
    row_texts widest; /* of each column the widest text, so that scrolling moves no column */
    char titles[COLUMNS][WORDS_TEXT];
    bool measured; /* in these: */
    bool ascii;
    language spoken;
    size_t open;     /* items that had no answer then */
    size_t warnings; /* of all others */
} portfolio_screen;

static key_context portfolio_where(const void *state, const app *a)
{
    (void)state, (void)a;
    return CONTEXT_PORTFOLIO;
}

/* -- one item ---------------------------------------------------------------------------------- */

static void put(row_texts *row, column at, style role, const char *text, bool ascii)
{
    plain_write(row->texts[at], WORDS_TEXT, text, ascii);
    row->roles[at] = role;
}

static void put_amounts(row_texts *row, const be_portfolio_part *part, bool ascii)
{
    static const struct {
        column at;
        be_option_id id;
        style role;
    } amounts[] = {
        {COLUMN_PAYG, BE_OPTION_PAYG, STYLE_NORMAL},
        {COLUMN_PACKAGES, BE_OPTION_PACKAGE, STYLE_NORMAL},
        {COLUMN_PREPAID, BE_OPTION_QPS, STYLE_NORMAL},
        {COLUMN_BEST, BE_OPTION_BEST, STYLE_BEST},
    };
    char text[WORDS_TEXT];
    for (size_t i = 0; i < sizeof amounts / sizeof *amounts; i++) {
        const be_portfolio_part_option *option = &part->options[amounts[i].id];
        put(row, amounts[i].at, option->eligible ? amounts[i].role : STYLE_DIM,
            option->eligible ? words_amount(option->total, part->product, text) : "—", ascii);
    }
}

static void put_saving(row_texts *row, const item_summary *found, bool ascii)
{
    char text[WORDS_TEXT], share[WORDS_TEXT];
    be_amount saving = overview_saving(found);
    bool saves = be_amount_is_known(saving) && be_amount_compare(saving, be_amount_zero()) > 0;
    put(row, COLUMN_SAVING, saves ? STYLE_GOOD : STYLE_DIM,
        saves ? words_amount(saving, found->part.product, text) : "—", ascii);
    put(row, COLUMN_SHARE, saves ? STYLE_GOOD : STYLE_DIM,
        saves ? words_share(saving, found->part.options[BE_OPTION_PAYG].total, share) : "—", ascii);
}

static void put_way(row_texts *row, const item_summary *found, bool ascii)
{
    bool any = found->has_recommended;
    put(row, COLUMN_WAY, any ? STYLE_NORMAL : STYLE_WARN,
        any ? words_option(found->way, found->part.product) : tr("none"), ascii);
}

static void fill_row(const session *s, size_t item, bool ascii, row_texts *row)
{
    char text[WORDS_TEXT];
    const be_product *product = session_product(s, item);
    const item_summary *found = overview_answer(s, item);
    memset(row, 0, sizeof *row);
    put(row, COLUMN_PRODUCT, STYLE_NORMAL, language_pick(product->name, product->name_zh), ascii);
    put(row, COLUMN_VOLUME, STYLE_NORMAL, words_short_quantity(session_volume(s, item), text),
        ascii);
    if (session_is_open(s, item))
        return;
    size_t warnings = overview_warnings(found);
    snprintf(text, sizeof text, "%zu", warnings);
    put(row, COLUMN_WARNINGS, STYLE_WARN, warnings > 0 ? text : "", ascii);
    if (found == NULL)
        return;
    put_way(row, found, ascii);
    put_amounts(row, &found->part, ascii);
    put_saving(row, found, ascii);
}

/* -- sums, in the words of the report ---------------------------------------------------------- */

/* What a row of the report's table says, in the columns of this one. */
static void fill_sum(const page_table *from, int index, bool ascii, row_texts *row)
{
    static const column places[PLAN_SUMS_COLUMNS] = {COLUMN_PRODUCT,  COLUMN_VOLUME,  COLUMN_PAYG,
                                                     COLUMN_PACKAGES, COLUMN_PREPAID, COLUMN_BEST};
    memset(row, 0, sizeof *row);
    for (int i = 0; i < PLAN_SUMS_COLUMNS; i++) {
        const page_cell *cell = &from->cells[index * PLAN_SUMS_COLUMNS + i];
        style role = page_view_style(cell->style);
        if (places[i] == COLUMN_BEST && cell->style == PAGE_STRONG)
            role = STYLE_BEST;
        put(row, places[i], role, cell->text, ascii);
    }
}

/* -- columns ----------------------------------------------------------------------------------- */

static void widen(portfolio_screen *p, const row_texts *row)
{
    for (int c = 0; c < COLUMNS; c++) {
        if (text_width(row->texts[c]) > text_width(p->widest.texts[c]))
            strcpy(p->widest.texts[c], row->texts[c]);
    }
}

/* Once for a plan: its items do not change while this screen is shown, but answers may come. */
static void measure(portfolio_screen *p, const session *s, const plan_sums *totals, bool ascii)
{
    row_texts row = {0};
    if (p->measured && p->ascii == ascii && p->spoken == language_current() &&
        p->open == session_open(s))
        return;
    p->measured = true;
    p->open = session_open(s);
    p->ascii = ascii;
    p->spoken = language_current();
    memset(&p->widest, 0, sizeof p->widest);
    p->warnings = 0;
    for (int c = 0; c < COLUMNS; c++)
        plain_write(p->titles[c], WORDS_TEXT,
                    c == COLUMN_WARNINGS ? symbol_text(SYMBOL_WARNING, ascii)
                                         : tr(headings[c].title),
                    ascii);
    for (size_t i = 0; i < session_count(s); i++) {
        fill_row(s, i, ascii, &row);
        widen(p, &row);
        p->warnings += session_is_open(s, i) ? 0 : overview_warnings(overview_answer(s, i));
    }
    for (int i = 0; i < plan_sums_count(totals); i++) {
        fill_sum(plan_sums_table(totals), i, ascii, &row);
        widen(p, &row);
    }
}

/* What a column takes beside the names. */
static int cols_of(const portfolio_screen *p, int c)
{
    int text = text_width(p->widest.texts[c]), title = text_width(p->titles[c]);
    return text > title ? text : title;
}

/* The least important of the columns that are left, or 0: none may be left out. */
static int least_important(const bool left_out[COLUMNS])
{
    int found = 0;
    for (int c = 1; c < COLUMNS; c++) {
        bool may = !left_out[c] && headings[c].importance > 0;
        if (may && (found == 0 || headings[c].importance < headings[found].importance))
            found = c;
    }
    return found;
}

/* What is left for names when columns stand so far from each other. */
static int names_cols(const portfolio_screen *p, const bool left_out[COLUMNS], int cols, int gap)
{
    for (int c = 1; c < COLUMNS; c++)
        cols -= left_out[c] ? 0 : gap + cols_of(p, c);
    return cols;
}

/* Leaves out columns until names are readable; returns what names are given. */
static int choose_columns(const portfolio_screen *p, int cols, bool left_out[COLUMNS])
{
    memset(left_out, 0, COLUMNS * sizeof *left_out);
    while (names_cols(p, left_out, cols, TABLE_GAP_TIGHT) < PRODUCT_LEAST) {
        int c = least_important(left_out);
        if (c == 0)
            return PRODUCT_LEAST;
        left_out[c] = true;
    }
    int roomy = names_cols(p, left_out, cols, TABLE_GAP);
    return roomy >= PRODUCT_ROOMY ? roomy : names_cols(p, left_out, cols, TABLE_GAP_TIGHT);
}

/* The columns of a table that fits, as wide as the widest texts; amounts are never cut. */
typedef struct fitted {
    table_column columns[COLUMNS];
    column places[COLUMNS]; /* which ones they are */
    int count;
    int names; /* columns of screen for a name */
} fitted;

static void fit(const portfolio_screen *p, int cols, fitted *out)
{
    bool left_out[COLUMNS];
    out->count = 0;
    out->names = choose_columns(p, cols, left_out);
    for (int c = 0; c < COLUMNS; c++) {
        if (left_out[c])
            continue;
        out->places[out->count] = (column)c;
        out->columns[out->count] =
            (table_column){.title = p->titles[c],
                           .align = headings[c].align,
                           .least = c == COLUMN_PRODUCT ? out->names : cols_of(p, c),
                           .grows = c == COLUMN_PRODUCT};
        out->count++;
    }
}

/* -- drawing ----------------------------------------------------------------------------------- */

static void fill_cells(const fitted *columns, row_texts *row, bool ascii, table_cell *cells)
{
    char name[WORDS_TEXT];
    text_ellipsis(name, sizeof name, row->texts[COLUMN_PRODUCT], columns->names,
                  symbol_text(SYMBOL_ELLIPSIS, ascii));
    strcpy(row->texts[COLUMN_PRODUCT], name);
    for (int i = 0; i < columns->count; i++) {
        column c = columns->places[i];
        cells[i] = (table_cell){row->texts[c], row->roles[c]};
    }
}

/* Rows behind the widest one, which is measured but not drawn. */
static void draw_table(const portfolio_screen *p, surface *grid, rect area, row_texts *rows,
                       int count, int selected)
{
    fitted columns;
    row_texts widest = p->widest;
    table_cell *cells = calloc((size_t)(count + 1) * COLUMNS, sizeof *cells);
    if (cells == NULL)
        return;
    fit(p, area.cols, &columns);
    fill_cells(&columns, &widest, p->ascii, cells);
    table_cell *row = cells;
    for (int i = 0; i < count; i++)
        fill_cells(&columns, &rows[i], p->ascii, row += columns.count);
    const table drawn = {.columns = columns.columns,
                         .column_count = columns.count,
                         .cells = cells,
                         .row_count = count + 1,
                         .top = 1,
                         .highlighted_column = -1,
                         .selected_row = selected + 1};
    table_draw(&drawn, grid, area);
    free(cells);
}

static void draw_items(portfolio_screen *p, const session *s, surface *grid, rect area)
{
    list_fit(&p->rows, area.rows - 1);
    int count = p->rows.count - p->rows.top;
    count = count < p->rows.page ? count : p->rows.page;
    row_texts *rows = calloc((size_t)count + 1, sizeof *rows);
    for (int i = 0; rows != NULL && i < count; i++)
        fill_row(s, p->order[p->rows.top + i], p->ascii, &rows[i]);
    rect bar = rect_cut_right(&area, 1);
    rect_cut_right(&area, 1);
    if (rows != NULL)
        draw_table(p, grid, area, rows, count, p->rows.selected - p->rows.top);
    rect_cut_top(&bar, 1);
    scrollbar_draw(grid, bar, p->rows.top, p->rows.count);
    free(rows);
}

/* The head of a table stands in its first row: here it falls on the line above. */
static void draw_sums(const portfolio_screen *p, const plan_sums *totals, surface *grid, rect area)
{
    int count = plan_sums_count(totals);
    rect rule = rect_cut_top(&area, 1);
    row_texts *rows = calloc((size_t)count + 1, sizeof *rows);
    for (int i = 0; rows != NULL && i < count; i++)
        fill_sum(plan_sums_table(totals), i, p->ascii, &rows[i]);
    rect_cut_right(&area, 2);
    if (rows != NULL)
        draw_table(p, grid, (rect){rule.row, area.col, area.rows + 1, area.cols}, rows, count, -2);
    surface_fill(grid, rule, STYLE_NORMAL);
    surface_hline(grid, rule.row, rule.col, rule.cols, STYLE_BORDER);
    free(rows);
}

/* By which rates the sums are added, or why they are not. */
static int draw_notes(const plan_sums *totals, surface *grid, rect area)
{
    char plain[NOTES_MAX * WORDS_TEXT];
    int count = 0;
    const page_block *block = totals->text == NULL ? NULL : page_blocks(totals->text);
    for (; block != NULL; block = block->next) {
        if (block->kind != PAGE_PARAGRAPH || totals->what.portfolio_count < 2)
            continue;
        count++;
        if (grid != NULL)
            surface_label(grid, rect_cut_top(&area, 1), TEXT_LEFT, page_view_style(block->style),
                          plain_write(plain, sizeof plain, block->text, surface_is_ascii(grid)));
    }
    return count;
}

/* What is recommended for the item under the cursor. */
static void draw_verdict(const portfolio_screen *p, const session *s, surface *grid, rect area)
{
    size_t item = p->order[p->rows.selected];
    const compare_answer what = {.quote = session_quote(s, item),
                                 .demand = session_demand(s, item)};
    page *verdict = what.quote == NULL || what.demand == NULL ? NULL : page_create();
    if (verdict == NULL)
        return;
    char plain[WORDS_TEXT], name[WORDS_TEXT];
    const be_product *product = what.quote->product;
    snprintf(name, sizeof name, "%.70s · %.70s", language_pick(product->name, product->name_zh),
             language_pick(product->provider->name, product->provider->name_zh));
    surface_label(grid, rect_cut_top(&area, 1), TEXT_LEFT, STYLE_STRONG,
                  plain_write(plain, sizeof plain, name, p->ascii));
    report_compare_verdict(verdict, &what);
    page_view_draw(&(page_view){.highlighted_column = -1}, verdict, grid, area);
    page_destroy(verdict);
}

/* The items, as many as there is room for; below them the sums, and what is said of the item under
 * the cursor. */
static void draw_inside(portfolio_screen *p, const session *s, const plan_sums *totals,
                        surface *grid, rect area)
{
    int notes = draw_notes(totals, NULL, area), count = plan_sums_count(totals);
    int room = area.rows - count - 1 - notes - 1 - VERDICT_ROWS;
    int wanted = p->rows.count + 1;
    draw_items(p, s, grid, rect_cut_top(&area, wanted < room ? wanted : room));
    draw_sums(p, totals, grid, rect_cut_top(&area, count + 1));
    draw_notes(totals, grid, rect_cut_top(&area, notes));
    rect_cut_top(&area, 1);
    draw_verdict(p, s, grid, rect_cut_top(&area, VERDICT_ROWS));
}

static const char *order_name(overview_order by)
{
    static const char *const names[OVERVIEW_ORDER_COUNT] = {
        [OVERVIEW_AS_PLANNED] = TR_LATER("as planned"),
        [OVERVIEW_BY_NAME] = TR_LATER("by name"),
        [OVERVIEW_BY_TOTAL] = TR_LATER("the dearest first"),
        [OVERVIEW_BY_SAVING] = TR_LATER("the largest saving first"),
        [OVERVIEW_BY_WARNINGS] = TR_LATER("the most warnings first"),
    };
    return tr(names[by]);
}

static void write_note(const portfolio_screen *p, const session *s, char out[NOTE_TEXT])
{
    size_t count = session_count(s);
    char products[WORDS_TEXT], warnings[WORDS_TEXT];
    snprintf(products, sizeof products,
             tr_n("%zu product, %s", "%zu products, %s", (unsigned long)count), count,
             order_name(p->by));
    if (p->open > 0) {
        plan_sums_write_progress(s, warnings);
        snprintf(out, NOTE_TEXT, "%.150s; %.150s", products, warnings);
        return;
    }
    snprintf(warnings, sizeof warnings,
             tr_n("%zu warning", "%zu warnings", (unsigned long)p->warnings), p->warnings);
    snprintf(out, NOTE_TEXT, p->warnings > 0 ? "%s; %s" : "%s", products, warnings);
}

static void portfolio_draw(void *state, const app *a, surface *grid)
{
    portfolio_screen *p = state;
    const session *s = app_session(a);
    char note[NOTE_TEXT];
    plan_sums totals;
    rect screen = surface_area(grid);
    rect foot = rect_cut_bottom(&screen, 1);
    planner_draw_title(a, grid, rect_cut_top(&screen, 1));
    plan_sums_begin(s, &totals);
    measure(p, s, &totals, surface_is_ascii(grid));
    write_note(p, s, note);
    const panel frame = {.title = tr("Portfolio"), .note = note, .focused = true};
    rect inside = rect_inset(panel_draw(&frame, grid, screen), 0, 1);
    rect_cut_top(&inside, inside.rows >= ROOMY_FROM ? 1 : 0);
    draw_inside(p, s, &totals, grid, inside);
    plan_sums_end(&totals);
    surface_hide_cursor(grid);
    surface_fill(grid, foot, STYLE_NORMAL);
    app_draw_foot(a, grid, foot);
}

/* -- acting ------------------------------------------------------------------------------------ */

/* The cursor stays on its item. */
static void sort(portfolio_screen *p, const session *s, size_t item)
{
    overview_sort(s, p->by, p->order);
    for (int i = 0; i < p->rows.count; i++) {
        if (p->order[i] == item)
            list_select(&p->rows, i);
    }
}

static void portfolio_act(void *state, app *a, action asked)
{
    portfolio_screen *p = state;
    session *s = app_session(a);
    size_t item = p->order[p->rows.selected];
    if (asked == ACTION_SORT) {
        p->by = (overview_order)((p->by + 1) % OVERVIEW_ORDER_COUNT);
        sort(p, s, item);
    } else if (asked == ACTION_CHOOSE) {
        session_select(s, item);
        app_pop(a);
    } else if (asked == ACTION_BACK) {
        app_pop(a);
    } else {
        list_move(&p->rows, moves_step(asked, p->rows.page, p->rows.count));
    }
}

/* The items that have no answer yet; once all have one, they are sorted by these. */
static bool portfolio_work(void *state, app *a)
{
    portfolio_screen *p = state;
    session *s = app_session(a);
    if (session_open(s) == 0)
        return false;
    session_answer_next(s);
    if (session_open(s) == 0)
        sort(p, s, p->order[p->rows.selected]);
    return true;
}

static void portfolio_destroy(void *state)
{
    portfolio_screen *p = state;
    free(p->order);
    free(p);
}

static const screen_type portfolio_type = {.where = portfolio_where,
                                           .draw = portfolio_draw,
                                           .act = portfolio_act,
                                           .work = portfolio_work,
                                           .destroy = portfolio_destroy,
                                           .covers = true};

void portfolio_open(app *a)
{
    const session *s = app_session(a);
    portfolio_screen *p = calloc(1, sizeof *p);
    if (p != NULL) {
        p->order = calloc(session_count(s) + 1, sizeof *p->order);
        if (p->order == NULL) {
            free(p);
            p = NULL;
        } else {
            list_set_count(&p->rows, (int)session_count(s));
            sort(p, s, session_selected(s));
        }
    }
    app_push(a, &portfolio_type, p);
}
