/*
 * Report text in the characters that the output can show.
 */
#ifndef BREAKEVEN_REPORT_PLAIN_H
#define BREAKEVEN_REPORT_PLAIN_H

#include <stdbool.h>
#include <stddef.h>

/*
 * A copy of `text` for the caller to free, NULL when there is no memory. With `ascii`, the signs
 * that reports write are replaced by what means the same in ASCII: "¥" by "CNY ", "×" by "x", "★"
 * by
 * "*". All else is left to the text functions, which know the locale.
 */
char *plain_text(const char *text, bool ascii);

/* The same into `out` (size > 0), cut to fit there, and returned; "?" when there is no memory. */
const char *plain_write(char *out, size_t size, const char *text, bool ascii);

#endif
