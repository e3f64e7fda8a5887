/*
 * Writing scenario files.
 */
#ifndef BREAKEVEN_SCENARIO_SCENARIO_SAVE_H
#define BREAKEVEN_SCENARIO_SCENARIO_SAVE_H

#include <stdbool.h>
#include <stddef.h>

#include "config/problem.h"
#include "scenario/scenario.h"

/*
 * Writes the plan to `path`. The file there is replaced as a whole or, after an error (which is in
 * `found`), not touched: see config/atomic_file.h.
 */
bool scenario_save(const scenario *plan, const char *path, problems *found);

/*
 * The text that scenario_save writes: the same plan always gives the same bytes, keys stand in a
 * fixed order, and only what differs from its default is written. The caller frees it. NULL when
 * there is no memory.
 */
char *scenario_text(const scenario *plan, size_t *size);

#endif
