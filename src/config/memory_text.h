/*
 * Texts that are written to a stream of memory.
 */
#ifndef BREAKEVEN_CONFIG_MEMORY_TEXT_H
#define BREAKEVEN_CONFIG_MEMORY_TEXT_H

#include <stdbool.h>
#include <stdio.h>

/*
 * Closes a stream that open_memstream made for `*text`; NULL is one that it could not make. The
 * whole text, for the caller to free; NULL when there was no memory for all of it, or it is not
 * `wanted`.
 */
char *memory_text_end(FILE *stream, char *const *text, bool wanted);

#endif
