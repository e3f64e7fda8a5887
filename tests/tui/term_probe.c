/*
 * A program with nothing in it but the terminal: it shows the size, some hard glyphs, the style
 * roles, the last event, and a field that all text goes to. `q` leaves, `!` crashes, `m` turns the
 * mouse on, `w` waits a moment for an event. The options are --ascii, --mono and --mouse.
 */
#include "tui/term/term.h"
#include "tui/widgets/field.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { WAIT_MS = 20 };

typedef struct probe {
    surface *screen;
    field typed;
    char last[128];
    int timeout_ms;
    bool leaving;
} probe;

static void draw(probe *p)
{
    rect area = surface_area(p->screen);
    int last_row = area.rows - 1;
    char size[32];

    surface_clear(p->screen);
    snprintf(size, sizeof size, "probe %dx%d", area.cols, area.rows);
    surface_text(p->screen, 0, 0, area.cols, STYLE_NORMAL, size);
    surface_text(p->screen, 1, 0, area.cols, STYLE_NORMAL, "价格 e\u0301 ⣿█ \033[31m");
    surface_text(p->screen, 2, 0, area.cols, STYLE_STRONG, p->last);
    field_draw(&p->typed, p->screen, (rect){3, 0, 1, area.cols}, STYLE_FIELD, true);
    surface_box(p->screen, (rect){4, 0, 3, 6}, STYLE_BORDER);
    for (style role = 0; role < STYLE_COUNT; role++)
        surface_text(p->screen, 7, (int)role, 1, role, "#");
    for (int row = 8; row < last_row; row++)
        surface_text(p->screen, row, 0, 2, STYLE_DIM, row % 2 == 0 ? "价" : "ab");
    surface_text(p->screen, last_row, area.cols - 3, 3, STYLE_NORMAL, "end");
}

static void on_key(probe *p, key pressed)
{
    char name[32];

    key_label(name, sizeof name, pressed);
    snprintf(p->last, sizeof p->last, "key %s%s", name, pressed.pasted ? " pasted" : "");
    p->leaving = key_is(pressed, 'q');
    if (key_is(pressed, '!'))
        abort();
    if (key_is(pressed, 'm'))
        term_report_mouse(true);
    if (key_is(pressed, 'w'))
        p->timeout_ms = WAIT_MS;
    field_key(&p->typed, pressed);
}

static void on_event(probe *p, const term_event *event)
{
    p->timeout_ms = -1;
    switch (event->kind) {
    case TERM_KEY:
        on_key(p, event->key);
        break;
    case TERM_MOUSE:
        snprintf(p->last, sizeof p->last, "mouse %d at %d,%d", (int)event->mouse.button,
                 event->mouse.row, event->mouse.col);
        break;
    case TERM_RESIZE:
        p->leaving = !surface_resize(p->screen, event->rows, event->cols);
        break;
    case TERM_TIMEOUT:
        snprintf(p->last, sizeof p->last, "timeout");
        break;
    case TERM_QUIT:
    case TERM_HANGUP:
        p->leaving = true;
        break;
    }
}

static bool has_option(char **arguments, const char *name)
{
    for (; *arguments != NULL; arguments++)
        if (strcmp(*arguments, name) == 0)
            return true;
    return false;
}

/* 0 after `q`, 128 and the signal after one. */
static int run(probe *p)
{
    term_event event = {.kind = TERM_TIMEOUT};

    while (!p->leaving) {
        draw(p);
        term_show(p->screen);
        term_wait(&event, p->timeout_ms);
        on_event(p, &event);
    }
    return event.kind == TERM_QUIT ? 128 + event.signal : 0;
}

int main(int count, char **arguments)
{
    term_options options = {.ascii = has_option(arguments, "--ascii"),
                            .mono = has_option(arguments, "--mono"),
                            .mouse = has_option(arguments, "--mouse")};
    probe p = {.last = "nothing", .timeout_ms = -1};
    char error[256];
    int rows;
    int cols;

    (void)count;
    setlocale(LC_CTYPE, "");
    if (!term_open(&options, error, sizeof error)) {
        fprintf(stderr, "term_probe: %s\n", error);
        return 1;
    }
    term_size(&rows, &cols);
    field_set(&p.typed, "");
    p.screen = surface_create(rows, cols, term_is_ascii());
    int status = p.screen == NULL ? 1 : run(&p);
    surface_destroy(p.screen);
    term_close();
    return status;
}
