#include "config/text_check.h"

#include <string.h>

#include "config/utf8.h"
#include "language/language.h"

typedef struct text_line {
    const char *bytes;
    size_t size;
} text_line;

static bool has_nul(text_line line)
{
    return memchr(line.bytes, '\0', line.size) != NULL;
}

static bool has_malformed_utf8(text_line line)
{
    return !utf8_is_valid_of(line.bytes, line.size);
}

static bool has_include(text_line line)
{
    static const char word[] = "@include";
    size_t at = 0;
    while (at < line.size && (line.bytes[at] == ' ' || line.bytes[at] == '\t'))
        at++;
    return line.size - at >= sizeof word - 1 && memcmp(line.bytes + at, word, sizeof word - 1) == 0;
}

/* A backslash that itself is escaped, as in "C:\\x00", does not count. */
static bool has_nul_escape(text_line line)
{
    static const char escape[] = "x00";
    const char *backslash = memchr(line.bytes, '\\', line.size);
    size_t at = backslash == NULL ? line.size : (size_t)(backslash - line.bytes);
    for (; at + sizeof escape - 1 < line.size; at++) {
        if (line.bytes[at] != '\\')
            continue;
        at++;
        if (memcmp(line.bytes + at, escape, sizeof escape - 1) == 0)
            return true;
    }
    return false;
}

static const struct {
    bool (*applies)(text_line line);
    const char *text;
} checks[] = {
    {has_nul, TR_LATER("has a NUL byte: this is not a text file")},
    {has_malformed_utf8, TR_LATER("has bytes that are not UTF-8: save the file in that encoding")},
    {has_include, TR_LATER("@include is not supported: a file stands for itself")},
    {has_nul_escape, TR_LATER("has the escape \\x00, which would cut the text short")},
};

bool text_check(const char *file, const char *bytes, size_t size, problems *found)
{
    bool ok = true;
    int number = 1;
    for (size_t at = 0; at < size; number++) {
        const char *end = memchr(bytes + at, '\n', size - at);
        text_line line = {bytes + at, end == NULL ? size - at : (size_t)(end - bytes) - at};
        for (size_t i = 0; i < sizeof checks / sizeof checks[0]; i++) {
            if (!checks[i].applies(line))
                continue;
            problems_error(found, file, number, NULL, "%s", tr(checks[i].text));
            ok = false;
        }
        at += line.size + 1;
    }
    return ok;
}
