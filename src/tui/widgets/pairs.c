#include "tui/widgets/pairs.h"

enum { GAP = 3 };

static int cols_of(const pair *shown)
{
    int name = text_width(shown->name);
    return name + (name > 0 ? 1 : 0) + text_width(shown->value);
}

static void draw(const pair *shown, surface *grid, int row, int col)
{
    int name = text_width(shown->name);
    surface_text(grid, row, col, name, STYLE_DIM, shown->name);
    surface_text(grid, row, col + name + (name > 0 ? 1 : 0), text_width(shown->value), shown->role,
                 shown->value);
}

int pairs_draw(const pair *pairs, int count, surface *grid, rect area)
{
    rect before = surface_clip(grid, area);
    int line = 0, used = 0;
    for (int i = 0; i < count; i++) {
        int cols = cols_of(&pairs[i]);
        if (used > 0 && used + GAP + cols > area.cols) {
            line++;
            used = 0;
        }
        used += used > 0 ? GAP : 0;
        draw(&pairs[i], grid, area.row + line, area.col + used);
        used += cols;
    }
    surface_unclip(grid, before);
    return count == 0 ? 0 : line + 1;
}
