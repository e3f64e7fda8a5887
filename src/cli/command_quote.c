#include <breakeven/breakeven.h>

#include "cli/commands.h"
#include "cli/complain.h"
#include "cli/output.h"
#include "cli/prices.h"
#include "cli/today.h"
#include "report/quote_view.h"
#include "scenario/scenario_load.h"

/* Everything lives in one arena: demands, quotes, sums. */
typedef struct quoting {
    be_arena *arena;
    const scenario *plan;
    compare_answer *items;
    const be_quote **quotes;
} quoting;

static bool quote_items(quoting *q, be_date today)
{
    for (size_t i = 0; i < q->plan->count; i++) {
        const scenario_item *item = &q->plan->items[i];
        be_demand *demand = be_arena_alloc(q->arena, 1, sizeof *demand);
        if (demand == NULL)
            return false;
        scenario_demand(item, demand);
        q->quotes[i] = be_quote_create(q->arena, item->product, demand, q->plan->horizon, today);
        if (q->quotes[i] == NULL)
            return false;
        q->items[i] = (compare_answer){.quote = q->quotes[i], .demand = demand};
    }
    return true;
}

static bool all_can_be_had(const quoting *q)
{
    for (size_t i = 0; i < q->plan->count; i++) {
        if (!quote_view_any_feasible(q->quotes[i]))
            return false;
    }
    return true;
}

static status answer_plan(const invocation *call, quoting *q)
{
    be_date today;
    size_t count = 0;
    if (!today_read(&today))
        return STATUS_USAGE;
    q->items = be_arena_alloc(q->arena, q->plan->count + 1, sizeof *q->items);
    q->quotes = be_arena_alloc(q->arena, q->plan->count + 1, sizeof *q->quotes);
    if (q->items == NULL || q->quotes == NULL || !quote_items(q, today))
        return complain_memory();
    const be_portfolio *sums = be_portfolio_create(q->arena, q->quotes, q->plan->count, &count);
    if (sums == NULL)
        return complain_memory();
    const answer what = {
        ANSWER_QUOTE,
        {.quote = {q->plan->name, q->plan->horizon, q->items, q->plan->count, sums, count}}};
    status result = output_answer(call->globals, &what);
    return result == STATUS_DONE && !all_can_be_had(q) ? STATUS_CANNOT_CARRY : result;
}

static status quote_plan(const invocation *call, const scenario *plan)
{
    quoting q = {.arena = be_arena_create(), .plan = plan};
    status result = q.arena == NULL ? complain_memory() : answer_plan(call, &q);
    be_arena_destroy(q.arena);
    return result;
}

static status load_and_quote(const invocation *call, const catalog *prices)
{
    problems found = {0};
    scenario *plan = scenario_load(call->operands[0], catalog_view(prices), &found);
    complain_problems(&found);
    problems_clear(&found);
    status result = plan == NULL ? STATUS_DATA : quote_plan(call, plan);
    scenario_destroy(plan);
    return result;
}

static status run(const invocation *call)
{
    return prices_with(call, load_and_quote);
}

const command command_quote = {
    .name = "quote",
    .usage = "quote SCENARIO",
    .summary = "a whole saved plan: every item, the sums, what to buy when",
    .about = "Prices a plan that the planner saved: every item under every way to buy it, the "
             "sums of each currency, what to buy in which month, and the warnings. Exit status 3 "
             "when something in it cannot be carried by anything on sale.",
    .example = "breakeven quote spring.cfg --format json",
    .least_operands = 1,
    .most_operands = 1,
    .run = run,
};
