/*
 * What is expected of a product, as options of the command line: those that every command with a
 * demand shares. How the volume is given is each command's own.
 */
#ifndef BREAKEVEN_CLI_DEMAND_OPTIONS_H
#define BREAKEVEN_CLI_DEMAND_OPTIONS_H

#include <stdbool.h>

#include <breakeven/arena.h>
#include <breakeven/calendar.h>
#include <breakeven/demand.h>

#include "cli/meter_options.h"
#include "cli/option_types.h"
#include "cli/options.h"
#include "cli/status.h"

/* The first member of a command's values. All zero is what holds without any option. */
typedef struct demand_options {
    meter_options meters;
    int months;     /* 0: one */
    be_month start; /* 0: next month */
    be_ratio growth;
    season_list season;
    be_quantity concurrency;
    be_microseconds response;
    be_quantity qps;
    int peak_days;
    int busy_hours;
    optional_quantity free_left;
    be_ratio failures;
    be_ratio failures_billed;
    bool postpaid;
    be_ratio discount;
    text_list owned;
} demand_options;

enum { DEMAND_OPTIONS = 15 };
extern const option demand_options_rows[DEMAND_OPTIONS];

/* The months that are planned. */
be_horizon demand_options_horizon(const demand_options *options, be_date today);

/*
 * The demand that the options describe, but for its volume. Its arrays are borrowed from `options`
 * and `arena`. STATUS_USAGE after a complaint, also about what `product` does not have.
 */
status demand_options_read(const demand_options *options, be_arena *arena,
                           const be_product *product, be_demand *out);

/* STATUS_USAGE after a complaint where the demand contradicts itself or its product. */
status demand_options_check(const be_demand *demand, const be_product *product);

#endif
