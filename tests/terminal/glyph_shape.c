#include "terminal/glyph_shape.h"

#include <math.h>

enum { BOX_FIRST = 0x2500, BOX_LAST = 0x257F };
enum { BLOCK_FIRST = 0x2580, BLOCK_LAST = 0x259F };
enum { BRAILLE_FIRST = 0x2800, BRAILLE_LAST = 0x28FF };

bool glyph_is_shape(uint32_t c)
{
    return (c >= BOX_FIRST && c <= BLOCK_LAST) || (c >= BRAILLE_FIRST && c <= BRAILLE_LAST);
}

double glyph_ink(uint32_t c)
{
    enum { LIGHT_SHADE = 0x2591, DARK_SHADE = 0x2593 };
    return c >= LIGHT_SHADE && c <= DARK_SHADE ? 0.25 * (c - LIGHT_SHADE + 1) : 1.0;
}

void glyph_write_rect(FILE *out, double x0, double y0, double x1, double y1)
{
    const double width = fabs(x1 - x0), height = fabs(y1 - y0);
    fprintf(out, "M%g %gh%gv%gh%gz", fmin(x0, x1), fmin(y0, y1), width, height, -width);
}

/* --- box drawing: a centre with up to four arms --- */

typedef enum direction { UP, RIGHT, DOWN, LEFT, DIRECTIONS } direction;
typedef enum weight { NO_ARM, LIGHT, HEAVY, DOUBLE, WEIGHTS } weight;

/* Line width, and how far a line runs beside the middle of its arm. */
static const double thickness[WEIGHTS] = {0, 1, 3, 1};
static const double track[WEIGHTS] = {0, 0, 0, 2};

/* Weights of the arms up, right, down, left. "0000" is dashed, bent or diagonal: see below. */
static const char box_arms[BOX_LAST - BOX_FIRST + 1][DIRECTIONS + 1] = {
    "0101", "0202", "1010", "2020", "0000", "0000", "0000", "0000", "0000", "0000", "0000", "0000",
    "0110", "0210", "0120", "0220", "0011", "0012", "0021", "0022", "1100", "1200", "2100", "2200",
    "1001", "1002", "2001", "2002", "1110", "1210", "2110", "1120", "2120", "2210", "1220", "2220",
    "1011", "1012", "2011", "1021", "2021", "2012", "1022", "2022", "0111", "0112", "0211", "0212",
    "0121", "0122", "0221", "0222", "1101", "1102", "1201", "1202", "2101", "2102", "2201", "2202",
    "1111", "1112", "1211", "1212", "2111", "1121", "2121", "2112", "2211", "1122", "1221", "2212",
    "1222", "2122", "2221", "2222", "0000", "0000", "0000", "0000", "0303", "3030", "0310", "0130",
    "0330", "0013", "0031", "0033", "1300", "3100", "3300", "1003", "3001", "3003", "1310", "3130",
    "3330", "1013", "3031", "3033", "0313", "0131", "0333", "1303", "3101", "3303", "1313", "3131",
    "3333", "0000", "0000", "0000", "0000", "0000", "0000", "0000", "0001", "1000", "0100", "0010",
    "0002", "2000", "0200", "0020", "0201", "1020", "0102", "2010",
};

static weight arm(const char *arms, unsigned towards)
{
    return (weight)(arms[towards % DIRECTIONS] - '0');
}

/*
 * Where a line begins, as a distance from the centre along its arm; negative is past the centre.
 * `beside` is the arm it meets first, `across` the one on its other side. It stops at the near line
 * of an arm beside it, turns the corner at the far line of one across, and else ends at the centre.
 */
static double meeting(weight beside, weight across)
{
    if (beside != NO_ARM)
        return track[beside] - thickness[beside] / 2;
    return -track[across] - thickness[across] / 2;
}

static double single_start(const char *arms, direction towards)
{
    const weight a = arm(arms, towards + 1), b = arm(arms, towards + 3);
    if (arm(arms, towards + 2) != NO_ARM)
        return 0;
    if (a == NO_ARM || b == NO_ARM)
        return meeting(NO_ARM, a == NO_ARM ? b : a);
    return fmin(meeting(a, b), meeting(b, a));
}

/* One line of an arm: `aside` pixels clockwise of its middle, from `start` out to the cell's edge.
 */
static void write_line(FILE *out, glyph_box box, direction towards, double aside, double start,
                       double width)
{
    const double cx = box.x + box.width / 2.0, cy = box.y + box.height / 2.0;
    const double sign = towards == RIGHT || towards == DOWN ? 1 : -1;
    const double low = aside - width / 2, high = aside + width / 2;
    if (towards == UP || towards == DOWN)
        glyph_write_rect(out, cx - sign * low, cy + sign * start, cx - sign * high,
                         cy + sign * box.height / 2.0);
    else
        glyph_write_rect(out, cx + sign * start, cy + sign * low, cx + sign * box.width / 2.0,
                         cy + sign * high);
}

static void write_arm(FILE *out, glyph_box box, const char *arms, direction towards)
{
    const weight w = arm(arms, towards);
    const weight clockwise = arm(arms, towards + 1), counter = arm(arms, towards + 3);
    if (w == NO_ARM)
        return;
    if (w != DOUBLE) {
        write_line(out, box, towards, 0, single_start(arms, towards), thickness[w]);
        return;
    }
    write_line(out, box, towards, track[w], meeting(clockwise, counter), thickness[w]);
    write_line(out, box, towards, -track[w], meeting(counter, clockwise), thickness[w]);
}

/* ┄ ┅ ┆ ┇ ┈ ┉ ┊ ┋ ╌ ╍ ╎ ╏: in each group the lowest bit means heavy, the next means vertical. */
static void write_dashes(FILE *out, glyph_box box, uint32_t c, int count)
{
    const double width = thickness[(c & 1) != 0 ? HEAVY : LIGHT];
    const bool vertical = (c & 2) != 0;
    const double length = vertical ? box.height : box.width;
    const double step = length / count, dash = step * 0.6;
    const double middle = vertical ? box.x + box.width / 2.0 : box.y + box.height / 2.0;
    for (int i = 0; i < count; i++) {
        const double from = (vertical ? box.y : box.x) + i * step + (step - dash) / 2;
        if (vertical)
            glyph_write_rect(out, middle - width / 2, from, middle + width / 2, from + dash);
        else
            glyph_write_rect(out, from, middle - width / 2, from + dash, middle + width / 2);
    }
}

/* ╭ ╮ ╯ ╰: a quarter of a ring that fills half the cell's width, and a straight rest of the
 * vertical arm. */
static void write_bend(FILE *out, glyph_box box, bool right, bool down)
{
    const double cx = box.x + box.width / 2.0, cy = box.y + box.height / 2.0;
    const double h = right ? 1 : -1, v = down ? 1 : -1, half = thickness[LIGHT] / 2;
    const double radius = box.width / 2.0, edge_x = cx + h * radius, turn_y = cy + v * radius;
    const double outer = radius + half, inner = radius - half;
    const int clockwise = right == down;
    /* Along the outer side from the vertical arm to the horizontal one, and back along the inner
       side; mirrored bends are written the other way round to stay clockwise. */
    if (clockwise)
        fprintf(out, "M%g %gA%g %g 0 0 1 %g %gV%gA%g %g 0 0 0 %g %gz", cx - h * half, turn_y, outer,
                outer, edge_x, cy - v * half, cy + v * half, inner, inner, cx + h * half, turn_y);
    else
        fprintf(out, "M%g %gA%g %g 0 0 1 %g %gH%gA%g %g 0 0 0 %g %gz", edge_x, cy - v * half, outer,
                outer, cx - h * half, turn_y, cx + h * half, inner, inner, edge_x, cy + v * half);
    glyph_write_rect(out, cx - half, turn_y, cx + half, cy + v * box.height / 2.0);
}

static void write_slash(FILE *out, glyph_box box, bool rising)
{
    const double half = 0.6, left = box.x, right = box.x + box.width;
    const double from = rising ? box.y + box.height : box.y,
                 to = rising ? box.y : box.y + box.height;
    fprintf(out, "M%g %gL%g %gL%g %gL%g %gz", left, from - half, right, to - half, right, to + half,
            left, from + half);
}

static void write_box_line(FILE *out, uint32_t c, glyph_box box)
{
    enum { TRIPLE = 0x2504, QUADRUPLE = 0x2508, DASHED_END = 0x250C };
    enum { TWO_DASHES = 0x254C, TWO_DASHES_END = 0x2550 };
    enum { BEND_DOWN_RIGHT = 0x256D, BEND_UP_RIGHT = 0x2570, RISING, FALLING, CROSSED };
    if (c >= TRIPLE && c < DASHED_END)
        write_dashes(out, box, c, c < QUADRUPLE ? 3 : 4);
    else if (c >= TWO_DASHES && c < TWO_DASHES_END)
        write_dashes(out, box, c, 2);
    else if (c >= BEND_DOWN_RIGHT && c <= BEND_UP_RIGHT)
        write_bend(out, box, c == BEND_DOWN_RIGHT || c == BEND_UP_RIGHT, c <= BEND_DOWN_RIGHT + 1);
    if (c == RISING || c == CROSSED)
        write_slash(out, box, true);
    if (c == FALLING || c == CROSSED)
        write_slash(out, box, false);
    for (int towards = 0; towards < DIRECTIONS; towards++)
        write_arm(out, box, box_arms[c - BOX_FIRST], (direction)towards);
}

/* --- block elements: parts of the cell, in eighths --- */

typedef struct eighths {
    int left, top, right, bottom;
} eighths;

static void write_part(FILE *out, glyph_box box, eighths part)
{
    const double w = box.width / 8.0, h = box.height / 8.0;
    glyph_write_rect(out, box.x + part.left * w, box.y + part.top * h, box.x + part.right * w,
                     box.y + part.bottom * h);
}

/* ▖ ▗ ▘ ▙ ▚ ▛ ▜ ▝ ▞ ▟: bit 0 is the upper left quarter, then upper right, lower left, lower right.
 */
static void write_quarters(FILE *out, uint32_t c, glyph_box box)
{
    enum { QUARTERS_FIRST = 0x2596, QUARTERS = 4 };
    static const unsigned char masks[] = {4, 8, 1, 13, 9, 7, 11, 2, 6, 14};
    const unsigned mask = masks[c - QUARTERS_FIRST];
    for (int i = 0; i < QUARTERS; i++) {
        const int left = i % 2 * 4, top = i / 2 * 4;
        if ((mask >> i & 1U) != 0)
            write_part(out, box, (eighths){left, top, left + 4, top + 4});
    }
}

static void write_block(FILE *out, uint32_t c, glyph_box box)
{
    /* From U+2580: upper half, the eight lower parts, seven left parts, right half, three shades,
       upper eighth, right eighth. */
    static const eighths parts[] = {
        {0, 0, 8, 4}, {0, 7, 8, 8}, {0, 6, 8, 8}, {0, 5, 8, 8}, {0, 4, 8, 8}, {0, 3, 8, 8},
        {0, 2, 8, 8}, {0, 1, 8, 8}, {0, 0, 8, 8}, {0, 0, 7, 8}, {0, 0, 6, 8}, {0, 0, 5, 8},
        {0, 0, 4, 8}, {0, 0, 3, 8}, {0, 0, 2, 8}, {0, 0, 1, 8}, {4, 0, 8, 8}, {0, 0, 8, 8},
        {0, 0, 8, 8}, {0, 0, 8, 8}, {0, 0, 8, 1}, {7, 0, 8, 8},
    };
    const size_t index = c - BLOCK_FIRST;
    if (index < sizeof parts / sizeof parts[0])
        write_part(out, box, parts[index]);
    else
        write_quarters(out, c, box);
}

/* --- braille: two columns of four dots --- */

static void write_dot(FILE *out, double cx, double cy)
{
    const double r = 1.5;
    fprintf(out, "M%g %ga%g %g 0 0 1 %g 0a%g %g 0 0 1 %g 0z", cx - r, cy, r, r, 2 * r, r, r,
            -2 * r);
}

static void write_braille(FILE *out, uint32_t c, glyph_box box)
{
    /* Which dot a bit stands for: the lowest row came later and has the last two. */
    static const struct {
        int col, row;
    } dots[] = {{0, 0}, {0, 1}, {0, 2}, {1, 0}, {1, 1}, {1, 2}, {0, 3}, {1, 3}};
    for (size_t bit = 0; bit < sizeof dots / sizeof dots[0]; bit++) {
        if ((c >> bit & 1U) != 0)
            write_dot(out, box.x + box.width * (1 + 2 * dots[bit].col) / 4.0,
                      box.y + box.height * (1 + 2 * dots[bit].row) / 8.0);
    }
}

void glyph_write(FILE *out, uint32_t c, glyph_box box)
{
    if (c >= BOX_FIRST && c <= BOX_LAST)
        write_box_line(out, c, box);
    else if (c >= BLOCK_FIRST && c <= BLOCK_LAST)
        write_block(out, c, box);
    else if (c >= BRAILLE_FIRST && c <= BRAILLE_LAST)
        write_braille(out, c, box);
}
