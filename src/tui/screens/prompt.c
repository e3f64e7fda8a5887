#include "tui/screens/screens.h"

#include <stdio.h>
#include <stdlib.h>

#include "tui/screens/popup.h"
#include "tui/widgets/field.h"

enum { TITLE_BYTES = 80 };

typedef struct prompt {
    char title[TITLE_BYTES];
    field input;
    rect line; /* as last drawn */
    void (*taken)(app *a, const char *text);
} prompt;

static key_context prompt_where(const void *state, const app *a)
{
    (void)state, (void)a;
    return CONTEXT_PROMPT;
}

static void prompt_draw(void *state, const app *a, surface *grid)
{
    prompt *p = state;
    p->line = popup_draw(a, grid, p->title);
    field_draw(&p->input, grid, p->line, STYLE_FIELD_FOCUS, true);
}

static void prompt_act(void *state, app *a, action asked)
{
    prompt *p = state;
    if (asked == ACTION_BACK) {
        app_pop(a);
    } else if (asked == ACTION_CHOOSE && p->input.length > 0) {
        char text[FIELD_BYTES];
        snprintf(text, sizeof text, "%s", p->input.text);
        void (*taken)(app *, const char *) = p->taken;
        app_pop(a);
        taken(a, text);
    }
}

static void prompt_key(void *state, app *a, key pressed)
{
    (void)a;
    field_key(&((prompt *)state)->input, pressed);
}

static bool prompt_click(void *state, app *a, app_click at)
{
    prompt *p = state;
    (void)a;
    if (at.wheel == 0 && rect_contains(p->line, at.row, at.col))
        field_point(&p->input, at.col - p->line.col, p->line.cols);
    return true;
}

static const screen_type prompt_type = {.where = prompt_where,
                                        .draw = prompt_draw,
                                        .act = prompt_act,
                                        .type = prompt_key,
                                        .click = prompt_click,
                                        .destroy = free};

void prompt_open(app *a, const char *title, const char *text,
                 void (*taken)(app *a, const char *text))
{
    prompt *p = calloc(1, sizeof *p);
    if (p != NULL) {
        snprintf(p->title, sizeof p->title, "%s", title);
        field_set(&p->input, text);
        p->taken = taken;
    }
    app_push(a, &prompt_type, p);
}
