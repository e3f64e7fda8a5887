#include "config/folder_lock.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <time.h>
#include <unistd.h>

enum { TRIES = 2000, BETWEEN_TRIES_NS = 1000 * 1000 };

folder_lock folder_lock_none(void)
{
    return (folder_lock){.fd = -1};
}

void folder_lock_drop(folder_lock *lock)
{
    if (lock->fd >= 0)
        close(lock->fd);
    *lock = folder_lock_none();
}

static bool is_kept(int fd, int how)
{
    return flock(fd, how | LOCK_NB) != 0 && (errno == EWOULDBLOCK || errno == EINTR);
}

bool folder_lock_take(folder_lock *lock, const char *folder, bool alone)
{
    const struct timespec nap = {.tv_nsec = BETWEEN_TRIES_NS};
    const int how = alone ? LOCK_EX : LOCK_SH;
    lock->fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (lock->fd < 0)
        return true;
    for (int i = 0; i < TRIES; i++) {
        if (!is_kept(lock->fd, how))
            return true;
        nanosleep(&nap, NULL);
    }
    folder_lock_drop(lock);
    return false;
}

bool folder_lock_is_alone(folder_lock *lock)
{
    return lock->fd >= 0 && flock(lock->fd, LOCK_EX | LOCK_NB) == 0;
}
