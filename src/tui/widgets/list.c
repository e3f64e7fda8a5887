#include "tui/widgets/list.h"

#include "tui/widgets/scrollbar.h"

#include <limits.h>

static int clamp(int value, int low, int high)
{
    if (value > high)
        value = high;
    return value < low ? low : value;
}

static void keep_visible(list *rows)
{
    rows->top = clamp(rows->top, rows->selected - rows->page + 1, rows->selected);
    rows->top = clamp(rows->top, 0, rows->count - rows->page);
}

void list_set_count(list *rows, int count)
{
    rows->count = clamp(count, 0, INT_MAX);
    list_select(rows, rows->selected);
}

void list_fit(list *rows, int page)
{
    rows->page = clamp(page, 1, INT_MAX);
    keep_visible(rows);
}

void list_select(list *rows, int index)
{
    rows->selected = clamp(index, 0, rows->count - 1);
    list_fit(rows, rows->page);
}

void list_move(list *rows, int by)
{
    list_select(rows, rows->selected + clamp(by, -rows->count, rows->count));
}

void list_scroll(list *rows, int by)
{
    int step = clamp(by, -rows->count, rows->count);

    rows->top = clamp(rows->top + step, 0, rows->count - rows->page);
    list_select(rows, clamp(rows->selected, rows->top, rows->top + rows->page - 1));
}

int list_row_at(const list *rows, int line)
{
    int index = rows->top + line;

    return line >= 0 && line < rows->page && index < rows->count ? index : -1;
}

void list_draw(const list *rows, surface *grid, rect area, bool focused, list_row *draw,
               const void *context)
{
    style selected = focused ? STYLE_SELECTED : STYLE_SELECTED_UNFOCUSED;
    rect rest = area;

    if (rows->count > area.rows)
        scrollbar_draw(grid, rect_cut_right(&rest, 1), rows->top, rows->count);
    for (int index = rows->top; index < rows->count && rest.rows > 0; index++) {
        rect line = rect_cut_top(&rest, 1);
        style role = index == rows->selected ? selected : STYLE_NORMAL;
        rect before = surface_clip(grid, line);

        surface_fill(grid, line, role);
        draw(grid, line, index, role, context);
        surface_unclip(grid, before);
    }
}
