/*
 * The options that every command understands.
 */
#ifndef BREAKEVEN_CLI_GLOBALS_H
#define BREAKEVEN_CLI_GLOBALS_H

#include <stdbool.h>
#include <stddef.h>

#include "cli/option_types.h"
#include "cli/options.h"
#include "language/language.h"
#include "report/format.h"

typedef enum color_choice { COLOR_AUTO, COLOR_ALWAYS, COLOR_NEVER } color_choice;

/* All zero is what holds without any option. */
typedef struct globals {
    text_list catalogs;
    const format *format; /* NULL: the default */
    const char *output;   /* NULL: standard output */
    color_choice color;
    const language *lang; /* NULL: as the locale asks */
    bool ascii;
    bool help;
    bool version;
} globals;

/* The rows for a `globals`. */
extern const option globals_options[];
extern const size_t globals_option_count;

#endif
