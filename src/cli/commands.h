/*
 * The commands there are.
 */
#ifndef BREAKEVEN_CLI_COMMANDS_H
#define BREAKEVEN_CLI_COMMANDS_H

#include "cli/command.h"

extern const command command_plan;
extern const command command_products;
extern const command command_rate;
extern const command command_compare;
extern const command command_curve;
extern const command command_afford;
extern const command command_quote;
extern const command command_diff;
extern const command command_check;
extern const command command_completion;

/* The i-th command that is called by name, NULL behind the last. (command_plan has no name.) */
const command *commands_at(size_t i);

/* The command called `name`, or NULL. */
const command *commands_find(const char *name);

/* The i-th of the command's options, those it shares included; NULL behind the last. */
const option *commands_option(const command *of, size_t i);

#endif
