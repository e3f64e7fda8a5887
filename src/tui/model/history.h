/*
 * Undo and redo: plans as they were. Of each step is kept what the change touched, so that a step
 * costs no more in a large plan.
 */
#ifndef BREAKEVEN_TUI_MODEL_HISTORY_H
#define BREAKEVEN_TUI_MODEL_HISTORY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "scenario/scenario.h"

/* So many steps can be undone; older ones are forgotten. */
enum { HISTORY_MAX = 100 };

typedef struct history history;

/* What goes with a plan: the item under the cursor, which document the plan is a state of, and
 * which state the user's own prices were in. */
typedef struct history_place {
    size_t selected;
    unsigned document;
    unsigned prices;
} history_place;

/* An empty history, or NULL when there is no memory. */
history *history_create(void);
void history_destroy(history *h);

/* What a change touches of a plan's items: in place of the `before` from `at` on there are `after`
 * then. All else but the items may change as well. */
typedef struct history_change {
    size_t at, before, after;
} history_change;

/* As `after`: all items there are then, `at` being 0. */
#define HISTORY_ALL SIZE_MAX

/* Keeps of the plan what a change is about to touch. What had been undone can no longer be redone.
 * False, and nothing is kept, when there is no memory. */
bool history_remember(history *h, const scenario *plan, history_change change, history_place here);

/*
 * Makes the plan what it was before the last change, or behind it again. `*done` is what that
 * touched. False, and nothing changes, when there is no such step or no memory.
 */
bool history_back(history *h, scenario *plan, history_place here, history_place *then,
                  history_change *done);
bool history_forward(history *h, scenario *plan, history_place here, history_place *then,
                     history_change *done);

#endif
