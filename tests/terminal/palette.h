#ifndef BREAKEVEN_TERMINAL_PALETTE_H
#define BREAKEVEN_TERMINAL_PALETTE_H

#include "terminal/snapshot.h"

#include <stdint.h>

/* Colours of pictures, as 0xRRGGBB. They are fixed, so that the same screen gives the same picture.
 */
typedef struct palette {
    uint32_t background, foreground;
    uint32_t bar, border, title; /* the window around the screen */
    uint32_t ansi[16];           /* the first 16 of the 256; the rest is the same everywhere */
} palette;

extern const palette palette_dark;
extern const palette palette_light;

/* What a cell's colour looks like; `standard` stands for the terminal's own. */
uint32_t palette_color(const palette *p, snapshot_color color, uint32_t standard);

/* `amount` (0 to 1) of `over` upon `under`. */
uint32_t palette_mix(uint32_t under, uint32_t over, double amount);

#endif
