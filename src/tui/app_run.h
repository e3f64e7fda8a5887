/*
 * Running the planner on an open terminal.
 */
#ifndef BREAKEVEN_TUI_APP_RUN_H
#define BREAKEVEN_TUI_APP_RUN_H

#include <stdbool.h>

#include "tui/app.h"
#include "tui/model/journal.h"
#include "tui/model/session.h"

/* How a run ended. */
typedef enum app_end {
    APP_LEFT,   /* the user left, and was asked about anything unsaved */
    APP_KILLED, /* a signal or the end of the terminal: nobody was asked */
    APP_FAILED  /* no memory */
} app_end;

/* The screens that the loop itself opens. It is told of them, so that it depends on none. */
typedef struct app_screens {
    void (*first)(app *a);
    void (*help)(app *a);
    bool no_mouse;
    const char *news; /* said at the foot until the first key; NULL: nothing */
} app_screens;

/* Runs until the user leaves. What is edited is kept in `kept`, which may be NULL. */
app_end app_run(session *edited, journal *kept, bool ascii, const app_screens *screens);

#endif
