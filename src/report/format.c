#include "report/format.h"

#include <string.h>

#include "report/format_csv.h"
#include "report/format_json.h"
#include "report/format_table.h"

static const format formats[] = {
    {"table", format_table, true},
    {"json", format_json, true},
    {"csv", format_csv, false},
};

const char format_names[] = "table, json or csv";

enum { FORMATS = sizeof formats / sizeof *formats };

const format *format_default(void)
{
    return &formats[0];
}

const format *format_find(const char *name)
{
    for (size_t i = 0; i < FORMATS; i++) {
        if (strcmp(formats[i].name, name) == 0)
            return &formats[i];
    }
    return NULL;
}
