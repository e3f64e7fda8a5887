#include "config/utf8.h"

#include <stdint.h>
#include <string.h>

typedef struct lead {
    unsigned char first, last;             /* range of the leading byte */
    unsigned char second_low, second_high; /* range of the byte behind it */
    size_t length;
} lead;

/* Table 3-7 of the Unicode standard: it leaves out what is overlong, a surrogate or too large. */
static const lead leads[] = {
    {0xC2, 0xDF, 0x80, 0xBF, 2}, {0xE0, 0xE0, 0xA0, 0xBF, 3}, {0xE1, 0xEC, 0x80, 0xBF, 3},
    {0xED, 0xED, 0x80, 0x9F, 3}, {0xEE, 0xEF, 0x80, 0xBF, 3}, {0xF0, 0xF0, 0x90, 0xBF, 4},
    {0xF1, 0xF3, 0x80, 0xBF, 4}, {0xF4, 0xF4, 0x80, 0x8F, 4},
};

static bool between(unsigned char byte, unsigned char low, unsigned char high)
{
    return byte >= low && byte <= high;
}

static const lead *lead_of(unsigned char byte)
{
    for (size_t i = 0; i < sizeof leads / sizeof leads[0]; i++) {
        if (between(byte, leads[i].first, leads[i].last))
            return &leads[i];
    }
    return NULL;
}

size_t utf8_length(const char *text, size_t size)
{
    const unsigned char *bytes = (const unsigned char *)text;
    if (size > 0 && bytes[0] < 0x80)
        return 1;
    const lead *row = size > 1 ? lead_of(bytes[0]) : NULL;
    if (row == NULL || size < row->length)
        return 0;
    if (!between(bytes[1], row->second_low, row->second_high))
        return 0;
    for (size_t i = 2; i < row->length; i++) {
        if (!between(bytes[i], 0x80, 0xBF))
            return 0;
    }
    return row->length;
}

/* Whole groups of eight ASCII bytes that `text` begins with, in bytes. */
static size_t ascii_groups(const char *text, size_t size)
{
    const uint64_t high_bits = UINT64_C(0x8080808080808080);
    uint64_t eight;
    size_t at = 0;
    for (; at + sizeof eight <= size; at += sizeof eight) {
        memcpy(&eight, text + at, sizeof eight);
        if ((eight & high_bits) != 0)
            break;
    }
    return at;
}

bool utf8_is_valid_of(const char *text, size_t size)
{
    for (size_t at = ascii_groups(text, size); at < size;) {
        size_t length = utf8_length(text + at, size - at);
        if (length == 0)
            return false;
        at += length;
        if (length == 1)
            at += ascii_groups(text + at, size - at);
    }
    return true;
}

bool utf8_is_valid(const char *text)
{
    return utf8_is_valid_of(text, strlen(text));
}

bool utf8_is_control(const char *text)
{
    const unsigned char *bytes = (const unsigned char *)text;
    if (bytes[0] < 0x20 || bytes[0] == 0x7F)
        return true;
    return bytes[0] == 0xC2 && between(bytes[1], 0x80, 0x9F);
}
