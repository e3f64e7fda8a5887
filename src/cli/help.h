/*
 * Help, made from the tables of commands and options.
 */
#ifndef BREAKEVEN_CLI_HELP_H
#define BREAKEVEN_CLI_HELP_H

#include "cli/command.h"
#include "report/page.h"

/* The program's own help. */
void help_program(page *p);

/* One command's help. */
void help_command(page *p, const command *about);

#endif
