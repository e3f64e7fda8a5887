/*
 * A session as it is left, to be reopened (journal.h).
 */
#ifndef BREAKEVEN_TUI_MODEL_SESSION_STATE_H
#define BREAKEVEN_TUI_MODEL_SESSION_STATE_H

#include "tui/model/fields.h"
#include "tui/model/file_print.h"
#include "tui/model/session.h"

/* What has been typed into a field of the selected item and has no meaning there; NULL: nothing. */
const char *session_unfinished(const session *s, field_id *id);

/* Whether a session that ended now would lose anything. */
bool session_has_unsaved(const session *s);

/* A session as it was left. */
typedef struct session_state {
    scenario *plan;
    scenario *saved;
    char *path;       /* of its file; NULL: none */
    file_print print; /* of what that holds */
    size_t selected;
    bool typing; /* something without a meaning was being typed */
    field_id field;
    char typed[FIELD_TYPED];
} session_state;

/* Frees what the state owns. */
void session_state_clear(session_state *state);

/* Goes on where a session was left; takes what the state owns. One step of undo leads back to what
 * is saved. False when there is no memory. */
bool session_resume(session *s, session_state *state);

#endif
