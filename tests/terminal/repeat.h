#ifndef BREAKEVEN_TERMINAL_REPEAT_H
#define BREAKEVEN_TERMINAL_REPEAT_H

#include "support/buffer.h"

#include <stddef.h>

/*
 * Writes out "repeat the character before this n times" (REP, CSI n b) as that many characters,
 * wherever the stream is cut into pieces, and leaves all else as it is. A terminal does the same
 * with both; libvterm 0.1.4 does not: at the right margin it wraps a column too early, and without
 * a character to repeat it never comes to an end.
 */
typedef struct repeat_expander {
    enum { REPEAT_GROUND, REPEAT_ESCAPE, REPEAT_CSI, REPEAT_STRING } state;
    char glyph[4]; /* the last character in UTF-8 */
    size_t glyph_length;
    char held[64]; /* an escape sequence whose end has not come */
    size_t held_length;
} repeat_expander;

/* Appends what the bytes come to. */
void repeat_expand(repeat_expander *r, const char *bytes, size_t length, buffer *out);

#endif
