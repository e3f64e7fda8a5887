#include "tui/widgets/table.h"

#include "text/wrap.h"

enum { CELL_LINE = 512 }; /* bytes of a line of a cell */

static const table_cell *cell_of(const table *shown, int row, int column)
{
    return &shown->cells[row * shown->column_count + column];
}

static int cols_of(const char *text)
{
    return text == NULL ? 0 : text_width(text);
}

static int natural_cols(const table *shown, int column)
{
    int widest = cols_of(shown->columns[column].title);

    for (int row = 0; row < shown->row_count; row++) {
        int cols = cols_of(cell_of(shown, row, column)->text);
        if (cols > widest)
            widest = cols;
    }
    return widest < 1 ? 1 : widest;
}

/* What the columns that are left take, with the gaps between them. */
static int total_cols(const table_span *spans, int count, int gap)
{
    int total = 0;

    for (int i = 0; i < count; i++)
        if (spans[i].cols > 0)
            total += spans[i].cols + (total > 0 ? gap : 0);
    return total;
}

/* The least important of the columns that may be left out, the last of equals; -1 for none. */
static int least_important(const table *shown, const table_span *spans)
{
    int found = -1;

    for (int i = 0; i < shown->column_count; i++) {
        int importance = shown->columns[i].importance;
        if (spans[i].cols == 0 || importance == 0)
            continue;
        if (found < 0 || importance <= shown->columns[found].importance)
            found = i;
    }
    return found;
}

/* The widest of what is short, such as an amount or a title. */
static int short_cols(const table *shown, int column)
{
    int widest = 1;

    for (int row = -1; row < shown->row_count; row++) {
        int cols =
            cols_of(row < 0 ? shown->columns[column].title : cell_of(shown, row, column)->text);
        if (cols > widest && cols <= TABLE_SHORT)
            widest = cols;
    }
    return widest;
}

/* The widest column that is wider than its floor; -1 for none. */
static int widest_to_cut(const table_span *spans, const int *floors, int count)
{
    int found = -1;

    for (int i = 0; i < count; i++) {
        if (spans[i].cols > floors[i] && (found < 0 || spans[i].cols > spans[found].cols))
            found = i;
    }
    return found;
}

static void cut(const table *shown, int cols, int gap, table_span *spans, const int *floors)
{
    int column;

    while (total_cols(spans, shown->column_count, gap) > cols &&
           (column = widest_to_cut(spans, floors, shown->column_count)) >= 0)
        spans[column].cols--;
}

/* Long texts lose before short ones, and those before a column becomes narrower than its least. */
static void shrink(const table *shown, int cols, int gap, table_span *spans)
{
    int shorts[TABLE_COLUMNS_MAX], leasts[TABLE_COLUMNS_MAX], ones[TABLE_COLUMNS_MAX];
    int column;

    while (total_cols(spans, shown->column_count, gap) > cols &&
           (column = least_important(shown, spans)) >= 0)
        spans[column].cols = 0;
    for (int i = 0; i < shown->column_count; i++) {
        ones[i] = 1;
        leasts[i] = shown->columns[i].least > 1 ? shown->columns[i].least : 1;
        shorts[i] = short_cols(shown, i) > leasts[i] ? short_cols(shown, i) : leasts[i];
    }
    cut(shown, cols, gap, spans, shorts);
    cut(shown, cols, gap, spans, leasts);
    cut(shown, cols, gap, spans, ones);
}

static void grow(const table *shown, int cols, int gap, table_span *spans)
{
    int spare = cols - total_cols(spans, shown->column_count, gap);
    int growing = 0;

    if (spare <= 0)
        return;
    for (int i = 0; i < shown->column_count; i++)
        growing += shown->columns[i].grows && spans[i].cols > 0;
    for (int i = 0; i < shown->column_count && growing > 0; i++) {
        if (!shown->columns[i].grows || spans[i].cols == 0)
            continue;
        int share = spare / growing--;
        spans[i].cols += share;
        spare -= share;
    }
}

void table_layout(const table *shown, int cols, table_span spans[TABLE_COLUMNS_MAX])
{
    int col = 0;

    for (int i = 0; i < shown->column_count; i++)
        spans[i] = (table_span){0, natural_cols(shown, i)};
    int gap =
        total_cols(spans, shown->column_count, TABLE_GAP) > cols ? TABLE_GAP_TIGHT : TABLE_GAP;
    shrink(shown, cols, gap, spans);
    grow(shown, cols, gap, spans);
    for (int i = 0; i < shown->column_count; i++) {
        spans[i].col = col;
        if (spans[i].cols > 0)
            col += spans[i].cols + gap;
    }
}

static bool has_head(const table *shown)
{
    for (int i = 0; i < shown->column_count; i++)
        if (shown->columns[i].title != NULL)
            return true;
    return false;
}

static rect place(rect line, table_span span)
{
    return (rect){line.row, line.col + span.col, line.rows, span.cols};
}

static void draw_head(const table *shown, surface *grid, rect line, const table_span *spans)
{
    for (int i = 0; i < shown->column_count; i++) {
        const table_column *column = &shown->columns[i];
        bool marked = i == shown->highlighted_column;
        if (column->title != NULL)
            surface_label(grid, place(line, spans[i]), column->align,
                          marked ? STYLE_HIGHLIGHT : STYLE_HEADER, column->title);
    }
}

static style cell_style(const table *shown, int row, int column)
{
    if (row == shown->selected_row)
        return STYLE_SELECTED;
    if (column == shown->highlighted_column)
        return STYLE_HIGHLIGHT;
    return cell_of(shown, row, column)->role;
}

/* The lines of a row: as many as its tallest cell needs and the table allows. */
static int row_lines(const table *shown, const table_span *spans, int row)
{
    int lines = 1;

    for (int i = 0; i < shown->column_count; i++) {
        const char *text = cell_of(shown, row, i)->text;
        int needed = text == NULL || spans[i].cols == 0 ? 1 : wrap_count(text, spans[i].cols);
        lines = needed > lines ? needed : lines;
    }
    return lines < shown->lines_most ? lines : shown->lines_most > 1 ? shown->lines_most : 1;
}

/* What does not fit the last line ends with an ellipsis. */
static void draw_cell(surface *grid, rect area, text_align align, style role, const char *text)
{
    char line[CELL_LINE];

    while (area.rows > 1 && wrap_next(&text, area.cols, line, sizeof line))
        surface_label(grid, rect_cut_top(&area, 1), align, role, line);
    surface_label(grid, area, align, role, area.rows > 1 ? "" : text);
}

static void draw_row(const table *shown, surface *grid, rect lines, const table_span *spans,
                     int row)
{
    surface_fill(grid, lines, row == shown->selected_row ? STYLE_SELECTED : STYLE_NORMAL);
    for (int i = 0; i < shown->column_count; i++) {
        const char *text = cell_of(shown, row, i)->text;
        draw_cell(grid, place(lines, spans[i]), shown->columns[i].align, cell_style(shown, row, i),
                  text == NULL ? "" : text);
    }
}

void table_draw(const table *shown, surface *grid, rect area)
{
    table_span spans[TABLE_COLUMNS_MAX];
    rect rest = area;
    rect before = surface_clip(grid, area);

    table_layout(shown, area.cols, spans);
    if (has_head(shown))
        draw_head(shown, grid, rect_cut_top(&rest, 1), spans);
    for (int row = shown->top; row < shown->row_count && rest.rows > 0; row++)
        draw_row(shown, grid, rect_cut_top(&rest, row_lines(shown, spans, row)), spans, row);
    surface_unclip(grid, before);
}

int table_lines(const table *shown, int cols)
{
    table_span spans[TABLE_COLUMNS_MAX];
    int lines = has_head(shown);

    table_layout(shown, cols, spans);
    for (int row = 0; row < shown->row_count; row++)
        lines += row_lines(shown, spans, row);
    return lines;
}

int table_column_at(const table *shown, int cols, int col)
{
    table_span spans[TABLE_COLUMNS_MAX];

    table_layout(shown, cols, spans);
    for (int i = 0; i < shown->column_count; i++)
        if (col >= spans[i].col && col < spans[i].col + spans[i].cols)
            return i;
    return -1;
}
