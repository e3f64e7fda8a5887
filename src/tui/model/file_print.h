/*
 * Prints of files: so little of what a file holds that it can be told whether it still does.
 */
#ifndef BREAKEVEN_TUI_MODEL_FILE_PRINT_H
#define BREAKEVEN_TUI_MODEL_FILE_PRINT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* All zero is the print of nothing. */
typedef struct file_print {
    bool known;
    size_t size;
    uint64_t hash;
} file_print;

/* The print of what the file holds now; of nothing when it cannot be read. */
file_print file_print_of(const char *path);

/* The print of a file that holds these bytes. */
file_print file_print_of_bytes(const char *bytes, size_t size);

/* Whether the file is there and is not known to hold what it held before. */
bool file_print_differs(file_print before, const char *path);

#endif
