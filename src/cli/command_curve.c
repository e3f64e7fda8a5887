#include <breakeven/breakeven.h>

#include "cli/commands.h"
#include "cli/complain.h"
#include "cli/demand_options.h"
#include "cli/output.h"
#include "cli/product_command.h"
#include "cli/today.h"
#include "language/language.h"
#include "report/csv_curve.h"

enum { POINTS_DEFAULT = 11 };

typedef struct curve_options {
    demand_options demand;
    be_quantity from;
    optional_quantity to;
    optional_quantity points;
} curve_options;

#define FIELD(name) offsetof(curve_options, name)

static const option rows[] = {
    {"from", 0, "N", &option_count, FIELD(from), TR_LATER("the smallest monthly volume (0)")},
    {"to", 0, "N", &option_maybe_count, FIELD(to),
     TR_LATER("the largest monthly volume; must be given")},
    {"points", 0, "N", &option_maybe_count, FIELD(points),
     TR_LATER("at how many volumes to show what each costs, 0 to 1,000 (11)")},
};

static status check_range(const curve_options *options)
{
    if (!options->to.given)
        return complain(STATUS_USAGE, tr("--to: the largest volume is missing, such as --to 100k"));
    if (options->to.value < options->from)
        return complain(STATUS_USAGE, tr("--to: must not be below --from"));
    if (options->points.given && options->points.value > BE_CURVE_POINTS_MAX)
        return complain(STATUS_USAGE, tr("--points: at most %d"), BE_CURVE_POINTS_MAX);
    return STATUS_DONE;
}

static status answer_curve(const invocation *call, const be_product *product, be_arena *arena)
{
    const curve_options *options = call->options;
    be_date today;
    be_demand demand;
    status result = check_range(options);
    if (result != STATUS_DONE || !today_read(&today))
        return STATUS_USAGE;
    result = demand_options_read(&options->demand, arena, product, &demand);
    if (result == STATUS_DONE)
        result = demand_options_check(&demand, product);
    if (result != STATUS_DONE)
        return result;
    be_horizon horizon = demand_options_horizon(&options->demand, today);
    size_t points = options->points.given ? (size_t)options->points.value : POINTS_DEFAULT;
    const be_curve *curve =
        be_curve_create(arena, product, &demand, horizon, options->from, options->to.value, points);
    if (curve == NULL)
        return complain_memory();
    const answer what = {ANSWER_CURVE, {.curve = {product, curve, horizon}}};
    return output_answer(call->globals, &what);
}

static status run(const invocation *call)
{
    return product_command(call, answer_curve);
}

const command command_curve = {
    .name = "curve",
    .usage = TR_LATER("curve PRODUCT --to N [OPTION...]"),
    .summary = TR_LATER("break-even volumes: which way to buy is the cheapest from where to where"),
    .about = TR_LATER(
        "Finds the exact monthly volumes at which another way to buy (pay as you go, packages "
        "or prepaid QPS alone) becomes the cheapest, and shows on the way what each costs, "
        "and what the best plan does that may mix them. Everything but the volume is as for "
        "\"compare\"."),
    .example = "breakeven curve tencent-cn/face-compare --to 1M --concurrency 4 "
               "--response-time 500ms",
    .options = rows,
    .option_count = sizeof rows / sizeof *rows,
    .shared = {{demand_options_rows, DEMAND_OPTIONS, FIELD(demand)},
               {meter_options_rows, METER_OPTIONS, FIELD(demand.meters)}},
    .csv = &csv_curve_table,
    .options_size = sizeof(curve_options),
    .operands = OPERAND_PRODUCT,
    .least_operands = 1,
    .most_operands = 1,
    .run = run,
};
