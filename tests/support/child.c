#include "support/child.h"

#include "support/deadline.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { CANNOT_RUN = 127, LAST_SIGNAL = 64 };

static void reset_signals(void)
{
    struct sigaction standard = {.sa_handler = SIG_DFL};
    sigemptyset(&standard.sa_mask);
    for (int number = 1; number <= LAST_SIGNAL; number++)
        (void)sigaction(number, &standard, NULL); /* SIGKILL, SIGSTOP and unused numbers refuse */
    sigset_t none;
    sigemptyset(&none);
    (void)sigprocmask(SIG_SETMASK, &none, NULL);
}

static _Noreturn void give_up(const char *what)
{
    fprintf(stderr, "cannot run %s: %s\n", what, strerror(errno));
    _exit(CANNOT_RUN);
}

/* execve wants pointers to writable strings, though it never writes. */
static char **writable(const char *const *argv)
{
    size_t count = 0;
    while (argv[count] != NULL)
        count++;
    char **copy = calloc(count + 1, sizeof *copy);
    if (copy != NULL)
        memcpy(copy, argv, count * sizeof *copy);
    return copy;
}

_Noreturn void child_become(const char *const *argv, char *const *environment,
                            const char *directory)
{
    char *path = realpath(argv[0], NULL);
    char **arguments = writable(argv);
    if (path == NULL || arguments == NULL)
        give_up(argv[0]);
    if (chdir(directory) != 0)
        give_up(directory);
    reset_signals();
    execve(path, arguments, environment);
    give_up(path);
}

int child_status(int wait_status)
{
    return WIFSIGNALED(wait_status) ? 128 + WTERMSIG(wait_status) : WEXITSTATUS(wait_status);
}

int child_reap(pid_t pid, int ms)
{
    const deadline limit = deadline_after(ms);
    int status = 0;
    while (waitpid(pid, &status, WNOHANG) == 0) {
        if (deadline_left_ms(limit) == 0)
            (void)kill(pid, SIGKILL);
        (void)poll(NULL, 0, 1);
    }
    return child_status(status);
}
