#include <stddef.h>
#include <stdlib.h>

#include "cli/commands.h"
#include "cli/complain.h"
#include "cli/places.h"
#include "cli/prices.h"
#include "cli/today.h"
#include "language/language.h"
#include "tui/tui.h"

enum { PLAN_MONTHS = 12 };

typedef struct plan_options {
    bool empty;
    bool no_mouse;
} plan_options;

static const option plan_rows[] = {
    {"new", 0, NULL, &option_switch, offsetof(plan_options, empty),
     TR_LATER("start with an empty plan")},
    {"no-mouse", 0, NULL, &option_switch, offsetof(plan_options, no_mouse),
     TR_LATER("leave the mouse to the terminal, to select text; with it on, hold Shift")},
};

/* Prices chosen with --catalog are not the ones that the user's own lie over. */
static char *own_prices_file(const globals *chosen)
{
    return chosen->catalogs.count > 0 ? NULL : places_prices();
}

static status plan(const invocation *call, catalog *prices)
{
    const plan_options *chosen = call->options;
    if (chosen->empty && call->operand_count > 0)
        return complain(STATUS_USAGE, tr("--new starts an empty plan: leave %s out"),
                        call->operands[0]);
    tui_options options = {
        .prices = prices,
        .scenario = call->operand_count > 0 ? call->operands[0] : NULL,
        .empty = chosen->empty,
        .no_mouse = chosen->no_mouse,
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
    .usage = TR_LATER("[SCENARIO]"),
    .summary = TR_LATER("open the planner, with a saved scenario or where it was left"),
    .example = "breakeven spring.cfg",
    .options = plan_rows,
    .option_count = sizeof plan_rows / sizeof *plan_rows,
    .options_size = sizeof(plan_options),
    .operands = OPERAND_FILE,
    .most_operands = 1,
    .run = run,
};
