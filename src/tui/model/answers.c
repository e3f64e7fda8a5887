#include "tui/model/answers.h"

#include <stdlib.h>
#include <string.h>

#include "tui/model/held.h"

/* What is asked about an item: a copy, for items move. */
typedef struct asked {
    scenario_item item;
    be_demand demand;
} asked;

/* The answer to one item. */
typedef struct slot {
    asked *asked; /* or NULL: not needed yet. It stays for whoever works on an answer of his own */
    bool is_current;          /* it says what the plan does */
    bool open;                /* to be answered */
    bool answered;            /* neither: there was no memory for it */
    item_summary *summary;    /* as it was last answered, or NULL */
    const be_provider *group; /* of the items that it shares points with, or NULL */
    holding *held; /* where the whole answer is, or NULL: then there is none of the below */
    const be_quote *quote;
    const be_regret *regret;
} slot;

struct answers {
    be_date today;
    const scenario *plan; /* as of the last change */
    slot *slots;
    size_t count, room;
    size_t open;
    shelf held;
    be_arena *work; /* for what is thrown away at once */
    be_arena *sums; /* where the portfolios are */
    be_portfolio_sums *portfolios;
    bool added_up;     /* these are the sums of all summaries */
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
    a->work = be_arena_create();
    if (a->sums != NULL && a->work != NULL)
        return a;
    answers_destroy(a);
    return NULL;
}

/* Parts with a whole answer; the summaries of its items stay. */
static void let_go(answers *a, holding *gone)
{
    if (gone == NULL)
        return;
    for (size_t i = 0; i < a->count; i++) {
        slot *s = &a->slots[i];
        if (s->held != gone)
            continue;
        s->held = NULL;
        s->quote = NULL;
        s->regret = NULL;
    }
    shelf_drop(&a->held, gone);
}

static void empty(answers *a, slot *s)
{
    let_go(a, s->held);
    a->open -= s->open ? 1 : 0;
    free(s->summary);
    free(s->asked);
    s->summary = NULL;
    s->asked = NULL;
}

static void drop_slots(answers *a, size_t keep)
{
    while (a->count > keep) {
        empty(a, &a->slots[a->count - 1]);
        a->count--;
    }
}

void answers_destroy(answers *a)
{
    if (a == NULL)
        return;
    drop_slots(a, 0);
    free(a->slots);
    be_arena_destroy(a->sums);
    be_arena_destroy(a->work);
    free(a);
}

/* As many slots as the plan has items, the new ones open; none when there is no memory. */
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
    while (a->count < count) {
        a->slots[a->count++] = (slot){.open = true};
        a->open++;
    }
    return true;
}

/* -- what is open ------------------------------------------------------------------------------ */

static void reopen(answers *a, slot *s)
{
    let_go(a, s->held);
    a->open += s->open ? 0 : 1;
    s->open = true;
    s->answered = false;
}

/* The same of an item that is asked something else now. */
static void ask_anew(answers *a, slot *s)
{
    reopen(a, s);
    s->is_current = false;
}

static void reopen_group(answers *a, const be_provider *group)
{
    for (size_t i = 0; i < a->count; i++) {
        if (a->slots[i].group == group)
            reopen(a, &a->slots[i]);
    }
}

/* Those that it shared points with until now have them for themselves. */
static void regroup(answers *a, slot *s, const be_provider *group)
{
    if (s->group == group)
        return;
    if (s->group != NULL)
        reopen_group(a, s->group);
    reopen(a, s);
    s->group = group;
}

static void close(answers *a, slot *s, bool answered)
{
    a->open -= s->open ? 1 : 0;
    s->open = false;
    s->answered = answered;
}

/* Items of the plan as the engine takes them, in working memory. */
typedef struct chosen {
    be_plan_item *items;
    be_demand *demands;
    size_t *places; /* in the plan */
    size_t count;
} chosen;

/* The items of a provider, or all (NULL). False when there is no memory. */
static bool choose(answers *a, const be_provider *of, chosen *out)
{
    be_arena_reset(a->work);
    *out = (chosen){.items = be_arena_alloc(a->work, a->count + 1, sizeof *out->items),
                    .demands = be_arena_alloc(a->work, a->count + 1, sizeof *out->demands),
                    .places = be_arena_alloc(a->work, a->count + 1, sizeof *out->places)};
    if (out->items == NULL || out->demands == NULL || out->places == NULL)
        return false;
    for (size_t i = 0; i < a->count; i++) {
        const scenario_item *item = &a->plan->items[i];
        if (of != NULL && item->product->provider != of)
            continue;
        be_demand *demand = &out->demands[out->count];
        scenario_demand(a->plan, item, demand);
        out->items[out->count] = (be_plan_item){item->product, demand};
        out->places[out->count++] = i;
    }
    return true;
}

/* After every change: who shares with whom now. Points are shared within a provider: only where
 * something has changed can that be another. */
static void look_around(answers *a, const be_provider *changed)
{
    chosen found;
    a->revision++;
    if (!choose(a, changed, &found)) {
        /* Alone, an item would use the others' points as well. */
        for (size_t i = 0; i < a->count; i++)
            close(a, &a->slots[i], false);
        return;
    }
    for (size_t i = 0; i < found.count; i++) {
        bool shares = be_plan_shares(found.items, found.count, i);
        regroup(a, &a->slots[found.places[i]], shares ? found.items[i].product->provider : NULL);
    }
    for (size_t i = 0; i < a->count; i++) {
        if (a->slots[i].open && a->slots[i].group != NULL)
            reopen_group(a, a->slots[i].group);
    }
}

void answers_renew(answers *a, const scenario *plan)
{
    a->plan = plan;
    a->added_up = false;
    if (!make_room(a, plan->count))
        return;
    for (size_t i = 0; i < plan->count; i++)
        ask_anew(a, &a->slots[i]);
    look_around(a, NULL);
}

void answers_change(answers *a, const scenario *plan, size_t index)
{
    a->plan = plan;
    a->added_up = a->added_up && a->count == plan->count;
    if (!make_room(a, plan->count) || index >= plan->count)
        return;
    ask_anew(a, &a->slots[index]);
    look_around(a, plan->items[index].product->provider);
}

void answers_insert(answers *a, const scenario *plan, size_t index)
{
    bool fits = a->count + 1 == plan->count;
    a->plan = plan;
    a->added_up = false;
    if (!fits || !make_room(a, plan->count)) {
        answers_renew(a, plan);
        return;
    }
    const slot fresh = a->slots[a->count - 1];
    memmove(&a->slots[index + 1], &a->slots[index], (a->count - 1 - index) * sizeof *a->slots);
    a->slots[index] = fresh;
    look_around(a, plan->items[index].product->provider);
}

void answers_remove(answers *a, const scenario *plan, size_t index)
{
    a->plan = plan;
    a->added_up = false;
    if (index < a->count) {
        const be_provider *group = a->slots[index].group;
        if (group != NULL)
            reopen_group(a, group);
        empty(a, &a->slots[index]);
        memmove(&a->slots[index], &a->slots[index + 1], (--a->count - index) * sizeof *a->slots);
    }
    look_around(a, NULL);
}

/* -- answering --------------------------------------------------------------------------------- */

static void summarize(const be_quote *quote, item_summary *out)
{
    be_portfolio_part_of(quote, &out->part);
    out->has_recommended = quote->has_recommended;
    out->recommended = quote->recommended;
    out->way = quote->options[quote->recommended].same_as;
    out->warning_count = quote->warning_count;
    out->price_old = quote->price_old;
}

static bool same_kind(const be_portfolio_part *a, const be_portfolio_part *b)
{
    return a->product == b->product && a->horizon.start == b->horizon.start &&
           a->horizon.months == b->horizon.months;
}

/* Takes the answer to an open item in; NULL is none. The sums follow. */
static void conclude(answers *a, size_t index, const be_quote *quote)
{
    slot *s = &a->slots[index];
    item_summary fresh;
    if (s->answered)
        return;
    bool known = s->summary != NULL;
    if (!known && quote != NULL)
        s->summary = malloc(sizeof *s->summary);
    close(a, s, quote != NULL && s->summary != NULL);
    if (!s->answered) {
        a->added_up = false;
        return;
    }
    summarize(quote, &fresh);
    a->added_up = a->added_up && known && same_kind(&s->summary->part, &fresh.part);
    *s->summary = fresh;
    if (a->added_up)
        be_portfolio_sums_change(a->portfolios, index);
}

/* A place for one more whole answer. */
static holding *find_place(answers *a)
{
    holding *surplus;
    while ((surplus = shelf_surplus(&a->held, ANSWERS_HELD_LEAST)) != NULL)
        let_go(a, surplus);
    return shelf_add(&a->held);
}

/* What is asked of an item, as the plan is now; NULL when there is no memory. */
static const be_demand *demand_of(answers *a, size_t index)
{
    slot *s = &a->slots[index];
    if (s->asked == NULL)
        s->asked = calloc(1, sizeof *s->asked);
    if (s->asked == NULL || s->is_current)
        return s->asked == NULL ? NULL : &s->asked->demand;
    s->asked->item = a->plan->items[index];
    scenario_demand(a->plan, &s->asked->item, &s->asked->demand);
    s->is_current = true;
    return &s->asked->demand;
}

static void hold_one(answers *a, size_t index)
{
    slot *s = &a->slots[index];
    const be_demand *demand = demand_of(a, index);
    holding *held = find_place(a);
    s->quote = held == NULL || demand == NULL
                   ? NULL
                   : be_quote_create(held->arena, a->plan->items[index].product, demand,
                                     a->plan->horizon, a->today);
    if (s->quote != NULL && demand->high > 0)
        s->regret = be_regret_create(held->arena, s->quote, demand);
    s->held = s->quote == NULL ? NULL : held;
    conclude(a, index, s->quote);
    if (s->quote == NULL && held != NULL)
        let_go(a, held);
}

/* The members of a group as the engine takes them. Returns how many there are; 0: no memory. */
static size_t ask_group(answers *a, const be_provider *group, holding *held, be_plan_item *members)
{
    size_t count = 0;
    for (size_t i = 0; i < a->count; i++) {
        if (a->slots[i].group != group)
            continue;
        const be_demand *demand = demand_of(a, i);
        if (demand == NULL)
            return 0;
        a->slots[i].held = held;
        members[count++] = (be_plan_item){a->plan->items[i].product, demand};
    }
    return count;
}

/* Without memory there is no answer: one item's alone would use the others' points as well. What an
 * item would rue depends on the others. */
static void hold_group(answers *a, const be_provider *group)
{
    holding *held = find_place(a);
    be_plan_item *members =
        held == NULL ? NULL : be_arena_alloc(held->arena, a->count, sizeof *members);
    const be_quote **quotes =
        held == NULL ? NULL : be_arena_alloc(held->arena, a->count, sizeof *quotes);
    size_t count = members == NULL || quotes == NULL ? 0 : ask_group(a, group, held, members);
    bool done = count > 0 && be_quote_create_plan(held->arena, members, count, a->plan->horizon,
                                                  a->today, quotes);
    for (size_t i = 0, next = 0; i < a->count; i++) {
        slot *s = &a->slots[i];
        if (s->group != group)
            continue;
        s->quote = done ? quotes[next++] : NULL;
        conclude(a, i, s->quote);
    }
    if (!done && held != NULL)
        let_go(a, held);
}

static void hold(answers *a, size_t index)
{
    slot *s = &a->slots[index];
    if (s->held != NULL)
        shelf_touch(&a->held, s->held);
    else if (s->group != NULL)
        hold_group(a, s->group);
    else
        hold_one(a, index);
}

/* Answers an item that nobody looks at: only the summary is kept. */
static void sum_up_one(answers *a, size_t index)
{
    const scenario_item *item = &a->plan->items[index];
    be_demand demand;
    be_arena_reset(a->work);
    scenario_demand(a->plan, item, &demand);
    conclude(a, index,
             be_quote_create(a->work, item->product, &demand, a->plan->horizon, a->today));
}

void answers_next(answers *a, size_t from)
{
    for (size_t i = 0; i < a->count && a->open > 0; i++) {
        size_t at = (from + i) % a->count;
        const slot *s = &a->slots[at];
        if (!s->open)
            continue;
        if (s->group != NULL)
            hold_group(a, s->group);
        else
            sum_up_one(a, at);
        return;
    }
}

/* -- the whole --------------------------------------------------------------------------------- */

static bool all_answered(const answers *a)
{
    for (size_t i = 0; i < a->count; i++) {
        if (!a->slots[i].answered)
            return false;
    }
    return true;
}

static void add_up(answers *a)
{
    be_arena_reset(a->sums);
    a->portfolios = NULL;
    const be_portfolio_part **parts = be_arena_alloc(a->sums, a->count + 1, sizeof *parts);
    if (parts == NULL || !all_answered(a))
        return;
    for (size_t i = 0; i < a->count; i++)
        parts[i] = &a->slots[i].summary->part;
    a->portfolios = be_portfolio_sums_create(a->sums, parts, a->count);
    a->added_up = a->portfolios != NULL;
}

/* -- asking ------------------------------------------------------------------------------------ */

size_t answers_open(const answers *a)
{
    return a->open;
}

bool answers_is_open(const answers *a, size_t index)
{
    return index < a->count && a->slots[index].open;
}

const item_summary *answers_summary(answers *a, size_t index)
{
    if (answers_is_open(a, index))
        answers_next(a, index);
    return index < a->count && a->slots[index].answered ? a->slots[index].summary : NULL;
}

const be_quote *answers_quote(answers *a, size_t index)
{
    if (index >= a->count)
        return NULL;
    hold(a, index);
    return a->slots[index].quote;
}

const be_regret *answers_regret(answers *a, size_t index)
{
    if (index >= a->count)
        return NULL;
    hold(a, index);
    return a->slots[index].regret;
}

const be_demand *answers_demand(answers *a, size_t index)
{
    return index < a->count ? demand_of(a, index) : NULL;
}

const be_portfolio *answers_portfolios(answers *a, size_t *count)
{
    while (a->open > 0)
        answers_next(a, 0);
    if (!a->added_up)
        add_up(a);
    *count = 0;
    return a->added_up ? be_portfolio_sums_all(a->portfolios, count) : NULL;
}

unsigned answers_revision(const answers *a)
{
    return a->revision;
}
