#include "tui/screens/screens.h"

#include <stdio.h>
#include <stdlib.h>

#include "tui/moves.h"
#include "tui/page_view.h"
#include "tui/widgets/panel.h"
#include "tui/widgets/scrollbar.h"

enum { TITLE_BYTES = 80 };

typedef struct reader {
    char title[TITLE_BYTES];
    page *text;
    page_view view;
    const reader_more *more; /* or NULL */
    int lines;               /* of the page, and of them in sight: as last drawn */
    int shown;
} reader;

static key_context reader_where(const void *state, const app *a)
{
    const reader *r = state;
    (void)a;
    return r->more == NULL ? CONTEXT_READER : (key_context)(CONTEXT_READER | r->more->where);
}

static void reader_draw(void *state, const app *a, surface *grid)
{
    reader *r = state;
    rect screen = surface_area(grid);
    rect foot = rect_cut_bottom(&screen, 1);
    rect_cut_top(&screen, 1);
    const panel frame = {.title = r->title, .focused = true};
    rect inside = rect_inset(panel_draw(&frame, grid, screen), 0, 1);
    rect bar = rect_cut_right(&inside, 1);
    rect_cut_right(&inside, 1);
    r->shown = inside.rows;
    r->lines = page_view_lines(&r->view, r->text, inside.cols, surface_is_ascii(grid));
    r->view.top = page_view_clamp(r->view.top, r->lines, r->shown);
    page_view_draw(&r->view, r->text, grid, inside);
    scrollbar_draw(grid, bar, r->view.top, r->lines);
    surface_hide_cursor(grid);
    surface_fill(grid, foot, STYLE_NORMAL);
    app_draw_foot(a, grid, foot);
}

static void reader_act(void *state, app *a, action asked)
{
    reader *r = state;
    const reader_more *more = r->more;
    if (more != NULL && asked == more->asked) {
        app_pop(a);
        more->act(a);
        return;
    }
    if (asked == ACTION_BACK)
        app_pop(a);
    else
        r->view.top = page_view_clamp(r->view.top + moves_step(asked, r->shown - 1, r->lines),
                                      r->lines, r->shown);
}

static void reader_destroy(void *state)
{
    reader *r = state;
    page_destroy(r->text);
    free(r);
}

static const screen_type reader_type = {
    .where = reader_where, .draw = reader_draw, .act = reader_act, .destroy = reader_destroy};

void reader_open(app *a, const char *title, page *text)
{
    reader_open_with(a, title, text, NULL);
}

void reader_open_with(app *a, const char *title, page *text, const reader_more *more)
{
    reader *r = text == NULL || page_failed(text) ? NULL : calloc(1, sizeof *r);
    if (r == NULL) {
        page_destroy(text);
    } else {
        r->text = text;
        r->more = more;
        r->view = (page_view){.roomy = true, .highlighted_column = -1};
        snprintf(r->title, sizeof r->title, "%s", title);
    }
    app_push(a, &reader_type, r);
}
