/*
 * The command line: from arguments to an exit status.
 */
#ifndef BREAKEVEN_CLI_CLI_H
#define BREAKEVEN_CLI_CLI_H

/* Does what the arguments (argv of main, ended by NULL) ask for. Returns the exit status. */
int cli_run(char *const *arguments);

#endif
