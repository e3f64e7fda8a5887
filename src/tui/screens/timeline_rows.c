#include "tui/screens/timeline_rows.h"

#include <stdio.h>
#include <string.h>

#include "language/language.h"
#include "report/currency.h"
#include "report/plain.h"
#include "report/words.h"

enum {
    NAME_LEAST = 14,
    NAME_SHARE = 3, /* names take no more than a third of the screen */
    HEAD_COLS = 3,  /* a month's number and a space */
    YEAR_COLS = 5
};

/* -- names and notes --------------------------------------------------------------------------- */

static const char *owned_name(const be_lot *lot, be_horizon horizon, char out[WORDS_TEXT])
{
    char month[WORDS_TEXT];
    words_month(horizon.start + lot->last, month);
    snprintf(out, WORDS_TEXT, lot->general != NULL ? tr("owned points, to %s") : tr("owned, to %s"),
             month);
    return out;
}

static const char *bought_name(const timeline_row *row, const be_product *product,
                               char out[WORDS_TEXT])
{
    char thing[WORDS_TEXT];
    words_purchase(&row->bought, product, thing);
    if (row->span_count == 1 || row->bought.kind == BE_BUY_CAPACITY)
        snprintf(out, WORDS_TEXT, "%s", thing);
    else
        snprintf(out, WORDS_TEXT, tr("%.100s, %zu times"), thing, row->span_count);
    return out;
}

static const char *name_of(const timeline_view *view, size_t i, bool ascii, char out[WORDS_TEXT])
{
    char text[WORDS_TEXT];
    const timeline_row *row = &view->found->rows[i];
    if (row->owned)
        owned_name(row->spans[0].lot, view->found->horizon, text);
    else
        bought_name(row, view->quote->product, text);
    return plain_write(out, WORDS_TEXT, text, ascii);
}

static const char *unused_title(void)
{
    return tr("unused");
}

static const char *note_of(const timeline_row *row, char out[WORDS_TEXT])
{
    out[0] = '\0';
    return row->unused == 0 ? out : words_quantity(row->unused, out);
}

static int wider(int cols, const char *text)
{
    int needed = text_width(text);
    return needed > cols ? needed : cols;
}

/* -- the most of a month ----------------------------------------------------------------------- */

static be_amount most_paid(const be_bill *bill)
{
    be_amount most = be_amount_zero();
    for (int t = 0; t < bill->horizon.months; t++) {
        be_amount total = bill->month[t].total;
        if (be_amount_is_known(total) && be_amount_compare(total, most) > 0)
            most = total;
    }
    return most;
}

static be_quantity most_used(const be_bill *bill)
{
    be_quantity most = 0;
    for (int t = 0; t < bill->horizon.months; t++)
        most = bill->month[t].units.demand > most ? bill->month[t].units.demand : most;
    return most;
}

/* What the tallest bar stands for. */
static const char *scale_text(const char *most, bool ascii, char out[WORDS_TEXT])
{
    char text[WORDS_TEXT];
    snprintf(text, sizeof text, tr("up to %.120s"), most);
    return plain_write(out, WORDS_TEXT, text, ascii);
}

static const char *cash_scale(const timeline_view *view, bool ascii, char out[WORDS_TEXT])
{
    char most[WORDS_TEXT];
    words_amount(most_paid(&view->option->bill), view->quote->product, most);
    return scale_text(most, ascii, out);
}

static const char *units_scale(const timeline_view *view, bool ascii, char out[WORDS_TEXT])
{
    char most[WORDS_TEXT];
    return scale_text(words_quantity(most_used(&view->option->bill), most), ascii, out);
}

bars_frame timeline_frame(const timeline_view *view, rect area, bool ascii)
{
    char text[WORDS_TEXT];
    int notes = 0, most = area.cols / NAME_SHARE;
    int names = wider(NAME_LEAST, cash_scale(view, ascii, text));
    names = wider(names, units_scale(view, ascii, text));
    for (size_t i = 0; i < view->found->count; i++) {
        names = wider(names, name_of(view, i, ascii, text));
        if (view->found->rows[i].unused > 0)
            notes = wider(wider(notes, unused_title()), note_of(&view->found->rows[i], text));
    }
    return bars_lay_out(area, view->found->horizon.months, names < most ? names : most, notes);
}

/* -- the months -------------------------------------------------------------------------------- */

/* Every so many months one has room for its number. */
static int months_to_a_label(int width)
{
    static const int steps[] = {1, 2, 3, 6};
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        if (steps[i] * width >= HEAD_COLS)
            return steps[i];
    }
    return 12;
}

static void draw_label(const bars_frame *frame, surface *grid, int row, int column, int number)
{
    char text[WORDS_TEXT];
    rect where = bars_cells(frame, row, 1, column, frame->columns - column);
    snprintf(text, sizeof text, "%d", number);
    surface_text(grid, row, where.col, where.cols, STYLE_HEADER, text);
}

/* The first year is left out where the second one would run into it. */
static bool has_room_for_year(const bars_frame *frame, be_month month, int t)
{
    int rest = 13 - be_month_number(month); /* months of that year, from here on */
    int room = (frame->columns - t) * frame->width;
    return be_month_number(month) == 1 ? room >= YEAR_COLS - 1 : rest * frame->width >= YEAR_COLS;
}

void timeline_draw_head(const timeline_view *view, const bars_frame *frame, surface *grid, int row)
{
    be_horizon horizon = view->found->horizon;
    int step = months_to_a_label(frame->width);
    for (int t = 0; t < horizon.months; t++) {
        be_month month = horizon.start + t;
        int number = be_month_number(month);
        if ((t == 0 || number == 1) && has_room_for_year(frame, month, t))
            draw_label(frame, grid, row, t, be_month_year(month));
        if ((number - 1) % step == 0)
            draw_label(frame, grid, row + 1, t, number);
    }
    const rect note = {row + 1, frame->notes.col, 1, frame->notes.cols};
    surface_label(grid, note, TEXT_RIGHT, STYLE_HEADER, unused_title());
}

/* -- what is bought ---------------------------------------------------------------------------- */

static style role_of(const timeline_row *row)
{
    if (row->owned)
        return STYLE_SERIES_1;
    return row->bought.kind == BE_BUY_CAPACITY  ? STYLE_SERIES_4
           : row->bought.kind == BE_BUY_GENERAL ? STYLE_SERIES_5
                                                : STYLE_SERIES_2;
}

static void draw_row(const timeline_view *view, const bars_frame *frame, surface *grid, size_t i,
                     int line)
{
    static const rect nothing;
    char name[WORDS_TEXT], note[WORDS_TEXT];
    int levels[BE_MONTHS_MAX + 1];
    const timeline_row *row = &view->found->rows[i];
    bars_row drawn = {.name = name_of(view, i, surface_is_ascii(grid), name),
                      .span_count = 1,
                      .note = note_of(row, note),
                      .note_role = STYLE_WARN};
    bars_frame more = *frame; /* for all spans but the first: what stands beside them is there */
    more.names = more.notes = nothing;
    for (size_t k = 0; k < row->span_count; k++) {
        const timeline_span *span = &row->spans[k];
        bool runs_down = timeline_levels(span, BARS_FULL, levels);
        const bars_span bar = {.from = span->from,
                               .to = span->to,
                               .levels = runs_down ? levels : NULL,
                               .goes_on = span->goes_on,
                               .role = role_of(row)};
        drawn.spans = &bar;
        bars_draw_row(grid, k == 0 ? frame : &more, line, &drawn);
    }
}

void timeline_draw_rows(const timeline_view *view, const bars_frame *frame, surface *grid,
                        rect area)
{
    size_t count = view->found->count;
    for (size_t i = (size_t)view->top; i < count && area.rows > 0; i++)
        draw_row(view, frame, grid, i, rect_cut_top(&area, 1).row);
}

/* -- what each month comes to ------------------------------------------------------------------ */

/* A name, and below it the most that a bar stands for. */
static void draw_scale(const bars_frame *frame, surface *grid, rect area, const char *name,
                       const char *most)
{
    rect names = {area.row, frame->names.col, area.rows, frame->names.cols};
    surface_label(grid, rect_cut_top(&names, 1), TEXT_LEFT, STYLE_NORMAL, name);
    surface_label(grid, rect_cut_top(&names, 1), TEXT_LEFT, STYLE_DIM, most);
}

typedef const char *cash_text(be_amount paid, const be_product *product, char out[WORDS_TEXT]);

/* Without the parts of a unit: for a glance. The exact amount is told of the month chosen. */
static const char *whole_cash(be_amount paid, const be_product *product, char out[WORDS_TEXT])
{
    char digits[BE_AMOUNT_TEXT];
    be_amount rounded;
    be_amount_format_rounded(paid, 0, digits);
    if (be_amount_parse(digits, &rounded) != BE_NUMBER_OK)
        rounded = paid;
    words_amount(rounded, product, out);
    char *point = strrchr(out, '.');
    if (point != NULL && currency_of(product->currency).digits > 0)
        *point = '\0';
    return out;
}

static const char *paid_text(const timeline_view *view, int t, cash_text *write, bool ascii,
                             char out[WORDS_TEXT])
{
    char text[WORDS_TEXT];
    write(view->option->bill.month[t].total, view->quote->product, text);
    return plain_write(out, WORDS_TEXT, text, ascii);
}

static bool has_room(const timeline_view *view, const bars_frame *frame, cash_text *write,
                     bool ascii)
{
    char text[WORDS_TEXT];
    for (int t = 0; t < view->found->horizon.months; t++) {
        if (text_width(paid_text(view, t, write, ascii, text)) >= frame->width)
            return false;
    }
    return true;
}

/* The amounts below the bars, the way in which every one has room; in narrow columns none. */
static void draw_amounts(const timeline_view *view, const bars_frame *frame, surface *grid,
                         rect *area)
{
    static cash_text *const ways[] = {words_amount, whole_cash};
    char text[WORDS_TEXT];
    bool ascii = surface_is_ascii(grid);
    size_t way = 0, count = sizeof ways / sizeof *ways;
    while (way < count && !has_room(view, frame, ways[way], ascii))
        way++;
    if (way == count)
        return;
    int row = rect_cut_bottom(area, 1).row;
    for (int t = 0; t < view->found->horizon.months; t++)
        surface_label(grid, bars_cells(frame, row, 1, t, 1), TEXT_LEFT,
                      be_amount_is_zero(view->option->bill.month[t].total) ? STYLE_DIM
                                                                           : STYLE_NORMAL,
                      paid_text(view, t, ways[way], ascii, text));
}

void timeline_draw_cash(const timeline_view *view, const bars_frame *frame, surface *grid,
                        rect area)
{
    char text[WORDS_TEXT];
    int heights[BE_MONTHS_MAX];
    const be_bill *bill = &view->option->bill;
    be_amount most = most_paid(bill);
    const bars_part paid = {heights, STYLE_SERIES_3};
    draw_scale(frame, grid, area, tr("Cash a month"),
               cash_scale(view, surface_is_ascii(grid), text));
    draw_amounts(view, frame, grid, &area);
    for (int t = 0; t < bill->horizon.months; t++)
        heights[t] = timeline_share(bill->month[t].total, most, BARS_FULL);
    bars_draw_stacks(grid, frame, area.row, area.rows, &paid, 1);
}

/* Who serves the units, from the bottom up, in the styles of the rows above. */
static const struct {
    be_layer layer;
    style role;
} layers[] = {
    {BE_LAYER_FREE, STYLE_SERIES_3},    {BE_LAYER_QPS, STYLE_SERIES_4},
    {BE_LAYER_PACKAGE, STYLE_SERIES_2}, {BE_LAYER_GENERAL, STYLE_SERIES_5},
    {BE_LAYER_PAYG, STYLE_SERIES_1},
};

enum { LAYERS = sizeof layers / sizeof *layers, UNSERVED = LAYERS, PARTS };

static int part_of(be_quantity units, be_quantity most)
{
    return most == 0 ? 0 : (int)be_quantity_scale(units, BARS_FULL, most);
}

void timeline_draw_units(const timeline_view *view, const bars_frame *frame, surface *grid,
                         rect area)
{
    char text[WORDS_TEXT];
    int heights[PARTS][BE_MONTHS_MAX];
    bars_part parts[PARTS];
    const be_bill *bill = &view->option->bill;
    be_quantity most = most_used(bill);
    draw_scale(frame, grid, area, tr("Units a month"),
               units_scale(view, surface_is_ascii(grid), text));
    for (int i = 0; i < LAYERS; i++)
        parts[i] = (bars_part){heights[i], layers[i].role};
    parts[UNSERVED] = (bars_part){heights[UNSERVED], STYLE_BAD};
    for (int t = 0; t < bill->horizon.months; t++) {
        const be_units *units = &bill->month[t].units;
        for (int i = 0; i < LAYERS; i++)
            heights[i][t] = part_of(units->layer[layers[i].layer], most);
        heights[UNSERVED][t] = part_of(units->unserved, most);
    }
    bars_draw_stacks(grid, frame, area.row, area.rows, parts, PARTS);
}
