#include "tui/widgets/scrollbar.h"

#include <stdint.h>

/* `part` of `total`, on a bar of `length` cells; 64 bits, since the product may not fit an int. */
static int scale(int part, int total, int length)
{
    return (int)((int64_t)part * length / total);
}

void scrollbar_draw(surface *grid, rect area, int top, int total)
{
    if (rect_is_empty(area) || total <= area.rows)
        return;
    int thumb = scale(area.rows, total, area.rows);
    if (thumb < 1)
        thumb = 1;
    int from = scale(top, total - area.rows, area.rows - thumb);
    for (int i = 0; i < area.rows; i++) {
        bool inside = i >= from && i < from + thumb;
        surface_symbol(grid, area.row + i, area.col, STYLE_BORDER,
                       inside ? SYMBOL_SCROLL_THUMB : SYMBOL_SCROLL_TRACK);
    }
}
