#include "tui/screens/screens.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tui/moves.h"
#include "tui/widgets/list.h"
#include "tui/widgets/panel.h"

enum { TITLE_BYTES = 80 };

/* Lines are shown as they are; a page that is wrapped was wrapped by whoever wrote it. */
typedef struct reader {
    char title[TITLE_BYTES];
    char *text;
    const char **lines; /* where each begins in `text` */
    list rows;          /* its selection stands for the first line in sight */
} reader;

static key_context reader_where(const void *state, const app *a)
{
    (void)state, (void)a;
    return CONTEXT_READER;
}

static void draw_line(surface *grid, rect area, int index, style role, const void *context)
{
    const reader *r = context;
    (void)role;
    surface_text(grid, area.row, area.col, area.cols, STYLE_NORMAL, r->lines[index]);
}

static void reader_draw(void *state, const app *a, surface *grid)
{
    reader *r = state;
    rect screen = surface_area(grid);
    rect foot = rect_cut_bottom(&screen, 1);
    const panel frame = {.title = r->title, .focused = true};
    rect_cut_top(&screen, 1);
    rect inside = rect_inset(panel_draw(&frame, grid, screen), 0, 1);
    list_fit(&r->rows, inside.rows);
    list_draw(&r->rows, grid, inside, false, draw_line, r);
    surface_hide_cursor(grid);
    surface_fill(grid, foot, STYLE_NORMAL);
    app_draw_foot(a, grid, foot);
}

static void reader_act(void *state, app *a, action asked)
{
    list *rows = &((reader *)state)->rows;
    int page = rows->page > 1 ? rows->page - 1 : 1;
    if (asked == ACTION_BACK)
        app_pop(a);
    else
        list_scroll(rows, moves_step(asked, page, rows->count));
}

static void reader_destroy(void *state)
{
    reader *r = state;
    free(r->lines);
    free(r->text);
    free(r);
}

static const screen_type reader_type = {
    .where = reader_where, .draw = reader_draw, .act = reader_act, .destroy = reader_destroy};

/* Ends each line in place and notes where it begins. */
static bool split_lines(reader *r)
{
    size_t count = 1;
    for (const char *p = r->text; *p != '\0'; p++)
        count += *p == '\n' ? 1 : 0;
    r->lines = calloc(count, sizeof *r->lines);
    if (r->lines == NULL)
        return false;
    size_t n = 0;
    for (char *line = r->text; line != NULL && *line != '\0';) {
        r->lines[n++] = line;
        char *end = strchr(line, '\n');
        if (end != NULL)
            *end++ = '\0';
        line = end;
    }
    list_set_count(&r->rows, (int)n);
    return true;
}

void reader_open(app *a, const char *title, char *text)
{
    reader *r = text == NULL ? NULL : calloc(1, sizeof *r);
    if (r == NULL) {
        free(text);
        app_push(a, &reader_type, NULL);
        return;
    }
    r->text = text;
    snprintf(r->title, sizeof r->title, "%s", title);
    if (!split_lines(r)) {
        reader_destroy(r);
        r = NULL;
    }
    app_push(a, &reader_type, r);
}
