#include "tui/widgets/dots.h"

#include <stdint.h>
#include <stdlib.h>

enum { BRAILLE = 0x2800, BRAILLE_COLS = 2, BRAILLE_ROWS = 4, DASH_COLS = 3 };

struct dots {
    int rows; /* in cells */
    int cols;
    int layers;
    bool ascii;
    uint8_t *bits; /* cell by cell, those of a cell's layers side by side */
};

dots *dots_create(int rows, int cols, int layers, bool ascii)
{
    dots *raster = calloc(1, sizeof *raster);
    if (raster == NULL || rows < 1 || cols < 1 || layers < 1) {
        free(raster);
        return NULL;
    }
    *raster = (dots){.rows = rows, .cols = cols, .layers = layers, .ascii = ascii};
    raster->bits = calloc((size_t)rows * (size_t)cols, (size_t)layers);
    if (raster->bits != NULL)
        return raster;
    free(raster);
    return NULL;
}

void dots_destroy(dots *raster)
{
    if (raster == NULL)
        return;
    free(raster->bits);
    free(raster);
}

int dots_width(const dots *raster)
{
    return raster->ascii ? raster->cols : raster->cols * BRAILLE_COLS;
}

int dots_height(const dots *raster)
{
    return raster->ascii ? raster->rows : raster->rows * BRAILLE_ROWS;
}

/* The layers of a cell. */
static uint8_t *cell_at(const dots *raster, int row, int col)
{
    size_t cell = (size_t)row * (size_t)raster->cols + (size_t)col;
    return &raster->bits[cell * (size_t)raster->layers];
}

static void set_one(dots *raster, int layer, int x, int y)
{
    /* The bits of a braille character, from its lowest dots up. */
    static const uint8_t bits[BRAILLE_ROWS][BRAILLE_COLS] = {
        {0x40, 0x80}, {0x04, 0x20}, {0x02, 0x10}, {0x01, 0x08}};
    if (raster->ascii)
        cell_at(raster, raster->rows - 1 - y, x)[layer] = 1;
    else
        cell_at(raster, raster->rows - 1 - y / BRAILLE_ROWS, x / BRAILLE_COLS)[layer] |=
            bits[y % BRAILLE_ROWS][x % BRAILLE_COLS];
}

void dots_set(dots *raster, int layer, int x, int from, int to)
{
    int low = from < to ? from : to, high = from < to ? to : from;
    int top = dots_height(raster) - 1;
    if (x < 0 || x >= dots_width(raster))
        return;
    for (int y = low < 0 ? 0 : low; y <= high && y <= top; y++)
        set_one(raster, layer, x, y);
}

static int bit_count(uint8_t bits)
{
    int count = 0;
    for (; bits != 0; bits &= (uint8_t)(bits - 1))
        count++;
    return count;
}

/* All dots of a cell; `most` gets the largest number that one layer has. */
static uint8_t all_dots(const dots *raster, const uint8_t *bits, int *most)
{
    uint8_t all = 0;
    *most = 0;
    for (int i = 0; i < raster->layers; i++) {
        int count = bit_count(bits[i]);
        all |= bits[i];
        *most = count > *most ? count : *most;
    }
    return all;
}

/* The layer whose turn it is among those with so many dots in a cell. */
static int layer_of(const dots *raster, const uint8_t *bits, int most, int col)
{
    int equals = 0;
    for (int i = 0; i < raster->layers; i++)
        equals += bit_count(bits[i]) == most;
    /* NOLINTNEXTLINE(clang-analyzer-core.DivideZero): some layer has the most */
    int turn = col / DASH_COLS % equals, layer = 0;
    while (bit_count(bits[layer]) != most || turn-- > 0)
        layer++;
    return layer;
}

static void draw_cell(const dots *raster, surface *grid, rect at, int row, int col,
                      const dots_look *looks)
{
    int most;
    char text[TEXT_POINT_BYTES];
    const uint8_t *bits = cell_at(raster, row, col);
    uint8_t all = all_dots(raster, bits, &most);
    if (all == 0)
        return;
    const dots_look *look = &looks[layer_of(raster, bits, most, col)];
    text_encode(text, BRAILLE + all);
    surface_text(grid, at.row + row, at.col + col, 1, look->role,
                 raster->ascii ? look->mark : text);
}

void dots_draw(const dots *raster, surface *grid, int row, int col, const dots_look *looks)
{
    const rect at = {row, col, raster->rows, raster->cols};
    for (int r = 0; r < raster->rows; r++) {
        for (int c = 0; c < raster->cols; c++)
            draw_cell(raster, grid, at, r, c, looks);
    }
}
