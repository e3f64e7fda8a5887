#include "tui/screens/screens.h"

#include <stdio.h>
#include <stdlib.h>

#include "language/language.h"
#include "tui/moves.h"
#include "tui/page_view.h"
#include "tui/widgets/panel.h"
#include "tui/widgets/scrollbar.h"

enum { TITLE_BYTES = 80, NOTE_BYTES = 40 };

typedef struct reader {
    char title[TITLE_BYTES];
    page *text;
    page_view view;
    const reader_more *more;     /* or NULL */
    const reader_source *source; /* or NULL */
    void *state;                 /* of the source */
    int percent;                 /* that it has done */
    int lines;                   /* of the page, and of them in sight: as last drawn */
    int shown;
    int cols;
} reader;

static key_context reader_where(const void *state, const app *a)
{
    const reader *r = state;
    (void)a;
    return r->more == NULL ? CONTEXT_READER : (key_context)(CONTEXT_READER | r->more->where);
}

static void write_note(const reader *r, char out[NOTE_BYTES])
{
    out[0] = '\0';
    if (r->source != NULL && r->percent < 100)
        snprintf(out, NOTE_BYTES, tr("searching, %d%%"), r->percent);
}

static void reader_draw(void *state, const app *a, surface *grid)
{
    reader *r = state;
    char note[NOTE_BYTES];
    rect screen = surface_area(grid);
    rect foot = rect_cut_bottom(&screen, 1);
    rect_cut_top(&screen, 1);
    write_note(r, note);
    const panel frame = {.title = r->title, .note = note, .focused = true};
    rect inside = rect_inset(panel_draw(&frame, grid, screen), 0, 1);
    rect bar = rect_cut_right(&inside, 1);
    rect_cut_right(&inside, 1);
    r->shown = inside.rows;
    r->cols = inside.cols;
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

/* Who reads on below what is new stays there. */
static void take_text(reader *r, page *text, bool ascii)
{
    int same = page_view_same(&r->view, r->text, text, r->cols, ascii);
    if (r->view.top > 0 && r->view.top >= same)
        r->view.top += page_view_lines(&r->view, text, r->cols, ascii) - r->lines;
    page_destroy(r->text);
    r->text = text;
}

static bool reader_work(void *state, app *a)
{
    reader *r = state;
    if (r->source == NULL || r->percent == 100)
        return false;
    const reader_news news = r->source->work(r->state, app_interrupt(a));
    if (news.percent > r->percent)
        r->percent = news.percent;
    if (news.text != NULL && page_failed(news.text))
        page_destroy(news.text);
    else if (news.text != NULL)
        take_text(r, news.text, app_is_ascii(a));
    return true;
}

static void reader_destroy(void *state)
{
    reader *r = state;
    if (r->source != NULL)
        r->source->destroy(r->state);
    page_destroy(r->text);
    free(r);
}

static const screen_type reader_type = {.where = reader_where,
                                        .draw = reader_draw,
                                        .act = reader_act,
                                        .work = reader_work,
                                        .destroy = reader_destroy};

/* Takes `text`; NULL where there is none. */
static reader *create(const char *title, page *text)
{
    reader *r = text == NULL || page_failed(text) ? NULL : calloc(1, sizeof *r);
    if (r == NULL) {
        page_destroy(text);
        return NULL;
    }
    r->text = text;
    r->view = (page_view){.roomy = true, .highlighted_column = -1};
    snprintf(r->title, sizeof r->title, "%s", title);
    return r;
}

void reader_open(app *a, const char *title, page *text)
{
    reader_open_with(a, title, text, NULL);
}

void reader_open_with(app *a, const char *title, page *text, const reader_more *more)
{
    reader *r = create(title, text);
    if (r != NULL)
        r->more = more;
    app_push(a, &reader_type, r);
}

void reader_open_from(app *a, const char *title, page *text, const reader_source *source,
                      void *state)
{
    reader *r = create(title, text);
    if (r != NULL) {
        r->source = source;
        r->state = state;
    } else if (state != NULL) {
        source->destroy(state);
    }
    app_push(a, &reader_type, r);
}
