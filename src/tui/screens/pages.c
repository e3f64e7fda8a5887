/*
 * Pages of text that come from elsewhere: help from the key table, explanations from the report
 * module, problems of a file.
 */
#include "tui/screens/screens.h"

#include <stdio.h>
#include <stdlib.h>

#include "report/page.h"
#include "report/page_text.h"
#include "report/report_compare.h"

enum { KEY_NAME_BYTES = 24, PAGE_COLS = 100, PROBLEM_BYTES = 600 };

/* A text being written into memory. */
typedef struct sheet {
    char *text;
    size_t size;
    FILE *out;
} sheet;

static bool sheet_begin(sheet *s)
{
    *s = (sheet){NULL, 0, NULL};
    s->out = open_memstream(&s->text, &s->size);
    return s->out != NULL;
}

/* The text, made by malloc, or NULL when any of it could not be written. */
static char *sheet_end(sheet *s, bool whole)
{
    if (s->out == NULL)
        return NULL;
    bool good = ferror(s->out) == 0;
    if (fclose(s->out) != 0 || !good || !whole) {
        free(s->text);
        return NULL;
    }
    return s->text;
}

static void write_context_help(FILE *out, key_context where)
{
    size_t count;
    const binding *all = bindings_all(&count);
    fprintf(out, "%s\n\n", context_title(where));
    for (size_t i = 0; i < count; i++) {
        if ((all[i].contexts & (unsigned)where) == 0 || all[i].help == NULL)
            continue;
        char name[KEY_NAME_BYTES], other[KEY_NAME_BYTES] = "";
        key_label(name, sizeof name, all[i].key);
        /* The row behind it without words of its own is the same action's second key. */
        if (i + 1 < count && all[i + 1].help == NULL && all[i + 1].action == all[i].action &&
            (all[i + 1].contexts & (unsigned)where) != 0)
            key_label(other, sizeof other, all[i + 1].key);
        fprintf(out, "    %-10s %-6s %s\n", name, other, all[i].help);
    }
    fprintf(out, "\n");
}

void help_open(app *a)
{
    static const key_context contexts[] = {CONTEXT_PLAN,    CONTEXT_FORM,   CONTEXT_EDIT,
                                           CONTEXT_OPTIONS, CONTEXT_PICKER, CONTEXT_READER};
    sheet s;
    if (sheet_begin(&s)) {
        fprintf(s.out, "Numbers may be typed as 30k, 3.5M, 3,500,000 or in full-width digits with "
                       "wan and yi.\nThe answers follow while you type; nothing has to be "
                       "confirmed.\n\n");
        for (size_t i = 0; i < sizeof contexts / sizeof *contexts; i++)
            write_context_help(s.out, contexts[i]);
    }
    reader_open(a, "Help", sheet_end(&s, true));
}

void explain_open(app *a, const be_quote *quote, const be_demand *demand)
{
    const compare_answer found = {.quote = quote, .demand = demand, .explain = true};
    const page_text_options options = {.columns = PAGE_COLS, .ascii = app_is_ascii(a)};
    page *p = page_create();
    bool whole = false;
    sheet s;
    if (p != NULL && sheet_begin(&s)) {
        report_compare(p, &found);
        whole = !page_failed(p) && page_text_write(p, &options, s.out);
    }
    char *text = p != NULL ? sheet_end(&s, whole) : NULL;
    page_destroy(p);
    reader_open(a, quote->product->name, text);
}

void problems_open(app *a, const char *title, const problems *found)
{
    sheet s;
    if (sheet_begin(&s)) {
        for (size_t i = 0; i < found->count; i++) {
            char text[PROBLEM_BYTES];
            problem_format(&found->items[i], text, sizeof text);
            fprintf(s.out, "%s\n", text);
        }
    }
    reader_open(a, title, sheet_end(&s, true));
}
