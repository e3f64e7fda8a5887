#include "report/json_write.h"

#include "text/text.h"

enum { INDENT = 2, FIRST_PAIR = 0x10000 };

/* The code point of a well-formed character of two to four bytes. */
static uint32_t decode(const char *bytes, size_t length)
{
    uint32_t point = (unsigned char)bytes[0] & (0x7FU >> length);
    for (size_t i = 1; i < length; i++)
        point = point << 6 | ((unsigned char)bytes[i] & 0x3FU);
    return point;
}

static void put_escape(uint32_t point, FILE *out)
{
    if (point < FIRST_PAIR) {
        fprintf(out, "\\u%04X", (unsigned)point);
        return;
    }
    unsigned beyond = (unsigned)point - FIRST_PAIR;
    fprintf(out, "\\u%04X\\u%04X", 0xD800U + (beyond >> 10), 0xDC00U + (beyond & 0x3FFU));
}

/* One character behind ASCII. Only texts hold any. */
static const char *put_character(const char *at, FILE *out)
{
    const char *next = at;
    bool replaced = text_next_point(&next) == TEXT_REPLACEMENT;
    size_t length = (size_t)(next - at);
    uint32_t point = length == 1 ? (unsigned char)*at : decode(at, length);
    if (replaced && point != TEXT_REPLACEMENT)
        put_escape(point, out);
    else
        fwrite(at, 1, length, out);
    return next;
}

/* A part of the whole, cut between characters. */
static int put_part(const char *at, size_t size, void *out)
{
    for (const char *stop = at + size; at < stop;) {
        const char *end = at;
        while (end < stop && (unsigned char)*end < 0x7F)
            end++;
        fwrite(at, 1, (size_t)(end - at), out);
        at = end < stop ? put_character(end, out) : end;
    }
    return 0;
}

/* Part by part: where jansson puts a text together, it leaves out keys that it has no memory for.
 */
bool json_write(const json_t *value, FILE *out)
{
    if (json_dump_callback(value, put_part, out, JSON_INDENT(INDENT) | JSON_PRESERVE_ORDER) != 0)
        return false;
    fputc('\n', out);
    return true;
}
