#include "config/shape_check.h"

#include <string.h>

#include "language/language.h"

/* The text up to `at`, and the groups and lists that are open there. */
typedef struct shape {
    const char *at, *end;
    int line;
    int depth;
    int keys[SHAPE_DEPTH_MAX + 1]; /* so far, of each that is open; the file itself is one */
} shape;

/* Goes to `where`, counting lines. */
static void go_to(shape *s, const char *where)
{
    for (; s->at < where; s->at++)
        s->line += *s->at == '\n';
}

/* Behind the first `mark` from `from` on, or at the end. */
static void go_behind(shape *s, const char *from, const char *mark)
{
    const char *found = from < s->end ? strstr(from, mark) : NULL;
    go_to(s, found == NULL ? s->end : found + strlen(mark));
}

static void skip_quoted(shape *s)
{
    const char *at = s->at + 1;
    while (at < s->end && *at != '"')
        at += *at == '\\' && at + 1 < s->end ? 2 : 1;
    go_to(s, at < s->end ? at + 1 : s->end);
}

/* True where a text in quotes or a comment began, which is then behind. */
static bool skip_text(shape *s)
{
    if (*s->at == '"')
        skip_quoted(s);
    else if (strncmp(s->at, "/*", 2) == 0)
        go_behind(s, s->at + 2, "*/");
    else if (*s->at == '#' || strncmp(s->at, "//", 2) == 0)
        go_behind(s, s->at, "\n");
    else
        return false;
    return true;
}

static bool open_one(shape *s, const char *file, problems *found)
{
    if (s->depth == SHAPE_DEPTH_MAX) {
        problems_error(found, file, s->line, NULL, tr("is nested deeper than %d levels"),
                       SHAPE_DEPTH_MAX);
        return false;
    }
    s->keys[++s->depth] = 0;
    return true;
}

static bool count_key(shape *s, const char *file, problems *found)
{
    if (++s->keys[s->depth] <= SHAPE_KEYS_MAX)
        return true;
    problems_error(found, file, s->line, NULL, tr("has more than %d keys in a group"),
                   SHAPE_KEYS_MAX);
    return false;
}

/* One sign outside of texts. */
static bool take_sign(shape *s, const char *file, problems *found)
{
    char sign = *s->at;
    go_to(s, s->at + 1);
    if (sign == '{' || sign == '(' || sign == '[')
        return open_one(s, file, found);
    if (sign == '=' || sign == ':')
        return count_key(s, file, found);
    bool closes = sign == '}' || sign == ')' || sign == ']';
    s->depth -= closes && s->depth > 0 ? 1 : 0;
    return true;
}

bool shape_check(const char *file, const char *text, size_t size, problems *found)
{
    shape s = {.at = text, .end = text + size, .line = 1};
    while (s.at < s.end) {
        if (!skip_text(&s) && !take_sign(&s, file, found))
            return false;
    }
    return true;
}
