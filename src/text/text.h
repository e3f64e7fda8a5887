/*
 * Text as the terminal shows it: the one place where columns are counted.
 *
 * A string is UTF-8 ended by NUL, and may come from anywhere: a catalogue, a scenario, a key. It is
 * walked glyph by glyph. A glyph is what occupies one or two columns: a character and the combining
 * marks on it. Nothing that could steer a terminal or deceive a reader is ever part of a glyph:
 *
 *   - bytes that are not UTF-8, control characters (a newline and a tab among them), bidirectional
 *     and other invisible format characters become U+FFFD, the replacement character;
 *   - joiners and variation selectors are left out, because terminals disagree on their width;
 *   - more marks than a glyph can hold are left out;
 *   - a mark with nothing before it stands on a space;
 *   - what the character set of the locale lacks becomes an ASCII stand-in, at worst `?`.
 *
 * Widths are those of wcwidth, hence of the locale: the program calls setlocale(LC_CTYPE, "")
 * first. Functions that write into `out` always end it with NUL, write at most `size` bytes with it
 * (size > 0), never cut a glyph, and return the length without the NUL.
 */
#ifndef BREAKEVEN_TEXT_TEXT_H
#define BREAKEVEN_TEXT_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    TEXT_GLYPH_POINTS = 4, /* the character and three marks */
    TEXT_POINT_BYTES = 5,  /* one code point as UTF-8, with the NUL */
    TEXT_REPLACEMENT = 0xFFFD
};

typedef struct text_glyph {
    uint32_t points[TEXT_GLYPH_POINTS]; /* unused ones are 0 */
    int cols;                           /* 1 or 2 */
} text_glyph;

typedef enum text_align { TEXT_LEFT, TEXT_RIGHT, TEXT_CENTER } text_align;

/* Reads the glyph at *cursor and moves past it. False at the end of the text. */
bool text_next(const char **cursor, text_glyph *glyph);

/*
 * The same for a code point alone and for no terminal: whatever the locale can show. The end is
 * told by 0. What is no character, controls or deceives is U+FFFD.
 */
uint32_t text_next_point(const char **cursor);

/* The byte offset where the glyph that ends at or around offset `at` begins; 0 at the start. */
size_t text_previous(const char *text, size_t at);

/* Columns the whole text takes. */
int text_width(const char *text);

/* Bytes of the longest start of `text`, in whole glyphs, that takes at most `cols` columns. */
size_t text_fit(const char *text, int cols);

/* Writes one code point as UTF-8 and returns its length, 1 to 4; what is no character is written as
 * the replacement. */
size_t text_encode(char out[TEXT_POINT_BYTES], uint32_t point);

/* Writes one glyph as UTF-8. */
size_t text_encode_glyph(char *out, size_t size, const text_glyph *glyph);

/* The text cut to at most `cols` columns, and made safe to print. */
size_t text_clip(char *out, size_t size, const char *text, int cols);

/* The same, but a text that is too wide ends with `mark` inside those columns; when not even the
 * mark fits, the text is cut alone. */
size_t text_ellipsis(char *out, size_t size, const char *text, int cols, const char *mark);

/* The text clipped, then filled with spaces to exactly `cols` columns. */
size_t text_pad(char *out, size_t size, const char *text, int cols, text_align align);

#endif
