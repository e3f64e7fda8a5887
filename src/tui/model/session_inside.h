/*
 * A session from the inside, for the files that it is made of: session.c holds the plan and its
 * changes, the others what else is done with it.
 */
#ifndef BREAKEVEN_TUI_MODEL_SESSION_INSIDE_H
#define BREAKEVEN_TUI_MODEL_SESSION_INSIDE_H

#include "tui/model/answers.h"
#include "tui/model/file_claim.h"
#include "tui/model/history.h"
#include "tui/model/outlook.h"
#include "tui/model/price_book.h"
#include "tui/model/session.h"
#include "tui/model/session_answers.h"
#include "tui/model/session_files.h"
#include "tui/model/session_prices.h"
#include "tui/model/session_state.h"
#include "tui/model/session_typing.h"

struct session {
    const be_catalog *catalog;
    be_date today;
    scenario *plan;
    scenario *saved; /* as it is in the file, or as the session began */
    char *path;
    file_print print;   /* of what the file held when it was last read or written here */
    file_print refused; /* of the file that the last saving was refused for */
    file_claim claim;   /* to the file */
    unsigned document;  /* which of those opened or begun the plan is a state of */
    unsigned documents; /* so many were opened or begun after the first */
    size_t selected;
    answers *answers;
    history *past;
    outlook *ahead;
    price_book *prices; /* NULL: none can be typed */
    bool typing;        /* the last change was typed into `typed_field` and may go on */
    field_id typed_field;
    size_t typed_item;
    be_price_place typed_place; /* where `typed_field` is FIELD_ID_COUNT: a price */
    bool is_unfinished;         /* what is typed into a field has no meaning */
    field_id unfinished_field;
    char unfinished[FIELD_TYPED];
    unsigned changes, base;
    bool shows_example; /* until anything else is opened or begun */
};

/* -- changes ----------------------------------------------------------------------------------- */

/* Remembers the plan as it is, for undo. False when there is no memory. */
bool session_begin_change(session *s, history_change change);

/* What a change touches: the selected item, none, or all. */
history_change session_touches_selected(const session *s);
history_change session_touches_no_item(void);
history_change session_touches_all(const scenario *plan);

/* Where undo comes back to, beside the plan. */
history_place session_place(const session *s);

/* Takes another plan in place of this one. */
void session_replace_plan(session *s, scenario *plan, size_t selected);

/* -- typing ------------------------------------------------------------------------------------ */

/* What was being typed has been taken, or given up. */
void session_finish_typing(session *s);

/* What is typed into a field has no meaning there. */
void session_keep_unfinished(session *s, field_id id, const char *text);

/* -- files ------------------------------------------------------------------------------------- */

/* Takes what counts as saved. */
void session_take_saved(session *s, scenario *saved);

/* Takes the plan's file, and what it holds; NULL for none. */
void session_take_path(session *s, char *path, file_print print);
void session_forget_path(session *s);

#endif
