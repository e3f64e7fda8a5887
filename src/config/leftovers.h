/*
 * What a save that was cut off leaves beside the file: the new one, under the name it had until it
 * was whole.
 */
#ifndef BREAKEVEN_CONFIG_LEFTOVERS_H
#define BREAKEVEN_CONFIG_LEFTOVERS_H

#include <stddef.h>

enum { LEFTOVER_NAMES = 100 }; /* so many can be told apart */

/* How much longer such a name is than the file's, with its NUL. */
enum { LEFTOVER_ENDING = 32 };

/* Writes the name that a process gives to its new file for `path`, the number-th to be tried. */
void leftover_name(char *out, size_t size, const char *path, long process, int number);

/* Removes all of the file `path`, which is in `folder`. Nobody may be writing there. */
void leftovers_remove(const char *folder, const char *path);

#endif
