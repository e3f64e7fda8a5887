#include "tui/widgets/panel.h"

enum { FOCUS_COLS = 2 };

/* The edge that texts may cover: a corner and one cell of line stay at either end. */
static rect edge(rect area, int row)
{
    return (rect){row, area.col + 2, 1, area.cols > 4 ? area.cols - 4 : 0};
}

/* Draws " text " at one end of what is left of an edge and takes it off. */
static void draw_on_edge(surface *grid, rect *rest, text_align end, style role, const char *text)
{
    if (text == NULL || text[0] == '\0' || rest->cols < 3)
        return;
    int cols = text_width(text) + 2;
    rect part = end == TEXT_LEFT ? rect_cut_left(rest, cols) : rect_cut_right(rest, cols);

    surface_fill(grid, part, role);
    surface_label(grid, rect_inset(part, 0, 1), TEXT_LEFT, role, text);
}

/* A mark before the title says which pane takes the keys, where there are no colours to say it. */
static void draw_focus(surface *grid, rect *top)
{
    if (top->cols < FOCUS_COLS)
        return;
    rect part = rect_cut_left(top, FOCUS_COLS);
    surface_fill(grid, part, STYLE_TITLE);
    surface_symbol(grid, part.row, part.col + 1, STYLE_TITLE, SYMBOL_MARKER);
}

rect panel_draw(const panel *frame, surface *grid, rect area)
{
    rect top = edge(area, area.row);
    rect bottom = edge(area, area.row + area.rows - 1);
    rect inside = panel_inside(area);

    if (area.rows < 2 || area.cols < 2)
        return inside;
    surface_box(grid, area, frame->focused ? STYLE_BORDER_FOCUS : STYLE_BORDER);
    if (frame->focused)
        draw_focus(grid, &top);
    draw_on_edge(grid, &top, TEXT_LEFT, STYLE_TITLE, frame->title);
    draw_on_edge(grid, &top, TEXT_RIGHT, STYLE_DIM, frame->note);
    draw_on_edge(grid, &bottom, TEXT_RIGHT, STYLE_HINT, frame->footer);
    surface_fill(grid, inside, STYLE_NORMAL);
    return inside;
}

rect panel_inside(rect area)
{
    return rect_inset(area, 1, 1);
}
