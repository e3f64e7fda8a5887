#include "tui/widgets/field.h"

#include <string.h>

static void erase(field *edited, size_t from, size_t to)
{
    memmove(edited->text + from, edited->text + to, edited->length - to + 1);
    edited->length -= to - from;
    edited->cursor = from;
}

static size_t before(const field *edited)
{
    return text_previous(edited->text, edited->cursor);
}

static size_t after(const field *edited)
{
    const char *cursor = edited->text + edited->cursor;
    text_glyph glyph;

    text_next(&cursor, &glyph);
    return (size_t)(cursor - edited->text);
}

static bool is_space_at(const field *edited, size_t at)
{
    return edited->text[at] == ' ';
}

static size_t word_before(const field *edited)
{
    field probe = *edited;

    while (probe.cursor > 0 && is_space_at(&probe, before(&probe)))
        probe.cursor = before(&probe);
    while (probe.cursor > 0 && !is_space_at(&probe, before(&probe)))
        probe.cursor = before(&probe);
    return probe.cursor;
}

static size_t word_after(const field *edited)
{
    field probe = *edited;

    while (probe.cursor < probe.length && is_space_at(&probe, probe.cursor))
        probe.cursor = after(&probe);
    while (probe.cursor < probe.length && !is_space_at(&probe, probe.cursor))
        probe.cursor = after(&probe);
    return probe.cursor;
}

static size_t start_of(const field *edited)
{
    (void)edited;
    return 0;
}

static size_t end_of(const field *edited)
{
    return edited->length;
}

void field_set(field *edited, const char *text)
{
    edited->length = text_clip(edited->text, sizeof edited->text, text, FIELD_BYTES * 2);
    edited->cursor = edited->length;
}

/* A mark that joins the glyph before it would leave the cursor inside that glyph. */
static size_t to_boundary(const field *edited, size_t at)
{
    const char *cursor = edited->text;
    text_glyph glyph;

    while ((size_t)(cursor - edited->text) < at && text_next(&cursor, &glyph))
        continue;
    return (size_t)(cursor - edited->text);
}

/* True when the text is shown as it is: no character of it is replaced or left out. */
static bool is_shown_whole(const char *text, size_t length)
{
    char safe[FIELD_BYTES * 2];

    return text_clip(safe, sizeof safe, text, FIELD_BYTES * 2) == length && strcmp(safe, text) == 0;
}

bool field_insert(field *edited, uint32_t point)
{
    char bytes[TEXT_POINT_BYTES];
    field typed = *edited;
    size_t added = text_encode(bytes, point);

    if (typed.length + added >= FIELD_BYTES)
        return false;
    char *at = typed.text + typed.cursor;
    memmove(at + added, at, typed.length - typed.cursor + 1);
    memcpy(at, bytes, added);
    typed.length += added;
    typed.cursor = to_boundary(&typed, typed.cursor + added);
    if (!is_shown_whole(typed.text, typed.length))
        return false;
    *edited = typed;
    return true;
}

typedef size_t target(const field *edited);

/* What a key does: move the cursor to a place, or erase all between the cursor and that place. */
typedef struct command {
    key pressed;
    target *to;
    bool erases;
} command;

#define CTRL(letter)                                                                               \
    {                                                                                              \
        .code = INPUT_CHAR, .point = (letter), .ctrl = true                                        \
    }

static const command commands[] = {
    {{.code = INPUT_LEFT}, before, false},
    {{.code = INPUT_RIGHT}, after, false},
    {{.code = INPUT_HOME}, start_of, false},
    {{.code = INPUT_END}, end_of, false},
    {{.code = INPUT_BACKSPACE}, before, true},
    {{.code = INPUT_DELETE}, after, true},
    {{.code = INPUT_LEFT, .ctrl = true}, word_before, false},
    {{.code = INPUT_RIGHT, .ctrl = true}, word_after, false},
    {{.code = INPUT_BACKSPACE, .alt = true}, word_before, true},
    {CTRL('a'), start_of, false},
    {CTRL('e'), end_of, false},
    {CTRL('b'), before, false},
    {CTRL('f'), after, false},
    {CTRL('w'), word_before, true},
    {CTRL('u'), start_of, true},
    {CTRL('k'), end_of, true},
};

static field_result run(field *edited, const command *action)
{
    size_t from = edited->cursor;
    size_t to = action->to(edited);

    if (!action->erases)
        edited->cursor = to;
    else if (to < from)
        erase(edited, to, from);
    else
        erase(edited, from, to);
    return action->erases && to != from ? FIELD_CHANGED : FIELD_MOVED;
}

field_result field_key(field *edited, key pressed)
{
    if (key_is_text(pressed))
        return field_insert(edited, pressed.point) ? FIELD_CHANGED : FIELD_MOVED;
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
        if (key_equal(pressed, commands[i].pressed))
            return run(edited, &commands[i]);
    return FIELD_IGNORED;
}

/* The columns of the first `bytes` bytes. */
static int columns_before(const field *shown, size_t bytes)
{
    char start[FIELD_BYTES];

    memcpy(start, shown->text, bytes);
    start[bytes] = '\0';
    return text_width(start);
}

/* The columns up to and with the glyph at the cursor; behind the last one the cursor takes one. */
static int columns_with_cursor(const field *shown)
{
    size_t next = after(shown);

    return next > shown->cursor ? columns_before(shown, next)
                                : columns_before(shown, shown->cursor) + 1;
}

/* The first byte in sight: the nearest to the start of the text with which the glyph at the cursor
 * is still inside, or begins there when it is wider than the field. */
static size_t first_visible(const field *shown, int cols)
{
    const char *cursor = shown->text;
    int hidden_least = columns_with_cursor(shown) - cols;
    int hidden = 0;
    text_glyph glyph;

    while (hidden < hidden_least && cursor < shown->text + shown->cursor &&
           text_next(&cursor, &glyph))
        hidden += glyph.cols;
    return (size_t)(cursor - shown->text);
}

void field_point(field *edited, int col, int cols)
{
    size_t first = first_visible(edited, cols);

    edited->cursor = first + text_fit(edited->text + first, col);
}

void field_draw(const field *shown, surface *grid, rect area, style role, bool focused)
{
    size_t first = first_visible(shown, area.cols);
    const char *visible = shown->text + first;
    int cursor_col = columns_before(shown, shown->cursor) - columns_before(shown, first);

    if (rect_is_empty(area))
        return;
    area.rows = 1;
    surface_fill(grid, area, role);
    surface_text(grid, area.row, area.col, area.cols, role, visible);
    if (first > 0 && cursor_col > 0)
        surface_symbol(grid, area.row, area.col, role, SYMBOL_ELLIPSIS);
    if (text_width(visible) > area.cols && cursor_col + 1 < area.cols)
        surface_symbol(grid, area.row, area.col + area.cols - 1, role, SYMBOL_ELLIPSIS);
    if (focused)
        surface_show_cursor(grid, area.row, area.col + cursor_col);
}
