/*
 * Writing a file so that a reader finds the old text or the new one, never a part.
 */
#ifndef BREAKEVEN_CONFIG_ATOMIC_FILE_H
#define BREAKEVEN_CONFIG_ATOMIC_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "config/problem.h"

/*
 * Writes `size` bytes to `path`: into a new file beside it, which takes its name once all is on
 * the disk. A symbolic link is followed, so that its target is replaced and not the link. The mode
 * of an old file is kept; a new one has 0666 less the umask. Paths that name no regular file are
 * refused.
 *
 * After a failure, which is in `found`, the old file is whole and the new one is gone. What a
 * process that was killed has left beside the file is removed by the next one that writes it.
 */
bool atomic_file_write(const char *path, const char *bytes, size_t size, problems *found);

/* Looks at what is there. False: it must not be written over. */
typedef bool atomic_file_check(void *context, const char *path);

/*
 * The same, where the check says so: nobody who writes by way of this module gets between that and
 * the writing. False, and nothing is in `found`, when the check refuses.
 */
bool atomic_file_write_if(const char *path, const char *bytes, size_t size,
                          atomic_file_check *check, void *context, problems *found);

#endif
