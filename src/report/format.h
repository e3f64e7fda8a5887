/*
 * Output formats: one row of a table each. A new format is a new file and a new row.
 */
#ifndef BREAKEVEN_REPORT_FORMAT_H
#define BREAKEVEN_REPORT_FORMAT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "report/answer.h"
#include "report/page_text.h"

typedef struct format {
    const char *name; /* "table", as after --format */
    /* Writes the answer. False when memory ran out; errors of `out` are left to its owner. */
    bool (*write)(const answer *what, const page_text_options *options, FILE *out);
    bool tells_why;        /* it shows be_why, so that this is worth finding out */
    bool tells_all;        /* it shows curves and, of a whole plan, be_why of every item */
    const char *extension; /* of a file's name, without the dot */
    const char *about;     /* whom it is for; in English, to be passed through tr() */
} format;

/* All names, for the help: "table, json or csv", and so on. */
extern const char format_names[];

/* The same as a list, up to a NULL. */
extern const char *const format_list[];

/* The format when none is chosen. */
const format *format_default(void);

/* The i-th format, the default one first; NULL behind the last. */
const format *format_at(size_t i);

/* The format called `name`, or NULL. */
const format *format_find(const char *name);

/*
 * The answer as a text of `*size` bytes, for the caller to free. NULL when there is no memory.
 */
char *format_text(const format *as, const answer *what, const page_text_options *options,
                  size_t *size);

#endif
