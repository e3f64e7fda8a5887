#include <stdlib.h>

#include "cli/commands.h"
#include "cli/places.h"
#include "cli/prices.h"
#include "cli/today.h"
#include "tui/tui.h"

enum { PLAN_MONTHS = 12 };

static status plan(const invocation *call, const catalog *prices)
{
    tui_options options = {
        .catalog = catalog_view(prices),
        .scenario = call->operand_count > 0 ? call->operands[0] : NULL,
        .ascii = call->globals->ascii,
    };
    if (!today_read(&options.today))
        return STATUS_USAGE;
    options.horizon = (be_horizon){today_next_month(options.today), PLAN_MONTHS};
    char *state = places_state();
    options.state_folder = state;
    int result = tui_run(&options);
    free(state);
    return result == 0 ? STATUS_DONE : STATUS_DATA;
}

static status run(const invocation *call)
{
    return prices_with(call, plan);
}

const command command_plan = {
    .name = "",
    .usage = "[SCENARIO]",
    .summary = "open the planner, with a saved scenario or an empty one",
    .example = "breakeven spring.cfg",
    .most_operands = 1,
    .run = run,
};
