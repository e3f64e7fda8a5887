#include "tui/widgets/rect.h"

static int clamp(int value, int low, int high)
{
    if (value > high)
        value = high;
    return value < low ? low : value;
}

static int smaller(int a, int b)
{
    return a < b ? a : b;
}

static int larger(int a, int b)
{
    return a > b ? a : b;
}

bool rect_is_empty(rect area)
{
    return area.rows <= 0 || area.cols <= 0;
}

bool rect_contains(rect area, int row, int col)
{
    return row >= area.row && row < area.row + area.rows && col >= area.col &&
           col < area.col + area.cols;
}

rect rect_intersect(rect a, rect b)
{
    int row = larger(a.row, b.row);
    int col = larger(a.col, b.col);
    int rows = smaller(a.row + a.rows, b.row + b.rows) - row;
    int cols = smaller(a.col + a.cols, b.col + b.cols) - col;

    return (rect){row, col, larger(rows, 0), larger(cols, 0)};
}

rect rect_inset(rect area, int rows, int cols)
{
    int down = clamp(rows, 0, area.rows / 2);
    int right = clamp(cols, 0, area.cols / 2);

    return (rect){area.row + down, area.col + right, larger(area.rows - 2 * rows, 0),
                  larger(area.cols - 2 * cols, 0)};
}

rect rect_center(rect outer, int rows, int cols)
{
    int height = clamp(rows, 0, outer.rows);
    int width = clamp(cols, 0, outer.cols);

    return (rect){outer.row + (outer.rows - height) / 2, outer.col + (outer.cols - width) / 2,
                  height, width};
}

rect rect_cut_top(rect *rest, int rows)
{
    rect strip = *rest;

    strip.rows = clamp(rows, 0, rest->rows);
    rest->row += strip.rows;
    rest->rows -= strip.rows;
    return strip;
}

rect rect_cut_bottom(rect *rest, int rows)
{
    rect strip = *rest;

    strip.rows = clamp(rows, 0, rest->rows);
    rest->rows -= strip.rows;
    strip.row = rest->row + rest->rows;
    return strip;
}

rect rect_cut_left(rect *rest, int cols)
{
    rect strip = *rest;

    strip.cols = clamp(cols, 0, rest->cols);
    rest->col += strip.cols;
    rest->cols -= strip.cols;
    return strip;
}

rect rect_cut_right(rect *rest, int cols)
{
    rect strip = *rest;

    strip.cols = clamp(cols, 0, rest->cols);
    rest->cols -= strip.cols;
    strip.col = rest->col + rest->cols;
    return strip;
}

rect rect_column(rect area, int index, int parts, int gap)
{
    int room = larger(area.cols - gap * (parts - 1), 0);
    int from = room * index / parts;
    int to = room * (index + 1) / parts;
    rect column = {area.row, area.col + from + gap * index, area.rows, to - from};

    return rect_intersect(area, column);
}
