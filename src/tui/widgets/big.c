#include "tui/widgets/big.h"

#include <string.h>

enum { HEIGHT = 5, GAP = 1 }; /* in dots */

/* Letters of five rows of dots, as wide as they need to be. */
static const struct letter {
    uint32_t point;
    const char *rows[HEIGHT];
} letters[] = {
    {'0', {"###", "#.#", "#.#", "#.#", "###"}},
    {'1', {".#.", "##.", ".#.", ".#.", "###"}},
    {'2', {"###", "..#", "###", "#..", "###"}},
    {'3', {"###", "..#", "###", "..#", "###"}},
    {'4', {"#.#", "#.#", "###", "..#", "..#"}},
    {'5', {"###", "#..", "###", "..#", "###"}},
    {'6', {"###", "#..", "###", "#.#", "###"}},
    {'7', {"###", "..#", "..#", "..#", "..#"}},
    {'8', {"###", "#.#", "###", "#.#", "###"}},
    {'9', {"###", "#.#", "###", "..#", "###"}},
    {' ', {"..", "..", "..", "..", ".."}},
    {0xA0, {"..", "..", "..", "..", ".."}},
    {'.', {".", ".", ".", ".", "#"}},
    {',', {"..", "..", "..", ".#", "#."}},
    {'-', {"...", "...", "###", "...", "..."}},
    {0x2212, {"...", "...", "###", "...", "..."}},
    {'+', {"...", ".#.", "###", ".#.", "..."}},
    {'%', {"#..#", "..#.", ".##.", ".#..", "#..#"}},
    {'$', {".####", "#.#..", ".###.", "..#.#", "####."}},
    {0xA5, {"#...#", ".#.#.", "#####", "..#..", "..#.."}},   /* yen, yuan */
    {0x20AC, {".###", "#...", "###.", "#...", ".###"}},      /* euro */
    {0xA3, {".##", "#..", "###", "#..", "###"}},             /* pound */
    {0x20B9, {"####", "..#.", "####", "..#.", "##.."}},      /* rupee */
    {0x20A9, {"#.#.#", "#####", "#.#.#", "#####", ".#.#."}}, /* won */
    {'A', {"###", "#.#", "###", "#.#", "#.#"}},
    {'B', {"##.", "#.#", "##.", "#.#", "##."}},
    {'C', {"###", "#..", "#..", "#..", "###"}},
    {'D', {"##.", "#.#", "#.#", "#.#", "##."}},
    {'E', {"###", "#..", "##.", "#..", "###"}},
    {'F', {"###", "#..", "##.", "#..", "#.."}},
    {'G', {"###", "#..", "#.#", "#.#", "###"}},
    {'H', {"#.#", "#.#", "###", "#.#", "#.#"}},
    {'I', {"###", ".#.", ".#.", ".#.", "###"}},
    {'J', {"..#", "..#", "..#", "#.#", "###"}},
    {'K', {"#.#", "#.#", "##.", "#.#", "#.#"}},
    {'L', {"#..", "#..", "#..", "#..", "###"}},
    {'M', {"#...#", "##.##", "#.#.#", "#...#", "#...#"}},
    {'N', {"#..#", "##.#", "#.##", "#..#", "#..#"}},
    {'O', {"###", "#.#", "#.#", "#.#", "###"}},
    {'P', {"###", "#.#", "###", "#..", "#.."}},
    {'Q', {"###", "#.#", "#.#", "###", "..#"}},
    {'R', {"##.", "#.#", "##.", "#.#", "#.#"}},
    {'S', {"###", "#..", "###", "..#", "###"}},
    {'T', {"###", ".#.", ".#.", ".#.", ".#."}},
    {'U', {"#.#", "#.#", "#.#", "#.#", "###"}},
    {'V', {"#.#", "#.#", "#.#", "#.#", ".#."}},
    {'W', {"#...#", "#...#", "#.#.#", "##.##", "#...#"}},
    {'X', {"#.#", "#.#", ".#.", "#.#", "#.#"}},
    {'Y', {"#.#", "#.#", ".#.", ".#.", ".#."}},
    {'Z', {"###", "..#", ".#.", "#..", "###"}},
};

static const struct letter *letter_of(const text_glyph *glyph)
{
    for (size_t i = 0; i < sizeof letters / sizeof *letters; i++) {
        if (letters[i].point == glyph->points[0] && glyph->points[1] == 0)
            return &letters[i];
    }
    return NULL;
}

static int dots_wide(const struct letter *l)
{
    return (int)strlen(l->rows[0]);
}

/* A dot of half blocks is as high as it is wide. In ASCII it is a cell, or two side by side. */
static int rows_of_dot(int scale, bool ascii)
{
    return ascii ? (scale + 1) / 2 : scale; /* of half blocks, half rows */
}

int big_rows(int scale, bool ascii)
{
    int rows = HEIGHT * rows_of_dot(scale, ascii);
    return ascii ? rows : (rows + 1) / 2;
}

int big_cols(const char *text, int scale)
{
    text_glyph glyph;
    int dots = 0;
    while (text_next(&text, &glyph)) {
        const struct letter *l = letter_of(&glyph);
        dots += (dots > 0 ? GAP : 0) + (l == NULL ? 0 : dots_wide(l));
    }
    return dots * scale;
}

static bool has_big_form(const char *text)
{
    text_glyph glyph;
    bool any = false;
    while (text_next(&text, &glyph)) {
        if (letter_of(&glyph) == NULL)
            return false;
        any = true;
    }
    return any;
}

int big_fit(const char *text, int rows, int cols, bool ascii)
{
    int scale = has_big_form(text) ? BIG_SCALE_MAX : 0;
    while (scale > 0 && (big_rows(scale, ascii) > rows || big_cols(text, scale) > cols))
        scale--;
    return scale;
}

/* Whether there is a dot at half row `y` (in ASCII row) and column `x`, counted from the top left;
 * letters of half blocks stand on the bottom of their last row. */
static bool is_set(const struct letter *l, int x, int y, int scale, bool ascii)
{
    int height = rows_of_dot(scale, ascii);
    int top = ascii ? 0 : 2 * big_rows(scale, false) - HEIGHT * height;
    if (y < top)
        return false;
    return l->rows[(y - top) / height][x / scale] == '#';
}

static void draw_cell(surface *grid, int row, int col, style role, bool upper, bool lower)
{
    if (upper || lower)
        surface_symbol(grid, row, col, role,
                       upper && lower ? SYMBOL_BLOCK
                       : upper        ? SYMBOL_BAND
                                      : SYMBOL_LEVEL_4);
}

static void draw_letter(surface *grid, int row, int col, style role, const struct letter *l,
                        int scale)
{
    bool ascii = surface_is_ascii(grid);
    int cols = dots_wide(l) * scale, rows = big_rows(scale, ascii);
    for (int y = 0; y < rows; y++) {
        for (int x = 0; x < cols; x++) {
            bool upper = is_set(l, x, ascii ? y : 2 * y, scale, ascii);
            bool lower = ascii ? upper : is_set(l, x, 2 * y + 1, scale, ascii);
            draw_cell(grid, row + y, col + x, role, upper, lower);
        }
    }
}

void big_draw(surface *grid, int row, int col, style role, const char *text, int scale)
{
    text_glyph glyph;
    while (text_next(&text, &glyph)) {
        const struct letter *l = letter_of(&glyph);
        if (l == NULL)
            continue;
        draw_letter(grid, row, col, role, l, scale);
        col += (dots_wide(l) + GAP) * scale;
    }
}
