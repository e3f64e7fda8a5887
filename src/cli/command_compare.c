#include <breakeven/breakeven.h>

#include "cli/commands.h"
#include "cli/complain.h"
#include "cli/demand_options.h"
#include "cli/output.h"
#include "cli/product_command.h"
#include "cli/today.h"
#include "report/quote_view.h"
#include "scenario/purchase_text.h"

typedef struct compare_options {
    demand_options demand;
    optional_quantity volume;
    volume_list volumes;
    text_list buy;
    bool explain;
} compare_options;

#define FIELD(name) offsetof(compare_options, name)

static const option rows[] = {
    {"volume", 0, "N", &option_maybe_count, FIELD(volume), "calls in the first month"},
    {"volumes", 0, "\"N N...\"", &option_counts, FIELD(volumes),
     "calls month by month, separated by spaces or \";\" (\",\" groups digits); with --months "
     "the last one repeats"},
    {"buy", 0, "SPEC", &option_texts, FIELD(buy),
     "a plan of your own beside the others, such as \"10k x3 @2026-12\" or \"qps 8 for 5 days\"; "
     "may be repeated"},
    {"explain", 0, NULL, &option_switch, FIELD(explain),
     "show the sums of all options, line by line"},
};

/* Months that are named are planned: a sum over fewer of them would look like the whole. */
static status read_horizon(const compare_options *options, be_date today, be_horizon *out)
{
    size_t named = options->volumes.count;
    *out = demand_options_horizon(&options->demand, today);
    if (named > 0 && options->demand.months == 0)
        out->months = (int)named;
    if (named > (size_t)out->months)
        return complain(STATUS_USAGE, "--volumes: names %zu months, more than the %d of --months",
                        named, out->months);
    return STATUS_DONE;
}

static status read_volume(const compare_options *options, be_demand *out)
{
    if (options->volume.given && options->volumes.count > 0)
        return complain(STATUS_USAGE, "--volumes: cannot be combined with --volume");
    if (options->demand.growth != 0 && options->volumes.count > 0)
        return complain(STATUS_USAGE, "--volumes: cannot be combined with --growth");
    out->volume = options->volume.value;
    out->volumes = options->volumes.count > 0 ? options->volumes.items : NULL;
    out->volume_count = options->volumes.count;
    return STATUS_DONE;
}

static status read_buy(const text_list *specs, be_arena *arena, const be_product *product,
                       be_horizon horizon, be_demand *out)
{
    char error[PURCHASE_ERROR];
    be_purchase *pinned = be_arena_alloc(arena, specs->count + 1, sizeof *pinned);
    if (pinned == NULL)
        return complain_memory();
    for (size_t i = 0; i < specs->count; i++) {
        if (!purchase_parse(specs->items[i], product, horizon, &pinned[i], error))
            return complain(STATUS_USAGE, "--buy: %s", error);
    }
    out->pinned = pinned;
    out->pinned_count = specs->count;
    return STATUS_DONE;
}

static status answer_with(const invocation *call, const be_quote *quote, const be_demand *demand)
{
    const compare_options *options = call->options;
    const answer what = {ANSWER_COMPARE, {.compare = {quote, demand, options->explain}}};
    status result = output_answer(call->globals, &what);
    if (result == STATUS_DONE && !quote_view_any_feasible(quote))
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
    be_horizon horizon;
    status result = read_horizon(options, today, &horizon);
    if (result == STATUS_DONE)
        result = demand_options_read(&options->demand, arena, product, &demand);
    if (result == STATUS_DONE)
        result = read_volume(options, &demand);
    if (result == STATUS_DONE)
        result = read_buy(&options->buy, arena, product, horizon, &demand);
    if (result != STATUS_DONE)
        return result;
    const be_quote *quote = be_quote_create(arena, product, &demand, horizon, today);
    return quote == NULL ? complain_memory() : answer_with(call, quote, &demand);
}

static status run(const invocation *call)
{
    return product_command(call, compare);
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
    .options = rows,
    .option_count = sizeof rows / sizeof *rows,
    .shared_options = demand_options_rows,
    .shared_option_count = DEMAND_OPTIONS,
    .options_size = sizeof(compare_options),
    .least_operands = 1,
    .most_operands = 1,
    .run = run,
};
