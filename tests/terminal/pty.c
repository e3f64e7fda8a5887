#include "terminal/pty.h"

#include "support/child.h"

#include <fcntl.h>
#include <pty.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <utmp.h>

static struct winsize size_of(int cols, int rows)
{
    return (struct winsize){.ws_col = (unsigned short)cols, .ws_row = (unsigned short)rows};
}

static int open_pair(pty *out, int *slave, int cols, int rows)
{
    const struct winsize size = size_of(cols, rows);
    if (openpty(&out->master, slave, NULL, NULL, &size) != 0)
        return -1;
    if (tcgetattr(*slave, &out->initial) == 0 && fcntl(out->master, F_SETFL, O_NONBLOCK) == 0 &&
        fcntl(out->master, F_SETFD, FD_CLOEXEC) == 0)
        return 0;
    (void)close(out->master);
    (void)close(*slave);
    return -1;
}

int pty_start(pty *out, int cols, int rows, const char *const *argv, char *const *environment,
              const char *directory)
{
    int slave;
    if (open_pair(out, &slave, cols, rows) != 0)
        return -1;
    out->pid = fork();
    if (out->pid == 0) {
        if (login_tty(slave) != 0)
            _exit(127);
        child_become(argv, environment, directory);
    }
    (void)close(slave);
    if (out->pid > 0)
        return 0;
    (void)close(out->master);
    return -1;
}

int pty_resize(const pty *p, int cols, int rows)
{
    const struct winsize size = size_of(cols, rows);
    return ioctl(p->master, TIOCSWINSZ, &size);
}
