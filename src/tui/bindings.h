/*
 * The key table: which key asks for what, and where. Dispatch, the line of hints at the foot of the
 * screen and the help screen all read this one table, so none of them can be out of date.
 */
#ifndef BREAKEVEN_TUI_BINDINGS_H
#define BREAKEVEN_TUI_BINDINGS_H

#include <stddef.h>

#include "tui/action.h"
#include "tui/widgets/key.h"

/* What takes the keys. A binding holds in one or more of these. */
typedef enum key_context {
    CONTEXT_PLAN = 1 << 0,       /* the list of products planned */
    CONTEXT_FORM = 1 << 1,       /* the demand form, moving between its fields */
    CONTEXT_EDIT = 1 << 2,       /* the demand form, typing into a field */
    CONTEXT_OPTIONS = 1 << 3,    /* the ways to buy */
    CONTEXT_PICKER = 1 << 4,     /* choosing a product to add */
    CONTEXT_PROMPT = 1 << 5,     /* typing a file name or a title */
    CONTEXT_READER = 1 << 6,     /* a page of text: explanation, help, problems */
    CONTEXT_CONFIRM = 1 << 7,    /* a question with yes, no and back */
    CONTEXT_CHART = 1 << 8,      /* cost against volume */
    CONTEXT_EXPORT = 1 << 9,     /* choosing a format and a file name */
    CONTEXT_WAIT = 1 << 10,      /* while something is worked out */
    CONTEXT_DIFF = 1 << 11,      /* beside CONTEXT_READER: two plans held against each other */
    CONTEXT_TIMELINE = 1 << 12,  /* what to buy when */
    CONTEXT_PORTFOLIO = 1 << 13, /* all products side by side */
    CONTEXT_PRESENT = 1 << 14,   /* on a projector */
    CONTEXT_PRICES = 1 << 15     /* moving between the prices of one's own */
} key_context;

typedef struct binding {
    key key;
    unsigned contexts; /* of key_context */
    action action;
    const char *hint; /* at the foot of the screen; NULL: not shown there */
    const char *help; /* on the help screen; NULL: another key of an action told already */
} binding;

/* The action of a key in a context, or ACTION_NONE. Pasted characters never name an action. */
action bindings_find(key pressed, key_context where);

/* The whole table, in the order in which it is shown. */
const binding *bindings_all(size_t *count);

/* What a context is called on the help screen: "In the plan". */
const char *context_title(key_context where);

#endif
