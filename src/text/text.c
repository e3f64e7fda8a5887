#include "text/text.h"

#include <assert.h>
#include <limits.h>
#include <string.h>
#include <wchar.h>

static_assert(WCHAR_MAX >= 0x10FFFF, "wcwidth needs whole code points");

typedef struct span {
    uint32_t first;
    uint32_t last;
} span;

/* Invisible characters that reorder, hide or split what a reader sees. */
static const span deceivers[] = {{0x00AD, 0x00AD},   {0x061C, 0x061C},  {0x180E, 0x180E},
                                 {0x200B, 0x200B},   {0x200E, 0x200F},  {0x2028, 0x202E},
                                 {0x2060, 0x206F},   {0xFEFF, 0xFEFF},  {0xFFF9, 0xFFFB},
                                 {0x1D173, 0x1D17A}, {0xE0000, 0xE00FF}};

/* Characters without a column of their own whose effect on their neighbours terminals disagree on.
 */
static const span dropped[] = {
    {0x034F, 0x034F}, {0x180B, 0x180D}, {0x200C, 0x200D}, {0xFE00, 0xFE0F}, {0xE0100, 0xE01EF}};

/* What stands for a character that the locale cannot show. */
static const struct {
    uint32_t point;
    char stand_in;
} stand_ins[] = {{0x00A0, ' '}, {0x00B7, '.'}, {0x00D7, 'x'}, {0x2010, '-'},  {0x2011, '-'},
                 {0x2012, '-'}, {0x2013, '-'}, {0x2014, '-'}, {0x2018, '\''}, {0x2019, '\''},
                 {0x201C, '"'}, {0x201D, '"'}, {0x2022, '*'}, {0x2026, '~'},  {0x202F, ' '},
                 {0x2212, '-'}, {0x00A5, 'Y'}, {0xFFE5, 'Y'}, {0x2190, '<'},  {0x2191, '^'},
                 {0x2192, '>'}, {0x2193, 'v'}};

static bool in_spans(const span *spans, size_t count, uint32_t point)
{
    for (size_t i = 0; i < count; i++)
        if (point >= spans[i].first && point <= spans[i].last)
            return true;
    return false;
}

static bool is_deceiver(uint32_t point)
{
    return in_spans(deceivers, sizeof deceivers / sizeof *deceivers, point);
}

static bool is_dropped(uint32_t point)
{
    return in_spans(dropped, sizeof dropped / sizeof *dropped, point);
}

static uint32_t stand_in(uint32_t point)
{
    for (size_t i = 0; i < sizeof stand_ins / sizeof *stand_ins; i++)
        if (stand_ins[i].point == point)
            return (uint32_t)stand_ins[i].stand_in;
    return wcwidth(TEXT_REPLACEMENT) == 1 ? TEXT_REPLACEMENT : '?';
}

/* Code points by the number of bytes of their encoding: the lead byte's fixed bits and the least
 * point, below which the encoding is longer than it has to be and therefore invalid. */
static const struct {
    unsigned char mask;
    unsigned char lead;
    uint32_t least;
} encodings[] = {{0x80, 0x00, 0}, {0xE0, 0xC0, 0x80}, {0xF0, 0xE0, 0x800}, {0xF8, 0xF0, 0x10000}};

enum { ENCODINGS = sizeof encodings / sizeof *encodings };

static bool is_character(uint32_t point)
{
    return point <= 0x10FFFF && (point < 0xD800 || point > 0xDFFF);
}

/* Decodes one code point and returns its length in bytes. An invalid byte counts alone, so that
 * what follows it is read again from a clean start. */
static size_t decode(const char *text, uint32_t *point)
{
    unsigned char lead = (unsigned char)*text;

    *point = TEXT_REPLACEMENT;
    for (size_t tail = 0; tail < ENCODINGS; tail++) {
        if ((lead & encodings[tail].mask) != encodings[tail].lead)
            continue;
        uint32_t value = lead & (unsigned char)~encodings[tail].mask;
        for (size_t i = 1; i <= tail; i++) {
            if (((unsigned char)text[i] & 0xC0) != 0x80)
                return 1;
            value = value << 6 | ((unsigned char)text[i] & 0x3F);
        }
        if (value < encodings[tail].least || !is_character(value))
            return 1;
        *point = value;
        return tail + 1;
    }
    return 1;
}

/* The code point to show for one that was read, and its columns, 0 for a mark. */
static uint32_t shown(uint32_t point, int *cols)
{
    if (is_deceiver(point))
        point = TEXT_REPLACEMENT;
    *cols = wcwidth((wchar_t)point);
    if (*cols >= 0)
        return point;
    *cols = 1;
    return stand_in(point);
}

static const char *skip_dropped(const char *text)
{
    uint32_t point;

    for (;;) {
        size_t length = decode(text, &point);
        if (!is_dropped(point))
            return text;
        text += length;
    }
}

/* Adds the marks at *cursor to the glyph, as many as it can hold, and moves past all of them. */
static void take_marks(const char **cursor, text_glyph *glyph, int count)
{
    for (;;) {
        uint32_t point;
        int cols;

        *cursor = skip_dropped(*cursor);
        if (**cursor == '\0')
            return;
        size_t length = decode(*cursor, &point);
        point = shown(point, &cols);
        if (cols != 0)
            return;
        if (count < TEXT_GLYPH_POINTS)
            glyph->points[count++] = point;
        *cursor += length;
    }
}

/* A printable letter of ASCII that no mark follows: by far the most, and known without a table. */
static bool is_plain(const char *text)
{
    return text[0] >= ' ' && text[0] <= '~' && ((unsigned char)text[1] & 0x80) == 0;
}

bool text_next(const char **cursor, text_glyph *glyph)
{
    uint32_t point;
    int cols;

    *glyph = (text_glyph){0};
    if (is_plain(*cursor)) {
        glyph->points[0] = (unsigned char)**cursor;
        glyph->cols = 1;
        ++*cursor;
        return true;
    }
    *cursor = skip_dropped(*cursor);
    if (**cursor == '\0')
        return false;
    size_t length = decode(*cursor, &point);
    glyph->points[0] = shown(point, &cols);
    glyph->cols = cols;
    if (cols == 0) {
        glyph->points[0] = ' ';
        glyph->cols = 1;
    } else {
        *cursor += length;
    }
    take_marks(cursor, glyph, 1);
    return true;
}

static bool is_control(uint32_t point)
{
    return point < 0x20 || (point >= 0x7F && point < 0xA0);
}

uint32_t text_next_point(const char **cursor)
{
    uint32_t point;
    if (**cursor == '\0')
        return 0;
    *cursor += decode(*cursor, &point);
    return is_control(point) || is_deceiver(point) ? TEXT_REPLACEMENT : point;
}

size_t text_previous(const char *text, size_t at)
{
    const char *cursor = text;
    size_t start = 0;
    text_glyph glyph;

    while ((size_t)(cursor - text) < at) {
        start = (size_t)(cursor - text);
        if (!text_next(&cursor, &glyph))
            break;
    }
    return start;
}

int text_width(const char *text)
{
    text_glyph glyph;
    int cols = 0;

    while (cols <= INT_MAX - 2 && text_next(&text, &glyph))
        cols += glyph.cols;
    return cols;
}

size_t text_fit(const char *text, int cols)
{
    const char *cursor = text;
    const char *end = text;
    text_glyph glyph;

    while (text_next(&cursor, &glyph) && glyph.cols <= cols) {
        cols -= glyph.cols;
        end = cursor;
    }
    return (size_t)(end - text);
}

size_t text_encode(char out[TEXT_POINT_BYTES], uint32_t point)
{
    size_t tail = 0;

    if (!is_character(point))
        point = TEXT_REPLACEMENT;
    while (tail + 1 < ENCODINGS && point >= encodings[tail + 1].least)
        tail++;
    for (size_t i = tail; i > 0; i--) {
        out[i] = (char)(0x80 | (point & 0x3F));
        point >>= 6;
    }
    out[0] = (char)(encodings[tail].lead | point);
    out[tail + 1] = '\0';
    return tail + 1;
}

size_t text_encode_glyph(char *out, size_t size, const text_glyph *glyph)
{
    char bytes[TEXT_GLYPH_POINTS * TEXT_POINT_BYTES];
    size_t length = 0;

    for (int i = 0; i < TEXT_GLYPH_POINTS && glyph->points[i] != 0; i++)
        length += text_encode(bytes + length, glyph->points[i]);
    if (length >= size)
        length = 0;
    memcpy(out, bytes, length);
    out[length] = '\0';
    return length;
}

/* Appends what fits of the text, by columns and by bytes; returns the columns it took. */
static int append(char *out, size_t size, size_t *length, const char *text, int cols)
{
    int used = 0;
    text_glyph glyph;

    while (text_next(&text, &glyph) && used + glyph.cols <= cols) {
        size_t added = text_encode_glyph(out + *length, size - *length, &glyph);
        if (added == 0)
            break;
        *length += added;
        used += glyph.cols;
    }
    return used;
}

static void append_spaces(char *out, size_t size, size_t *length, int count)
{
    while (count-- > 0 && *length + 1 < size)
        out[(*length)++] = ' ';
    out[*length] = '\0';
}

size_t text_clip(char *out, size_t size, const char *text, int cols)
{
    size_t length = 0;

    out[0] = '\0';
    append(out, size, &length, text, cols);
    return length;
}

size_t text_ellipsis(char *out, size_t size, const char *text, int cols, const char *mark)
{
    int mark_cols = text_width(mark);
    size_t length = 0;

    if (text_width(text) <= cols || mark_cols > cols)
        return text_clip(out, size, text, cols);
    out[0] = '\0';
    append(out, size, &length, text, cols - mark_cols);
    append(out, size, &length, mark, mark_cols);
    return length;
}

size_t text_pad(char *out, size_t size, const char *text, int cols, text_align align)
{
    int width = text_width(text);
    int spare = width < cols ? cols - width : 0;
    int before = align == TEXT_RIGHT ? spare : align == TEXT_CENTER ? spare / 2 : 0;
    size_t length = 0;

    append_spaces(out, size, &length, before);
    int used = append(out, size, &length, text, cols - before);
    append_spaces(out, size, &length, cols - before - used);
    return length;
}
