#ifndef BREAKEVEN_FUZZ_FOLDER_H
#define BREAKEVEN_FUZZ_FOLDER_H

#include <stddef.h>

/* Goes into a folder of the target's own, which is made by the first call, and removes all files
 * that an input before may have left there. It is gone when the program ends. */
void folder_enter(void);

/* Writes a file there. */
void folder_write(const char *name, const void *bytes, size_t size);

#endif
