/*
 * Options of the command line, read by tables.
 *
 * A table row says what an option is called, what kind of value it takes (option_types.h), where
 * the value goes, and what the help says about it. Reading a command line and printing its help
 * use the same rows, so neither can know an option that the other does not.
 *
 * "--name value", "--name=value", "-n value" and "-nvalue" are alike. Options and operands may be
 * mixed; after "--" all are operands, and so are "-" and anything that begins like a negative
 * number.
 */
#ifndef BREAKEVEN_CLI_OPTIONS_H
#define BREAKEVEN_CLI_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

/* A kind of value. */
typedef struct option_type {
    const char *expected; /* "a count such as 30,000 or 30k"; NULL for a switch, without a value */
    /* Stores what `text` says in `out`. NULL, or what is wrong with it: "is too large". Static. */
    const char *(*read)(const char *text, void *out);
    const char *const *values; /* all that can be said, up to a NULL; NULL: not to be listed */
    bool is_file;
} option_type;

typedef struct option {
    const char *name;
    char letter;       /* of the short form; NUL: none */
    const char *value; /* the value's name in the help: "N"; NULL for a switch */
    const option_type *type;
    size_t offset; /* of the field in the command's values that the option fills */
    const char *help;
} option;

/* Rows and the struct that their offsets are in. */
typedef struct option_set {
    const option *options;
    size_t count;
    void *values;
} option_set;

/* A command line being read. */
typedef struct option_scan {
    const option_set *sets;
    size_t set_count;
    char *const *next; /* the argument to read next; the list ends with NULL */
    bool only_operands;
} option_scan;

enum { OPTION_ERROR = 1024 };

typedef enum option_step { OPTION_END, OPTION_OPERAND, OPTION_WRONG } option_step;

/*
 * Stores options up to and with the next operand. OPTION_OPERAND: *operand is it. OPTION_WRONG:
 * `error` says what is wrong, and reading should stop.
 */
option_step option_next(option_scan *scan, const char **operand, char error[OPTION_ERROR]);

#endif
