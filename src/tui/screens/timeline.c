#include "tui/screens/screens.h"

#include <stdio.h>
#include <stdlib.h>

#include "language/language.h"
#include "report/month_table.h"
#include "report/plain.h"
#include "report/quote_view.h"
#include "report/words.h"
#include "tui/model/session_answers.h"
#include "tui/page_view.h"
#include "tui/screens/planner.h"
#include "tui/screens/timeline_rows.h"
#include "tui/widgets/pairs.h"
#include "tui/widgets/panel.h"
#include "tui/widgets/scrollbar.h"

enum {
    WAYS_ROWS = 2,
    HEAD_ROWS = 2,
    UNUSED_ROWS = 1,
    MONTH_ROWS = 2, /* and one more where it is narrow */
    NARROW = 100,
    CASH_ROWS = 4,   /* the least that cash takes */
    BLOCK_SHARE = 4, /* no more than a quarter of the rows */
    HEAD_SPACED = 2, /* columns wider than this can spare one */
    ROOMY_FROM = 26, /* rows from which there is an empty one at the top */
    BLOCK_LEAST = 6, /* rows that are left over, from which units are shown as well */
    PAIRS_MAX = 16
};

typedef struct timeline_screen {
    be_option_id way;
    int month; /* under the cursor */
    int top;   /* the first row in sight */
    int page;  /* rows in sight, and of them all: as last drawn */
    int count;
} timeline_screen;

static key_context timeline_where(const void *state, const app *a)
{
    (void)state, (void)a;
    return CONTEXT_TIMELINE;
}

/* What there is to show for the selected item; false when there is nothing. */
static bool selected_answer(const app *a, compare_answer *out)
{
    const session *s = app_session(a);
    size_t item = session_selected(s);
    if (session_count(s) == 0)
        return false;
    *out = (compare_answer){.quote = session_quote(s, item), .demand = session_demand(s, item)};
    return out->quote != NULL && out->demand != NULL;
}

/* -- the ways to buy --------------------------------------------------------------------------- */

/* What some units cost is no price for all of them. */
static void write_total(const be_option *option, const be_product *product, char out[WORDS_TEXT])
{
    const char *lack = option->offered ? quote_view_lack_words(&option->bill) : "—";
    if (lack != NULL)
        snprintf(out, WORDS_TEXT, "%s", lack);
    else
        words_amount(option->bill.total, product, out);
}

static void draw_way(const compare_answer *what, const be_option *option, surface *grid, rect area,
                     bool chosen)
{
    char text[WORDS_TEXT], plain[WORDS_TEXT];
    const be_product *product = what->quote->product;
    bool ascii = surface_is_ascii(grid), eligible = be_option_eligible(option);
    bool best = what->quote->has_recommended && option->id == what->quote->recommended;
    style role = best ? STYLE_BEST : eligible ? STYLE_NORMAL : STYLE_DIM;
    snprintf(text, sizeof text, "%s%.120s", best ? "★ " : "", words_option(option->id, product));
    rect name = rect_cut_top(&area, 1);
    surface_label(grid, name, TEXT_CENTER, chosen ? STYLE_SELECTED : role,
                  plain_write(plain, sizeof plain, text, ascii));
    write_total(option, product, text);
    surface_label(grid, area, TEXT_CENTER, chosen ? STYLE_SELECTED : role,
                  plain_write(plain, sizeof plain, text, ascii));
}

static void draw_ways(const timeline_screen *s, const compare_answer *what, surface *grid,
                      rect area)
{
    const be_option *shown[BE_OPTION_COUNT];
    int count = (int)quote_view_options(what, shown);
    for (int i = 0; i < count; i++)
        draw_way(what, shown[i], grid, rect_column(area, i, count, 1), shown[i]->id == s->way);
}

/* -- figures in words -------------------------------------------------------------------------- */

typedef struct figures {
    pair pairs[PAIRS_MAX];
    char texts[PAIRS_MAX][WORDS_TEXT];
    int count;
    bool ascii;
} figures;

static void add_figure(figures *f, const char *name, const char *value, style role)
{
    if (f->count == PAIRS_MAX)
        return;
    plain_write(f->texts[f->count], WORDS_TEXT, value, f->ascii);
    f->pairs[f->count] = (pair){name, f->texts[f->count], role};
    f->count++;
}

/* Demand, who served it and what is paid, in the words of the report. */
static void draw_month(const timeline_screen *s, const timeline_view *view, surface *grid,
                       rect area)
{
    char text[WORDS_TEXT];
    page *p = page_create();
    if (p == NULL)
        return;
    figures f = {.ascii = surface_is_ascii(grid)};
    month_table_row(p, view->quote->product, &view->option->bill, s->month);
    add_figure(&f, "", words_month(view->found->horizon.start + s->month, text), STYLE_HIGHLIGHT);
    const page_block *block = page_blocks(p);
    for (size_t i = 0; block != NULL && i < block->table->cell_count; i++)
        add_figure(&f, block->table->columns[i].title, block->table->cells[i].text,
                   block->table->cells[i].style == PAGE_DIM ? STYLE_DIM : STYLE_STRONG);
    pairs_draw(f.pairs, f.count, grid, area);
    page_destroy(p);
}

static void draw_unused(const timeline_view *view, surface *grid, rect area)
{
    char text[WORDS_TEXT];
    const be_bill *bill = &view->option->bill;
    const be_product *product = view->quote->product;
    figures f = {.ascii = surface_is_ascii(grid)};
    bool any = bill->waste_units > 0 || bill->waste_points > 0;
    if (bill->waste_units > 0)
        add_figure(
            &f, tr("Left unused at the end"),
            words_units(bill->waste_units, language_pick(product->unit, product->unit_zh), text),
            STYLE_WARN);
    if (bill->waste_points > 0)
        add_figure(&f, tr("Points left unused"), words_quantity(bill->waste_points, text),
                   STYLE_WARN);
    if (any)
        add_figure(&f, tr("Paid for them"), words_amount(bill->waste_amount, product, text),
                   STYLE_WARN);
    else if (view->found->count > 0)
        add_figure(&f, "", tr("Nothing is left unused at the end."), STYLE_DIM);
    pairs_draw(f.pairs, f.count, grid, area);
}

/* -- the whole --------------------------------------------------------------------------------- */

/* Why there is nothing to show for a way to buy. */
static void draw_reasons(const be_option *option, surface *grid, rect area)
{
    char text[BE_MESSAGE_TEXT], plain[BE_MESSAGE_TEXT];
    for (size_t i = 0; i < option->reason_count && area.rows > 0; i++) {
        words_message(&option->reasons[i], text);
        surface_label(grid, rect_cut_top(&area, 1), TEXT_LEFT, STYLE_WARN,
                      plain_write(plain, sizeof plain, text, surface_is_ascii(grid)));
    }
}

/* The cursor: the month's number, and what stands below it, are set off. */
static void draw_cursor(const timeline_screen *s, const bars_frame *frame, surface *grid, int from,
                        int to)
{
    rect head = bars_cells(frame, from, 1, s->month, 1);
    surface_restyle(grid, bars_cells(frame, from + 1, to - from - 1, s->month, 1), STYLE_STRONG);
    if (frame->width > HEAD_SPACED)
        rect_cut_right(&head, 1);
    surface_restyle(grid, head, STYLE_SELECTED);
}

/* How the rows below the months are shared out. */
typedef struct shares {
    int rows;  /* of what is bought */
    int cash;  /* each with an empty row above it */
    int units; /* 0: not shown */
} shares;

static shares share_out(int room, int count)
{
    int wanted = count < 1 ? 1 : count;
    int most = room / BLOCK_SHARE + 1 > CASH_ROWS ? room / BLOCK_SHARE + 1 : CASH_ROWS;
    shares found = {.cash = CASH_ROWS};
    found.rows = wanted < room - CASH_ROWS - 1 ? wanted : room - CASH_ROWS - 1;
    int spare = room - found.rows - found.cash - 1;
    if (spare >= BLOCK_LEAST) {
        found.units = (spare - 1 + CASH_ROWS) / 2;
        found.cash += spare - 1 - found.units;
    } else {
        found.cash += spare;
    }
    found.units = found.units > most ? most : found.units;
    found.cash = found.cash > most ? most : found.cash;
    return found;
}

static void draw_months(timeline_screen *s, timeline_view *view, surface *grid, rect area)
{
    rect bar = rect_cut_right(&area, 1);
    bars_frame frame = timeline_frame(view, area, surface_is_ascii(grid));
    rect head = rect_cut_top(&area, HEAD_ROWS);
    shares parts = share_out(area.rows, (int)view->found->count);
    s->count = (int)view->found->count;
    s->page = parts.rows;
    s->top = page_view_clamp(s->top, s->count, s->page);
    view->top = s->top;
    timeline_draw_head(view, &frame, grid, head.row);
    rect rows = rect_cut_top(&area, parts.rows);
    timeline_draw_rows(view, &frame, grid, rows);
    scrollbar_draw(grid, (rect){rows.row, bar.col, rows.rows, 1}, s->top, s->count);
    if (view->found->count == 0)
        surface_label(grid, rows, TEXT_LEFT, STYLE_DIM, tr("Nothing is bought in advance."));
    rect_cut_top(&area, 1);
    timeline_draw_cash(view, &frame, grid, rect_cut_top(&area, parts.cash));
    if (parts.units > 0) {
        rect_cut_top(&area, 1);
        timeline_draw_units(view, &frame, grid, rect_cut_top(&area, parts.units));
    }
    draw_cursor(s, &frame, grid, head.row + 1, area.row);
}

static void draw_option(timeline_screen *s, const compare_answer *what, surface *grid, rect area)
{
    const be_option *option = &what->quote->options[s->way];
    timeline *found = option->offered ? timeline_create(what->quote, option) : NULL;
    if (found == NULL) {
        draw_reasons(option, grid, area);
        return;
    }
    timeline_view view = {.quote = what->quote, .option = option, .found = found};
    rect month = rect_cut_bottom(&area, area.cols < NARROW ? MONTH_ROWS + 1 : MONTH_ROWS);
    rect unused = rect_cut_bottom(&area, UNUSED_ROWS);
    rect_cut_bottom(&area, 1);
    s->month = page_view_clamp(s->month, found->horizon.months, 1);
    draw_months(s, &view, grid, area);
    draw_unused(&view, grid, unused);
    draw_month(s, &view, grid, month);
    timeline_destroy(found);
}

static void timeline_draw(void *state, const app *a, surface *grid)
{
    timeline_screen *s = state;
    compare_answer what;
    char title[2 * WORDS_TEXT], note[WORDS_TEXT] = "";
    const session *edited = app_session(a);
    bool answered = selected_answer(a, &what);
    rect screen = surface_area(grid);
    rect foot = rect_cut_bottom(&screen, 1);
    planner_draw_title(a, grid, rect_cut_top(&screen, 1));
    snprintf(title, sizeof title, "%s", tr("What to buy when"));
    if (answered)
        snprintf(title, sizeof title, tr("%.150s: what to buy when"),
                 language_pick(what.quote->product->name, what.quote->product->name_zh));
    if (session_count(edited) > 1)
        snprintf(note, sizeof note, tr("product %zu of %zu"), session_selected(edited) + 1,
                 session_count(edited));
    const panel frame = {.title = title, .note = note, .focused = true};
    rect inside = rect_inset(panel_draw(&frame, grid, screen), 0, 1);
    s->count = s->page = 0;
    if (answered) {
        rect_cut_top(&inside, inside.rows >= ROOMY_FROM ? 1 : 0);
        draw_ways(s, &what, grid, rect_cut_top(&inside, WAYS_ROWS));
        rect_cut_top(&inside, 1);
        draw_option(s, &what, grid, inside);
    }
    surface_hide_cursor(grid);
    surface_fill(grid, foot, STYLE_NORMAL);
    app_draw_foot(a, grid, foot);
}

/* -- acting ------------------------------------------------------------------------------------ */

static void change_way(timeline_screen *s, const app *a, int by)
{
    compare_answer what;
    const be_option *shown[BE_OPTION_COUNT];
    if (!selected_answer(a, &what))
        return;
    int count = (int)quote_view_options(&what, shown), at = 0;
    for (int i = 0; i < count; i++)
        at = shown[i]->id == s->way ? i : at;
    s->way = shown[page_view_clamp(at + by, count, 1)]->id;
    s->top = 0;
}

static void go_left(timeline_screen *s, app *a)
{
    change_way(s, a, -1);
}

static void go_right(timeline_screen *s, app *a)
{
    change_way(s, a, 1);
}

/* A way that the product does not have gives way to the best plan. */
static void follow_item(timeline_screen *s, app *a)
{
    const session *edited = app_session(a);
    const be_demand *demand = session_demand(edited, session_selected(edited));
    s->top = 0;
    if (s->way == BE_OPTION_OWN && (demand == NULL || demand->pinned_count == 0))
        s->way = BE_OPTION_BEST;
}

static void go_up(timeline_screen *s, app *a)
{
    size_t item = session_selected(app_session(a));
    session_select(app_session(a), item > 0 ? item - 1 : 0);
    follow_item(s, a);
}

static void go_down(timeline_screen *s, app *a)
{
    session_select(app_session(a), session_selected(app_session(a)) + 1);
    follow_item(s, a);
}

static void go_on(timeline_screen *s, app *a)
{
    (void)a;
    s->month++;
}

static void go_back(timeline_screen *s, app *a)
{
    (void)a;
    s->month--;
}

static void go_to_first(timeline_screen *s, app *a)
{
    (void)a;
    s->month = 0;
}

static void go_to_last(timeline_screen *s, app *a)
{
    (void)a;
    s->month = BE_MONTHS_MAX;
}

static void page_down(timeline_screen *s, app *a)
{
    (void)a;
    s->top += s->page;
}

static void page_up(timeline_screen *s, app *a)
{
    (void)a;
    s->top -= s->page;
}

static void leave(timeline_screen *s, app *a)
{
    (void)s;
    app_pop(a);
}

/* Where the moves go too far, drawing sets them right. */
static const struct {
    action asked;
    void (*act)(timeline_screen *s, app *a);
} acts[] = {
    {ACTION_LEFT, go_left},      {ACTION_RIGHT, go_right},   {ACTION_UP, go_up},
    {ACTION_DOWN, go_down},      {ACTION_NEXT_MONTH, go_on}, {ACTION_PREVIOUS_MONTH, go_back},
    {ACTION_FIRST, go_to_first}, {ACTION_LAST, go_to_last},  {ACTION_PAGE_DOWN, page_down},
    {ACTION_PAGE_UP, page_up},   {ACTION_BACK, leave},
};

static void timeline_act(void *state, app *a, action asked)
{
    for (size_t i = 0; i < sizeof acts / sizeof *acts; i++) {
        if (acts[i].asked != asked)
            continue;
        acts[i].act(state, a);
        return;
    }
}

static const screen_type timeline_type = {.where = timeline_where,
                                          .draw = timeline_draw,
                                          .act = timeline_act,
                                          .destroy = free,
                                          .covers = true};

void timeline_open(app *a)
{
    timeline_screen *s = calloc(1, sizeof *s);
    compare_answer what;
    if (s != NULL)
        s->way = selected_answer(a, &what) && what.quote->has_recommended ? what.quote->recommended
                                                                          : BE_OPTION_BEST;
    app_push(a, &timeline_type, s);
}
