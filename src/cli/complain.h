/*
 * What goes to standard error.
 */
#ifndef BREAKEVEN_CLI_COMPLAIN_H
#define BREAKEVEN_CLI_COMPLAIN_H

#include "cli/status.h"
#include "config/problem.h"

/*
 * Prints "breakeven: " and the text, safe for a terminal whatever the user typed, and a newline.
 * Returns `result`, so that a command can end with it.
 */
__attribute__((format(printf, 2, 3))) status complain(status result, const char *format, ...);

/* The complaint that memory ran out. */
status complain_memory(void);

/* Prints every problem on a line of its own. */
void complain_problems(const problems *found);

#endif
