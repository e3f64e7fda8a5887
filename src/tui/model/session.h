/*
 * The session: the plan that is being edited, and the engine's answer for each of its items.
 *
 * Every change goes through here, so that one place takes the undo step, marks the plan as unsaved
 * and has the engine answer anew: the one item that changed, or all when the months changed. A
 * session knows nothing of the screen.
 */
#ifndef BREAKEVEN_TUI_MODEL_SESSION_H
#define BREAKEVEN_TUI_MODEL_SESSION_H

#include <stdbool.h>
#include <stddef.h>

#include <breakeven/calendar.h>
#include <breakeven/catalog.h>
#include <breakeven/demand.h>
#include <breakeven/portfolio.h>
#include <breakeven/quote.h>
#include <breakeven/regret.h>
#include <breakeven/sampling.h>

#include "catalog/own_prices.h"
#include "config/problem.h"
#include "tui/model/fields.h"
#include "tui/model/guarded_save.h"
#include "tui/model/summary.h"

typedef struct session session;

/* An empty plan over the horizon, or NULL when there is no memory. The catalogue is borrowed. */
session *session_create(const be_catalog *known, be_horizon horizon, be_date today);
void session_destroy(session *s);

const be_catalog *session_catalog(const session *s);
be_date session_today(const session *s);

/* -- files ----------------------------------------------------------------------------------- */

/* Reads a plan in place of this one, which undo brings back; after a failure this one is as it was.
 */
bool session_load(session *s, const char *path, problems *found);

/*
 * Writes the plan; from then on it is what is saved, and `path` its file. What session_path
 * returned before is then gone. Refused where that would destroy the work of somebody else: where
 * the plan's file is not any more what it was when it was last read or written here, or another is
 * there.
 */
save_outcome session_save(session *s, const char *path, problems *found);

/* The same once the user has agreed, over what the file held when it was refused; refused again
 * where it holds something else by now. */
save_outcome session_save_anyway(session *s, const char *path, problems *found);

/* The plan's file, or NULL when it has none. */
const char *session_path(const session *s);

/* Whether another planner had the file open when this one opened it. */
bool session_is_file_shared(const session *s);

/* Whether anything differs from the file. */
bool session_modified(const session *s);

/* An empty plan in place of this one, without a file; can be undone. */
bool session_clear(session *s);

/* Begins with a plan that is there to be looked at: it counts as saved and has no file. Takes
 * `plan`. False when there is no memory. */
bool session_show_example(session *s, scenario *plan);

/* Whether that plan is there as it was. */
bool session_is_example(const session *s);

/* -- keeping it (journal.h) ------------------------------------------------------------------ */

/* Another number whenever anything a journal keeps has changed. */
unsigned session_changes(const session *s);

/* Another number whenever what counts as saved, or its file, is another. */
unsigned session_base(const session *s);

/* The plan, and what is saved of it; borrowed until the next change. */
const scenario *session_plan(const session *s);
const scenario *session_saved(const session *s);

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

/* -- the plan -------------------------------------------------------------------------------- */

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

/* Another number whenever an answer, or which item has which, may have changed. */
unsigned session_revision(const session *s);

/* Attempted calls of the first month. */
be_quantity session_volume(const session *s, size_t index);

/* The answer in short, made now if there is none: enough for lists of all items. NULL when there is
 * no memory for it. */
const item_summary *session_summary(const session *s, size_t index);

/* The demand that the answer is for, or NULL. */
const be_demand *session_demand(const session *s, size_t index);

/*
 * The engine's answer, made now if there is none; NULL when there is no memory for it. Valid until
 * the next change, or until several other items have been asked for (answers.h): for one item at a
 * time.
 */
const be_quote *session_quote(const session *s, size_t index);

/* What the ways to buy cost at the item's low and high volume; NULL when it gives none. */
const be_regret *session_regret(const session *s, size_t index);

/*
 * What to buy now of the selected item if its volume is uncertain: worked out in steps of a few
 * milliseconds, session_look_ahead doing one and telling whether there are more. NULL until it is
 * known, and where nothing is uncertain or points are shared.
 */
bool session_look_ahead(session *s);
const be_sampled *session_outlook(const session *s);

/* How much of that is done; false when nothing is being worked out. */
bool session_outlook_progress(const session *s, size_t *done, size_t *total);

/* -- the selected item's demand ---------------------------------------------------------------- */

/* What a field shows now. */
void session_show(const session *s, field_id id, char out[FIELD_TEXT]);

/*
 * Takes a typed text for a field. False, with the reason, when the text has no meaning there; then
 * nothing changes. Texts typed one after the other into one field are a single undo step, until
 * session_settle.
 */
bool session_edit(session *s, field_id id, const char *text, char reason[FIELD_REASON]);
void session_settle(session *s);

/* -- prices of the user's own --------------------------------------------------------------------
 */

/* Lets prices be typed into the session's catalogue, and keeps them in `file`; both are borrowed.
 * Without a file they last as long as the session. False when there is no memory. */
bool session_use_prices(session *s, catalog *prices, const char *file);

enum { SESSION_PRICES_MAX = 64 };

/* A price that the selected product lacks, or did before the user typed one. */
typedef struct session_price {
    be_price_place place;
    be_amount published; /* the reason why it is missing */
    bool is_own;
    be_amount own;
} session_price;

/* Those of the selected product; returns how many there are. */
size_t session_prices(const session *s, session_price out[SESSION_PRICES_MAX]);

/* Takes a typed text for one of them, as session_edit does; nothing typed: the user has none. */
bool session_edit_price(session *s, const be_price_place *place, const char *text,
                        char reason[FIELD_REASON]);

/* Writes the prices into their file, if they are others than it holds. */
bool session_keep_prices(session *s, problems *found);

/* -- the volume, undo ----------------------------------------------------------------------------
 */

/* Makes the volume larger or smaller by one of so many parts of it, at least by one. */
bool session_scale(session *s, bool up, be_quantity parts);

/* Steps back to before the last change, or forward again. False when there is no such step. A step
 * to before a file was opened leaves the plan without a file, so that it is never saved there. */
bool session_undo(session *s);
bool session_redo(session *s);

/* -- sums over the plan ------------------------------------------------------------------------ */

/*
 * After a change items are open: not answered yet. Asking for one answers it; session_answer_next
 * answers another one, those from the selected item on first.
 */
size_t session_open(const session *s);
bool session_is_open(const session *s, size_t index);
void session_answer_next(session *s);

/*
 * The plan's answers added up, a portfolio for each currency in the order of the items; *count of
 * them. Answers all open items first, which takes its time in a large plan. Valid until the next
 * change. None when there was no memory to answer every item.
 */
const be_portfolio *session_portfolios(const session *s, size_t *count);

/* The plan's rates between currencies. */
const scenario_exchange *session_exchange(const session *s);

#endif
