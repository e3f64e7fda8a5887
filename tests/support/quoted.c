#include "support/quoted.h"

#include <stdbool.h>
#include <string.h>

#include "support/buffer.h"

/* Behind a comment that begins here, or a character outside of texts. */
static const char *pass(const char *at)
{
    if (*at != '#')
        return at + 1;
    return at + strcspn(at, "\n");
}

/* The closing quote of a text that begins behind `at`. */
static const char *end_of(const char *at)
{
    while (*at != '\0' && *at != '"')
        at += *at == '\\' && at[1] != '\0' ? 2 : 1;
    return at;
}

static int line_of(const char *file, const char *at)
{
    int line = 1;
    for (; file < at; file++)
        line += *file == '\n';
    return line;
}

static char *spliced(const char *file, const char *from, const char *to, const char *words)
{
    buffer all = {0};
    buffer_append(&all, file, (size_t)(from - file));
    buffer_append_text(&all, words);
    buffer_append_text(&all, to);
    return buffer_take(&all);
}

char *quoted_replaced(const char *file, size_t n, const char *words, int *line)
{
    for (const char *at = file; *at != '\0';) {
        if (*at != '"') {
            at = pass(at);
            continue;
        }
        const char *from = at + 1, *to = end_of(from);
        if (*to == '\0')
            return NULL;
        *line = line_of(file, to);
        if (n-- == 0)
            return spliced(file, from, to, words);
        at = to + 1;
    }
    return NULL;
}
