/*
 * The session: the plan that is being edited.
 *
 * Every change goes through here, so that one place takes the undo step, marks the plan as unsaved
 * and has the engine answer anew: the one item that changed, or all when the months changed. A
 * session knows nothing of the screen.
 *
 * What else is done with it: session_files.h opens and saves it, session_typing.h and
 * session_prices.h take what is typed, session_answers.h has the engine's answers, session_state.h
 * reopens it as it was left.
 */
#ifndef BREAKEVEN_TUI_MODEL_SESSION_H
#define BREAKEVEN_TUI_MODEL_SESSION_H

#include <stdbool.h>
#include <stddef.h>

#include <breakeven/calendar.h>
#include <breakeven/catalog.h>

#include "scenario/scenario.h"

typedef struct session session;

/* An empty plan over the horizon, or NULL when there is no memory. The catalogue is borrowed. */
session *session_create(const be_catalog *known, be_horizon horizon, be_date today);
void session_destroy(session *s);

const be_catalog *session_catalog(const session *s);
be_date session_today(const session *s);

/* Another number whenever anything a journal keeps has changed. */
unsigned session_changes(const session *s);

/* -- the plan -------------------------------------------------------------------------------- */

/* Borrowed until the next change. */
const scenario *session_plan(const session *s);

const char *session_name(const session *s);
bool session_rename(session *s, const char *name);
const char *session_customer(const session *s); /* whom a quote is for; "": not said */
bool session_set_customer(session *s, const char *customer);
be_horizon session_horizon(const session *s);

size_t session_count(const session *s);
size_t session_selected(const session *s); /* 0 when there are none */
void session_select(session *s, size_t index);

/* Adds a product with no demand at the end and selects it. */
bool session_add(session *s, const be_product *product);

/* Removes the selected item. */
bool session_remove(session *s);

const be_product *session_product(const session *s, size_t index);

/* The plan's rates between currencies. */
const scenario_exchange *session_exchange(const session *s);

/* Attempted calls of the first month. */
be_quantity session_volume(const session *s, size_t index);

/* Makes the volume larger or smaller by one of so many parts of it, at least by one. */
bool session_scale(session *s, bool up, be_quantity parts);

/* -- undo ------------------------------------------------------------------------------------ */

/* Steps back to before the last change, or forward again. False when there is no such step. A step
 * to before a file was opened leaves the plan without a file, so that it is never saved there. */
bool session_undo(session *s);
bool session_redo(session *s);

#endif
