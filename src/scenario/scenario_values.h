/*
 * What a scenario says, as texts by the key of its file: to be shown and compared.
 */
#ifndef BREAKEVEN_SCENARIO_SCENARIO_VALUES_H
#define BREAKEVEN_SCENARIO_SCENARIO_VALUES_H

#include <stdbool.h>
#include <stddef.h>

#include <breakeven/arena.h>

#include "scenario/scenario.h"

typedef struct scenario_value {
    const char *key;       /* as in a file; "per_request.input" of a meter */
    const char *text;      /* in the notation of files and entry fields; a list's parts with "; " */
    const be_meter *meter; /* whose units per request these are; else NULL */
} scenario_value;

typedef struct scenario_values {
    const scenario_value *items;
    size_t count;
} scenario_values;

/* What the plan says beside its items: name, months, tax, rates. False when there is no memory. */
bool scenario_plan_values(const scenario *plan, be_arena *arena, scenario_values *out);

/* What one of its items says: each key that is not left at its default. The same. */
bool scenario_item_values(const scenario *plan, const scenario_item *item, be_arena *arena,
                          scenario_values *out);

/* The text of a key, or NULL. */
const char *scenario_value_of(const scenario_values *values, const char *key);

#endif
