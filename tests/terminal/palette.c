#include "terminal/palette.h"

const palette palette_dark = {
    .background = 0x16181D,
    .foreground = 0xD5D8DF,
    .bar = 0x23262E,
    .border = 0x363B47,
    .title = 0x9AA1AE,
    .ansi = {0x2A2E37, 0xE5707A, 0x93C37A, 0xE3BC73, 0x4E93E0, 0xC283DD, 0x4FB3BE, 0xC3C8D2,
             0x727A89, 0xF58D95, 0xAEDB95, 0xF2D296, 0x84BDF8, 0xD8A2EE, 0x80D4DD, 0xF3F5F8},
};

const palette palette_light = {
    .background = 0xFFFFFF,
    .foreground = 0x24292F,
    .bar = 0xF1F3F5,
    .border = 0xCFD4DA,
    .title = 0x6A737D,
    .ansi = {0x24292F, 0xCF222E, 0x1A7F37, 0x9A6700, 0x0969DA, 0x8250DF, 0x1B7C83, 0x6E7781,
             0x57606A, 0xA40E26, 0x116329, 0x7D4E00, 0x0550AE, 0x6639BA, 0x0F6068, 0x8C959F},
};

/* Colours 16 to 231 are a cube of six steps a side, 232 to 255 a ramp of greys. */
static uint32_t extended_color(unsigned index)
{
    enum { CUBE = 16, GREYS = 232, SIDE = 6 };
    static const uint32_t steps[SIDE] = {0x00, 0x5F, 0x87, 0xAF, 0xD7, 0xFF};
    if (index >= GREYS)
        return (8 + 10 * (index - GREYS)) * 0x010101U;
    const unsigned i = index - CUBE;
    return steps[i / (SIDE * SIDE)] << 16 | steps[i / SIDE % SIDE] << 8 | steps[i % SIDE];
}

uint32_t palette_color(const palette *p, snapshot_color color, uint32_t standard)
{
    enum { ANSI = 16 };
    if (color.kind == SNAPSHOT_DEFAULT)
        return standard;
    if (color.kind == SNAPSHOT_INDEXED)
        return color.index < ANSI ? p->ansi[color.index] : extended_color(color.index);
    return (uint32_t)color.red << 16 | (uint32_t)color.green << 8 | color.blue;
}

uint32_t palette_mix(uint32_t under, uint32_t over, double amount)
{
    uint32_t mixed = 0;
    for (unsigned shift = 0; shift < 24; shift += 8) {
        const double low = under >> shift & 0xFF, high = over >> shift & 0xFF;
        mixed |= (uint32_t)(low + (high - low) * amount + 0.5) << shift;
    }
    return mixed;
}
