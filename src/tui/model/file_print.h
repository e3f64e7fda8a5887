/*
 * Prints of files: so little of what a file holds that it can be told whether it still does.
 */
#ifndef BREAKEVEN_TUI_MODEL_FILE_PRINT_H
#define BREAKEVEN_TUI_MODEL_FILE_PRINT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* All zero is the print of no file. */
typedef struct file_print {
    bool is_there;
    bool is_known; /* it can be read */
    size_t size;
    uint64_t hash;
} file_print;

/* The print of what the file holds now. */
file_print file_print_of(const char *path);

/* The print of a file that holds these bytes. */
file_print file_print_of_bytes(const char *bytes, size_t size);

/* Whether two files hold the same, as far as is known. */
bool file_print_equal(file_print a, file_print b);

#endif
