#include "report/page_markdown.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

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
static const char *put_address(const char *at, place where, FILE *out)
{
    size_t length = address_length(at);
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

static void put_escaped(const char *text, place where, FILE *out)
{
    text += strspn(text, " ");
    const char *at = text;
    text_glyph glyph;
    for (bool word = true; *at != '\0';) {
        if (word && address_length(at) > 0) {
            at = put_address(at, where, out);
            continue;
        }
        word = !isalnum((unsigned char)*at);
        if (is_markup(at) || (where == PLACE_LINE && is_line_markup(text, at)))
            fputc('\\', out);
        if (!text_next(&at, &glyph))
            return;
        put_glyph(&glyph, out);
    }
}

static bool is_bold(page_style style)
{
    return style == PAGE_STRONG || style == PAGE_GOOD;
}

/* One text with its style. */
static bool put_text(const char *text, page_style style, place where, bool ascii, FILE *out)
{
    char *plain = plain_text(text, ascii);
    if (plain == NULL)
        return false;
    size_t length = strlen(plain);
    while (length > 0 && plain[length - 1] == ' ')
        plain[--length] = '\0';
    bool bold = is_bold(style) && plain[strspn(plain, " ")] != '\0';
    if (bold)
        fputs("**", out);
    put_escaped(plain, bold ? PLACE_CELL : where, out);
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
    const page_cell *cell = i < columns ? NULL : &table->cells[i - columns];
    const char *said = cell != NULL ? cell->text : table->columns[i].title;
    FILE *memory = open_memstream(&text, &size);
    bool done = memory != NULL &&
                put_text(said == NULL ? "" : said, cell == NULL ? PAGE_PLAIN : cell->style,
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
    bool done = put_text(block->text, marks[block->kind].styled ? block->style : PAGE_PLAIN,
                         PLACE_LINE, ascii, out);
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
