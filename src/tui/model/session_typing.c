#include "tui/model/session_typing.h"

#include <stdio.h>

#include "language/language.h"
#include "tui/model/session_inside.h"

void session_finish_typing(session *s)
{
    s->typing = false;
    if (s->is_unfinished)
        s->changes++;
    s->is_unfinished = false;
}

void session_keep_unfinished(session *s, field_id id, const char *text)
{
    s->is_unfinished = true;
    s->unfinished_field = id;
    snprintf(s->unfinished, sizeof s->unfinished, "%s", text);
    s->changes++;
}

static field_target target_of(const session *s, scenario *plan, size_t index)
{
    scenario_item *item = &plan->items[index];
    return (field_target){plan, item, item->product, 0, s->today};
}

void session_show(const session *s, field_id id, char out[FIELD_TEXT])
{
    out[0] = '\0';
    if (s->plan->count == 0)
        return;
    const field_target target = target_of(s, s->plan, s->selected);
    field_show(id, &target, out, FIELD_TEXT);
}

/* Whether a text can be read, tried on a plan that nobody sees. */
static bool readable(const session *s, field_id id, const char *text, char reason[FIELD_REASON])
{
    scenario_item item = s->plan->items[s->selected];
    scenario trial = {.horizon = s->plan->horizon,
                      .tax = s->plan->tax,
                      .exchange = s->plan->exchange,
                      .items = &item,
                      .count = 1,
                      .capacity = 1};
    const field_target target = target_of(s, &trial, 0);
    return field_read(id, &target, text, reason, FIELD_REASON);
}

bool session_edit(session *s, field_id id, const char *text, char reason[FIELD_REASON])
{
    reason[0] = '\0';
    if (s->plan->count == 0)
        return false;
    if (!readable(s, id, text, reason)) {
        session_keep_unfinished(s, id, text);
        return false;
    }
    bool goes_on = s->typing && s->typed_field == id && s->typed_item == s->selected;
    if (!goes_on && !session_begin_change(s, session_touches_selected(s))) {
        snprintf(reason, FIELD_REASON, "%s", tr("there is no memory for another change"));
        return false;
    }
    session_finish_typing(s);
    s->changes++;
    s->typing = true;
    s->typed_field = id;
    s->typed_item = s->selected;
    const field_target target = target_of(s, s->plan, s->selected);
    field_read(id, &target, text, reason, FIELD_REASON);
    if (field_of(id)->of_plan)
        answers_renew(s->answers, s->plan);
    else
        answers_change(s->answers, s->plan, s->selected);
    return true;
}

void session_settle(session *s)
{
    session_finish_typing(s);
}
