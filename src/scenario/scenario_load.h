/*
 * Reading scenario files.
 */
#ifndef BREAKEVEN_SCENARIO_SCENARIO_LOAD_H
#define BREAKEVEN_SCENARIO_SCENARIO_LOAD_H

#include <stddef.h>

#include <breakeven/catalog.h>

#include "config/problem.h"
#include "scenario/scenario.h"

/*
 * Reads the plan in the file `path`. Its products are looked up in `known`, which has to outlive
 * it. The caller destroys it. NULL after an error; all errors of the file are in `found`, in the
 * order of its lines.
 */
scenario *scenario_load(const char *path, const be_catalog *known, problems *found);

/* The same for `size` bytes of text with a NUL behind them, which problems will call `name`. */
scenario *scenario_parse(const char *name, const char *text, size_t size, const be_catalog *known,
                         problems *found);

#endif
