/*
 * The planner as a running program: a stack of screens over one session.
 *
 * Each turn the stack is drawn from the bottom up, unless more keys wait, one key is awaited, its
 * action is looked up in the key table (bindings.h) for the context of the topmost screen, and that
 * screen acts. Drawing changes nothing; acting draws nothing. What takes long is done in pieces
 * while no key waits.
 */
#ifndef BREAKEVEN_TUI_APP_H
#define BREAKEVEN_TUI_APP_H

#include <stdbool.h>

#include <breakeven/arena.h>

#include "tui/action.h"
#include "tui/bindings.h"
#include "tui/model/session.h"
#include "tui/widgets/key.h"
#include "tui/widgets/surface.h"

typedef struct app app;

enum { APP_WHEEL_ROWS = 3 }; /* that a notch of the wheel goes */

/* Where the left button of the mouse was pressed, or its wheel was turned. */
typedef struct app_click {
    int row, col;
    int wheel; /* notches down, or up when negative; 0: the button */
} app_click;

/* What every screen fills. `state` is the screen's own; the app destroys it when the screen ends.
 */
typedef struct screen_type {
    key_context (*where)(const void *state, const app *a);
    void (*draw)(void *state, const app *a, surface *grid);
    void (*act)(void *state, app *a, action asked);
    void (*type)(void *state, app *a, key pressed); /* a key without an action; NULL: ignored */
    bool (*work)(void *state, app *a); /* a piece of work left over for when no key waits; true:
                                          draw, there may be more. NULL: none */
    bool (*click)(void *state, app *a, app_click at); /* false, or NULL: the wheel moves up and
                                                         down, and the button does nothing */
    void (*destroy)(void *state);
    bool covers; /* all of the screen: what lies below it need not be drawn */
} screen_type;

/* Puts a screen on top; takes `state`. When it cannot, says so and destroys the state. */
void app_push(app *a, const screen_type *type, void *state);

/* Ends the topmost screen after the current action; the last one ends the program. */
void app_pop(app *a);

/* Ends the program after the current action. */
void app_quit(app *a);

/* The plan being edited. */
session *app_session(const app *a);

/* What a piece of work is to heed that may take more than a few milliseconds: a key. A piece that
 * is given up is done again later. */
be_interrupt *app_interrupt(app *a);

/* The whole screen. */
rect app_area(const app *a);

/* Whether the screen is drawn in ASCII. */
bool app_is_ascii(const app *a);

/* Says something on the line of hints until the next key. */
__attribute__((format(printf, 3, 4))) void app_say(app *a, style role, const char *format, ...);

/* What is being said, or NULL. */
const char *app_said(const app *a, style *role);

/* Draws the hints of a context, or what is being said, in the first row of `area`. There a click on
 * a hint does what its key does. */
void app_draw_foot(const app *a, surface *grid, rect area);

#endif
