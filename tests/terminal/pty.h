#ifndef BREAKEVEN_TERMINAL_PTY_H
#define BREAKEVEN_TERMINAL_PTY_H

#include <sys/types.h>
#include <termios.h>

/* The kernel's side of a terminal: a pseudo-terminal with a program running in it. */
typedef struct pty {
    int master; /* non-blocking, closed on exec */
    pid_t pid;
    struct termios initial; /* the modes before the program could change them */
} pty;

/* Starts argv[0] as the leader of a session of its own on a new terminal. 0, or -1 with errno. */
int pty_start(pty *out, int cols, int rows, const char *const *argv, char *const *environment,
              const char *directory);

/* Tells the kernel, and so the program, the new size. 0, or -1 with errno. */
int pty_resize(const pty *p, int cols, int rows);

#endif
