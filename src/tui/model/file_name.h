/*
 * Names for the files that the planner writes.
 */
#ifndef BREAKEVEN_TUI_MODEL_FILE_NAME_H
#define BREAKEVEN_TUI_MODEL_FILE_NAME_H

#include <stddef.h>

/*
 * A name for a file of a plan: the plan's own, in signs that every file system and shell takes,
 * and the extension. A plan without a name that can be used is called "plan".
 */
void file_name_propose(const char *plan, const char *extension, char *out, size_t size);

/* The path with `to` in place of its extension `from`; as it is where it has another one. */
void file_name_change(const char *path, const char *from, const char *to, char *out, size_t size);

#endif
