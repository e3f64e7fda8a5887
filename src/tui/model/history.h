/*
 * Undo and redo: plans as they were.
 */
#ifndef BREAKEVEN_TUI_MODEL_HISTORY_H
#define BREAKEVEN_TUI_MODEL_HISTORY_H

#include <stdbool.h>
#include <stddef.h>

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

/* Keeps a copy of the plan as it is before a change. What had been undone can no longer be redone.
 */
bool history_remember(history *h, const scenario *plan, history_place here);

/*
 * The plan before the last change, which the caller then owns; NULL when there is none or no
 * memory. `plan` is kept for history_forward.
 */
scenario *history_back(history *h, const scenario *plan, history_place here, history_place *then);
scenario *history_forward(history *h, const scenario *plan, history_place here,
                          history_place *then);

#endif
