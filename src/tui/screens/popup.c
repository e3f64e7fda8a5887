#include "tui/screens/popup.h"

#include "tui/widgets/panel.h"

enum { COLS = 76, FRAME_ROWS = 2, HINT_ROWS = 1 };

rect popup_frame(const app *a, surface *grid, const char *title, int rows)
{
    rect screen = surface_area(grid);
    const panel frame = {.title = title, .focused = true};
    rect inside =
        panel_draw(&frame, grid, rect_center(screen, rows + HINT_ROWS + FRAME_ROWS, COLS));
    app_draw_foot(a, grid, rect_cut_bottom(&inside, HINT_ROWS));
    surface_fill(grid, rect_cut_bottom(&screen, 1), STYLE_NORMAL);
    return rect_inset(inside, 0, 1);
}

rect popup_draw(const app *a, surface *grid, const char *title)
{
    return popup_frame(a, grid, title, 1);
}
