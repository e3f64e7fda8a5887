#include <breakeven/breakeven.h>

#include "cli/commands.h"
#include "cli/compare_options.h"
#include "cli/complain.h"
#include "cli/output.h"
#include "cli/prices.h"
#include "cli/today.h"

/* Can any option be had that serves every unit within the limits, at whatever price? */
static bool any_feasible(const be_quote *quote)
{
    for (int id = 0; id < BE_OPTION_COUNT; id++) {
        if (quote->options[id].offered && quote->options[id].bill.feasible)
            return true;
    }
    return false;
}

static status answer_with(const invocation *call, const be_quote *quote, const be_demand *demand)
{
    const compare_options *options = call->options;
    const answer what = {ANSWER_COMPARE, {.compare = {quote, demand, options->explain}}};
    status result = output_answer(call->globals, &what);
    if (result == STATUS_DONE && !any_feasible(quote))
        result = STATUS_CANNOT_CARRY;
    return result;
}

static status compare(const invocation *call, const be_product *product, be_arena *arena)
{
    const compare_options *options = call->options;
    be_date today;
    be_demand demand;
    if (!today_read(&today))
        return STATUS_USAGE;
    be_month start = options->start != 0 ? options->start : today_next_month(today);
    be_horizon horizon = {start, options->months != 0 ? options->months : 1};
    status result = compare_options_demand(options, arena, product, horizon, &demand);
    if (result != STATUS_DONE)
        return result;
    const be_quote *quote = be_quote_create(arena, product, &demand, horizon, today);
    return quote == NULL ? complain_memory() : answer_with(call, quote, &demand);
}

static status compare_in_arena(const invocation *call, const be_product *product)
{
    be_arena *arena = be_arena_create();
    if (arena == NULL)
        return complain_memory();
    status result = compare(call, product, arena);
    be_arena_destroy(arena);
    return result;
}

static status run(const invocation *call)
{
    catalog *prices = prices_open(call->globals);
    if (prices == NULL)
        return STATUS_DATA;
    const be_product *product = prices_product(prices, call->operands[0]);
    status result = product == NULL ? STATUS_DATA : compare_in_arena(call, product);
    catalog_destroy(prices);
    return result;
}

const command command_compare = {
    .name = "compare",
    .usage = "compare PRODUCT [OPTION...]",
    .summary = "the ways to buy one product side by side",
    .about =
        "Prices what you expect to use under every way to buy it: pay as you go, packages, "
        "prepaid QPS, and the cheapest of all. What you leave out is assumed, and said. Counts "
        "may be grouped and shortened: 3,500,000 or 3.5M.",
    .example = "breakeven compare tencent-cn/face-compare --volume 3.5M --months 12 "
               "--qps 8",
    .options = compare_options_rows,
    .option_count = COMPARE_OPTIONS,
    .options_size = sizeof(compare_options),
    .least_operands = 1,
    .most_operands = 1,
    .run = run,
};
