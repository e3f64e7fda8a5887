#include "planner/frames.h"

#include <string.h>

typedef struct frame {
    int top, left, bottom, right;
} frame;

static bool is(const snapshot *s, int row, int col, const char *text)
{
    return row < s->rows && col < s->cols && strcmp(snapshot_at(s, row, col)->text, text) == 0;
}

/* Of a frame alone: the axes of a chart have a lower left corner as well. */
static bool is_corner(const snapshot *s, int row, int col)
{
    return is(s, row, col, "╭") || is(s, row, col, "╮") || is(s, row, col, "╯");
}

/* Lines may meet a side, and a scrollbar may stand in it. */
static bool is_side(const snapshot *s, int row, int col)
{
    return is(s, row, col, "│") || is(s, row, col, "├") || is(s, row, col, "┤") ||
           is(s, row, col, "┃");
}

/* The frame whose top left corner is here; false if there is none. */
static bool trace(const snapshot *s, int row, int col, frame *out)
{
    int right = col + 1, bottom = row + 1;
    while (right < s->cols && !is_corner(s, row, right))
        right++; /* titles stand in the edge */
    while (is_side(s, bottom, col) && is_side(s, bottom, right))
        bottom++;
    *out = (frame){row, col, bottom, right};
    return is(s, row, right, "╮") && is(s, bottom, col, "╰") && is(s, bottom, right, "╯");
}

/* Whether this corner is one of a whole frame that begins anywhere. */
static bool belongs(const snapshot *s, int row, int col)
{
    frame f;
    for (int top = 0; top <= row; top++) {
        for (int left = 0; left <= col; left++) {
            if (is(s, top, left, "╭") && trace(s, top, left, &f) &&
                (row == f.top || row == f.bottom) && (col == f.left || col == f.right))
                return true;
        }
    }
    return false;
}

frames_found frames_find(const snapshot *screen)
{
    frames_found found = {0};
    for (int row = 0; row < screen->rows; row++) {
        for (int col = 0; col < screen->cols; col++) {
            frame f;
            if (is(screen, row, col, "╭") && trace(screen, row, col, &f))
                found.count++;
            if (found.is_crooked || !is_corner(screen, row, col) || belongs(screen, row, col))
                continue;
            found.is_crooked = true;
            found.row = row;
            found.col = col;
        }
    }
    return found;
}
