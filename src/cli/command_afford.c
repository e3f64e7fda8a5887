#include <breakeven/breakeven.h>

#include <string.h>

#include "cli/commands.h"
#include "cli/complain.h"
#include "cli/demand_options.h"
#include "cli/output.h"
#include "cli/product_command.h"
#include "cli/today.h"
#include "language/language.h"
#include "report/afford_view.h"
#include "report/csv_afford.h"

enum { YEAR = 12 };

typedef struct afford_options {
    demand_options demand;
    optional_amount budget;
    afford_per per;
    be_ratio tax;
} afford_options;

#define FIELD(name) offsetof(afford_options, name)

static const char *read_per(const char *text, void *out)
{
    for (int per = 0; per < AFFORD_PERS; per++) {
        if (strcmp(afford_view_per((afford_per)per), text) == 0) {
            *(afford_per *)out = (afford_per)per;
            return NULL;
        }
    }
    return TR_LATER("is none of them");
}

static const char *const per_words[] = {"plan", "year", "month", NULL};
static const option_type per_type = {
    .expected = TR_LATER("plan, year or month"), .read = read_per, .values = per_words};

static const option rows[] = {
    {"budget", 0, TR_LATER("AMOUNT"), &option_maybe_amount, FIELD(budget),
     TR_LATER("what may be spent, tax included, in the product's currency; must be given")},
    {"per", 0, "plan|year|month", &per_type, FIELD(per),
     TR_LATER("for how long that is: all planned months, a year or a month on average (plan)")},
    {"tax", 0, TR_LATER("PERCENT"), &option_share, FIELD(tax),
     TR_LATER("rate on top of every charge, part of what is spent (0%)")},
};

/* What may be spent in all months, rounded down to what an amount can say. */
static be_amount whole_budget(const afford_options *options, be_horizon horizon)
{
    be_amount budget = options->budget.value;
    if (options->per == AFFORD_PER_PLAN)
        return budget;
    be_amount months = be_amount_times(budget, horizon.months);
    return options->per == AFFORD_PER_MONTH ? months : be_amount_divide(months, YEAR);
}

static status show(const invocation *call, const afford_answer *found)
{
    const answer what = {ANSWER_AFFORD, {.afford = *found}};
    status result = output_answer(call->globals, &what);
    bool nothing = afford_view_nothing_carries(found->found);
    return result == STATUS_DONE && nothing ? STATUS_CANNOT_CARRY : result;
}

static status afford(const invocation *call, const be_product *product, be_arena *arena)
{
    const afford_options *options = call->options;
    be_date today;
    be_demand demand;
    if (!options->budget.given)
        return complain(STATUS_USAGE, tr("--budget: the budget is missing, such as --budget 1000"));
    if (!today_read(&today))
        return STATUS_USAGE;
    status result = demand_options_read(&options->demand, arena, product, &demand);
    demand.tax = options->tax;
    if (result == STATUS_DONE)
        result = demand_options_check(&demand, product);
    if (result != STATUS_DONE)
        return result;
    be_horizon horizon = demand_options_horizon(&options->demand, today);
    afford_answer found = {
        .found = be_afford_create(arena, product, &demand, horizon, whole_budget(options, horizon)),
        .demand = &demand,
        .budget = options->budget.value,
        .per = options->per,
    };
    if (found.found == NULL)
        return complain_memory();
    const be_afford_option *widest = afford_view_widest(found.found);
    demand.volume = widest != NULL ? widest->most : 0;
    found.quote = be_quote_create(arena, product, &demand, horizon, today);
    return found.quote == NULL ? complain_memory() : show(call, &found);
}

static status run(const invocation *call)
{
    return product_command(call, afford);
}

const command command_afford = {
    .name = "afford",
    .usage = TR_LATER("afford PRODUCT --budget AMOUNT [OPTION...]"),
    .summary = TR_LATER("the largest monthly volume that a budget pays for"),
    .about = TR_LATER(
        "Finds, for every way to buy, the largest volume of the first month with which all "
        "planned months together cost no more than the budget, tax included, and the load is "
        "carried. Under volume tiers a larger volume may cost less than a smaller one: then it "
        "also tells up to where every volume fits. Everything but the volume is as for "
        "\"compare\". Exit status 3 when nothing on sale carries the load at any budget."),
    .example = "breakeven afford tencent/image-style-transfer --budget 700 --postpaid on",
    .options = rows,
    .option_count = sizeof rows / sizeof *rows,
    .shared = {{demand_options_rows, DEMAND_OPTIONS, FIELD(demand)},
               {meter_options_rows, METER_OPTIONS, FIELD(demand.meters)}},
    .csv = &csv_afford_table,
    .operands = OPERAND_PRODUCT,
    .options_size = sizeof(afford_options),
    .least_operands = 1,
    .most_operands = 1,
    .run = run,
};
