/*
 * Folders for the program's own files.
 */
#ifndef BREAKEVEN_CONFIG_FOLDER_H
#define BREAKEVEN_CONFIG_FOLDER_H

#include <stdbool.h>

/* Makes a folder for the user alone, with the folders above it. True when it is there afterwards.
 */
bool folder_make(const char *path);

/* Makes the folder that a file is to be in. */
bool folder_make_of(const char *file);

/* Makes the names in the folder last through a power cut. Some file systems cannot; what stands in
 * the files is safe all the same. */
void folder_sync(const char *path);

#endif
