#include "terminal/screen_svg.h"

#include "terminal/glyph_shape.h"
#include "terminal/palette.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* Pixels. Odd cell sides put thin lines exactly on a pixel; a letter of 15 px is 9 px wide. */
enum { CELL_WIDTH = 9, CELL_HEIGHT = 19, BASELINE = 14, FONT_SIZE = 15, WIDE_FONT_SIZE = 16 };
enum { BAR = 34, PADDING = 14, CORNER = 10, TITLE_SIZE = 13 };

static const char fonts[] = "'DejaVu Sans Mono','Menlo','Consolas','Liberation Mono',"
                            "'WenQuanYi Zen Hei Mono','Noto Sans Mono CJK SC','PingFang SC',"
                            "'Microsoft YaHei',monospace";

typedef struct picture {
    FILE *out;
    const snapshot *screen;
    const palette *colors;
    const char *title;
    bool cursor;
} picture;

/* --- what a cell looks like --- */

typedef struct look {
    const snapshot_cell *cell;
    uint32_t fg, bg;
} look;

static bool is_under_cursor(const picture *p, int row, int col)
{
    const snapshot_cursor *cursor = &p->screen->cursor;
    return p->cursor && cursor->visible && cursor->row == row && cursor->col == col;
}

/* The right half of a wide character looks like the left one. */
static look look_at(const picture *p, int row, int col)
{
    if (snapshot_at(p->screen, row, col)->width == 0 && col > 0)
        col--;
    const snapshot_cell *cell = snapshot_at(p->screen, row, col);
    const uint32_t fg = palette_color(p->colors, cell->fg, p->colors->foreground);
    const uint32_t bg = palette_color(p->colors, cell->bg, p->colors->background);
    const bool swapped = ((cell->attrs & SNAPSHOT_REVERSE) != 0) != is_under_cursor(p, row, col);
    return swapped ? (look){cell, bg, fg} : (look){cell, fg, bg};
}

/* The only character of a cell; 0 if it is blank or has combining marks. */
static uint32_t sole_code_point(const snapshot_cell *cell)
{
    const unsigned char *s = (const unsigned char *)cell->text;
    static const uint32_t lead_bits[] = {0, 0x7F, 0x1F, 0x0F, 0x07};
    const size_t length = s[0] < 0x80 ? 1 : s[0] < 0xE0 ? 2 : s[0] < 0xF0 ? 3 : 4;
    if (strlen(cell->text) != length)
        return 0;
    uint32_t c = s[0] & lead_bits[length];
    for (size_t i = 1; i < length; i++)
        c = c << 6 | (s[i] & 0x3FU);
    return c;
}

static glyph_box box_of(int row, int col)
{
    return (glyph_box){PADDING + col * CELL_WIDTH, BAR + PADDING + row * CELL_HEIGHT, CELL_WIDTH,
                       CELL_HEIGHT};
}

/* --- layers of shapes: one path for each colour --- */

/* Whether this layer draws anything for the cell, and in which colour. */
typedef bool layer_ink(const picture *p, int row, int col, uint32_t *color);
typedef void layer_draw(const picture *p, int row, int col);

typedef struct layer {
    layer_ink *ink;
    layer_draw *draw;
} layer;

static bool background_ink(const picture *p, int row, int col, uint32_t *color)
{
    *color = look_at(p, row, col).bg;
    return *color != p->colors->background;
}

static void background_draw(const picture *p, int row, int col)
{
    const uint32_t color = look_at(p, row, col).bg;
    if (col > 0 && look_at(p, row, col - 1).bg == color)
        return; /* part of a rectangle already drawn */
    int end = col + 1;
    while (end < p->screen->cols && look_at(p, row, end).bg == color)
        end++;
    const glyph_box box = box_of(row, col);
    glyph_write_rect(p->out, box.x, box.y, box.x + (end - col) * CELL_WIDTH, box.y + CELL_HEIGHT);
}

static bool shape_ink(const picture *p, int row, int col, uint32_t *color)
{
    const look here = look_at(p, row, col);
    const uint32_t c = sole_code_point(here.cell);
    *color = palette_mix(here.bg, here.fg, glyph_ink(c));
    return glyph_is_shape(c);
}

static void shape_draw(const picture *p, int row, int col)
{
    glyph_write(p->out, sole_code_point(look_at(p, row, col).cell), box_of(row, col));
}

static bool line_ink(const picture *p, int row, int col, uint32_t *color)
{
    const look here = look_at(p, row, col);
    *color = here.fg;
    return (here.cell->attrs & (SNAPSHOT_UNDERLINE | SNAPSHOT_STRIKE)) != 0;
}

static void line_draw(const picture *p, int row, int col)
{
    enum { UNDERLINE_Y = BASELINE + 2, STRIKE_Y = 9 };
    const unsigned attrs = look_at(p, row, col).cell->attrs;
    const glyph_box box = box_of(row, col);
    if ((attrs & SNAPSHOT_UNDERLINE) != 0)
        glyph_write_rect(p->out, box.x, box.y + UNDERLINE_Y, box.x + CELL_WIDTH,
                         box.y + UNDERLINE_Y + 1);
    if ((attrs & SNAPSHOT_STRIKE) != 0)
        glyph_write_rect(p->out, box.x, box.y + STRIKE_Y, box.x + CELL_WIDTH, box.y + STRIKE_Y + 1);
}

static void add_color(uint32_t *list, size_t *count, uint32_t color)
{
    for (size_t i = 0; i < *count; i++) {
        if (list[i] == color)
            return;
    }
    list[(*count)++] = color;
}

static size_t collect_colors(const picture *p, const layer *l, uint32_t *list)
{
    size_t count = 0;
    for (int row = 0; row < p->screen->rows; row++) {
        for (int col = 0; col < p->screen->cols; col++) {
            uint32_t color;
            if (l->ink(p, row, col, &color))
                add_color(list, &count, color);
        }
    }
    return count;
}

static void write_path(const picture *p, const layer *l, uint32_t wanted)
{
    fprintf(p->out, "<path fill=\"#%06x\" d=\"", (unsigned)wanted);
    for (int row = 0; row < p->screen->rows; row++) {
        for (int col = 0; col < p->screen->cols; col++) {
            uint32_t color;
            if (l->ink(p, row, col, &color) && color == wanted)
                l->draw(p, row, col);
        }
    }
    fputs("\"/>\n", p->out);
}

static int write_layers(const picture *p)
{
    static const layer layers[] = {
        {background_ink, background_draw}, {shape_ink, shape_draw}, {line_ink, line_draw}};
    uint32_t *list = calloc((size_t)p->screen->rows * (size_t)p->screen->cols, sizeof *list);
    if (list == NULL)
        return -1;
    for (size_t i = 0; i < sizeof layers / sizeof layers[0]; i++) {
        const size_t count = collect_colors(p, &layers[i], list);
        for (size_t color = 0; color < count; color++)
            write_path(p, &layers[i], list[color]);
    }
    free(list);
    return 0;
}

/* --- letters --- */

static void write_escaped(FILE *out, const char *text)
{
    for (; *text != '\0'; text++) {
        switch (*text) {
        case '&':
            fputs("&amp;", out);
            break;
        case '<':
            fputs("&lt;", out);
            break;
        case '>':
            fputs("&gt;", out);
            break;
        case '"':
            fputs("&quot;", out);
            break;
        default:
            /* Control characters cannot stand in XML at all. */
            if ((unsigned char)*text >= ' ')
                fputc(*text, out);
        }
    }
}

static bool has_letter(const snapshot_cell *cell)
{
    enum { NO_BREAK_SPACE = 0xA0 };
    const uint32_t c = sole_code_point(cell);
    const bool blank = cell->text[0] == '\0' || c == ' ' || c == NO_BREAK_SPACE;
    return cell->width > 0 && !blank && !glyph_is_shape(c);
}

/* Letters that any monospaced font has, all of one width. Others may come from another font; each
   of them is centred in its cell. */
static bool is_plain(const snapshot_cell *cell)
{
    enum { AFTER_LATIN = 0x250 };
    const uint32_t c = sole_code_point(cell);
    return cell->width == 1 && c > 0 && c < AFTER_LATIN;
}

static void open_text(const picture *p, int row, look here)
{
    fprintf(p->out, "<text y=\"%d\"", box_of(row, 0).y + BASELINE);
    if (here.fg != p->colors->foreground)
        fprintf(p->out, " fill=\"#%06x\"", (unsigned)here.fg);
    if ((here.cell->attrs & SNAPSHOT_BOLD) != 0)
        fputs(" font-weight=\"bold\"", p->out);
    if ((here.cell->attrs & SNAPSHOT_ITALIC) != 0)
        fputs(" font-style=\"italic\"", p->out);
}

static bool continues(const picture *p, look first, int row, int col)
{
    const unsigned styles = SNAPSHOT_BOLD | SNAPSHOT_ITALIC;
    if (col >= p->screen->cols)
        return false;
    const look next = look_at(p, row, col);
    return has_letter(next.cell) && is_plain(next.cell) && next.fg == first.fg &&
           (next.cell->attrs & styles) == (first.cell->attrs & styles);
}

static int write_word(const picture *p, int row, int col, look first)
{
    int end = col + 1;
    while (continues(p, first, row, end))
        end++;
    open_text(p, row, first);
    for (int i = col; i < end; i++)
        fprintf(p->out, "%s%d", i == col ? " x=\"" : " ", box_of(row, i).x);
    fputs("\">", p->out);
    for (int i = col; i < end; i++)
        write_escaped(p->out, snapshot_at(p->screen, row, i)->text);
    fputs("</text>\n", p->out);
    return end;
}

static void write_symbol(const picture *p, int row, int col, look here)
{
    open_text(p, row, here);
    if (here.cell->width == 2)
        fprintf(p->out, " font-size=\"%d\"", WIDE_FONT_SIZE);
    fprintf(p->out, " x=\"%g\" text-anchor=\"middle\">",
            box_of(row, col).x + here.cell->width * CELL_WIDTH / 2.0);
    write_escaped(p->out, here.cell->text);
    fputs("</text>\n", p->out);
}

static void write_letters(const picture *p)
{
    for (int row = 0; row < p->screen->rows; row++) {
        for (int col = 0; col < p->screen->cols;) {
            const look here = look_at(p, row, col);
            if (!has_letter(snapshot_at(p->screen, row, col))) {
                col++;
            } else if (is_plain(here.cell)) {
                col = write_word(p, row, col, here);
            } else {
                write_symbol(p, row, col, here);
                col += here.cell->width;
            }
        }
    }
}

/* --- the window --- */

static void write_bar(const picture *p, int width)
{
    static const char *const buttons[] = {"#ff5f57", "#febc2e", "#28c840"};
    enum { FIRST = 22, STEP = 20, RADIUS = 6 };
    fprintf(p->out,
            "<path fill=\"#%06x\" d=\"M0 %dV%da%d %d 0 0 1 %d -%dH%da%d %d 0 0 1 %d %dV%dz\"/>\n",
            (unsigned)p->colors->bar, BAR, CORNER, CORNER, CORNER, CORNER, CORNER, width - CORNER,
            CORNER, CORNER, CORNER, CORNER, BAR);
    for (int i = 0; i < (int)(sizeof buttons / sizeof buttons[0]); i++)
        fprintf(p->out, "<circle cx=\"%d\" cy=\"%d\" r=\"%d\" fill=\"%s\"/>\n", FIRST + i * STEP,
                BAR / 2, RADIUS, buttons[i]);
    fprintf(p->out,
            "<text x=\"%g\" y=\"%d\" text-anchor=\"middle\" font-size=\"%d\" fill=\"#%06x\">",
            width / 2.0, BAR / 2 + TITLE_SIZE / 3 + 1, TITLE_SIZE, (unsigned)p->colors->title);
    write_escaped(p->out, p->title);
    fputs("</text>\n", p->out);
}

static void write_opening(const picture *p, int width, int height)
{
    fprintf(p->out,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" "
            "viewBox=\"0 0 %d %d\" role=\"img\"\n font-family=\"%s\" font-size=\"%d\" "
            "fill=\"#%06x\">\n<title>",
            width, height, width, height, fonts, FONT_SIZE, (unsigned)p->colors->foreground);
    write_escaped(p->out, p->title);
    fprintf(p->out, "</title>\n<rect width=\"%d\" height=\"%d\" rx=\"%d\" fill=\"#%06x\"/>\n",
            width, height, CORNER, (unsigned)p->colors->background);
    write_bar(p, width);
}

static void write_closing(const picture *p, int width, int height)
{
    fprintf(p->out,
            "<rect x=\"0.5\" y=\"0.5\" width=\"%d\" height=\"%d\" rx=\"%g\" fill=\"none\" "
            "stroke=\"#%06x\"/>\n</svg>\n",
            width - 1, height - 1, CORNER - 0.5, (unsigned)p->colors->border);
}

int screen_svg_write(FILE *out, const snapshot *screen, const screen_svg_options *options)
{
    const char *title = options->title != NULL ? options->title : screen->title;
    const picture p = {.out = out,
                       .screen = screen,
                       .colors = options->light ? &palette_light : &palette_dark,
                       .title = title == NULL ? "" : title,
                       .cursor = !options->hide_cursor};
    const int width = screen->cols * CELL_WIDTH + 2 * PADDING;
    const int height = BAR + screen->rows * CELL_HEIGHT + 2 * PADDING;
    write_opening(&p, width, height);
    const int result = write_layers(&p);
    write_letters(&p);
    write_closing(&p, width, height);
    return ferror(out) ? -1 : result;
}
