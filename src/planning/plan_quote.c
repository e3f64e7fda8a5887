#include "planning/plan_quote.h"

#include <stdlib.h>
#include <string.h>

#include <breakeven/breakeven.h>

#include "planning/item_detail.h"
#include "report/quote_view.h"

/* Everything lives in one arena: demands, quotes, sums. */
struct plan_quote {
    plan_question asked;
    be_arena *arena;
    be_plan_item *planned;
    compare_answer *items;
    be_sampling **samplings; /* NULL: of that item, none */
    const be_quote **quotes;
    size_t sampled; /* items whose samplings are done */
    be_arena *scratch;
    item_detail details[PLAN_QUOTE_LOOKED_INTO];
    size_t detailed; /* items that were looked into */
    scenario_exchange exchange;
    be_exchange rates[SCENARIO_RATES_MAX];
    be_portfolio sum;
    quote_answer answer;
};

enum { PIECES_AT_ONCE = 1000 };

static size_t item_count(const plan_quote *q)
{
    return q->asked.plan->count;
}

/* -- the items ------------------------------------------------------------------------------- */

static bool plan_items(plan_quote *q)
{
    for (size_t i = 0; i < item_count(q); i++) {
        const scenario_item *item = &q->asked.plan->items[i];
        be_demand *demand = be_arena_alloc(q->arena, 1, sizeof *demand);
        if (demand == NULL)
            return false;
        scenario_demand(q->asked.plan, item, demand);
        q->planned[i] = (be_plan_item){item->product, demand};
    }
    return true;
}

/* What the item's decisions cost at its low and high volume. */
static bool rue_item(plan_quote *q, size_t i)
{
    compare_answer *item = &q->items[i];
    if (item->demand->high == 0)
        return true;
    item->regret = be_regret_create(q->arena, item->quote, item->demand);
    return item->regret != NULL;
}

/* What to buy of it now if its volume is uncertain. */
static bool begin_sampling(plan_quote *q, size_t i)
{
    const be_demand *demand = q->items[i].demand;
    size_t paths = q->asked.paths > 0 ? q->asked.paths : BE_PATHS_USUAL;
    if (q->asked.certain || (demand->spread == 0 && demand->cancellation == 0))
        return true;
    q->samplings[i] = be_sampling_create(q->planned[i].product, demand, q->asked.plan->horizon,
                                         q->asked.seed, paths);
    return q->samplings[i] != NULL;
}

/* Items to look into. */
static size_t looked_into(const plan_quote *q)
{
    size_t count = item_count(q);
    if (!q->asked.in_full)
        return 0;
    return count < PLAN_QUOTE_LOOKED_INTO ? count : PLAN_QUOTE_LOOKED_INTO;
}

static bool quote_items(plan_quote *q)
{
    size_t count = item_count(q);
    if (!plan_items(q) || !be_quote_create_plan(q->arena, q->planned, count, q->asked.plan->horizon,
                                                q->asked.today, q->quotes))
        return false;
    for (size_t i = 0; i < count; i++) {
        q->items[i] = (compare_answer){.quote = q->quotes[i], .demand = q->planned[i].demand};
        if (i < looked_into(q) && !item_detail_begin(&q->details[i], q->arena, &q->items[i]))
            return false;
        bool shares = be_plan_shares(q->planned, count, i); /* and is not one to judge alone */
        if (!shares && (!rue_item(q, i) || !begin_sampling(q, i)))
            return false;
    }
    return true;
}

static bool make_room(plan_quote *q)
{
    size_t room = item_count(q) + 1;
    q->planned = be_arena_alloc(q->arena, room, sizeof *q->planned);
    q->items = be_arena_alloc(q->arena, room, sizeof *q->items);
    q->quotes = be_arena_alloc(q->arena, room, sizeof *q->quotes);
    be_sampling **samplings = be_arena_alloc(q->arena, room, sizeof *samplings);
    if (samplings != NULL)
        memset(samplings, 0, room * sizeof *samplings);
    q->samplings = samplings;
    return q->planned != NULL && q->items != NULL && q->quotes != NULL && samplings != NULL;
}

/* -- all currencies in one ------------------------------------------------------------------- */

static void convert(plan_quote *q)
{
    const scenario_exchange *exchange = &q->exchange;
    quote_answer *found = &q->answer;
    if (exchange->to[0] == '\0')
        return;
    for (size_t i = 0; i < exchange->rate_count; i++)
        q->rates[i] = (be_exchange){exchange->rates[i].currency, exchange->rates[i].rate};
    found->total = (total_answer){.currency = exchange->to,
                                  .date = exchange->date,
                                  .rates = q->rates,
                                  .rate_count = exchange->rate_count};
    quote_view_add_up(found->portfolios, found->portfolio_count, &found->total, &q->sum);
}

/* -- the answer ------------------------------------------------------------------------------ */

static bool answer_plan(plan_quote *q)
{
    const scenario *plan = q->asked.plan;
    if (!make_room(q) || !quote_items(q))
        return false;
    q->answer = (quote_answer){.name = plan->name,
                               .customer = plan->customer,
                               .horizon = plan->horizon,
                               .items = q->items,
                               .count = plan->count,
                               .date = q->asked.today,
                               .looked_into = looked_into(q)};
    q->answer.portfolios =
        be_portfolio_create(q->arena, q->quotes, plan->count, &q->answer.portfolio_count);
    if (q->answer.portfolios == NULL)
        return false;
    convert(q);
    return true;
}

plan_quote *plan_quote_create(const plan_question *asked)
{
    plan_quote *q = calloc(1, sizeof *q);
    if (q == NULL)
        return NULL;
    q->asked = *asked;
    q->exchange = asked->exchange != NULL ? *asked->exchange : asked->plan->exchange;
    q->arena = be_arena_create();
    q->scratch = be_arena_create();
    if (q->arena != NULL && q->scratch != NULL && answer_plan(q))
        return q;
    plan_quote_destroy(q);
    return NULL;
}

/* Takes what is done of the item under way; true when there is another one. */
static bool take_sampled(plan_quote *q)
{
    be_sampling *now;
    while (q->sampled < item_count(q)) {
        now = q->samplings[q->sampled];
        if (now != NULL && be_sampling_result(now) == NULL)
            return true;
        if (now != NULL)
            q->items[q->sampled].sampled = be_sampling_result(now);
        q->sampled++;
    }
    return false;
}

/* Goes past the items that were looked into; true when there is another one. */
static bool look_further(plan_quote *q)
{
    while (q->detailed < looked_into(q) && item_detail_left(&q->details[q->detailed]) == 0)
        q->detailed++;
    return q->detailed < looked_into(q);
}

static bool step_once(plan_quote *q, bool *more)
{
    *more = true;
    if (take_sampled(q))
        return be_sampling_step(q->samplings[q->sampled], 1);
    *more = look_further(q);
    return !*more || item_detail_step(&q->details[q->detailed], q->scratch);
}

bool plan_quote_step(plan_quote *q, size_t pieces)
{
    for (bool more = true; pieces > 0 && more; pieces--) {
        if (!step_once(q, &more))
            return false;
    }
    take_sampled(q);
    look_further(q);
    return true;
}

void plan_quote_progress(const plan_quote *q, size_t *done, size_t *total)
{
    *done = *total = 0;
    for (size_t i = 0; i < item_count(q); i++) {
        size_t of_item = 0, in_all = 0;
        if (q->samplings[i] == NULL)
            continue;
        be_sampling_progress(q->samplings[i], &of_item, &in_all);
        *done += of_item;
        *total += in_all;
    }
    for (size_t i = 0; i < looked_into(q); i++) {
        const item_detail *detail = &q->details[i];
        *done += detail->pieces - item_detail_left(detail);
        *total += detail->pieces;
    }
}

const quote_answer *plan_quote_answer(const plan_quote *q)
{
    bool done = q->sampled == item_count(q) && q->detailed == looked_into(q);
    return done ? &q->answer : NULL;
}

plan_quote *plan_quote_run(const plan_question *asked)
{
    plan_quote *q = plan_quote_create(asked);
    while (q != NULL && plan_quote_answer(q) == NULL) {
        if (plan_quote_step(q, PIECES_AT_ONCE))
            continue;
        plan_quote_destroy(q);
        q = NULL;
    }
    return q;
}

void plan_quote_destroy(plan_quote *q)
{
    if (q == NULL)
        return;
    for (size_t i = 0; q->samplings != NULL && i < item_count(q); i++)
        be_sampling_destroy(q->samplings[i]);
    be_arena_destroy(q->scratch);
    be_arena_destroy(q->arena);
    free(q);
}
