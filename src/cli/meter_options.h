/*
 * What a request takes of a product with several meters, as options of the command line.
 */
#ifndef BREAKEVEN_CLI_METER_OPTIONS_H
#define BREAKEVEN_CLI_METER_OPTIONS_H

#include <breakeven/arena.h>
#include <breakeven/demand.h>

#include "cli/options.h"
#include "cli/status.h"

/* The first member of a command's values. All zero is what holds without any option. */
typedef struct meter_options {
    const char *per_request; /* NULL: not given */
    be_ratio batch;
    be_ratio cached;
} meter_options;

enum { METER_OPTIONS = 3 };
extern const option meter_options_rows[METER_OPTIONS];

/*
 * Sets the demand's units per request and shares; the array lives in `arena`. STATUS_USAGE after a
 * complaint: also where some meter's units are neither given nor in the catalogue.
 */
status meter_options_read(const meter_options *options, be_arena *arena, const be_product *product,
                          be_demand *out);

#endif
