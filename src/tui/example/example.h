/*
 * The example: a plan worth looking at, for who starts the planner for the first time.
 */
#ifndef BREAKEVEN_TUI_EXAMPLE_EXAMPLE_H
#define BREAKEVEN_TUI_EXAMPLE_EXAMPLE_H

#include <breakeven/catalog.h>

#include "scenario/scenario.h"

/* The example, from this month on, for the caller to destroy. NULL when the catalogue lacks one of
 * its products, or there is no memory. */
scenario *example_create(const be_catalog *known, be_month start);

#endif
