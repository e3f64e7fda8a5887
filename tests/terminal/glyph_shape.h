#ifndef BREAKEVEN_TERMINAL_GLYPH_SHAPE_H
#define BREAKEVEN_TERMINAL_GLYPH_SHAPE_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

/*
 * Characters that only look right if they join: box drawing (U+2500..257F), block elements
 * (U+2580..259F) and braille (U+2800..28FF). They are drawn as shapes, so that a picture has no
 * seams whatever fonts the reader has.
 *
 * All subpaths run clockwise: overlapping ones in one path add up and never cancel out.
 */

/* The place of a cell in the picture, in pixels. */
typedef struct glyph_box {
    int x, y, width, height;
} glyph_box;

bool glyph_is_shape(uint32_t code_point);

/* How much of the cell the ink covers where it is drawn: 1, or 0.25, 0.5, 0.75 for ░ ▒ ▓. */
double glyph_ink(uint32_t code_point);

/* Writes the shape as SVG path data. Nothing for a character that is no shape. */
void glyph_write(FILE *out, uint32_t code_point, glyph_box box);

/* A filled rectangle as SVG path data; the corners may be given in any order. */
void glyph_write_rect(FILE *out, double x0, double y0, double x1, double y1);

#endif
