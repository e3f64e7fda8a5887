#include "tui/model/answers.h"

#include <stdlib.h>
#include <string.h>

/* The answer to one item. Its demand is a copy of its own: items move, answers stay. */
typedef struct slot {
    be_arena *arena;
    const be_product *product;
    const be_demand *demand;
    const be_quote *quote;
    const be_regret *regret;
    bool changed;             /* since it was answered */
    const be_provider *group; /* of the items that it was answered with, or NULL */
} slot;

/* Items of one provider that share points, answered together. */
typedef struct group {
    const be_provider *provider;
    be_arena *arena;
    size_t members;
} group;

struct answers {
    be_date today;
    slot *slots;
    size_t count, room;
    group *groups;
    size_t group_count;
    be_arena *sums; /* where the portfolios are */
    const be_portfolio *portfolios;
    size_t portfolio_count;
    unsigned revision; /* another after every change */
};

/* -- life -------------------------------------------------------------------------------------- */

answers *answers_create(be_date today)
{
    answers *a = calloc(1, sizeof *a);
    if (a == NULL)
        return NULL;
    a->today = today;
    a->sums = be_arena_create();
    if (a->sums != NULL)
        return a;
    free(a);
    return NULL;
}

static void drop_slots(answers *a, size_t keep)
{
    while (a->count > keep)
        be_arena_destroy(a->slots[--a->count].arena);
}

void answers_destroy(answers *a)
{
    if (a == NULL)
        return;
    drop_slots(a, 0);
    for (size_t i = 0; i < a->group_count; i++)
        be_arena_destroy(a->groups[i].arena);
    free(a->groups);
    free(a->slots);
    be_arena_destroy(a->sums);
    free(a);
}

/* As many slots as the plan has items, or none when there is no memory. */
static bool make_room(answers *a, size_t count)
{
    drop_slots(a, count);
    if (count > a->room) {
        slot *larger = realloc(a->slots, count * 2 * sizeof *larger);
        if (larger == NULL) {
            drop_slots(a, 0);
            return false;
        }
        a->slots = larger;
        a->room = count * 2;
    }
    while (a->count < count)
        a->slots[a->count++] = (slot){.changed = true};
    return true;
}

/* -- one item ---------------------------------------------------------------------------------- */

static bool renew_arena(be_arena **arena)
{
    if (*arena == NULL)
        *arena = be_arena_create();
    if (*arena != NULL)
        be_arena_reset(*arena);
    return *arena != NULL;
}

/* Takes over what is asked. Without memory there is nothing to answer. */
static void ask(slot *s, const scenario *plan, const scenario_item *item)
{
    *s = (slot){.arena = s->arena, .product = item->product, .changed = true, .group = s->group};
    if (!renew_arena(&s->arena))
        return;
    scenario_item *copy = be_arena_alloc(s->arena, 1, sizeof *copy);
    be_demand *demand = be_arena_alloc(s->arena, 1, sizeof *demand);
    if (copy == NULL || demand == NULL)
        return;
    *copy = *item;
    scenario_demand(plan, copy, demand);
    s->demand = demand;
}

static void answer_alone(const answers *a, slot *s, be_horizon horizon)
{
    s->changed = false;
    s->group = NULL;
    s->regret = NULL;
    s->quote = be_quote_create(s->arena, s->product, s->demand, horizon, a->today);
    if (s->quote != NULL && s->demand->high > 0)
        s->regret = be_regret_create(s->arena, s->quote, s->demand);
}

/* -- items that share points ------------------------------------------------------------------- */

static group *group_of(answers *a, const be_provider *provider)
{
    for (size_t i = 0; i < a->group_count; i++) {
        if (a->groups[i].provider == provider)
            return &a->groups[i];
    }
    group *more = realloc(a->groups, (a->group_count + 1) * sizeof *more);
    if (more == NULL)
        return NULL;
    a->groups = more;
    a->groups[a->group_count] = (group){.provider = provider};
    return &a->groups[a->group_count++];
}

/* The plan as the engine takes it, and which of its items share points. */
typedef struct asked {
    be_horizon horizon;
    be_plan_item *items;
    bool *shares;
    size_t *places; /* of a group's members */
} asked;

/* Finds the members of a group. Whether they are to be answered anew. */
static bool gather(const answers *a, const asked *plan, group *g)
{
    size_t before = g->members;
    bool anew = false;
    g->members = 0;
    for (size_t i = 0; i < a->count; i++) {
        const slot *s = &a->slots[i];
        if (!plan->shares[i] || s->product->provider != g->provider)
            continue;
        anew = anew || s->changed || s->group != g->provider;
        plan->places[g->members++] = i;
    }
    return anew || g->members != before;
}

static void take_quotes(const answers *a, const group *g, const size_t *places,
                        const be_quote *const *quotes)
{
    for (size_t i = 0; i < g->members; i++) {
        slot *s = &a->slots[places[i]];
        s->changed = false;
        s->group = g->provider;
        s->regret = NULL; /* what an item would rue depends on the others */
        s->quote = quotes == NULL ? NULL : quotes[i];
    }
}

/* Without memory there is no answer: one item's alone would use the others' points as well. */
static void answer_group(const answers *a, group *g, const asked *plan)
{
    const be_quote **quotes = NULL;
    be_plan_item *members = NULL;
    if (renew_arena(&g->arena)) {
        members = be_arena_alloc(g->arena, g->members, sizeof *members);
        quotes = be_arena_alloc(g->arena, g->members, sizeof *quotes);
    }
    for (size_t i = 0; members != NULL && i < g->members; i++)
        members[i] = plan->items[plan->places[i]];
    bool done =
        members != NULL && quotes != NULL &&
        be_quote_create_plan(g->arena, members, g->members, plan->horizon, a->today, quotes);
    take_quotes(a, g, plan->places, done ? quotes : NULL);
}

/* -- the whole --------------------------------------------------------------------------------- */

static void answer_changed(answers *a, const asked *plan)
{
    for (size_t i = 0; i < a->count; i++) {
        slot *s = &a->slots[i];
        plan->shares[i] = be_plan_shares(plan->items, a->count, i);
        if (plan->shares[i] && group_of(a, s->product->provider) == NULL)
            s->quote = NULL;
        if (!plan->shares[i] && (s->changed || s->group != NULL))
            answer_alone(a, s, plan->horizon);
    }
    for (size_t i = 0; i < a->group_count; i++) {
        if (gather(a, plan, &a->groups[i]))
            answer_group(a, &a->groups[i], plan);
    }
}

static void add_up(answers *a)
{
    const be_quote **quotes = be_arena_alloc(a->sums, a->count + 1, sizeof *quotes);
    if (quotes == NULL)
        return;
    for (size_t i = 0; i < a->count; i++) {
        quotes[i] = a->slots[i].quote;
        if (quotes[i] == NULL)
            return;
    }
    a->portfolios = be_portfolio_create(a->sums, quotes, a->count, &a->portfolio_count);
}

static void answer(answers *a, be_horizon horizon)
{
    a->revision++;
    a->portfolios = NULL;
    a->portfolio_count = 0;
    be_arena_reset(a->sums);
    const asked plan = {.horizon = horizon,
                        .items = be_arena_alloc(a->sums, a->count + 1, sizeof *plan.items),
                        .shares = be_arena_alloc(a->sums, a->count + 1, sizeof *plan.shares),
                        .places = be_arena_alloc(a->sums, a->count + 1, sizeof *plan.places)};
    if (plan.items == NULL || plan.shares == NULL || plan.places == NULL)
        return;
    for (size_t i = 0; i < a->count; i++) {
        if (a->slots[i].demand == NULL)
            return;
        plan.items[i] = (be_plan_item){a->slots[i].product, a->slots[i].demand};
    }
    answer_changed(a, &plan);
    add_up(a);
}

void answers_renew(answers *a, const scenario *plan)
{
    if (!make_room(a, plan->count))
        return;
    for (size_t i = 0; i < plan->count; i++)
        ask(&a->slots[i], plan, &plan->items[i]);
    answer(a, plan->horizon);
}

void answers_change(answers *a, const scenario *plan, size_t index)
{
    if (!make_room(a, plan->count) || index >= plan->count)
        return;
    ask(&a->slots[index], plan, &plan->items[index]);
    answer(a, plan->horizon);
}

void answers_remove(answers *a, const scenario *plan, size_t index)
{
    if (index < a->count) {
        be_arena_destroy(a->slots[index].arena);
        memmove(&a->slots[index], &a->slots[index + 1], (--a->count - index) * sizeof *a->slots);
    }
    answer(a, plan->horizon);
}

const be_quote *answers_quote(const answers *a, size_t index)
{
    return index < a->count ? a->slots[index].quote : NULL;
}

const be_regret *answers_regret(const answers *a, size_t index)
{
    return index < a->count ? a->slots[index].regret : NULL;
}

const be_demand *answers_demand(const answers *a, size_t index)
{
    return index < a->count ? a->slots[index].demand : NULL;
}

const be_portfolio *answers_portfolios(const answers *a, size_t *count)
{
    *count = a->portfolio_count;
    return a->portfolios;
}

unsigned answers_revision(const answers *a)
{
    return a->revision;
}
