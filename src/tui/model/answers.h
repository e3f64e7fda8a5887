/*
 * Answers: what the engine says to each item of a plan, and to the plan as a whole.
 *
 * A change answers anew what it touches: the item, and with it the items that share its points.
 * All other answers stay as they are.
 */
#ifndef BREAKEVEN_TUI_MODEL_ANSWERS_H
#define BREAKEVEN_TUI_MODEL_ANSWERS_H

#include <stdbool.h>
#include <stddef.h>

#include <breakeven/portfolio.h>
#include <breakeven/quote.h>
#include <breakeven/regret.h>

#include "scenario/scenario.h"

typedef struct answers answers;

/* None yet. `today` decides the age of prices. NULL when there is no memory. */
answers *answers_create(be_date today);
void answers_destroy(answers *a);

/*
 * Tells of a change of the plan, and answers: all items anew; the one at `index`, which may be new
 * behind the last; one less, the others in their order. Where memory is lacking an item has no
 * answer.
 */
void answers_renew(answers *a, const scenario *plan);
void answers_change(answers *a, const scenario *plan, size_t index);
void answers_remove(answers *a, const scenario *plan, size_t index);

/* The engine's answer to an item, valid until the next change; NULL when there is none. */
const be_quote *answers_quote(const answers *a, size_t index);

/* What it may be rued by; NULL where no low and high volume are given, or where points are shared.
 */
const be_regret *answers_regret(const answers *a, size_t index);

/* The demand that the answer is for, or NULL. */
const be_demand *answers_demand(const answers *a, size_t index);

/* All answers added up, by currency; none where one is lacking, for it would not be the whole. */
const be_portfolio *answers_portfolios(const answers *a, size_t *count);

/* Another number whenever an answer, or which item has which, may have changed. */
unsigned answers_revision(const answers *a);

#endif
