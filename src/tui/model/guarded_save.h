/*
 * Saving where others may save, too: over what was seen of a file, and over nothing else.
 */
#ifndef BREAKEVEN_TUI_MODEL_GUARDED_SAVE_H
#define BREAKEVEN_TUI_MODEL_GUARDED_SAVE_H

#include <stddef.h>

#include "config/problem.h"
#include "tui/model/file_print.h"

typedef enum save_outcome {
    SAVE_FAILED, /* why is in the problems */
    SAVE_DONE,
    SAVE_REFUSED /* the file holds what would be lost: the user is to be asked */
} save_outcome;

/*
 * Writes the bytes where there is no file, or one that holds what *seen is the print of, in one
 * step for all planners. Afterwards *seen is the print of what the file holds: the bytes, or what
 * it was refused for.
 */
save_outcome guarded_save(const char *path, const char *bytes, size_t size, file_print *seen,
                          problems *found);

#endif
