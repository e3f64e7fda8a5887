/*
 * Everything a user can ask for. Keys name actions (bindings.h); screens carry them out.
 */
#ifndef BREAKEVEN_TUI_ACTION_H
#define BREAKEVEN_TUI_ACTION_H

typedef enum action {
    ACTION_NONE,
    ACTION_UP,
    ACTION_DOWN,
    ACTION_LEFT,
    ACTION_RIGHT,
    ACTION_PAGE_UP,
    ACTION_PAGE_DOWN,
    ACTION_FIRST,
    ACTION_LAST,
    ACTION_NEXT_PANE,
    ACTION_PREVIOUS_PANE,
    ACTION_CHOOSE, /* Enter: go in, edit, take */
    ACTION_BACK,   /* Esc: one step back */
    ACTION_ADD,
    ACTION_REMOVE,
    ACTION_MORE, /* the volume up by a tenth */
    ACTION_LESS,
    ACTION_LITTLE_MORE, /* by a hundredth */
    ACTION_LITTLE_LESS,
    ACTION_EXPLAIN,
    ACTION_CHART,
    ACTION_TIMELINE,
    ACTION_PORTFOLIO,
    ACTION_PRESENT,
    ACTION_NEXT_MONTH,
    ACTION_PREVIOUS_MONTH,
    ACTION_SORT,     /* by the next column */
    ACTION_FAR_LEFT, /* by a big step */
    ACTION_FAR_RIGHT,
    ACTION_ZOOM_IN,
    ACTION_ZOOM_OUT,
    ACTION_ZOOM_WHOLE, /* as it was at first */
    ACTION_NEXT_SEAM,  /* to the next break-even volume */
    ACTION_PREVIOUS_SEAM,
    ACTION_PRICES,
    ACTION_FIELDS,   /* the other page of the form */
    ACTION_CLEAR,    /* a value: not given */
    ACTION_LANGUAGE, /* the other one */
    ACTION_EXPORT,
    ACTION_DIFF,
    ACTION_RENAME,
    ACTION_CUSTOMER,
    ACTION_SAVE,
    ACTION_SAVE_AS,
    ACTION_OPEN,
    ACTION_NEW,
    ACTION_UNDO,
    ACTION_REDO,
    ACTION_HELP,
    ACTION_REDRAW,
    ACTION_MOUSE, /* on or off */
    ACTION_YES,
    ACTION_NO,
    ACTION_QUIT
} action;

#endif
