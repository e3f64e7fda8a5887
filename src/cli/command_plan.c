#include <stdlib.h>

#include "cli/commands.h"
#include "cli/places.h"
#include "cli/prices.h"
#include "cli/today.h"
#include "tui/tui.h"

enum { PLAN_MONTHS = 12 };

/* Prices chosen with --catalog are not the ones that the user's own lie over. */
static char *own_prices_file(const globals *chosen)
{
    return chosen->catalogs.count > 0 ? NULL : places_prices();
}

static status plan(const invocation *call, catalog *prices)
{
    tui_options options = {
        .prices = prices,
        .scenario = call->operand_count > 0 ? call->operands[0] : NULL,
        .ascii = call->globals->ascii,
    };
    if (!today_read(&options.today))
        return STATUS_USAGE;
    options.horizon = (be_horizon){today_next_month(options.today), PLAN_MONTHS};
    char *state = places_state(), *own = own_prices_file(call->globals);
    options.state_folder = state;
    options.prices_file = own;
    int result = tui_run(&options);
    free(state);
    free(own);
    return result == 0 ? STATUS_DONE : STATUS_DATA;
}

static status run(const invocation *call)
{
    catalog *prices = prices_open(call->globals);
    status result = prices == NULL ? STATUS_DATA : plan(call, prices);
    catalog_destroy(prices);
    return result;
}

const command command_plan = {
    .name = "",
    .usage = "[SCENARIO]",
    .summary = "open the planner, with a saved scenario or an empty one",
    .example = "breakeven spring.cfg",
    .most_operands = 1,
    .run = run,
};
