#include "tui/screens/screens.h"

#include <stdio.h>
#include <stdlib.h>

#include "tui/widgets/panel.h"

enum { QUESTION_BYTES = 160, COLS = 64, ROWS = 4 };

typedef struct confirm {
    char question[QUESTION_BYTES];
    void (*answered)(app *a, bool yes);
} confirm;

static key_context confirm_where(const void *state, const app *a)
{
    (void)state, (void)a;
    return CONTEXT_CONFIRM;
}

static void confirm_draw(void *state, const app *a, surface *grid)
{
    const confirm *c = state;
    const panel frame = {.title = "Question", .focused = true};
    rect inside = panel_draw(&frame, grid, rect_center(surface_area(grid), ROWS, COLS));
    surface_label(grid, rect_inset(rect_cut_top(&inside, 1), 0, 1), TEXT_LEFT, STYLE_NORMAL,
                  c->question);
    surface_hide_cursor(grid);
    app_draw_foot(a, grid, rect_inset(rect_cut_top(&inside, 1), 0, 1));
}

static void confirm_act(void *state, app *a, action asked)
{
    void (*answered)(app *, bool) = ((const confirm *)state)->answered;
    if (asked != ACTION_YES && asked != ACTION_NO && asked != ACTION_BACK)
        return;
    app_pop(a);
    if (asked != ACTION_BACK)
        answered(a, asked == ACTION_YES);
}

static const screen_type confirm_type = {
    .where = confirm_where, .draw = confirm_draw, .act = confirm_act, .destroy = free};

void confirm_open(app *a, const char *question, void (*answered)(app *a, bool yes))
{
    confirm *c = calloc(1, sizeof *c);
    if (c != NULL) {
        snprintf(c->question, sizeof c->question, "%s", question);
        c->answered = answered;
    }
    app_push(a, &confirm_type, c);
}
