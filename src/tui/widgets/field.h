/*
 * A single-line editor.
 *
 * The text is UTF-8 and always valid; the cursor stands between glyphs, so that a character and its
 * marks are passed and erased together. Characters are kept as they are typed, full-width digits
 * and all; what they mean is for the caller to judge.
 */
#ifndef BREAKEVEN_WIDGETS_FIELD_H
#define BREAKEVEN_WIDGETS_FIELD_H

#include "tui/widgets/key.h"
#include "tui/widgets/surface.h"

#include <stdbool.h>
#include <stddef.h>

/* Room for the text with its NUL. */
enum { FIELD_BYTES = 1024 };

typedef struct field {
    char text[FIELD_BYTES];
    size_t length; /* bytes, without the NUL */
    size_t cursor; /* byte offset of a glyph, or the length */
} field;

typedef enum field_result {
    FIELD_IGNORED, /* not a key of the editor */
    FIELD_MOVED,   /* taken; the text is the same */
    FIELD_CHANGED  /* taken; the text is another */
} field_result;

/* Sets the text, or as much of it as there is room for, and puts the cursor behind it. */
void field_set(field *edited, const char *text);

/* Types a code point at the cursor. False, and nothing changes, when there is no room for it or it
 * would not be shown: a control character, a mark with nothing before it. */
bool field_insert(field *edited, uint32_t point);

/* Acts on a key: characters, Backspace, Delete, Left, Right, Home, End, with Ctrl: A and E to the
 * ends, B and F by one, Left and Right by words, W erases the word before the cursor, U all before
 * it, K all behind it. */
field_result field_key(field *edited, key pressed);

/* Puts the cursor on the glyph at column `col` of a field drawn in `cols` columns: a mouse click.
 */
void field_point(field *edited, int col, int cols);

/* Draws the field in the first row of `area` in the given style, scrolled so that the cursor is in
 * sight; with `focused` it places the cursor. Marks at the ends tell of text out of sight. */
void field_draw(const field *shown, surface *grid, rect area, style role, bool focused);

#endif
