#include <breakeven/breakeven.h>

#include "cli/budget.h"
#include "cli/commands.h"
#include "cli/complain.h"
#include "cli/demand_options.h"
#include "cli/output.h"
#include "cli/product_command.h"
#include "cli/sampling_options.h"
#include "cli/today.h"
#include "language/language.h"
#include "planning/item_detail.h"
#include "report/csv_options.h"
#include "report/quote_view.h"
#include "scenario/purchase_text.h"

typedef struct compare_options {
    demand_options demand;
    optional_quantity volume;
    volume_list volumes;
    optional_quantity low, high;
    be_ratio spread, cancellation;
    sampling_options sampling;
    be_ratio tax;
    text_list buy;
    optional_amount budget;
    bool by_month;
    bool explain;
} compare_options;

#define FIELD(name) offsetof(compare_options, name)

static const option rows[] = {
    {"volume", 0, "N", &option_maybe_count, FIELD(volume), TR_LATER("calls in the first month")},
    {"volumes", 0, "\"N N...\"", &option_counts, FIELD(volumes),
     TR_LATER(
         "calls month by month, separated by spaces or \";\" (\",\" groups digits); with --months "
         "the last one repeats")},
    {"low", 0, "N", &option_maybe_count, FIELD(low),
     TR_LATER("calls in the first month if it comes to less; with --high it shows what each "
              "decision costs "
              "then, and which is safest")},
    {"high", 0, "N", &option_maybe_count, FIELD(high), TR_LATER("the same if it comes to more")},
    {"spread", 0, TR_LATER("PERCENT"), &option_spread, FIELD(spread),
     TR_LATER("how uncertain the volume is: one time in ten it is so much above what is expected, "
              "or as far "
              "below; shows what to buy now (0%)")},
    {"cancellation", 0, TR_LATER("PERCENT"), &option_share, FIELD(cancellation),
     TR_LATER("chance each month that all use ends for good (0%)")},
    {"tax", 0, TR_LATER("PERCENT"), &option_share, FIELD(tax),
     TR_LATER("rate on top of every charge, shown beside the totals (0%)")},
    {"buy", 0, TR_LATER("SPEC"), &option_texts, FIELD(buy),
     TR_LATER("a plan of your own beside the others, such as \"10k x3 @2026-12\" or \"qps 8 for 5 "
              "days\"; "
              "may be repeated")},
    {"budget", 0, TR_LATER("AMOUNT"), &option_maybe_amount, FIELD(budget),
     TR_LATER("exit status 4 when what is recommended costs more, tax included")},
    {"by-month", 0, NULL, &option_switch, FIELD(by_month),
     TR_LATER("show month by month who pays for the units, and the cash; with --explain of all "
              "options")},
    {"explain", 0, NULL, &option_switch, FIELD(explain),
     TR_LATER("show the sums of all options, line by line")},
};

/* Months that are named are planned: a sum over fewer of them would look like the whole. */
static status read_horizon(const compare_options *options, be_date today, be_horizon *out)
{
    size_t named = options->volumes.count;
    *out = demand_options_horizon(&options->demand, today);
    if (named > 0 && options->demand.months == 0)
        out->months = (int)named;
    if (named > (size_t)out->months)
        return complain(STATUS_USAGE,
                        tr("--volumes: names %zu months, more than the %d of --months"), named,
                        out->months);
    return STATUS_DONE;
}

static status read_volume(const compare_options *options, be_demand *out)
{
    if (options->volume.given && options->volumes.count > 0)
        return complain(STATUS_USAGE, tr("--volumes: cannot be combined with --volume"));
    if (options->demand.growth != 0 && options->volumes.count > 0)
        return complain(STATUS_USAGE, tr("--volumes: cannot be combined with --growth"));
    out->volume = options->volume.value;
    out->volumes = options->volumes.count > 0 ? options->volumes.items : NULL;
    out->volume_count = options->volumes.count;
    return STATUS_DONE;
}

/* A low or high volume says nothing without the other, or without one between them. */
static status read_range(const compare_options *options, be_demand *out)
{
    if (!options->low.given && !options->high.given)
        return STATUS_DONE;
    if (!options->high.given)
        return complain(STATUS_USAGE, tr("--low: needs --high beside it"));
    if (!options->low.given)
        return complain(STATUS_USAGE, tr("--high: needs --low beside it"));
    out->low = options->low.value;
    out->high = options->high.value;
    return STATUS_DONE;
}

/* What is sampled has to be uncertain. */
static status read_doubt(const compare_options *options, be_demand *out)
{
    out->spread = options->spread;
    out->cancellation = options->cancellation;
    const sampling_options *sampling = &options->sampling;
    if (sampling_asked_for(out) || (sampling->paths == 0 && sampling->seed == 0))
        return STATUS_DONE;
    return complain(STATUS_USAGE, tr("--%s: needs --spread or --cancellation beside it"),
                    sampling->paths > 0 ? "paths" : "seed");
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
            return complain(STATUS_USAGE, tr("--buy: %s"), error);
        if (pinned[i].month >= horizon.months)
            return complain(STATUS_USAGE, tr("--buy: %s is behind the plan's last month"),
                            specs->items[i]);
    }
    out->pinned = pinned;
    out->pinned_count = specs->count;
    return STATUS_DONE;
}

static status read_demand(const compare_options *options, be_arena *arena,
                          const be_product *product, be_horizon horizon, be_demand *out)
{
    status result = demand_options_read(&options->demand, arena, product, out);
    out->tax = options->tax;
    if (result == STATUS_DONE)
        result = read_volume(options, out);
    if (result == STATUS_DONE)
        result = read_range(options, out);
    if (result == STATUS_DONE)
        result = read_doubt(options, out);
    if (result == STATUS_DONE)
        result = read_buy(&options->buy, arena, product, horizon, out);
    return result == STATUS_DONE ? demand_options_check(out, product) : result;
}

static status answer_with(const invocation *call, const compare_answer *found)
{
    const answer what = {ANSWER_COMPARE, {.compare = *found}};
    status result = output_answer(call->globals, &what);
    if (result == STATUS_DONE && !quote_view_any_feasible(found->quote))
        result = STATUS_CANNOT_CARRY;
    return budget_status(result, &found->budget);
}

static status sample_and_answer(const invocation *call, compare_answer *found)
{
    const compare_options *options = call->options;
    const be_quote *quote = found->quote;
    if (!sampling_asked_for(found->demand))
        return answer_with(call, found);
    be_sampling *sampling =
        sampling_run(&options->sampling, quote->product, found->demand, quote->usage.horizon);
    if (sampling == NULL)
        return complain_memory();
    found->sampled = be_sampling_result(sampling);
    status result = answer_with(call, found);
    be_sampling_destroy(sampling);
    return result;
}

static status compare_demand_of(const invocation *call, const be_product *product, be_arena *arena,
                                be_horizon horizon, be_date today, const be_demand *demand)
{
    const compare_options *options = call->options;
    compare_answer found = {
        .quote = be_quote_create(arena, product, demand, horizon, today),
        .demand = demand,
        .explain = options->explain,
        .by_month = options->by_month,
    };
    if (found.quote == NULL)
        return complain_memory();
    const format *as = output_format(call->globals);
    if (as->tells_why) {
        found.why = be_why_create(arena, found.quote, demand);
        if (found.why == NULL)
            return complain_memory();
    }
    if (as->tells_all && !item_detail_run(arena, &found))
        return complain_memory();
    if (demand->high > 0) {
        found.regret = be_regret_create(arena, found.quote, demand);
        if (found.regret == NULL)
            return complain_memory();
    }
    found.budget = (budget_answer){options->budget.given, options->budget.value,
                                   quote_view_spent(found.quote)};
    return sample_and_answer(call, &found);
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
        result = read_demand(options, arena, product, horizon, &demand);
    return result == STATUS_DONE ? compare_demand_of(call, product, arena, horizon, today, &demand)
                                 : result;
}

static status run(const invocation *call)
{
    return product_command(call, compare);
}

const command command_compare = {
    .name = "compare",
    .usage = TR_LATER("compare PRODUCT [OPTION...]"),
    .summary = TR_LATER("the ways to buy one product side by side"),
    .about = TR_LATER(
        "Prices what you expect to use under every way to buy it: pay as you go, packages, "
        "prepaid QPS, and the cheapest of all. What you leave out is assumed, and said. Counts "
        "may be grouped and shortened: 3,500,000 or 3.5M."),
    .example = "breakeven compare tencent-cn/face-compare --volume 3.5M --months 12 "
               "--qps 8",
    .options = rows,
    .option_count = sizeof rows / sizeof *rows,
    .shared = {{demand_options_rows, DEMAND_OPTIONS, FIELD(demand)},
               {meter_options_rows, METER_OPTIONS, FIELD(demand.meters)},
               {sampling_options_rows, SAMPLING_OPTIONS, FIELD(sampling)}},
    .csv = &csv_compare_table,
    .options_size = sizeof(compare_options),
    .operands = OPERAND_PRODUCT,
    .least_operands = 1,
    .most_operands = 1,
    .run = run,
};
