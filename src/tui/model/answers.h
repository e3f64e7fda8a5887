/*
 * Answers: what the engine says to each item of a plan, and to the plan as a whole.
 *
 * A change leaves open what it touches: the item, and with it the items that share its points. What
 * is open is answered when it is asked for, or piece by piece by answers_next while nobody waits.
 * Of every answer a summary is kept; whole quotes only of the items that were asked for last, and
 * made again when they are gone.
 */
#ifndef BREAKEVEN_TUI_MODEL_ANSWERS_H
#define BREAKEVEN_TUI_MODEL_ANSWERS_H

#include <stdbool.h>
#include <stddef.h>

#include <breakeven/portfolio.h>
#include <breakeven/quote.h>
#include <breakeven/regret.h>

#include "scenario/scenario.h"
#include "tui/model/summary.h"

typedef struct answers answers;

/* None yet. `today` decides the age of prices. NULL when there is no memory. */
answers *answers_create(be_date today);
void answers_destroy(answers *a);

/*
 * Tells of a change of the plan, which is borrowed until the next one: all items are others; the
 * one at `index`, which may be new behind the last; one more or one less there, the others in their
 * order.
 */
void answers_renew(answers *a, const scenario *plan);
void answers_change(answers *a, const scenario *plan, size_t index);
void answers_insert(answers *a, const scenario *plan, size_t index);
void answers_remove(answers *a, const scenario *plan, size_t index);

/* How many items are open, and whether this one is. */
size_t answers_open(const answers *a);
bool answers_is_open(const answers *a, size_t index);

/* Answers one open item (or all that share its points), the next from `from` on, first. */
void answers_next(answers *a, size_t from);

/* The summary of the answer to an item; NULL where there is no memory. */
const item_summary *answers_summary(answers *a, size_t index);

/*
 * The engine's answer to an item; NULL where there is no memory. Valid until the next change, or
 * until ANSWERS_HELD_LEAST other items have been asked for.
 */
enum { ANSWERS_HELD_LEAST = 8 };
const be_quote *answers_quote(answers *a, size_t index);

/* What it may be rued by; NULL where no low and high volume are given, or where points are shared.
 */
const be_regret *answers_regret(answers *a, size_t index);

/* The demand that the answer is for, or NULL. It stays until the item itself changes or goes. */
const be_demand *answers_demand(answers *a, size_t index);

/*
 * All answers added up, by currency, after answering what is open; none where an answer is lacking,
 * for it would not be the whole.
 */
const be_portfolio *answers_portfolios(answers *a, size_t *count);

/* Another number whenever an answer, or which item has which, may have changed. */
unsigned answers_revision(const answers *a);

#endif
