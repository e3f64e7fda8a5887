#include <breakeven/breakeven.h>

#include "cli/budget.h"
#include "cli/commands.h"
#include "cli/complain.h"
#include "cli/exchange_options.h"
#include "cli/output.h"
#include "cli/prices.h"
#include "cli/sampling_options.h"
#include "cli/today.h"
#include "report/csv_options.h"
#include "report/quote_view.h"
#include "scenario/scenario_load.h"

typedef struct quote_options {
    exchange_options exchange;
    sampling_options sampling;
    optional_ratio tax;
    optional_amount budget;
} quote_options;

#define FIELD(name) offsetof(quote_options, name)

static const option rows[] = {
    {"tax", 0, "PERCENT", &option_maybe_share, FIELD(tax),
     "rate on top of every charge, in place of the plan's"},
    {"budget", 0, "AMOUNT", &option_maybe_amount, FIELD(budget),
     "exit status 4 when the best plan for everything costs more, tax included; of several "
     "currencies their total counts"},
};

/* Everything lives in one arena: demands, quotes, sums. */
typedef struct quoting {
    be_arena *arena;
    const scenario *plan;
    const quote_options *options;
    be_date today;
    be_plan_item *planned;
    compare_answer *items;
    be_sampling **samplings; /* NULL: of that item, none */
    const be_quote **quotes;
    scenario_exchange exchange;
    be_exchange rates[SCENARIO_RATES_MAX];
    be_portfolio sum;
} quoting;

/* -- the items ------------------------------------------------------------------------------- */

static bool plan_items(quoting *q)
{
    for (size_t i = 0; i < q->plan->count; i++) {
        const scenario_item *item = &q->plan->items[i];
        be_demand *demand = be_arena_alloc(q->arena, 1, sizeof *demand);
        if (demand == NULL)
            return false;
        scenario_demand(q->plan, item, demand);
        q->planned[i] = (be_plan_item){item->product, demand};
    }
    return true;
}

/* What the item's decisions cost at its low and high volume. */
static bool rue_item(quoting *q, size_t i)
{
    compare_answer *item = &q->items[i];
    if (item->demand->high == 0)
        return true;
    item->regret = be_regret_create(q->arena, item->quote, item->demand);
    return item->regret != NULL;
}

/* What to buy of it now if its volume is uncertain. */
static bool sample_item(quoting *q, size_t i)
{
    compare_answer *item = &q->items[i];
    if (!sampling_asked_for(item->demand))
        return true;
    q->samplings[i] =
        sampling_run(&q->options->sampling, item->quote->product, item->demand, q->plan->horizon);
    if (q->samplings[i] == NULL)
        return false;
    item->sampled = be_sampling_result(q->samplings[i]);
    return true;
}

static bool quote_items(quoting *q)
{
    size_t count = q->plan->count;
    if (!plan_items(q) ||
        !be_quote_create_plan(q->arena, q->planned, count, q->plan->horizon, q->today, q->quotes))
        return false;
    for (size_t i = 0; i < count; i++) {
        q->items[i] = (compare_answer){.quote = q->quotes[i], .demand = q->planned[i].demand};
        bool shares = be_plan_shares(q->planned, count, i); /* and is not one to judge alone */
        if (!shares && (!rue_item(q, i) || !sample_item(q, i)))
            return false;
    }
    return true;
}

static bool make_room(quoting *q)
{
    size_t room = q->plan->count + 1;
    q->planned = be_arena_alloc(q->arena, room, sizeof *q->planned);
    q->items = be_arena_alloc(q->arena, room, sizeof *q->items);
    q->quotes = be_arena_alloc(q->arena, room, sizeof *q->quotes);
    q->samplings = be_arena_alloc(q->arena, room, sizeof *q->samplings);
    return q->planned != NULL && q->items != NULL && q->quotes != NULL && q->samplings != NULL;
}

static bool all_can_be_had(const quoting *q)
{
    for (size_t i = 0; i < q->plan->count; i++) {
        if (!quote_view_any_feasible(q->quotes[i]))
            return false;
    }
    return true;
}

/* -- all currencies in one ------------------------------------------------------------------- */

/* A total that was asked for on the command line has to be had; a plan's own may stay out. */
static status complain_of_rate(const quote_options *options, const total_answer *total)
{
    const exchange_options *asked = &options->exchange;
    if (asked->total.text[0] == '\0' && asked->rates.count == 0)
        return STATUS_DONE;
    return complain(STATUS_USAGE,
                    "--rate: the rate of %s to %s is missing; expected one such as %s=7.12",
                    total->missing, total->currency, total->missing);
}

static status convert(quoting *q, quote_answer *found)
{
    const scenario_exchange *exchange = &q->exchange;
    status result =
        exchange_options_read(&q->options->exchange, &q->plan->exchange, q->today, &q->exchange);
    if (result != STATUS_DONE || exchange->to[0] == '\0')
        return result;
    for (size_t i = 0; i < exchange->rate_count; i++)
        q->rates[i] = (be_exchange){exchange->rates[i].currency, exchange->rates[i].rate};
    found->total = (total_answer){.currency = exchange->to,
                                  .date = exchange->date,
                                  .rates = q->rates,
                                  .rate_count = exchange->rate_count};
    quote_view_add_up(found->portfolios, found->portfolio_count, &found->total, &q->sum);
    return found->total.missing == NULL ? STATUS_DONE : complain_of_rate(q->options, &found->total);
}

/* -- the budget ------------------------------------------------------------------------------ */

static status read_budget(const optional_amount *limit, quote_answer *found)
{
    const be_portfolio *whole = found->total.sum;
    if (!limit->given)
        return STATUS_DONE;
    if (whole == NULL && found->portfolio_count > 1)
        return complain(STATUS_USAGE, "--budget: the plan has several currencies: give --total and "
                                      "--rate, so that they can be added up");
    if (whole == NULL)
        whole = found->portfolios;
    be_amount spent = found->portfolio_count == 0
                          ? be_amount_zero()
                          : quote_view_spent_on_all(&whole->options[BE_OPTION_BEST]);
    found->budget = (budget_answer){true, limit->value, spent};
    return STATUS_DONE;
}

/* -- the answer ------------------------------------------------------------------------------ */

static status answer_plan(const invocation *call, quoting *q)
{
    quote_answer found = {.name = q->plan->name, .horizon = q->plan->horizon};
    if (!today_read(&q->today))
        return STATUS_USAGE;
    if (!make_room(q) || !quote_items(q))
        return complain_memory();
    found.items = q->items;
    found.count = q->plan->count;
    found.portfolios =
        be_portfolio_create(q->arena, q->quotes, q->plan->count, &found.portfolio_count);
    if (found.portfolios == NULL)
        return complain_memory();
    status result = convert(q, &found);
    if (result == STATUS_DONE)
        result = read_budget(&q->options->budget, &found);
    if (result != STATUS_DONE)
        return result;
    const answer what = {ANSWER_QUOTE, {.quote = found}};
    result = output_answer(call->globals, &what);
    if (result == STATUS_DONE && !all_can_be_had(q))
        result = STATUS_CANNOT_CARRY;
    return budget_status(result, &found.budget);
}

static status quote_plan(const invocation *call, const scenario *plan)
{
    quoting q = {.arena = be_arena_create(), .plan = plan, .options = call->options};
    status result = q.arena == NULL ? complain_memory() : answer_plan(call, &q);
    for (size_t i = 0; q.samplings != NULL && i < plan->count; i++)
        be_sampling_destroy(q.samplings[i]);
    be_arena_destroy(q.arena);
    return result;
}

static status load_and_quote(const invocation *call, const catalog *prices)
{
    const quote_options *options = call->options;
    problems found = {0};
    scenario *plan = scenario_load(call->operands[0], catalog_view(prices), &found);
    complain_problems(&found);
    problems_clear(&found);
    if (plan != NULL && options->tax.given)
        plan->tax = options->tax.value;
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
    .usage = "quote SCENARIO [OPTION...]",
    .summary = "a whole saved plan: every item, the sums, what to buy when",
    .about = "Prices a plan that the planner saved: every item under every way to buy it, the "
             "sums of each currency, what to buy in which month, and the warnings. Exit status 3 "
             "when something in it cannot be carried by anything on sale.",
    .example = "breakeven quote spring.cfg --format json",
    .options = rows,
    .option_count = sizeof rows / sizeof *rows,
    .shared = {{exchange_options_rows, EXCHANGE_OPTIONS, FIELD(exchange)},
               {sampling_options_rows, SAMPLING_OPTIONS, FIELD(sampling)}},
    .options_size = sizeof(quote_options),
    .csv = &csv_quote_table,
    .least_operands = 1,
    .most_operands = 1,
    .run = run,
};
