/*
 * Pages of text that come from elsewhere: help from the key table, problems of a file.
 */
#include "tui/screens/screens.h"

#include "language/language.h"

enum { KEY_NAME_BYTES = 24, PROBLEM_BYTES = 600 };

/* The key of the row behind this one, where it is the same action's second key; else "". */
static const char *second_key(page *p, const binding *all, size_t count, size_t i, unsigned where)
{
    char name[KEY_NAME_BYTES];
    bool same = i + 1 < count && all[i + 1].help == NULL && all[i + 1].action == all[i].action &&
                (all[i + 1].contexts & where) != 0;
    if (!same)
        return "";
    key_label(name, sizeof name, all[i + 1].key);
    return page_printf(p, "%s", name);
}

static void put_context(page *p, key_context where)
{
    static const page_column columns[] = {{NULL, PAGE_LEFT, PAGE_PLAIN},
                                          {NULL, PAGE_LEFT, PAGE_PLAIN},
                                          {NULL, PAGE_LEFT, PAGE_PLAIN}};
    size_t count;
    const binding *all = bindings_all(&count);
    page_heading(p, tr_in("key", context_title(where)));
    page_table_begin(p, columns, sizeof columns / sizeof *columns);
    for (size_t i = 0; i < count; i++) {
        if ((all[i].contexts & (unsigned)where) == 0 || all[i].help == NULL)
            continue;
        char name[KEY_NAME_BYTES];
        key_label(name, sizeof name, all[i].key);
        page_cell_add(p, PAGE_STRONG, name);
        page_cell_add(p, PAGE_STRONG, second_key(p, all, count, i, (unsigned)where));
        page_cell_add(p, PAGE_PLAIN, tr_in("key", all[i].help));
    }
}

void help_open(app *a)
{
    static const key_context contexts[] = {
        CONTEXT_PLAN,     CONTEXT_FORM,      CONTEXT_EDIT,    CONTEXT_OPTIONS, CONTEXT_CHART,
        CONTEXT_TIMELINE, CONTEXT_PORTFOLIO, CONTEXT_PRESENT, CONTEXT_PRICES,  CONTEXT_PICKER,
        CONTEXT_PROMPT,   CONTEXT_EXPORT,    CONTEXT_READER,  CONTEXT_DIFF,    CONTEXT_CONFIRM};
    page *p = page_create();
    if (p != NULL) {
        page_paragraph(p, PAGE_PLAIN,
                       tr("The answers follow while you type; nothing has to be confirmed. Numbers "
                          "may be typed as 30k, 3.5M, 3,500,000 or 350万."));
        for (size_t i = 0; i < sizeof contexts / sizeof *contexts; i++)
            put_context(p, contexts[i]);
        page_heading(p, tr("Wherever a text is typed"));
        page_paragraph(
            p, PAGE_PLAIN,
            tr("^A and ^E go to its ends, Ctrl-Left and Ctrl-Right by words. ^W erases the "
               "word before the cursor, ^U all before it, ^K all behind it."));
    }
    reader_open(a, tr("Help"), p);
}

void problems_open(app *a, const char *title, const problems *found)
{
    char text[PROBLEM_BYTES];
    page *p = page_create();
    for (size_t i = 0; p != NULL && i < found->count; i++) {
        problem_format(&found->items[i], text, sizeof text);
        page_bullet(p, PAGE_BAD, text);
    }
    reader_open(a, title, p);
}
