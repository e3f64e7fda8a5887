/*
 * The demand of a comparison, as options of the command line.
 */
#ifndef BREAKEVEN_CLI_COMPARE_OPTIONS_H
#define BREAKEVEN_CLI_COMPARE_OPTIONS_H

#include <stdbool.h>

#include <breakeven/arena.h>
#include <breakeven/catalog.h>
#include <breakeven/demand.h>

#include "cli/option_types.h"
#include "cli/options.h"
#include "cli/status.h"

/* All zero is what holds without any option. */
typedef struct compare_options {
    optional_quantity volume;
    volume_list volumes;
    int months;     /* 0: one */
    be_month start; /* 0: next month */
    be_ratio growth;
    be_quantity concurrency;
    be_microseconds response;
    be_quantity qps;
    int peak_days;
    int busy_hours;
    optional_quantity free_left;
    be_ratio failures;
    be_ratio failures_billed;
    bool postpaid;
    text_list owned;
    text_list buy;
    bool explain;
} compare_options;

enum { COMPARE_OPTIONS = 17 };
extern const option compare_options_rows[COMPARE_OPTIONS];

/*
 * The demand that the options describe. Its arrays are borrowed from `options` and `arena`.
 * STATUS_USAGE after a complaint about an option that does not fit the product or another option.
 */
status compare_options_demand(const compare_options *options, be_arena *arena,
                              const be_product *product, be_horizon horizon, be_demand *out);

#endif
