/*
 * Running text broken into lines of a given width.
 */
#ifndef BREAKEVEN_TEXT_WRAP_H
#define BREAKEVEN_TEXT_WRAP_H

#include <stdbool.h>
#include <stddef.h>

/* Writes the next line of at most `cols` columns to `out` (size > 0, as in text.h) and moves
 * *cursor to where the line after it begins. Lines break at spaces, which are left out, on either
 * side of two-column characters, and at newlines; a word wider than a line is cut. False at the end
 * of the text, or when not one column is given. */
bool wrap_next(const char **cursor, int cols, char *out, size_t size);

/* How many lines the text takes. */
int wrap_count(const char *text, int cols);

/* The columns that the widest part takes within which no line may end. */
int wrap_widest(const char *text);

#endif
