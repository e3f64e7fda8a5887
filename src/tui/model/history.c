#include "tui/model/history.h"

#include <stdlib.h>
#include <string.h>

/* How to come back to a plan: all but the items, and those that stand in the place of others. */
typedef struct moment {
    scenario *kept;
    size_t at;
    size_t instead; /* of so many; HISTORY_ALL: of all */
    history_place place;
} moment;

typedef struct stack {
    moment moments[HISTORY_MAX];
    size_t count;
} stack;

struct history {
    stack past, future;
};

history *history_create(void)
{
    return calloc(1, sizeof(history));
}

static void clear(stack *s)
{
    while (s->count > 0)
        scenario_destroy(s->moments[--s->count].kept);
}

void history_destroy(history *h)
{
    if (h == NULL)
        return;
    clear(&h->past);
    clear(&h->future);
    free(h);
}

/* A plan of some of its items. */
static scenario *copy_part(const scenario *plan, size_t at, size_t count)
{
    scenario *part = scenario_create(plan->horizon);
    if (part == NULL)
        return NULL;
    scenario_take_head(part, plan);
    if (count == 0 || scenario_splice(part, 0, 0, plan->items + at, count))
        return part;
    scenario_destroy(part);
    return NULL;
}

/* Puts on top how to come back to the plan as it is; the oldest gives way when there is no more
 * room. */
static bool push(stack *s, const scenario *plan, history_change change, history_place here)
{
    scenario *kept = copy_part(plan, change.at, change.before);
    if (kept == NULL)
        return false;
    if (s->count == HISTORY_MAX) {
        scenario_destroy(s->moments[0].kept);
        memmove(s->moments, s->moments + 1, --s->count * sizeof *s->moments);
    }
    s->moments[s->count++] = (moment){kept, change.at, change.after, here};
    return true;
}

bool history_remember(history *h, const scenario *plan, history_change change, history_place here)
{
    if (!push(&h->past, plan, change, here))
        return false;
    clear(&h->future);
    return true;
}

/* Takes the top of one stack; how to come back from there goes on the other. */
static bool step(stack *from, stack *to, scenario *plan, history_place here, history_place *then,
                 history_change *done)
{
    if (from->count == 0)
        return false;
    const moment top = from->moments[from->count - 1];
    size_t gone = top.instead == HISTORY_ALL ? plan->count : top.instead;
    *done = (history_change){top.at, gone, top.kept->count};
    if (!push(to, plan, *done, here))
        return false;
    if (!scenario_splice(plan, top.at, gone, top.kept->items, top.kept->count)) {
        scenario_destroy(to->moments[--to->count].kept);
        return false;
    }
    scenario_take_head(plan, top.kept);
    scenario_destroy(top.kept);
    from->count--;
    *then = top.place;
    return true;
}

bool history_back(history *h, scenario *plan, history_place here, history_place *then,
                  history_change *done)
{
    return step(&h->past, &h->future, plan, here, then, done);
}

bool history_forward(history *h, scenario *plan, history_place here, history_place *then,
                     history_change *done)
{
    return step(&h->future, &h->past, plan, here, then, done);
}
