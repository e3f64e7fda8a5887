#include "cli/budget.h"
#include "cli/commands.h"
#include "cli/complain.h"
#include "cli/exchange_options.h"
#include "cli/output.h"
#include "cli/prices.h"
#include "cli/sampling_options.h"
#include "cli/today.h"
#include "language/language.h"
#include "planning/plan_quote.h"
#include "report/csv_options.h"
#include "report/quote_view.h"
#include "scenario/scenario_load.h"

typedef struct quote_options {
    exchange_options exchange;
    sampling_options sampling;
    optional_ratio tax;
    optional_amount budget;
    const char *customer;
} quote_options;

#define FIELD(name) offsetof(quote_options, name)

static const option rows[] = {
    {"tax", 0, TR_LATER("PERCENT"), &option_maybe_share, FIELD(tax),
     TR_LATER("rate on top of every charge, in place of the plan's")},
    {"customer", 0, TR_LATER("TEXT"), &option_text, FIELD(customer),
     TR_LATER("whom the quote is for, in place of the plan's")},
    {"budget", 0, TR_LATER("AMOUNT"), &option_maybe_amount, FIELD(budget),
     TR_LATER(
         "exit status 4 when the best plan for everything costs more, tax included; of several "
         "currencies their total counts")},
};

static bool all_can_be_had(const quote_answer *found)
{
    for (size_t i = 0; i < found->count; i++) {
        if (!quote_view_any_feasible(found->items[i].quote))
            return false;
    }
    return true;
}

/* A total that was asked for on the command line has to be had; a plan's own may stay out. */
static status complain_of_rate(const quote_options *options, const total_answer *total)
{
    const exchange_options *asked = &options->exchange;
    if (total->missing == NULL || (asked->total.text[0] == '\0' && asked->rates.count == 0))
        return STATUS_DONE;
    return complain(STATUS_USAGE,
                    tr("--rate: the rate of %s to %s is missing; expected one such as %s=7.12"),
                    total->missing, total->currency, total->missing);
}

/* -- the budget ------------------------------------------------------------------------------ */

static status read_budget(const optional_amount *limit, quote_answer *found)
{
    const be_portfolio *whole = found->total.sum;
    if (!limit->given)
        return STATUS_DONE;
    if (whole == NULL && found->portfolio_count > 1)
        return complain(STATUS_USAGE,
                        tr("--budget: the plan has several currencies: give --total and "
                           "--rate, so that they can be added up"));
    if (whole == NULL)
        whole = found->portfolios;
    be_amount spent = found->portfolio_count == 0
                          ? be_amount_zero()
                          : quote_view_spent_on_all(&whole->options[BE_OPTION_BEST]);
    found->budget = (budget_answer){true, limit->value, spent};
    return STATUS_DONE;
}

/* -- the answer ------------------------------------------------------------------------------ */

static status show(const invocation *call, const quote_answer *answered)
{
    const quote_options *options = call->options;
    answer what = {ANSWER_QUOTE, {.quote = *answered}};
    quote_answer *found = &what.as.quote;
    status result = complain_of_rate(options, &found->total);
    if (result == STATUS_DONE)
        result = read_budget(&options->budget, found);
    if (result != STATUS_DONE)
        return result;
    result = output_answer(call->globals, &what);
    if (result == STATUS_DONE && !all_can_be_had(found))
        result = STATUS_CANNOT_CARRY;
    return budget_status(result, &found->budget);
}

static status quote_plan(const invocation *call, const scenario *plan)
{
    const quote_options *options = call->options;
    scenario_exchange exchange;
    plan_question asked = {.plan = plan,
                           .exchange = &exchange,
                           .in_full = output_format(call->globals)->tells_all,
                           .seed = (uint64_t)options->sampling.seed,
                           .paths = (size_t)options->sampling.paths};
    if (!today_read(&asked.today))
        return STATUS_USAGE;
    status result =
        exchange_options_read(&options->exchange, &plan->exchange, asked.today, &exchange);
    if (result != STATUS_DONE)
        return result;
    plan_quote *found = plan_quote_run(&asked);
    result = found == NULL ? complain_memory() : show(call, plan_quote_answer(found));
    plan_quote_destroy(found);
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
    if (plan != NULL && options->customer != NULL)
        scenario_set_customer(plan, options->customer);
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
    .usage = TR_LATER("quote SCENARIO [OPTION...]"),
    .summary = TR_LATER("a whole saved plan: every item, the sums, what to buy when"),
    .about = TR_LATER(
        "Prices a plan that the planner saved: every item under every way to buy it, the "
        "sums of each currency, what to buy in which month, and the warnings. Exit status 3 "
        "when something in it cannot be carried by anything on sale."),
    .example = "breakeven quote spring.cfg --format json",
    .options = rows,
    .option_count = sizeof rows / sizeof *rows,
    .shared = {{exchange_options_rows, EXCHANGE_OPTIONS, FIELD(exchange)},
               {sampling_options_rows, SAMPLING_OPTIONS, FIELD(sampling)}},
    .options_size = sizeof(quote_options),
    .csv = &csv_quote_table,
    .operands = OPERAND_FILE,
    .least_operands = 1,
    .most_operands = 1,
    .run = run,
};
