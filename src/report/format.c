#include "report/format.h"

#include <stdlib.h>
#include <string.h>

#include "config/memory_text.h"
#include "language/language.h"
#include "report/format_csv.h"
#include "report/format_html.h"
#include "report/format_json.h"
#include "report/format_markdown.h"
#include "report/format_table.h"

static const format formats[] = {
    {"table", format_table, true, false, "txt", TR_LATER("plain text, for people")},
    {"json", format_json, true, false, "json",
     TR_LATER("for programs, every figure with all its digits")},
    {"csv", format_csv, false, false, "csv",
     TR_LATER("for spreadsheets, a row for each way to buy")},
    {"markdown", format_markdown, true, false, "md", TR_LATER("for wikis and tickets")},
    {"html", format_html, true, true, "html", TR_LATER("for customers: in full, with charts")},
};

const char format_names[] = "table, json, csv, markdown or html";
const char *const format_list[] = {"table", "json", "csv", "markdown", "html", NULL};

enum { FORMATS = sizeof formats / sizeof *formats };

const format *format_default(void)
{
    return &formats[0];
}

const format *format_at(size_t i)
{
    return i < FORMATS ? &formats[i] : NULL;
}

const format *format_find(const char *name)
{
    for (size_t i = 0; i < FORMATS; i++) {
        if (strcmp(formats[i].name, name) == 0)
            return &formats[i];
    }
    return NULL;
}

char *format_text(const format *as, const answer *what, const page_text_options *options,
                  size_t *size)
{
    char *text = NULL;
    FILE *memory = open_memstream(&text, size);
    bool done = memory != NULL && as->write(what, options, memory);
    return memory_text_end(memory, &text, done);
}
