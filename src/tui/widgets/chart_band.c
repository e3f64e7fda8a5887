#include "tui/widgets/chart_band.h"

#include <stdlib.h>

enum {
    NO_SERIES = -1, /* none is ahead */
    NO_SPAN = -2,   /* nothing is said of it */
    LETTER_SPACED = 5,
    SEAM_GAP = 2
};

/* What one column of the band stands for. */
typedef struct band_column {
    int series;       /* or one of the above */
    int64_t from, to; /* the numbers that it covers */
} band_column;

typedef struct band {
    const chart *shown;
    band_column *columns;
    char *taken; /* columns of the row of numbers that hold one */
    int count;
} band;

/* -- columns ----------------------------------------------------------------------------------- */

static void cover(const chart *shown, band_column *columns, int count)
{
    for (int c = 0; c < count; c++) {
        int64_t here = chart_value_of(shown, count, c);
        int64_t next = c + 1 < count ? chart_value_of(shown, count, c + 1) : here + 1;
        columns[c].from = c == 0 ? here : columns[c - 1].to + 1;
        columns[c].to = next > here ? here + (next - here - 1) / 2 : here;
    }
}

/* The last span that begins at or below `x`, looked for from the i-th on. */
static size_t span_at(const chart *shown, size_t i, int64_t x)
{
    while (i + 1 < shown->span_count && shown->spans[i + 1].from <= x)
        i++;
    return i;
}

/* How much of a column a span has. */
static int64_t overlap(const chart_span *span, const band_column *column)
{
    int64_t from = span->from > column->from ? span->from : column->from;
    int64_t to = span->to < column->to ? span->to : column->to;
    return to >= from ? to - from + 1 : 0;
}

/* The series with the largest part of a column, whose first span is the i-th. */
static void find_lead(const chart *shown, size_t i, band_column *column)
{
    int64_t parts[CHART_SERIES_MAX + 1] = {0};
    int best = NO_SERIES;
    for (; i < shown->span_count && shown->spans[i].from <= column->to; i++) {
        int slot = shown->spans[i].series + 1;
        parts[slot] += overlap(&shown->spans[i], column);
        if (parts[slot] > parts[best + 1])
            best = slot - 1;
    }
    column->series = best;
}

static void find_leads(const chart *shown, band_column *columns, int count)
{
    size_t first = 0;
    for (int c = 0; c < count; c++) {
        columns[c].series = NO_SPAN;
        if (shown->span_count == 0 || shown->spans[shown->span_count - 1].to < columns[c].from)
            continue;
        first = span_at(shown, first, columns[c].from);
        find_lead(shown, first, &columns[c]);
    }
}

/* -- the band ---------------------------------------------------------------------------------- */

static int run_length(const band *b, int col)
{
    int end = col;
    while (end < b->count && b->columns[end].series == b->columns[col].series)
        end++;
    return end - col;
}

static void draw_line(surface *grid, int row, int col, int length, style role, symbol which)
{
    for (int i = 0; i < length; i++)
        surface_symbol(grid, row, col + i, role, which);
}

/* A run in its colour, its mark in the middle, set off where there is room. */
static void draw_run(const band *b, surface *grid, int row, int left, int col, int length)
{
    int series = b->columns[col].series, middle = left + col + (length - 1) / 2;
    if (series == NO_SERIES)
        draw_line(grid, row, left + col, length, STYLE_DIM, SYMBOL_DOT);
    if (series < 0)
        return;
    const chart_series *of = &b->shown->series[series];
    draw_line(grid, row, left + col, length, of->role, SYMBOL_BAND);
    if (length >= LETTER_SPACED)
        surface_fill(grid, (rect){row, middle - 1, 1, 3}, STYLE_NORMAL);
    surface_text(grid, row, middle, 1, of->role, of->mark);
}

static void draw_runs(const band *b, surface *grid, rect line)
{
    int length;
    for (int c = 0; c < b->count; c += length) {
        length = run_length(b, c);
        draw_run(b, grid, line.row, line.col, c, length);
    }
}

/* -- the numbers at the seams ------------------------------------------------------------------ */

/* How much a change of the lead matters: how long the new one lasts; 0 where there is none. */
static int weight_of(const band *b, int col)
{
    if (b->columns[col].series == b->columns[col - 1].series || b->columns[col].series < 0)
        return 0;
    return run_length(b, col);
}

static bool is_free(const band *b, int from, int length)
{
    if (from < 0 || from + length > b->count)
        return false;
    for (int c = from - SEAM_GAP; c < from + length + SEAM_GAP; c++) {
        if (c >= 0 && c < b->count && b->taken[c] != 0)
            return false;
    }
    return true;
}

/* Of the spans of a run the longest: others come and go within a column or two, and which of them
 * would be named depends on the width of the screen. */
static const chart_span *longest_span(const band *b, int col)
{
    const chart_span *found = NULL;
    const band_column *first = &b->columns[col], *last = first + run_length(b, col) - 1;
    for (size_t i = 0; i < b->shown->span_count; i++) {
        const chart_span *span = &b->shown->spans[i];
        if (span->series != first->series || span->to < first->from || span->from > last->to)
            continue;
        if (found == NULL || span->to - span->from > found->to - found->from)
            found = span;
    }
    return found;
}

static int column_of(const band *b, int col, int64_t x)
{
    while (b->columns[col].to < x)
        col++;
    return col;
}

/* Right of its arrow, or left of it where that does not fit; left out where neither does. */
static void place_number(const band *b, surface *grid, rect line, const chart_span *span, int col)
{
    char text[CHART_LABEL];
    b->shown->x_label(span->from, 0, b->shown->context, text);
    int length = text_width(text) + 1;
    bool right = is_free(b, col, length);
    int from = right ? col : col - length + 1;
    if (!is_free(b, from, length))
        return;
    for (int c = from; c < from + length; c++)
        b->taken[c] = 1;
    surface_symbol(grid, line.row, line.col + col, STYLE_STRONG, SYMBOL_UP);
    surface_text(grid, line.row, line.col + (right ? col + 1 : from), length, STYLE_STRONG, text);
}

/* The changes that matter most come first. */
static void draw_seams(const band *b, surface *grid, rect line)
{
    int *weights = calloc((size_t)b->count, sizeof *weights);
    if (weights == NULL)
        return;
    for (int c = 1; c < b->count; c++)
        weights[c] = weight_of(b, c);
    for (;;) {
        int heaviest = 0;
        for (int c = 1; c < b->count; c++)
            heaviest = weights[c] > weights[heaviest] ? c : heaviest;
        if (weights[heaviest] == 0)
            break;
        const chart_span *span = longest_span(b, heaviest);
        if (span != NULL)
            place_number(b, grid, line, span, column_of(b, heaviest, span->from));
        weights[heaviest] = 0;
    }
    free(weights);
}

void chart_band_draw(const chart *shown, surface *grid, rect area)
{
    band b = {.shown = shown, .count = area.cols};
    if (rect_is_empty(area))
        return;
    b.columns = calloc((size_t)area.cols, sizeof *b.columns);
    b.taken = calloc((size_t)area.cols, 1);
    if (b.columns != NULL && b.taken != NULL) {
        cover(shown, b.columns, b.count);
        find_leads(shown, b.columns, b.count);
        rect line = rect_cut_top(&area, 1);
        draw_runs(&b, grid, line);
        if (!rect_is_empty(area))
            draw_seams(&b, grid, area);
    }
    free(b.columns);
    free(b.taken);
}
