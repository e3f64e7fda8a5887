/*
 * Samplings of uncertain volumes (breakeven/sampling.h) as options of the command line.
 */
#ifndef BREAKEVEN_CLI_SAMPLING_OPTIONS_H
#define BREAKEVEN_CLI_SAMPLING_OPTIONS_H

#include <breakeven/sampling.h>

#include "cli/options.h"
#include "cli/status.h"

/* All zero is what holds without any option. */
typedef struct sampling_options {
    int paths; /* 0: BE_PATHS_USUAL */
    be_quantity seed;
} sampling_options;

enum { SAMPLING_OPTIONS = 2 };
extern const option sampling_options_rows[SAMPLING_OPTIONS];

/* Whether the demand says how uncertain its volume is. */
bool sampling_asked_for(const be_demand *demand);

/*
 * Runs a whole sampling, for the caller to destroy. NULL when there is no memory. Product and
 * demand are borrowed as long.
 */
be_sampling *sampling_run(const sampling_options *options, const be_product *product,
                          const be_demand *demand, be_horizon horizon);

#endif
