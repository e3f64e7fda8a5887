#include "tui/widgets/keyhint.h"

enum { MARGIN = 1, GAP = 2 };

static int hint_cols(const keyhint *hint)
{
    return text_width(hint->key) + 1 + text_width(hint->text);
}

int keyhint_draw(const keyhint *hints, int count, surface *grid, rect area)
{
    int end = area.col + area.cols;
    int col = area.col + MARGIN;
    int drawn = 0;

    surface_fill(grid, (rect){area.row, area.col, 1, area.cols}, STYLE_HINT);
    while (drawn < count && col + hint_cols(&hints[drawn]) <= end) {
        const keyhint *hint = &hints[drawn++];
        col += surface_text(grid, area.row, col, end - col, STYLE_KEY, hint->key) + 1;
        col += surface_text(grid, area.row, col, end - col, STYLE_HINT, hint->text) + GAP;
    }
    return drawn;
}

int keyhint_at(const keyhint *hints, int count, int cols, int col)
{
    int from = MARGIN;

    for (int i = 0; i < count && from + hint_cols(&hints[i]) <= cols; i++) {
        int next = from + hint_cols(&hints[i]);
        if (col >= from && col < next)
            return i;
        from = next + GAP;
    }
    return -1;
}
