#include "cli/commands.h"
#include "cli/complain.h"
#include "cli/output.h"
#include "cli/prices.h"
#include "cli/today.h"
#include "language/language.h"
#include "planning/plan_diff.h"
#include "report/csv_diff.h"
#include "scenario/scenario_load.h"

static scenario *load(const char *path, const catalog *prices)
{
    problems found = {0};
    scenario *plan = scenario_load(path, catalog_view(prices), &found);
    complain_problems(&found);
    problems_clear(&found);
    return plan;
}

static status compare(const invocation *call, const scenario *before, const scenario *after)
{
    be_date today;
    if (!today_read(&today))
        return STATUS_USAGE;
    plan_diff *found = plan_diff_create((plan_side){before, call->operands[0]},
                                        (plan_side){after, call->operands[1]}, today);
    if (found == NULL)
        return complain_memory();
    const answer what = {ANSWER_DIFF, {.diff = *plan_diff_answer(found)}};
    status result = output_answer(call->globals, &what);
    plan_diff_destroy(found);
    return result;
}

static status load_and_compare(const invocation *call, const catalog *prices)
{
    /* Both are read, so that what is wrong with either is told at once. */
    scenario *before = load(call->operands[0], prices), *after = load(call->operands[1], prices);
    status result = before == NULL || after == NULL ? STATUS_DATA : compare(call, before, after);
    scenario_destroy(before);
    scenario_destroy(after);
    return result;
}

static status run(const invocation *call)
{
    return prices_with(call, load_and_compare);
}

const command command_diff = {
    .name = "diff",
    .usage = TR_LATER("diff SCENARIO SCENARIO"),
    .summary = TR_LATER("what changed between two saved plans, and what it costs"),
    .about = TR_LATER(
        "Holds the second plan against the first: items added and removed, values changed, "
        "and what the recommended way to buy costs before and after, for each item and in "
        "each currency. Only what differs is shown."),
    .example = "breakeven diff spring.cfg summer.cfg",
    .csv = &csv_diff_table,
    .operands = OPERAND_FILE,
    .least_operands = 2,
    .most_operands = 2,
    .run = run,
};
