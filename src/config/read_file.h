/*
 * Reading a file whole.
 */
#ifndef BREAKEVEN_CONFIG_READ_FILE_H
#define BREAKEVEN_CONFIG_READ_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "config/problem.h"

/* Larger files are refused: no price list or plan comes near. */
enum { READ_FILE_MAX = 8 * 1024 * 1024 };

/*
 * Reads the regular file `path` (symbolic links are followed) into memory that the caller frees,
 * with a NUL behind it that `*size` does not count. Directories, pipes and devices are refused.
 * NULL after an error, which is in `found`.
 */
char *read_file(const char *path, size_t *size, problems *found);

#endif
