#include "tui/model/typed_text.h"

#include <string.h>

enum { WIDE_BYTES = 3 };

/* The ASCII character of a full-width one, U+FF01 to U+FF5E; NUL for any other text. */
static char narrow_char(const char *text)
{
    const unsigned char *b = (const unsigned char *)text;
    if (b[0] != 0xEF || (b[1] != 0xBC && b[1] != 0xBD) || b[2] < 0x80 || b[2] > 0xBF)
        return '\0';
    int offset = (b[1] - 0xBC) * 0x40 + b[2] - 0x80;
    return offset >= 0x01 && offset <= 0x5E ? (char)(' ' + offset) : '\0';
}

static const struct {
    const char *typed, *narrow;
} words[] = {{"毫秒", "ms"}, {"秒", "s"}, {"\u3000", " "}};

/* What stands for the beginning of `text`, of which it is so many bytes; NULL: nothing does. */
static const char *word_at(const char *text, size_t *bytes)
{
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        *bytes = strlen(words[i].typed);
        if (strncmp(text, words[i].typed, *bytes) == 0)
            return words[i].narrow;
    }
    return NULL;
}

void typed_text_narrow(const char *text, char *out, size_t size)
{
    size_t length = 0, bytes;
    while (*text != '\0' && length + WIDE_BYTES < size) {
        const char *word = word_at(text, &bytes);
        char one = narrow_char(text);
        if (word != NULL) {
            length += strlen(strcpy(out + length, word));
            text += bytes;
        } else if (one != '\0') {
            out[length++] = one;
            text += WIDE_BYTES;
        } else {
            out[length++] = *text++;
        }
    }
    out[length] = '\0';
}
