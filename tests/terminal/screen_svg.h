#ifndef BREAKEVEN_TERMINAL_SCREEN_SVG_H
#define BREAKEVEN_TERMINAL_SCREEN_SVG_H

#include "terminal/snapshot.h"

#include <stdbool.h>
#include <stdio.h>

/*
 * A screen as an SVG picture: a window with a title bar, and in it the cells on a grid of whole
 * pixels. The same screen always gives the same bytes, so the file can be compared with one kept
 * before.
 *
 * Letters are text, each at its own x; lines, blocks and braille are shapes (glyph_shape.h). All of
 * one colour is one path, so that no seam shows between neighbours at any zoom.
 */
typedef struct screen_svg_options {
    const char *title; /* of the window; NULL means what the program called it, or nothing */
    bool light;        /* a light window instead of a dark one */
    bool hide_cursor;  /* leave the cursor out even where it is shown */
} screen_svg_options;

/* Writes the picture. 0, or -1 when out of memory or `out` reports an error. */
int screen_svg_write(FILE *out, const snapshot *screen, const screen_svg_options *options);

#endif
