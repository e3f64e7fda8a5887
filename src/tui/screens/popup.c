#include "tui/screens/popup.h"

#include "tui/widgets/panel.h"

enum { COLS = 76, ROWS = 4 };

rect popup_draw(const app *a, surface *grid, const char *title)
{
    rect screen = surface_area(grid);
    const panel frame = {.title = title, .focused = true};
    rect inside = panel_draw(&frame, grid, rect_center(screen, ROWS, COLS));
    rect line = rect_inset(rect_cut_top(&inside, 1), 0, 1);
    app_draw_foot(a, grid, rect_cut_top(&inside, 1));
    surface_fill(grid, rect_cut_bottom(&screen, 1), STYLE_NORMAL);
    return line;
}
