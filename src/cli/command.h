/*
 * Commands: one file and one struct each. The list of commands is commands.c.
 */
#ifndef BREAKEVEN_CLI_COMMAND_H
#define BREAKEVEN_CLI_COMMAND_H

#include <stddef.h>

#include "cli/globals.h"
#include "cli/options.h"
#include "cli/status.h"

/* A command line that was read. */
typedef struct invocation {
    const globals *globals;
    const void *options; /* the command's own values */
    const char *const *operands;
    size_t operand_count;
} invocation;

typedef struct command {
    const char *name;
    const char *usage;     /* "rate PRODUCT QUANTITY..." */
    const char *summary;   /* one line, for the list of commands */
    const char *about;     /* some sentences for its own help; NULL: the summary says it all */
    const char *example;   /* a whole command line */
    const option *options; /* beside the global ones; fill a struct that begins as all zero */
    size_t option_count;
    const option *shared_options; /* of several commands; fill the struct's first member */
    size_t shared_option_count;
    size_t options_size;
    size_t least_operands, most_operands;
    status (*run)(const invocation *call);
} command;

#endif
