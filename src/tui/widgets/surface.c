#include "tui/widgets/surface.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

struct surface {
    surface_cell *cells;
    int rows;
    int cols;
    rect clip;
    int cursor_row; /* -1 when the cursor is hidden */
    int cursor_col;
    bool ascii;
};

static const surface_cell blank = {.points = {' '}, .style = STYLE_NORMAL, .cols = 1};

static surface_cell *cell_at(surface *grid, int row, int col)
{
    return &grid->cells[(size_t)row * (size_t)grid->cols + (size_t)col];
}

static size_t cell_count(const surface *grid)
{
    return (size_t)grid->rows * (size_t)grid->cols;
}

static surface_cell *allocate_cells(int rows, int cols)
{
    if (rows < 1 || cols < 1 || rows > SURFACE_SIDE_MAX || cols > SURFACE_SIDE_MAX)
        return NULL;
    return calloc((size_t)rows * (size_t)cols, sizeof(surface_cell));
}

surface *surface_create(int rows, int cols, bool ascii)
{
    surface *grid = calloc(1, sizeof *grid);

    if (grid == NULL)
        return NULL;
    grid->ascii = ascii;
    if (!surface_resize(grid, rows, cols)) {
        surface_destroy(grid);
        return NULL;
    }
    return grid;
}

void surface_destroy(surface *grid)
{
    if (grid == NULL)
        return;
    free(grid->cells);
    free(grid);
}

bool surface_resize(surface *grid, int rows, int cols)
{
    surface_cell *cells = allocate_cells(rows, cols);

    if (cells == NULL)
        return false;
    free(grid->cells);
    grid->cells = cells;
    grid->rows = rows;
    grid->cols = cols;
    surface_clear(grid);
    return true;
}

bool surface_copy(surface *to, const surface *from)
{
    bool same_size = to->rows == from->rows && to->cols == from->cols;

    if (!same_size && !surface_resize(to, from->rows, from->cols))
        return false;
    memcpy(to->cells, from->cells, cell_count(from) * sizeof *to->cells);
    to->clip = from->clip;
    to->cursor_row = from->cursor_row;
    to->cursor_col = from->cursor_col;
    to->ascii = from->ascii;
    return true;
}

rect surface_area(const surface *grid)
{
    return (rect){0, 0, grid->rows, grid->cols};
}

bool surface_is_ascii(const surface *grid)
{
    return grid->ascii;
}

void surface_clear(surface *grid)
{
    for (size_t i = 0; i < cell_count(grid); i++)
        grid->cells[i] = blank;
    grid->clip = surface_area(grid);
    surface_hide_cursor(grid);
}

rect surface_clip(surface *grid, rect area)
{
    rect before = grid->clip;

    grid->clip = rect_intersect(before, area);
    return before;
}

void surface_unclip(surface *grid, rect before)
{
    grid->clip = rect_intersect(surface_area(grid), before);
}

/* Makes both halves of a wide glyph spaces, before one of them is drawn over. */
static void break_wide(surface *grid, int row, int col)
{
    surface_cell *cell = cell_at(grid, row, col);

    if (cell->cols == 1)
        return;
    surface_cell *head = cell->cols == 0 ? cell - 1 : cell;
    for (int half = 0; half < 2; half++) {
        uint8_t role = head[half].style;
        head[half] = blank;
        head[half].style = role;
    }
}

static void put_glyph(surface *grid, int row, int col, style role, const text_glyph *glyph)
{
    rect seen = rect_intersect((rect){row, col, 1, glyph->cols}, grid->clip);

    if (seen.rows != 1 || seen.cols != glyph->cols)
        return;
    for (int half = 0; half < glyph->cols; half++)
        break_wide(grid, row, col + half);
    surface_cell *head = cell_at(grid, row, col);
    memcpy(head->points, glyph->points, sizeof head->points);
    head->cols = (uint8_t)glyph->cols;
    head->style = (uint8_t)role;
    if (glyph->cols == 2)
        head[1] = (surface_cell){.style = (uint8_t)role, .cols = 0};
}

int surface_text(surface *grid, int row, int col, int max_cols, style role, const char *text)
{
    int used = 0;
    text_glyph glyph;

    while (text_next(&text, &glyph) && glyph.cols <= max_cols - used) {
        put_glyph(grid, row, col + used, role, &glyph);
        used += glyph.cols;
    }
    return used;
}

static void draw_cut(surface *grid, rect area, style role, const char *text)
{
    int used = surface_text(grid, area.row, area.col, area.cols - 1, role, text);

    surface_symbol(grid, area.row, area.col + used, role, SYMBOL_ELLIPSIS);
}

void surface_label(surface *grid, rect area, text_align align, style role, const char *text)
{
    int spare = area.cols - text_width(text);

    if (rect_is_empty(area))
        return;
    area.rows = 1;
    surface_fill(grid, area, role);
    if (spare < 0) {
        draw_cut(grid, area, role, text);
        return;
    }
    if (align != TEXT_LEFT)
        rect_cut_left(&area, align == TEXT_RIGHT ? spare : spare / 2);
    surface_text(grid, area.row, area.col, area.cols, role, text);
}

int surface_symbol(surface *grid, int row, int col, style role, symbol which)
{
    return surface_text(grid, row, col, INT_MAX, role, symbol_text(which, grid->ascii));
}

void surface_fill(surface *grid, rect area, style role)
{
    static const text_glyph space = {.points = {' '}, .cols = 1};
    rect shown = rect_intersect(area, grid->clip);

    for (int row = shown.row; row < shown.row + shown.rows; row++)
        for (int col = shown.col; col < shown.col + shown.cols; col++)
            put_glyph(grid, row, col, role, &space);
}

void surface_restyle(surface *grid, rect area, style role)
{
    rect shown = rect_intersect(area, grid->clip);

    for (int row = shown.row; row < shown.row + shown.rows; row++)
        for (int col = shown.col; col < shown.col + shown.cols; col++)
            cell_at(grid, row, col)->style = (uint8_t)role;
}

void surface_hline(surface *grid, int row, int col, int length, style role)
{
    for (int i = 0; i < length; i++)
        surface_symbol(grid, row, col + i, role, SYMBOL_HORIZONTAL);
}

void surface_vline(surface *grid, int row, int col, int length, style role)
{
    for (int i = 0; i < length; i++)
        surface_symbol(grid, row + i, col, role, SYMBOL_VERTICAL);
}

void surface_box(surface *grid, rect area, style role)
{
    int bottom = area.row + area.rows - 1;
    int right = area.col + area.cols - 1;

    if (area.rows < 2 || area.cols < 2)
        return;
    surface_hline(grid, area.row, area.col + 1, area.cols - 2, role);
    surface_hline(grid, bottom, area.col + 1, area.cols - 2, role);
    surface_vline(grid, area.row + 1, area.col, area.rows - 2, role);
    surface_vline(grid, area.row + 1, right, area.rows - 2, role);
    surface_symbol(grid, area.row, area.col, role, SYMBOL_TOP_LEFT);
    surface_symbol(grid, area.row, right, role, SYMBOL_TOP_RIGHT);
    surface_symbol(grid, bottom, area.col, role, SYMBOL_BOTTOM_LEFT);
    surface_symbol(grid, bottom, right, role, SYMBOL_BOTTOM_RIGHT);
}

void surface_show_cursor(surface *grid, int row, int col)
{
    surface_hide_cursor(grid);
    if (!rect_contains(grid->clip, row, col))
        return;
    grid->cursor_row = row;
    grid->cursor_col = col;
}

void surface_hide_cursor(surface *grid)
{
    grid->cursor_row = -1;
    grid->cursor_col = -1;
}

bool surface_cursor(const surface *grid, int *row, int *col)
{
    *row = grid->cursor_row;
    *col = grid->cursor_col;
    return grid->cursor_row >= 0;
}

const surface_cell *surface_at(const surface *grid, int row, int col)
{
    return &grid->cells[(size_t)row * (size_t)grid->cols + (size_t)col];
}

bool surface_cell_equal(const surface_cell *a, const surface_cell *b)
{
    return a->style == b->style && a->cols == b->cols &&
           memcmp(a->points, b->points, sizeof a->points) == 0;
}

size_t surface_row(const surface *grid, int row, char *out, size_t size)
{
    size_t length = 0;

    out[0] = '\0';
    for (int col = 0; col < grid->cols; col++) {
        const surface_cell *cell = surface_at(grid, row, col);
        text_glyph glyph = {.cols = cell->cols};

        memcpy(glyph.points, cell->points, sizeof glyph.points);
        length += text_encode_glyph(out + length, size - length, &glyph);
    }
    while (length > 0 && out[length - 1] == ' ')
        out[--length] = '\0';
    return length;
}
