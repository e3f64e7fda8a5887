/*
 * The interactive planner.
 */
#ifndef BREAKEVEN_TUI_TUI_H
#define BREAKEVEN_TUI_TUI_H

#include <stdbool.h>

#include <breakeven/calendar.h>
#include <breakeven/catalog.h>
#include <breakeven/demand.h>

#include "catalog/catalog_load.h"

typedef struct tui_options {
    catalog *prices;         /* that products come from, and that the user's prices are put in */
    const char *prices_file; /* where those are kept, or NULL: nowhere */
    const char *scenario;    /* file to open, or NULL for an empty plan */
    be_horizon horizon;      /* of an empty plan */
    be_date today;           /* for the age of prices */
    bool ascii;              /* draw in ASCII whatever the locale */
    /* Where an unsaved plan is put when a signal ends the planner; made when it is needed. NULL:
     * the plan is then lost. */
    const char *state_folder;
} tui_options;

/*
 * Runs the planner on the terminal until the user leaves. Returns the program's exit status: 0, or
 * 1 with a message on stderr when there is no fit terminal or the scenario cannot be read.
 */
int tui_run(const tui_options *options);

#endif
