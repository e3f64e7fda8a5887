#include "tui/model/history.h"

#include <stdlib.h>
#include <string.h>

typedef struct moment {
    scenario *plan;
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
        scenario_destroy(s->moments[--s->count].plan);
}

void history_destroy(history *h)
{
    if (h == NULL)
        return;
    clear(&h->past);
    clear(&h->future);
    free(h);
}

/* Puts a copy on top; the oldest gives way when there is no more room. */
static bool push(stack *s, const scenario *plan, history_place here)
{
    scenario *copy = scenario_copy(plan);
    if (copy == NULL)
        return false;
    if (s->count == HISTORY_MAX) {
        scenario_destroy(s->moments[0].plan);
        memmove(s->moments, s->moments + 1, --s->count * sizeof *s->moments);
    }
    s->moments[s->count++] = (moment){copy, here};
    return true;
}

bool history_remember(history *h, const scenario *plan, history_place here)
{
    if (!push(&h->past, plan, here))
        return false;
    clear(&h->future);
    return true;
}

/* Takes the top of one stack in exchange for the plan as it is, which goes on the other. */
static scenario *step(stack *from, stack *to, const scenario *plan, history_place here,
                      history_place *then)
{
    if (from->count == 0 || !push(to, plan, here))
        return NULL;
    moment top = from->moments[--from->count];
    *then = top.place;
    return top.plan;
}

scenario *history_back(history *h, const scenario *plan, history_place here, history_place *then)
{
    return step(&h->past, &h->future, plan, here, then);
}

scenario *history_forward(history *h, const scenario *plan, history_place here, history_place *then)
{
    return step(&h->future, &h->past, plan, here, then);
}
