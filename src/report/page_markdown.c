#include "report/page_markdown.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "config/memory_text.h"
#include "report/address.h"
#include "report/plain.h"
#include "text/text.h"

enum { GLYPH_BYTES = TEXT_GLYPH_POINTS * TEXT_POINT_BYTES, LEAST_DASHES = 3 };

/* -- text -------------------------------------------------------------------------------------- */

/* Where a text stands decides what in it is markup. */
typedef enum place { PLACE_LINE, PLACE_CELL } place;

/* Before a figure the dollar begins no formula; anywhere else it might. */
static bool is_markup(const char *at)
{
    if (*at == '$')
        return !isdigit((unsigned char)at[1]);
    return *at != '\0' && strchr("\\`*_[]<>|~&", *at) != NULL;
}

/* A sign that makes a list, a heading or a rule of the line that it begins. */
static bool is_line_markup(const char *line, const char *at)
{
    if (at == line)
        return *at == '#' || *at == '+' || *at == '-' || *at == '=';
    if (*at != '.' && *at != ')')
        return false;
    return strspn(line, "0123456789") == (size_t)(at - line);
}

/* Addresses are made links by whoever renders them; a backslash in one would be part of it. */
static const char *put_address(const char *at, size_t length, place where, FILE *out)
{
    fputc('<', out);
    for (size_t i = 0; i < length; i++) {
        if (at[i] == '|' && where == PLACE_CELL)
            fputc('\\', out);
        fputc(at[i], out);
    }
    fputc('>', out);
    return at + length;
}

static void put_glyph(const text_glyph *glyph, FILE *out)
{
    char bytes[GLYPH_BYTES];
    if (glyph->points[0] == 0x00A0) /* has done its work where lines are broken by columns */
        fputc(' ', out);
    else
        fwrite(bytes, 1, text_encode_glyph(bytes, sizeof bytes, glyph), out);
}

/* -- what a forge makes links of by itself ------------------------------------------------------
 */

/* A word as forges see it: signs of ASCII up to a blank, and to what cannot stand in code. */
static size_t word_length(const char *text)
{
    const char *at = text, *next = text;
    text_glyph glyph;
    while (text_next(&next, &glyph) && glyph.points[0] > ' ' && glyph.points[0] < 0x7F &&
           glyph.points[1] == 0 && strchr("|\\`", (int)glyph.points[0]) == NULL)
        at = next;
    return (size_t)(at - text);
}

static bool begins_with(const char *text, const char *end, const char *prefix)
{
    size_t length = strlen(prefix);
    return (size_t)(end - text) >= length && strncasecmp(text, prefix, length) == 0;
}

/* Addresses with or without a scheme or of e-mail, people and issues by name or number. */
static bool is_linked(const char *word, size_t length)
{
    static const char *const signs[] = {"@", "://", "www."};
    static const char *const before_numbers[] = {"#", "!", "gh-"};
    const char *end = word + length;
    for (const char *at = word; length > 1 && at < end; at++) {
        for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
            if (begins_with(at, end, signs[i]))
                return true;
        }
        for (size_t i = 0; i < sizeof before_numbers / sizeof *before_numbers; i++) {
            if (begins_with(at, end, before_numbers[i]) &&
                isdigit((unsigned char)at[strlen(before_numbers[i])]))
                return true;
        }
    }
    return false;
}

/* Inside code nothing is a link; a backslash or an entity is undone before a forge looks for them.
 */
static const char *put_code(const char *at, size_t length, FILE *out)
{
    fprintf(out, "`%.*s`", (int)length, at);
    return at + length;
}

/* -- a text ------------------------------------------------------------------------------------ */

/* The word at `at`, or the one sign there, in a line that begins at `line`. */
static const char *put_word(const char *line, const char *at, size_t length, place where, FILE *out)
{
    text_glyph glyph;
    if (is_linked(at, length))
        return put_code(at, length, out);
    const char *end = at + (length > 0 ? length : 1);
    while (at < end) {
        if (is_markup(at) || (where == PLACE_LINE && is_line_markup(line, at)))
            fputc('\\', out);
        if (!text_next(&at, &glyph))
            break;
        put_glyph(&glyph, out);
    }
    return at;
}

/* A part of a line without an address to follow. */
static void put_words(const char *line, const char *at, const char *end, place where, FILE *out)
{
    while (at < end) {
        size_t length = word_length(at), left = (size_t)(end - at);
        at = put_word(line, at, length < left ? length : left, where, out);
    }
}

static void put_escaped(const char *text, const char *address, place where, FILE *out)
{
    const char *line = text + strspn(text, " "), *at = line, *link = NULL;
    size_t length = address == NULL ? 0 : address_length(address);
    while (length > 0 && (link = strstr(at, address)) != NULL) {
        put_words(line, at, link, where, out);
        at = put_address(link, length, where, out);
    }
    put_words(line, at, at + strlen(at), where, out);
}

static bool is_bold(page_style style)
{
    return style == PAGE_STRONG || style == PAGE_GOOD;
}

/* One text with its style. */
static bool put_text(const page_cell *said, place where, bool ascii, FILE *out)
{
    char *plain = plain_text(said->text, ascii);
    if (plain == NULL)
        return false;
    size_t length = strlen(plain);
    while (length > 0 && plain[length - 1] == ' ')
        plain[--length] = '\0';
    bool bold = is_bold(said->style) && plain[strspn(plain, " ")] != '\0';
    if (bold)
        fputs("**", out);
    put_escaped(plain, said->address, bold ? PLACE_CELL : where, out);
    if (bold)
        fputs("**", out);
    free(plain);
    return true;
}

/* -- tables ------------------------------------------------------------------------------------ */

/* A table's texts as they are written, the row of titles first. */
typedef struct layout {
    const page_table *table;
    char **texts;
    size_t rows;
    int *widths;
} layout;

/* The text of a cell for the caller to free, or NULL. The head of a column is bold by itself. */
static char *cell_text(const page_table *table, size_t i, bool ascii)
{
    char *text = NULL;
    size_t size = 0, columns = table->column_count;
    const char *title = i < columns ? table->columns[i].title : NULL;
    const page_cell head = {.text = title == NULL ? "" : title};
    FILE *memory = open_memstream(&text, &size);
    bool done = memory != NULL && put_text(i < columns ? &head : &table->cells[i - columns],
                                           PLACE_CELL, ascii, memory);
    return memory_text_end(memory, &text, done);
}

static void layout_destroy(layout *l)
{
    for (size_t i = 0; l->texts != NULL && i < l->rows * l->table->column_count; i++)
        free(l->texts[i]);
    free(l->texts);
    free(l->widths);
}

static bool layout_create(layout *l, const page_table *table, bool ascii)
{
    size_t columns = table->column_count;
    *l = (layout){.table = table, .rows = table->cell_count / columns + 1};
    l->texts = calloc(l->rows * columns, sizeof *l->texts);
    l->widths = calloc(columns, sizeof *l->widths);
    bool done = l->texts != NULL && l->widths != NULL;
    for (size_t i = 0; done && i < columns; i++)
        l->widths[i] = LEAST_DASHES;
    for (size_t i = 0; done && i < l->rows * columns; i++) {
        l->texts[i] = cell_text(table, i, ascii);
        done = l->texts[i] != NULL;
        int width = done ? text_width(l->texts[i]) : 0;
        if (done && width > l->widths[i % columns])
            l->widths[i % columns] = width;
    }
    if (!done)
        layout_destroy(l);
    return done;
}

static bool is_right(const layout *l, size_t column)
{
    return l->table->columns[column].align == PAGE_RIGHT;
}

static void put_row(const layout *l, size_t row, FILE *out)
{
    for (size_t i = 0; i < l->table->column_count; i++) {
        const char *text = l->texts[row * l->table->column_count + i];
        int room = l->widths[i] - text_width(text);
        fprintf(out, "| %*s%s%*s ", is_right(l, i) ? room : 0, "", text, is_right(l, i) ? 0 : room,
                "");
    }
    fputs("|\n", out);
}

static void put_rule(const layout *l, FILE *out)
{
    for (size_t i = 0; i < l->table->column_count; i++) {
        fputs("| ", out);
        for (int j = 0; j < l->widths[i] - 1; j++)
            fputc('-', out);
        fputs(is_right(l, i) ? ": " : "- ", out);
    }
    fputs("|\n", out);
}

static bool put_table(const page_table *table, bool ascii, FILE *out)
{
    layout l;
    if (!layout_create(&l, table, ascii))
        return false;
    put_row(&l, 0, out);
    put_rule(&l, out);
    for (size_t row = 1; row < l.rows; row++)
        put_row(&l, row, out);
    layout_destroy(&l);
    return true;
}

/* -- blocks ------------------------------------------------------------------------------------ */

static bool put_block(const page_block *block, bool ascii, FILE *out)
{
    static const struct {
        const char *mark;
        bool styled;
    } marks[PAGE_BLOCK_KIND_COUNT] = {[PAGE_TITLE] = {"# ", false},
                                      [PAGE_HEADING] = {"## ", false},
                                      [PAGE_PARAGRAPH] = {"", true},
                                      [PAGE_BULLET] = {"- ", true}};
    if (block->kind == PAGE_TABLE)
        return put_table(block->table, ascii, out);
    fputs(marks[block->kind].mark, out);
    const page_cell said = {block->text, marks[block->kind].styled ? block->style : PAGE_PLAIN,
                            block->address};
    bool done = put_text(&said, PLACE_LINE, ascii, out);
    fputc('\n', out);
    return done;
}

bool page_markdown_write(const page *p, bool ascii, FILE *out)
{
    const page_block *before = NULL;
    if (page_failed(p))
        return false;
    for (const page_block *block = page_blocks(p); block != NULL; block = block->next) {
        if (block->kind == PAGE_CHART)
            continue;
        bool joined = before != NULL && before->kind == PAGE_BULLET && block->kind == PAGE_BULLET;
        if (before != NULL && !joined)
            fputc('\n', out);
        if (!put_block(block, ascii, out))
            return false;
        before = block;
    }
    return true;
}
