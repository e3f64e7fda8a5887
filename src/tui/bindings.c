#include "tui/bindings.h"

#define PANES (CONTEXT_PLAN | CONTEXT_FORM | CONTEXT_OPTIONS)
#define LISTS                                                                                      \
    (CONTEXT_PLAN | CONTEXT_FORM | CONTEXT_OPTIONS | CONTEXT_READER | CONTEXT_PORTFOLIO |          \
     CONTEXT_PRICES)
#define PAGES  (CONTEXT_PLAN | CONTEXT_OPTIONS | CONTEXT_READER | CONTEXT_PORTFOLIO)
#define VIEWS  (CONTEXT_CHART | CONTEXT_TIMELINE | CONTEXT_PORTFOLIO | CONTEXT_PRESENT)
#define FIELDS (CONTEXT_EDIT | CONTEXT_PICKER | CONTEXT_PROMPT | CONTEXT_EXPORT)

#define PLAIN(c)                                                                                   \
    {                                                                                              \
        .code = INPUT_CHAR, .point = (c)                                                           \
    }
#define CTRL(c)                                                                                    \
    {                                                                                              \
        .code = INPUT_CHAR, .point = (c), .ctrl = true                                             \
    }
#define SHIFT(c)                                                                                   \
    {                                                                                              \
        .code = INPUT_##c, .shift = true                                                           \
    }
#define SPECIAL(c)                                                                                 \
    {                                                                                              \
        .code = INPUT_##c                                                                          \
    }

static const binding table[] = {
    /* What is done most comes first: the line of hints shows as many as fit. */
    {PLAIN('a'), PANES, ACTION_ADD, "add", "Add a product"},
    {SPECIAL(INSERT), PANES, ACTION_ADD, NULL, NULL},
    {SPECIAL(TAB), PANES, ACTION_NEXT_PANE, "next pane", "Next pane"},
    {SPECIAL(BACK_TAB), PANES, ACTION_PREVIOUS_PANE, NULL, "Previous pane"},
    {SPECIAL(ENTER), CONTEXT_PLAN | CONTEXT_FORM, ACTION_CHOOSE, "edit", "Edit the demand"},
    {SPECIAL(ENTER), CONTEXT_EDIT, ACTION_CHOOSE, "next field", "Take the value, next field"},
    {SPECIAL(TAB), CONTEXT_EDIT, ACTION_NEXT_PANE, NULL, NULL},
    {SPECIAL(BACK_TAB), CONTEXT_EDIT, ACTION_PREVIOUS_PANE, "previous", "Previous field"},
    {SPECIAL(ENTER), CONTEXT_PICKER, ACTION_CHOOSE, "add", "Add the product"},
    {SPECIAL(ENTER), CONTEXT_PROMPT, ACTION_CHOOSE, "take", "Take what is typed"},
    {PLAIN('e'), PANES, ACTION_EXPLAIN, "explain", "Explain every column line by line"},
    {SPECIAL(ENTER), CONTEXT_OPTIONS, ACTION_EXPLAIN, NULL, NULL},
    {PLAIN('c'), PANES, ACTION_CHART, "chart", "Chart of cost against volume"},
    {SPECIAL(LEFT), CONTEXT_TIMELINE, ACTION_LEFT, NULL, "The way to buy before it"},
    {PLAIN('h'), CONTEXT_TIMELINE, ACTION_LEFT, NULL, NULL},
    {SPECIAL(RIGHT), CONTEXT_TIMELINE, ACTION_RIGHT, "way to buy", "The next way to buy"},
    {PLAIN('l'), CONTEXT_TIMELINE, ACTION_RIGHT, NULL, NULL},
    {SPECIAL(UP), CONTEXT_TIMELINE, ACTION_UP, NULL, "The product before it in the plan"},
    {PLAIN('k'), CONTEXT_TIMELINE, ACTION_UP, NULL, NULL},
    {SPECIAL(DOWN), CONTEXT_TIMELINE, ACTION_DOWN, "product", "The next product of the plan"},
    {PLAIN('j'), CONTEXT_TIMELINE, ACTION_DOWN, NULL, NULL},
    {PLAIN('['), CONTEXT_TIMELINE, ACTION_PREVIOUS_MONTH, NULL, "The month before it"},
    {SHIFT(LEFT), CONTEXT_TIMELINE, ACTION_PREVIOUS_MONTH, NULL, NULL},
    {PLAIN(']'), CONTEXT_TIMELINE, ACTION_NEXT_MONTH, "month", "The next month"},
    {SHIFT(RIGHT), CONTEXT_TIMELINE, ACTION_NEXT_MONTH, NULL, NULL},
    {SPECIAL(HOME), CONTEXT_TIMELINE, ACTION_FIRST, NULL, "To the first month"},
    {PLAIN('g'), CONTEXT_TIMELINE, ACTION_FIRST, NULL, NULL},
    {SPECIAL(END), CONTEXT_TIMELINE, ACTION_LAST, NULL, "To the last month"},
    {PLAIN('G'), CONTEXT_TIMELINE, ACTION_LAST, NULL, NULL},
    {SPECIAL(PAGE_DOWN), CONTEXT_TIMELINE, ACTION_PAGE_DOWN, NULL, "Further down"},
    {CTRL('d'), CONTEXT_TIMELINE, ACTION_PAGE_DOWN, NULL, NULL},
    {SPECIAL(PAGE_UP), CONTEXT_TIMELINE, ACTION_PAGE_UP, NULL, "Further up"},
    {CTRL('u'), CONTEXT_TIMELINE, ACTION_PAGE_UP, NULL, NULL},
    {SPECIAL(ESCAPE), CONTEXT_TIMELINE, ACTION_BACK, "back", "Back to the plan"},
    {PLAIN('t'), CONTEXT_TIMELINE, ACTION_BACK, NULL, NULL},
    {PLAIN('q'), CONTEXT_TIMELINE, ACTION_BACK, NULL, NULL},
    {SPECIAL(ENTER), CONTEXT_PORTFOLIO, ACTION_CHOOSE, "to the product",
     "To the product in the plan"},
    {PLAIN('s'), CONTEXT_PORTFOLIO, ACTION_SORT, "sort", "In another order"},
    {SPECIAL(ESCAPE), CONTEXT_PORTFOLIO, ACTION_BACK, "back", "Back to the plan"},
    {PLAIN('p'), CONTEXT_PORTFOLIO, ACTION_BACK, NULL, NULL},
    {PLAIN('q'), CONTEXT_PORTFOLIO, ACTION_BACK, NULL, NULL},
    {SPECIAL(LEFT), CONTEXT_CHART, ACTION_LEFT, NULL, "Look at a smaller volume"},
    {PLAIN('h'), CONTEXT_CHART, ACTION_LEFT, NULL, NULL},
    {SPECIAL(RIGHT), CONTEXT_CHART, ACTION_RIGHT, "volume", "Look at a larger volume"},
    {PLAIN('l'), CONTEXT_CHART, ACTION_RIGHT, NULL, NULL},
    {SHIFT(LEFT), CONTEXT_CHART, ACTION_FAR_LEFT, NULL, "A big step to the left"},
    {PLAIN('H'), CONTEXT_CHART, ACTION_FAR_LEFT, NULL, NULL},
    {SHIFT(RIGHT), CONTEXT_CHART, ACTION_FAR_RIGHT, NULL, "A big step to the right"},
    {PLAIN('L'), CONTEXT_CHART, ACTION_FAR_RIGHT, NULL, NULL},
    {PLAIN('n'), CONTEXT_CHART, ACTION_NEXT_SEAM, "break-even", "To the next break-even"},
    {PLAIN('p'), CONTEXT_CHART, ACTION_PREVIOUS_SEAM, NULL, "To the one before"},
    {PLAIN('N'), CONTEXT_CHART, ACTION_PREVIOUS_SEAM, NULL, NULL},
    {PLAIN('+'), CONTEXT_CHART, ACTION_ZOOM_IN, "zoom", "Zoom in around the cursor"},
    {PLAIN('='), CONTEXT_CHART, ACTION_ZOOM_IN, NULL, NULL},
    {PLAIN('-'), CONTEXT_CHART, ACTION_ZOOM_OUT, "out", "Zoom out"},
    {PLAIN('0'), CONTEXT_CHART, ACTION_ZOOM_WHOLE, "whole",
     "The whole chart, with the cursor at what is planned"},
    {SPECIAL(ENTER), CONTEXT_CHART, ACTION_CHOOSE, "plan it", "Plan the volume under the cursor"},
    {SPECIAL(ESCAPE), CONTEXT_CHART, ACTION_BACK, "back", "Back to the plan"},
    {PLAIN('c'), CONTEXT_CHART, ACTION_BACK, NULL, NULL},
    {PLAIN('q'), CONTEXT_CHART, ACTION_BACK, NULL, NULL},
    {SPECIAL(UP), CONTEXT_CHART, ACTION_UP, NULL, "The product before it in the plan"},
    {PLAIN('k'), CONTEXT_CHART, ACTION_UP, NULL, NULL},
    {SPECIAL(DOWN), CONTEXT_CHART, ACTION_DOWN, "product", "The next product of the plan"},
    {PLAIN('j'), CONTEXT_CHART, ACTION_DOWN, NULL, NULL},
    {SPECIAL(HOME), CONTEXT_CHART, ACTION_FIRST, NULL, "To the smallest volume in sight"},
    {PLAIN('g'), CONTEXT_CHART, ACTION_FIRST, NULL, NULL},
    {SPECIAL(END), CONTEXT_CHART, ACTION_LAST, NULL, "To the largest volume in sight"},
    {PLAIN('G'), CONTEXT_CHART, ACTION_LAST, NULL, NULL},
    {PLAIN('u'), CONTEXT_CHART, ACTION_UNDO, NULL, "Undo the last edit"},
    {SPECIAL(ENTER), CONTEXT_EXPORT, ACTION_CHOOSE, "write", "Write the file"},
    {SPECIAL(DOWN), CONTEXT_EXPORT, ACTION_DOWN, "format", "The next format"},
    {SPECIAL(TAB), CONTEXT_EXPORT, ACTION_DOWN, NULL, NULL},
    {SPECIAL(UP), CONTEXT_EXPORT, ACTION_UP, NULL, "The format before it"},
    {SPECIAL(BACK_TAB), CONTEXT_EXPORT, ACTION_UP, NULL, NULL},
    {PLAIN('y'), CONTEXT_CONFIRM, ACTION_YES, "yes", "Yes"},
    {SPECIAL(ENTER), CONTEXT_CONFIRM, ACTION_YES, NULL, NULL},
    {PLAIN('n'), CONTEXT_CONFIRM, ACTION_NO, "no", "No"},
    {SPECIAL(ESCAPE), CONTEXT_EDIT, ACTION_BACK, "done", "Stop typing; the value stays"},
    {SPECIAL(ESCAPE), CONTEXT_PICKER | CONTEXT_PROMPT | CONTEXT_READER | CONTEXT_CONFIRM,
     ACTION_BACK, "back", "One step back"},
    {SPECIAL(ESCAPE), CONTEXT_EXPORT | CONTEXT_WAIT, ACTION_BACK, "back", "One step back"},
    {SPECIAL(ENTER), CONTEXT_PRICES, ACTION_CHOOSE, "type a price", "Type a price of your own"},
    {SPECIAL(DELETE), CONTEXT_PRICES, ACTION_CLEAR, "clear", "No price of your own here"},
    {SPECIAL(BACKSPACE), CONTEXT_PRICES, ACTION_CLEAR, NULL, NULL},
    {PLAIN('u'), CONTEXT_PRICES, ACTION_UNDO, "undo", "Undo the last edit"},
    {CTRL('r'), CONTEXT_PRICES, ACTION_REDO, NULL, "Redo what was undone"},
    {SPECIAL(ESCAPE), CONTEXT_PRICES, ACTION_BACK, "back", "Back to the plan"},
    {PLAIN('q'), CONTEXT_PRICES, ACTION_BACK, NULL, NULL},
    {PLAIN('?'), CONTEXT_PRICES, ACTION_HELP, NULL, "This help"},
    {PLAIN('o'), CONTEXT_DIFF, ACTION_OPEN, "other file", "Compare with the plan in another file"},
    {PLAIN('q'), CONTEXT_READER, ACTION_BACK, NULL, NULL},
    {SPECIAL(ESCAPE), PANES, ACTION_BACK, NULL, "Back to the plan"},
    {CTRL('s'), PANES | CONTEXT_EDIT, ACTION_SAVE, "save", "Save the plan"},
    {PLAIN('s'), PANES, ACTION_SAVE, NULL, NULL},
    {PLAIN('?'), PANES | VIEWS, ACTION_HELP, "help", "This help"},
    {SPECIAL(F1), PANES | VIEWS, ACTION_HELP, NULL, NULL},
    {SPECIAL(F1), FIELDS, ACTION_HELP, "help", "This help"},
    {PLAIN('q'), PANES, ACTION_QUIT, "quit", "Leave; asks when something is unsaved"},
    {PLAIN('t'), PANES, ACTION_TIMELINE, "timeline", "What to buy when, month by month"},
    {PLAIN('p'), PANES, ACTION_PORTFOLIO, "portfolio", "All products side by side"},
    {PLAIN('v'), PANES, ACTION_PRESENT, "present", "Present it, for a projector"},
    {SPECIAL(F5), PANES, ACTION_PRESENT, NULL, NULL},
    {SPECIAL(RIGHT), CONTEXT_PRESENT, ACTION_RIGHT, NULL, "The next product; at the end the plan"},
    {SPECIAL(ENTER), CONTEXT_PRESENT, ACTION_RIGHT, NULL, NULL},
    {PLAIN(' '), CONTEXT_PRESENT, ACTION_RIGHT, NULL, NULL},
    {PLAIN('l'), CONTEXT_PRESENT, ACTION_RIGHT, NULL, NULL},
    {SPECIAL(PAGE_DOWN), CONTEXT_PRESENT, ACTION_RIGHT, NULL, NULL},
    {SPECIAL(DOWN), CONTEXT_PRESENT, ACTION_RIGHT, NULL, NULL},
    {SPECIAL(LEFT), CONTEXT_PRESENT, ACTION_LEFT, NULL, "The product before it"},
    {PLAIN('h'), CONTEXT_PRESENT, ACTION_LEFT, NULL, NULL},
    {SPECIAL(PAGE_UP), CONTEXT_PRESENT, ACTION_LEFT, NULL, NULL},
    {SPECIAL(UP), CONTEXT_PRESENT, ACTION_LEFT, NULL, NULL},
    {SPECIAL(HOME), CONTEXT_PRESENT, ACTION_FIRST, NULL, "The first product"},
    {PLAIN('g'), CONTEXT_PRESENT, ACTION_FIRST, NULL, NULL},
    {SPECIAL(END), CONTEXT_PRESENT, ACTION_LAST, NULL, "The whole plan"},
    {PLAIN('G'), CONTEXT_PRESENT, ACTION_LAST, NULL, NULL},
    {SPECIAL(ESCAPE), CONTEXT_PRESENT, ACTION_BACK, NULL, "Back to the plan"},
    {PLAIN('v'), CONTEXT_PRESENT, ACTION_BACK, NULL, NULL},
    {PLAIN('q'), CONTEXT_PRESENT, ACTION_BACK, NULL, NULL},
    {SPECIAL(F5), CONTEXT_PRESENT, ACTION_BACK, NULL, NULL},
    {PLAIN('+'), PANES, ACTION_MORE, "more", "Volume up by a tenth"},
    {PLAIN('='), PANES, ACTION_MORE, NULL, NULL},
    {PLAIN('-'), PANES, ACTION_LESS, "less", "Volume down by a tenth"},
    {PLAIN('>'), PANES, ACTION_LITTLE_MORE, NULL, "Volume up by a hundredth"},
    {PLAIN('<'), PANES, ACTION_LITTLE_LESS, NULL, "Volume down by a hundredth"},
    {PLAIN('u'), PANES, ACTION_UNDO, "undo", "Undo the last edit"},
    {CTRL('r'), PANES, ACTION_REDO, NULL, "Redo what was undone"},
    {PLAIN('o'), PANES, ACTION_OPEN, "open", "Open a plan"},
    {PLAIN('d'), PANES, ACTION_REMOVE, "remove", "Remove the product from the plan"},
    {SPECIAL(DELETE), PANES, ACTION_REMOVE, NULL, NULL},
    {PLAIN('x'), PANES, ACTION_EXPORT, "export", "Export the answer to the whole plan"},
    {PLAIN('m'), PANES, ACTION_FIELDS, "more fields", "The fields that are rarely used, and back"},
    {PLAIN('$'), PANES, ACTION_PRICES, "prices", "Prices of your own, and the discount"},
    {PLAIN('P'), PANES, ACTION_PRICES, NULL, NULL},
    {PLAIN('L'), PANES, ACTION_LANGUAGE, NULL, "English or Chinese: the other one"},
    {PLAIN('D'), PANES, ACTION_DIFF, "changes", "What changed against the file, and its cost"},
    {PLAIN('r'), PANES, ACTION_RENAME, "rename", "Give the plan another name"},
    {PLAIN('C'), PANES, ACTION_CUSTOMER, NULL, "Say whom a quote of the plan is for"},
    {PLAIN('n'), PANES, ACTION_NEW, "new", "Start an empty plan"},
    {PLAIN('S'), PANES, ACTION_SAVE_AS, "save as", "Save under another name"},

    {SPECIAL(UP), LISTS | CONTEXT_PICKER | CONTEXT_EDIT, ACTION_UP, NULL, "Move up"},
    {PLAIN('k'), LISTS, ACTION_UP, NULL, NULL},
    {SPECIAL(DOWN), LISTS | CONTEXT_PICKER | CONTEXT_EDIT, ACTION_DOWN, NULL, "Move down"},
    {PLAIN('j'), LISTS, ACTION_DOWN, NULL, NULL},
    {SPECIAL(LEFT), CONTEXT_FORM | CONTEXT_OPTIONS, ACTION_LEFT, NULL, "Move left"},
    {PLAIN('h'), CONTEXT_FORM | CONTEXT_OPTIONS, ACTION_LEFT, NULL, NULL},
    {SPECIAL(RIGHT), CONTEXT_FORM | CONTEXT_OPTIONS, ACTION_RIGHT, NULL, "Move right"},
    {PLAIN('l'), CONTEXT_FORM | CONTEXT_OPTIONS, ACTION_RIGHT, NULL, NULL},
    {SPECIAL(PAGE_UP), PAGES | CONTEXT_PICKER, ACTION_PAGE_UP, NULL, "A page up"},
    {CTRL('u'), PAGES, ACTION_PAGE_UP, NULL, NULL},
    {SPECIAL(PAGE_DOWN), PAGES | CONTEXT_PICKER, ACTION_PAGE_DOWN, NULL, "A page down"},
    {CTRL('d'), PAGES, ACTION_PAGE_DOWN, NULL, NULL},
    {SPECIAL(HOME), LISTS, ACTION_FIRST, NULL, "To the first"},
    {PLAIN('g'), LISTS, ACTION_FIRST, NULL, NULL},
    {SPECIAL(END), LISTS, ACTION_LAST, NULL, "To the last"},
    {PLAIN('G'), LISTS, ACTION_LAST, NULL, NULL},
    {PLAIN('M'), PANES | VIEWS | CONTEXT_READER, ACTION_MOUSE, NULL,
     "Mouse off, so that text can be selected; on again"},
    {CTRL('l'),
     PANES | FIELDS | VIEWS | CONTEXT_READER | CONTEXT_CONFIRM | CONTEXT_WAIT | CONTEXT_PRICES,
     ACTION_REDRAW, NULL, "Draw the screen anew"},
};

action bindings_find(key pressed, key_context where)
{
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        if ((table[i].contexts & where) != 0 && key_equal(table[i].key, pressed))
            return table[i].action;
    }
    return ACTION_NONE;
}

const binding *bindings_all(size_t *count)
{
    *count = sizeof table / sizeof *table;
    return table;
}

const char *context_title(key_context where)
{
    switch (where) {
    case CONTEXT_PLAN:
        return "In the plan";
    case CONTEXT_FORM:
        return "In the demand form";
    case CONTEXT_EDIT:
        return "While typing a value";
    case CONTEXT_OPTIONS:
        return "In the options";
    case CONTEXT_PICKER:
        return "While choosing a product";
    case CONTEXT_PROMPT:
        return "While typing a name";
    case CONTEXT_READER:
        return "On a page of text";
    case CONTEXT_CONFIRM:
        return "At a question";
    case CONTEXT_CHART:
        return "On the chart";
    case CONTEXT_TIMELINE:
        return "On the timeline";
    case CONTEXT_PORTFOLIO:
        return "In the portfolio";
    case CONTEXT_PRESENT:
        return "While presenting";
    case CONTEXT_EXPORT:
        return "While exporting";
    case CONTEXT_PRICES:
        return "In your prices";
    case CONTEXT_DIFF:
        return "On what changed";
    case CONTEXT_WAIT:
        return "While something is worked out";
    }
    return "";
}
