#include "tui/screens/screens.h"

#include <stdio.h>
#include <stdlib.h>

#include "language/language.h"
#include "tui/screens/popup.h"
#include "tui/widgets/field.h"

enum { QUESTION_BYTES = 160 };

typedef struct confirm {
    char question[QUESTION_BYTES];
    char subject[FIELD_BYTES];
    confirm_answer *answered;
} confirm;

static key_context confirm_where(const void *state, const app *a)
{
    (void)state, (void)a;
    return CONTEXT_CONFIRM;
}

static void confirm_draw(void *state, const app *a, surface *grid)
{
    const confirm *c = state;
    surface_label(grid, popup_draw(a, grid, tr("Question")), TEXT_LEFT, STYLE_NORMAL, c->question);
    surface_hide_cursor(grid);
}

static void confirm_act(void *state, app *a, action asked)
{
    const confirm answer = *(const confirm *)state;
    if (asked != ACTION_YES && asked != ACTION_NO && asked != ACTION_BACK)
        return;
    app_pop(a);
    if (asked != ACTION_BACK)
        answer.answered(a, asked == ACTION_YES, answer.subject);
}

static const screen_type confirm_type = {
    .where = confirm_where, .draw = confirm_draw, .act = confirm_act, .destroy = free};

void confirm_open(app *a, const char *question, const char *subject, confirm_answer *answered)
{
    confirm *c = calloc(1, sizeof *c);
    if (c != NULL) {
        snprintf(c->question, sizeof c->question, "%s", question);
        snprintf(c->subject, sizeof c->subject, "%s", subject);
        c->answered = answered;
    }
    app_push(a, &confirm_type, c);
}
