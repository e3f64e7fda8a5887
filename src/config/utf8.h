/*
 * UTF-8, as far as files need it: is this a well-formed character, and how long is it?
 */
#ifndef BREAKEVEN_CONFIG_UTF8_H
#define BREAKEVEN_CONFIG_UTF8_H

#include <stdbool.h>
#include <stddef.h>

/*
 * Bytes (1..4) of the character that `text` begins with, of which `size` bytes are left; 0 when it
 * is malformed: a stray or missing continuation byte, an overlong form, a surrogate, beyond
 * U+10FFFF.
 */
size_t utf8_length(const char *text, size_t size);

/* True when all of the text, or all of its first `size` bytes, is well formed. */
bool utf8_is_valid(const char *text);
bool utf8_is_valid_of(const char *text, size_t size);

/*
 * True when the character at `text` would move a terminal's cursor or worse: C0, DEL or C1.
 */
bool utf8_is_control(const char *text);

#endif
