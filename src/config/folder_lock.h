/*
 * Locks on folders, which those who write files there take: shared to replace a file whatever it
 * holds, alone to look at it first. The lock goes with the process, however that ends.
 */
#ifndef BREAKEVEN_CONFIG_FOLDER_LOCK_H
#define BREAKEVEN_CONFIG_FOLDER_LOCK_H

#include <stdbool.h>

/* fd is -1 where there is no lock. */
typedef struct folder_lock {
    int fd;
} folder_lock;

folder_lock folder_lock_none(void);

/*
 * Takes the lock, for which it waits a little. False when somebody keeps it. Where a folder has no
 * locks, as on some network file systems, there is none to wait for: true.
 */
bool folder_lock_take(folder_lock *lock, const char *folder, bool alone);

/* Whether nobody else has the lock now, and nobody gets it before it is dropped. A shared one may
 * be lost by asking. */
bool folder_lock_is_alone(folder_lock *lock);

void folder_lock_drop(folder_lock *lock);

#endif
