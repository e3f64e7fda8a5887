/*
 * The engine's answers to a session's plan (answers.h).
 */
#ifndef BREAKEVEN_TUI_MODEL_SESSION_ANSWERS_H
#define BREAKEVEN_TUI_MODEL_SESSION_ANSWERS_H

#include <breakeven/demand.h>
#include <breakeven/portfolio.h>
#include <breakeven/quote.h>
#include <breakeven/regret.h>
#include <breakeven/sampling.h>

#include "tui/model/session.h"
#include "tui/model/summary.h"

/* Another number whenever an answer, or which item has which, may have changed. */
unsigned session_revision(const session *s);

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

#endif
