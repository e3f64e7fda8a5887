#ifndef BREAKEVEN_SUPPORT_GOLDEN_H
#define BREAKEVEN_SUPPORT_GOLDEN_H

#include <stdbool.h>

/*
 * Golden files: what a program wrote once and was looked over. script/golden takes them anew; it
 * sets BREAKEVEN_UPDATE_GOLDEN, and then files are written, not compared.
 *
 * True when `text` is what the file at `path` holds, or has become it. Otherwise the lines that
 * differ are printed. Fails the running test when the file cannot be written.
 */
bool golden_holds(const char *path, const char *text);

/* What the file at `path` holds, to be freed; NULL when it cannot be read. */
char *golden_read(const char *path);

#endif
