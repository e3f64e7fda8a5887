#include "text/wrap.h"

#include "text/text.h"

#include <string.h>

enum { LINE_BYTES = 2048 };

/* Where a line may end: the text of the line, and where the next one would begin. */
typedef struct line_end {
    const char *end;
    const char *next;
} line_end;

static const char *skip_spaces(const char *text)
{
    return text + strspn(text, " ");
}

static const char *after_glyph(const char *text)
{
    text_glyph glyph;

    text_next(&text, &glyph);
    return text;
}

static bool is_one_of(const char *text, const char *const *signs)
{
    for (; *signs != NULL; signs++) {
        if (strncmp(text, *signs, strlen(*signs)) == 0)
            return true;
    }
    return false;
}

/*
 * Between Chinese characters a line may end, but none begins with a comma or a no-break space, or
 * ends with a bracket.
 */
static bool may_part(const char *before, const char *behind)
{
    static const char *const opening[] = {"（", "《", "【", "「", "“", "‘", NULL};
    static const char *const closing[] = {"，", "。", "、", "：", "；", "？",     "！", "）",
                                          "》", "】", "」", "”",  "’",  "\u00A0", NULL};
    return !is_one_of(before, opening) && !is_one_of(behind, closing);
}

/* The last place within `cols` columns where a line may end. */
static line_end find_end(const char *text, int cols)
{
    const char *cursor = text;
    line_end best = {text, text};
    int used = 0;

    for (;;) {
        const char *start = cursor;
        text_glyph glyph;

        if (*cursor == '\n')
            return (line_end){cursor, cursor + 1};
        if (*cursor == ' ' && (cursor == text || cursor[-1] != ' '))
            best = (line_end){cursor, skip_spaces(cursor)};
        if (!text_next(&cursor, &glyph))
            return (line_end){start, cursor};
        used += glyph.cols;
        if (used > cols && *start != ' ')
            return best.end > text ? best : (line_end){start, start};
        if (glyph.cols == 2 && may_part(start, cursor))
            best = (line_end){cursor, skip_spaces(cursor)};
    }
}

int wrap_widest(const char *text)
{
    int widest = 0, used = 0;
    text_glyph glyph;

    for (const char *start = text; text_next(&text, &glyph); start = text) {
        used = *start == ' ' || *start == '\n' ? 0 : used + glyph.cols;
        widest = used > widest ? used : widest;
        if (glyph.cols == 2 && may_part(start, text))
            used = 0;
    }
    return widest;
}

static void copy_line(char *out, size_t size, const char *text, size_t length, int cols)
{
    char line[LINE_BYTES];

    if (length >= sizeof line)
        length = sizeof line - 1;
    memcpy(line, text, length);
    line[length] = '\0';
    text_clip(out, size, line, cols);
}

bool wrap_next(const char **cursor, int cols, char *out, size_t size)
{
    const char *text = *cursor;

    out[0] = '\0';
    if (*text == '\0' || cols <= 0)
        return false;
    line_end end = find_end(text, cols);
    if (end.next == text)
        end = (line_end){text, after_glyph(text)};
    copy_line(out, size, text, (size_t)(end.end - text), cols);
    *cursor = end.next;
    return true;
}

int wrap_count(const char *text, int cols)
{
    char line[LINE_BYTES];
    int count = 0;

    while (wrap_next(&text, cols, line, sizeof line))
        count++;
    return count;
}
