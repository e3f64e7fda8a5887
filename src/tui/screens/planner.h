/*
 * The panes of the main screen. Each draws itself and takes the actions that are its own; planner.c
 * lays them out and moves between them.
 */
#ifndef BREAKEVEN_TUI_SCREENS_PLANNER_H
#define BREAKEVEN_TUI_SCREENS_PLANNER_H

#include <stdbool.h>

#include "tui/app.h"
#include "tui/model/fields.h"
#include "tui/page_view.h"
#include "tui/widgets/field.h"
#include "tui/widgets/list.h"

/* The first row of the screen: the plan's name and months. */
void planner_draw_title(const app *a, surface *grid, rect line);

/* -- the list of products planned ------------------------------------------------------------- */

/* How wide the figures of all items are. */
typedef struct plan_widths {
    unsigned revision; /* of the answers that were measured */
    size_t open;
    bool measured, ascii;
    int volume, total;
} plan_widths;

typedef struct plan_pane {
    list rows;
    plan_widths widths;
    int sums;    /* lines of totals, as last drawn */
    rect inside; /* as last drawn */
} plan_pane;

void plan_pane_draw(plan_pane *pane, const app *a, surface *grid, rect area, bool focused);
void plan_pane_act(plan_pane *pane, app *a, action asked);
void plan_pane_click(plan_pane *pane, app *a, app_click at);

/* -- the demand form --------------------------------------------------------------------------- */

typedef struct form_pane {
    bool more;    /* the page of the fields that are rarely used */
    field_id at;  /* the field under the cursor, or where it was before the product changed */
    bool editing; /* keys go into `input` */
    field input;
    char reason[FIELD_REASON]; /* why what is typed has no meaning; "" when it has one */
    int top;                   /* the first row of fields that is in sight */
    int columns;               /* as it was last drawn: what up and down move by */
    rect inside;               /* as it was last drawn: the fields in sight */
} form_pane;

/* Rows the form needs inside its frame on such a screen. */
int form_pane_rows(rect screen);

void form_pane_draw(form_pane *pane, const app *a, surface *grid, rect area, bool focused);
void form_pane_act(form_pane *pane, app *a, action asked);

/* A key without an action: typed into the field, or the start of typing. False when it is neither.
 */
bool form_pane_type(form_pane *pane, app *a, key pressed);

/* As in a spreadsheet, a figure typed on a value takes its place; Space turns a switch. False, and
 * nothing changes, when the key is not the start of a value, or one is being typed already. */
bool form_pane_begin(form_pane *pane, app *a, key pressed);

/* Turns to the other page of fields. */
void form_pane_turn(form_pane *pane, app *a);

/* The button goes to the field under it, again to edit it; the wheel goes up and down. */
void form_pane_click(form_pane *pane, app *a, app_click at);

/* Starts typing into a field. */
void form_pane_edit(form_pane *pane, app *a, field_id id);

/* Goes on with a text that was typed before and had no meaning. */
void form_pane_resume(form_pane *pane, app *a, field_id id, const char *text);

/* Stops typing. False, and typing goes on, when what is typed has no meaning; then that is said. */
bool form_pane_settle(form_pane *pane, app *a);

/* -- the ways to buy, side by side, and the reasons below them --------------------------------- */

typedef struct options_pane {
    int column;  /* the option under the cursor, counted among those shown */
    int columns; /* how many are shown */
    page_view reasons;
    rect table; /* as last drawn, as is all below */
    int reason_lines;
    int reason_page;
} options_pane;

typedef struct options_look {
    bool focused;
    bool stale;   /* what is being typed has no meaning: the answer is to what was there before */
    bool verdict; /* the reasons are not shown, so the verdict stands in the frame */
} options_look;

/* Rows the table needs inside its frame. */
int options_pane_rows(const app *a, int screen_cols);

void options_pane_draw(options_pane *pane, const app *a, surface *grid, rect area,
                       const options_look *look);
void options_pane_draw_reasons(options_pane *pane, const app *a, surface *grid, rect area,
                               const options_look *look);
void options_pane_act(options_pane *pane, app *a, action asked);

/* The button explains the column under it; the wheel moves the reasons. */
void options_pane_click(options_pane *pane, app *a, app_click at);

#endif
