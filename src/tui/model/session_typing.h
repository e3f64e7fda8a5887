/*
 * What is typed into the fields of the selected item's demand.
 */
#ifndef BREAKEVEN_TUI_MODEL_SESSION_TYPING_H
#define BREAKEVEN_TUI_MODEL_SESSION_TYPING_H

#include "tui/model/fields.h"
#include "tui/model/session.h"

/* What a field shows now. */
void session_show(const session *s, field_id id, char out[FIELD_TEXT]);

/*
 * Takes a typed text for a field. False, with the reason, when the text has no meaning there; then
 * nothing changes. Texts typed one after the other into one field are a single undo step, until
 * session_settle.
 */
bool session_edit(session *s, field_id id, const char *text, char reason[FIELD_REASON]);
void session_settle(session *s);

#endif
