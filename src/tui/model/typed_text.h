/*
 * Text as an input method types it, in the characters that figures and times are read in.
 */
#ifndef BREAKEVEN_TUI_MODEL_TYPED_TEXT_H
#define BREAKEVEN_TUI_MODEL_TYPED_TEXT_H

#include <stddef.h>

/* Writes full-width letters, digits and signs as ASCII ones, and Chinese seconds as "s" and "ms";
 * all else stays. The result is never longer than the text. */
void typed_text_narrow(const char *text, char *out, size_t size);

#endif
