#include "tui/widgets/bars.h"

enum { GAP = 2, EIGHTHS = 8, SPACED_FROM = 3 /* cells of a column that can spare one */ };

static int clamp(int value, int low, int high)
{
    if (value > high)
        value = high;
    return value < low ? low : value;
}

bars_frame bars_lay_out(rect area, int columns, int name_cols, int note_cols)
{
    bars_frame frame = {.columns = columns < 1 ? 1 : columns};
    frame.names = rect_cut_left(&area, name_cols);
    rect_cut_left(&area, GAP);
    int room = area.cols - (note_cols > 0 ? note_cols + GAP : 0);
    frame.width = clamp(room / frame.columns, 1, BARS_WIDTH_MAX);
    frame.cells = rect_cut_left(&area, frame.width * frame.columns);
    rect_cut_left(&area, GAP);
    frame.notes = rect_cut_left(&area, note_cols);
    return frame;
}

rect bars_cells(const bars_frame *frame, int row, int rows, int column, int count)
{
    const rect all = {row, frame->cells.col, rows, frame->cells.cols};
    const rect wanted = {row, frame->cells.col + column * frame->width, rows, count * frame->width};
    return rect_intersect(all, wanted);
}

/* Eighths of a cell; what is not empty shows. */
static int eighths(int level, int full)
{
    int most = full * EIGHTHS;
    return level <= 0 ? 0 : clamp((level * most + BARS_FULL - 1) / BARS_FULL, 1, most);
}

/* How full a span is at cell `cell` of its column `column`. */
static int level_at(const bars_span *span, int column, int cell, int width)
{
    if (span->levels == NULL)
        return BARS_FULL;
    int begin = span->levels[column - span->from], end = span->levels[column - span->from + 1];
    return begin + (end - begin) * cell / width;
}

/* The end of a full bar is set off from what may follow. */
static bool is_spared(const bars_frame *frame, const bars_span *span, int column, int cell)
{
    return span->levels == NULL && !span->goes_on && column == span->to &&
           cell == frame->width - 1 && frame->width >= SPACED_FROM;
}

static void draw_column(surface *grid, const bars_frame *frame, int row, const bars_span *span,
                        int column)
{
    int col = frame->cells.col + column * frame->width;
    for (int cell = 0; cell < frame->width; cell++) {
        int filled = eighths(level_at(span, column, cell, frame->width), 1);
        if (is_spared(frame, span, column, cell))
            continue;
        if (filled == 0)
            surface_symbol(grid, row, col + cell, STYLE_DIM, SYMBOL_DOT);
        else
            surface_symbol(grid, row, col + cell, span->role, symbol_level(filled));
    }
}

static void draw_span(surface *grid, const bars_frame *frame, int row, const bars_span *span)
{
    for (int column = span->from; column <= span->to && column < frame->columns; column++)
        draw_column(grid, frame, row, span, column);
}

void bars_draw_row(surface *grid, const bars_frame *frame, int row, const bars_row *shown)
{
    const rect name = {row, frame->names.col, 1, frame->names.cols};
    const rect note = {row, frame->notes.col, 1, frame->notes.cols};
    surface_label(grid, name, TEXT_LEFT, STYLE_NORMAL, shown->name);
    if (shown->note != NULL)
        surface_label(grid, note, TEXT_RIGHT, shown->note_role, shown->note);
    rect before = surface_clip(grid, bars_cells(frame, row, 1, 0, frame->columns));
    for (int i = 0; i < shown->span_count; i++)
        draw_span(grid, frame, row, &shown->spans[i]);
    surface_unclip(grid, before);
}

/* Where the parts of a bar end, in eighths of a cell from the bottom. */
typedef struct stack {
    int ends[BARS_PARTS_MAX];
    int count;
} stack;

static stack stack_of(const bars_part *parts, int count, int column, int rows)
{
    stack found = {.count = count < BARS_PARTS_MAX ? count : BARS_PARTS_MAX};
    int height = 0;
    for (int i = 0; i < found.count; i++) {
        height += parts[i].heights[column];
        found.ends[i] = eighths(height, rows);
    }
    return found;
}

/* The part that takes most of the cell that begins at height `bottom`, the lower of equals. */
static int part_at(const stack *s, int bottom)
{
    int best = 0, most = 0;
    for (int i = 0; i < s->count; i++) {
        int from = i == 0 ? 0 : s->ends[i - 1];
        int taken = clamp(s->ends[i] - bottom, 0, EIGHTHS) - clamp(from - bottom, 0, EIGHTHS);
        best = taken > most ? i : best;
        most = taken > most ? taken : most;
    }
    return best;
}

static void draw_stack(surface *grid, rect bar, const bars_part *parts, const stack *s)
{
    int top = s->count == 0 ? 0 : s->ends[s->count - 1];
    int row = bar.row + bar.rows - 1;
    for (int bottom = 0; bottom < top && row >= bar.row; bottom += EIGHTHS, row--) {
        symbol level = symbol_level(clamp(top - bottom, 1, EIGHTHS));
        for (int col = bar.col; col < bar.col + bar.cols; col++)
            surface_symbol(grid, row, col, parts[part_at(s, bottom)].role, level);
    }
}

void bars_draw_stacks(surface *grid, const bars_frame *frame, int row, int rows,
                      const bars_part *parts, int count)
{
    for (int column = 0; column < frame->columns; column++) {
        rect bar = bars_cells(frame, row, rows, column, 1);
        const stack found = stack_of(parts, count, column, rows);
        if (frame->width >= SPACED_FROM)
            rect_cut_right(&bar, 1);
        draw_stack(grid, bar, parts, &found);
    }
}
