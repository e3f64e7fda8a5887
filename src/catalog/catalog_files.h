/*
 * The list of files that paths stand for: a file for itself, a folder for its *.cfg files.
 */
#ifndef BREAKEVEN_CATALOG_CATALOG_FILES_H
#define BREAKEVEN_CATALOG_CATALOG_FILES_H

#include <stdbool.h>
#include <stddef.h>

#include "config/problem.h"

/* All zero is an empty list. Owns the paths. */
typedef struct catalog_files {
    char **paths;
    size_t count;
    size_t capacity;
} catalog_files;

/*
 * Adds the file `path`, or the *.cfg files of the folder `path` by name (hidden ones are left
 * out). False after an error, which is in `found`; a folder without such a file is one.
 */
bool catalog_files_add(catalog_files *files, const char *path, problems *found);

/* Frees the paths and leaves an empty list. */
void catalog_files_clear(catalog_files *files);

#endif
