/*
 * Reading a journal: from its bytes back to the session as it was.
 */
#ifndef BREAKEVEN_TUI_MODEL_JOURNAL_REPLAY_H
#define BREAKEVEN_TUI_MODEL_JOURNAL_REPLAY_H

#include <stddef.h>

#include <breakeven/catalog.h>

#include "tui/model/session.h"
#include "tui/model/session_state.h"

typedef enum journal_condition {
    JOURNAL_WHOLE,
    JOURNAL_CUT,       /* not to be trusted from some point on: the state is as it was before */
    JOURNAL_UNREADABLE /* nothing of it can be used */
} journal_condition;

/* Fills `out`, which the caller clears with session_state_clear; all zero when unreadable. Products
 * are looked up in `known`. */
journal_condition journal_replay(const char *bytes, size_t size, const be_catalog *known,
                                 session_state *out);

#endif
