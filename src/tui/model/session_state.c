#include "tui/model/session_state.h"

#include <stdlib.h>

#include "tui/model/session_inside.h"

const char *session_unfinished(const session *s, field_id *id)
{
    *id = s->unfinished_field;
    return s->is_unfinished ? s->unfinished : NULL;
}

bool session_has_unsaved(const session *s)
{
    return s->is_unfinished || session_modified(s);
}

void session_state_clear(session_state *state)
{
    scenario_destroy(state->plan);
    scenario_destroy(state->saved);
    free(state->path);
    *state = (session_state){0};
}

bool session_resume(session *s, session_state *state)
{
    history_place before = session_place(s);
    before.selected = state->selected;
    if (!scenario_equal(state->plan, state->saved) &&
        !history_remember(s->past, state->saved, session_touches_all(state->saved), before))
        return false;
    session_take_saved(s, state->saved);
    session_take_path(s, state->path, state->print);
    session_replace_plan(s, state->plan, state->selected);
    state->plan = state->saved = NULL;
    state->path = NULL;
    if (state->typing && s->plan->count > 0)
        session_keep_unfinished(s, state->field, state->typed);
    return true;
}
