#include "tui/widgets/table.h"

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

/* The widest column that is wider than its least; -1 for none. */
static int widest_to_cut(const table *shown, const table_span *spans)
{
    int found = -1;

    for (int i = 0; i < shown->column_count; i++) {
        int least = shown->columns[i].least;
        if (spans[i].cols <= (least > 1 ? least : 1))
            continue;
        if (found < 0 || spans[i].cols > spans[found].cols)
            found = i;
    }
    return found;
}

static void shrink(const table *shown, int cols, int gap, table_span *spans)
{
    int column;

    while (total_cols(spans, shown->column_count, gap) > cols &&
           (column = least_important(shown, spans)) >= 0)
        spans[column].cols = 0;
    while (total_cols(spans, shown->column_count, gap) > cols &&
           (column = widest_to_cut(shown, spans)) >= 0)
        spans[column].cols--;
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
    return (rect){line.row, line.col + span.col, 1, span.cols};
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

static void draw_row(const table *shown, surface *grid, rect line, const table_span *spans, int row)
{
    surface_fill(grid, line, row == shown->selected_row ? STYLE_SELECTED : STYLE_NORMAL);
    for (int i = 0; i < shown->column_count; i++) {
        const char *text = cell_of(shown, row, i)->text;
        surface_label(grid, place(line, spans[i]), shown->columns[i].align,
                      cell_style(shown, row, i), text == NULL ? "" : text);
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
        draw_row(shown, grid, rect_cut_top(&rest, 1), spans, row);
    surface_unclip(grid, before);
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
