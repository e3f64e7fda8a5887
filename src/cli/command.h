/*
 * Commands: one file and one struct each. The list of commands is commands.c.
 */
#ifndef BREAKEVEN_CLI_COMMAND_H
#define BREAKEVEN_CLI_COMMAND_H

#include <stddef.h>

#include "cli/globals.h"
#include "cli/options.h"
#include "cli/status.h"
#include "report/csv.h"

/* A command line that was read. */
typedef struct invocation {
    const globals *globals;
    const void *options; /* the command's own values */
    const char *const *operands;
    size_t operand_count;
} invocation;

/* Options that several commands have. */
typedef struct option_rows {
    const option *options;
    size_t count;
    size_t offset; /* of the struct that they fill in the command's own */
} option_rows;

enum { COMMAND_SHARED = 3 };

/* What operands are, for who completes them. */
typedef enum operand_kind {
    OPERAND_TEXT,
    OPERAND_PRODUCT, /* the first one; the others are text */
    OPERAND_FILE,
    OPERAND_SHELL
} operand_kind;

typedef struct command {
    const char *name;
    const char *usage;     /* "rate PRODUCT QUANTITY..." */
    const char *summary;   /* one line, for the list of commands */
    const char *about;     /* some sentences for its own help; NULL: the summary says it all */
    const char *example;   /* a whole command line */
    const option *options; /* beside the global ones; fill a struct that begins as all zero */
    size_t option_count;
    option_rows shared[COMMAND_SHARED];
    const csv_table *csv; /* the columns of its CSV; NULL: it has none */
    operand_kind operands;
    size_t options_size;
    size_t least_operands, most_operands;
    status (*run)(const invocation *call);
} command;

#endif
