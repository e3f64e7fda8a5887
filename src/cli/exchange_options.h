/*
 * Rates of exchange as options of the command line, in place of those that a plan gives.
 */
#ifndef BREAKEVEN_CLI_EXCHANGE_OPTIONS_H
#define BREAKEVEN_CLI_EXCHANGE_OPTIONS_H

#include <breakeven/calendar.h>

#include "cli/option_types.h"
#include "cli/options.h"
#include "cli/status.h"
#include "scenario/scenario.h"

/* The first member of a command's values. All zero is what holds without any option. */
typedef struct exchange_options {
    currency_text total; /* empty: not given */
    rate_list rates;
    date_text date; /* empty: today */
} exchange_options;

enum { EXCHANGE_OPTIONS = 3 };
extern const option exchange_options_rows[EXCHANGE_OPTIONS];

/*
 * The rates to use: those of the options, or else those of the plan, which also says into which
 * currency unless the options do. STATUS_USAGE after a complaint.
 */
status exchange_options_read(const exchange_options *options, const scenario_exchange *of_plan,
                             be_date today, scenario_exchange *out);

#endif
