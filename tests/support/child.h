#ifndef BREAKEVEN_SUPPORT_CHILD_H
#define BREAKEVEN_SUPPORT_CHILD_H

#include <sys/types.h>

/*
 * Becomes another program, for use in a process just forked. All signals go back to their default
 * and none stays blocked, so that the test runner's own settings are not inherited.
 *
 * `argv` and `environment` end with NULL; argv[0] is the path of the program (no search along PATH)
 * and is found before `directory` is entered. A failure is told on standard error, exit status 127.
 */
_Noreturn void child_become(const char *const *argv, char *const *environment,
                            const char *directory);

/* What waitpid reported, as a shell says it: the exit status, or 128 + n after signal n. */
int child_status(int wait_status);

/* Waits up to `ms` for the process to end, then kills it. The result is as of child_status. */
int child_reap(pid_t pid, int ms);

#endif
