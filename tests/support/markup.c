#include "support/markup.h"

#include <ctype.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>

enum { DEPTH_MAX = 64 };

typedef struct name {
    const char *text;
    size_t length;
} name;

typedef struct reader {
    const char *at;
    name open[DEPTH_MAX];
    size_t depth;
    bool rooted; /* the element around everything was begun */
} reader;

static bool starts(const char *text, const char *with)
{
    return strncmp(text, with, strlen(with)) == 0;
}

static name take_name(reader *r)
{
    name taken = {r->at, 0};
    while (isalnum((unsigned char)r->at[taken.length]) || r->at[taken.length] == '-')
        taken.length++;
    r->at += taken.length;
    return taken;
}

static bool same(name a, name b)
{
    return a.length == b.length && memcmp(a.text, b.text, a.length) == 0;
}

static bool take_entity(reader *r)
{
    static const char *const entities[] = {"&amp;", "&lt;", "&gt;", "&quot;", "&#39;"};
    for (size_t i = 0; i < sizeof entities / sizeof *entities; i++) {
        if (starts(r->at, entities[i])) {
            r->at += strlen(entities[i]);
            return true;
        }
    }
    return false;
}

/* Characters up to `end`, which is not passed. */
static bool take_text(reader *r, char end)
{
    while (*r->at != '\0' && *r->at != end) {
        unsigned char c = (unsigned char)*r->at;
        if (c == '<' || c == '>' || c == 0x7F || (c < ' ' && c != '\n'))
            return false;
        if (c == '&' && !take_entity(r))
            return false;
        r->at += c != '&';
    }
    return true;
}

static bool take_attribute(reader *r)
{
    if (take_name(r).length == 0 || !starts(r->at, "=\""))
        return false;
    r->at += 2;
    if (!take_text(r, '"') || *r->at != '"')
        return false;
    r->at++;
    return true;
}

static bool take_end(reader *r)
{
    r->at += 2;
    name ended = take_name(r);
    if (r->depth == 0 || !same(r->open[r->depth - 1], ended) || *r->at != '>')
        return false;
    r->depth--;
    r->at++;
    return true;
}

static bool take_start(reader *r)
{
    r->at++;
    name begun = take_name(r);
    bool second = r->rooted && r->depth == 0;
    if (begun.length == 0 || second || r->depth == DEPTH_MAX)
        return false;
    r->rooted = true;
    while (*r->at == ' ') {
        r->at++;
        if (!take_attribute(r))
            return false;
    }
    if (starts(r->at, "/>")) {
        r->at += 2;
        return true;
    }
    if (*r->at != '>')
        return false;
    r->at++;
    r->open[r->depth++] = begun;
    if (same(begun, (name){"style", 5}))
        r->at += strcspn(r->at, "<");
    return true;
}

const char *markup_problem(const char *text)
{
    static const char type[] = "<!DOCTYPE html>\n";
    reader r = {.at = text};
    if (!starts(text, type))
        return text;
    r.at += strlen(type);
    while (*r.at != '\0') {
        const char *before = r.at;
        bool fine = starts(r.at, "</") ? take_end(&r)
                    : *r.at == '<'     ? take_start(&r)
                                       : take_text(&r, '<');
        if (!fine)
            return before;
    }
    return r.depth == 0 && r.rooted ? NULL : r.at;
}
