#include "report/page_text.h"

#include <stdlib.h>
#include <string.h>

#include "report/plain.h"
#include "text/text.h"
#include "text/wrap.h"

enum {
    COLUMN_GAP = 2,
    WORD_MAX = 40, /* a column need not be wider than this to keep its words whole */
    LINE_ROOM = PAGE_TEXT_COLUMNS * TEXT_GLYPH_POINTS * TEXT_POINT_BYTES
};

/* The state of writing one page. */
typedef struct writer {
    const page_text_options *options;
    FILE *out;
} writer;

/* -- styled text ------------------------------------------------------------------------------ */

/* No-break spaces have done their work once lines are broken: what is printed is easy to copy. */
static void put_text(const writer *w, const char *text)
{
    static const char no_break[] = "\u00A0";
    const char *found;
    while ((found = strstr(text, no_break)) != NULL) {
        fwrite(text, 1, (size_t)(found - text), w->out);
        fputc(' ', w->out);
        text = found + sizeof no_break - 1;
    }
    fputs(text, w->out);
}

static void put_styled(const writer *w, page_style style, const char *text)
{
    static const char *const starts[PAGE_STYLE_COUNT] = {
        [PAGE_PLAIN] = "",        [PAGE_STRONG] = "\033[1m", [PAGE_DIM] = "\033[2m",
        [PAGE_GOOD] = "\033[32m", [PAGE_BAD] = "\033[31m",
    };
    bool dressed = w->options->color && style != PAGE_PLAIN && text[0] != '\0';
    if (dressed)
        fputs(starts[style], w->out);
    put_text(w, text);
    if (dressed)
        fputs("\033[0m", w->out);
}

static void put_spaces(const writer *w, int count)
{
    fprintf(w->out, "%*s", count > 0 ? count : 0, "");
}

/* Wrapped text; the first line starts with `mark`, the others are indented as far. */
static bool put_wrapped(const writer *w, page_style style, const char *mark, const char *text)
{
    char line[LINE_ROOM];
    char *plain = plain_text(text, w->options->ascii);
    if (plain == NULL)
        return false;
    int indent = text_width(mark);
    const char *rest = plain;
    for (bool first = true; wrap_next(&rest, w->options->columns - indent, line, sizeof line);
         first = false) {
        if (first)
            fputs(mark, w->out);
        else
            put_spaces(w, indent);
        put_styled(w, style, line);
        fputc('\n', w->out);
    }
    free(plain);
    return true;
}

/* -- tables ----------------------------------------------------------------------------------- */

/* A table as it is laid out: its texts in the output's characters, titles as the first row. */
typedef struct layout {
    const page_table *table;
    char **texts; /* titles first, then the cells */
    size_t rows;  /* with the row of titles */
    bool has_titles;
    int *widths;
} layout;

static page_style layout_style(const layout *l, size_t row, size_t column)
{
    if (row == 0)
        return l->table->columns[column].style;
    return l->table->cells[(row - 1) * l->table->column_count + column].style;
}

static const char *layout_text(const layout *l, size_t row, size_t column)
{
    return l->texts[row * l->table->column_count + column];
}

static bool has_titles(const page_table *table)
{
    for (size_t i = 0; i < table->column_count; i++) {
        if (table->columns[i].title != NULL)
            return true;
    }
    return false;
}

static void layout_destroy(layout *l)
{
    if (l->texts != NULL) {
        for (size_t i = 0; i < l->rows * l->table->column_count; i++)
            free(l->texts[i]);
    }
    free(l->texts);
    free(l->widths);
}

static bool layout_create(layout *l, const page_table *table, bool ascii)
{
    size_t columns = table->column_count;
    *l = (layout){.table = table, .rows = table->cell_count / columns + 1};
    l->has_titles = has_titles(table);
    l->texts = calloc(l->rows * columns, sizeof *l->texts);
    l->widths = calloc(columns, sizeof *l->widths);
    bool done = l->texts != NULL && l->widths != NULL;
    for (size_t i = 0; done && i < l->rows * columns; i++) {
        const char *title = i < columns ? table->columns[i].title : NULL;
        const char *text =
            i < columns ? (title == NULL ? "" : title) : table->cells[i - columns].text;
        l->texts[i] = plain_text(text, ascii);
        done = l->texts[i] != NULL;
    }
    if (!done)
        layout_destroy(l);
    return done;
}

/* Columns that the widest word of a column takes: what it cannot do without. */
static int widest_word(const layout *l, size_t column)
{
    int widest = 2; /* one wide character */
    for (size_t row = 0; row < l->rows; row++) {
        int width = wrap_widest(layout_text(l, row, column));
        widest = width > widest ? width : widest;
    }
    return widest < WORD_MAX ? widest : WORD_MAX;
}

static int total_width(const layout *l)
{
    int total = -COLUMN_GAP;
    for (size_t i = 0; i < l->table->column_count; i++)
        total += l->widths[i] + COLUMN_GAP;
    return total;
}

/*
 * The widest column that can still be narrowed, or `count`. The first one names the rows, and is
 * left in peace as long as another will do.
 */
static size_t column_to_narrow(const layout *l, const int *least)
{
    size_t count = l->table->column_count, widest = count;
    for (size_t i = count; i-- > 0;) {
        if (l->widths[i] <= least[i] || (i == 0 && widest < count))
            continue;
        if (widest == count || l->widths[i] >= l->widths[widest])
            widest = i;
    }
    return widest;
}

/* Gives every column what its widest text takes, then narrows columns until all of them fit. */
static bool choose_widths(layout *l, int columns)
{
    size_t count = l->table->column_count;
    int *least = calloc(count, sizeof *least);
    if (least == NULL)
        return false;
    for (size_t i = 0; i < count; i++) {
        least[i] = widest_word(l, i);
        for (size_t row = 0; row < l->rows; row++) {
            int width = text_width(layout_text(l, row, i));
            l->widths[i] = width > l->widths[i] ? width : l->widths[i];
        }
    }
    size_t next;
    while (total_width(l) > columns && (next = column_to_narrow(l, least)) < count)
        l->widths[next]--;
    free(least);
    return true;
}

/* One cell's part of a line. Returns the blanks that are due before the next cell. */
static int put_cell(const writer *w, const layout *l, size_t column, page_style style,
                    const char *text, int blanks)
{
    int room = l->widths[column] - text_width(text);
    if (text[0] == '\0')
        return blanks + room + COLUMN_GAP;
    bool right = l->table->columns[column].align == PAGE_RIGHT;
    put_spaces(w, blanks + (right ? room : 0));
    put_styled(w, style, text);
    return (right ? 0 : room) + COLUMN_GAP;
}

/* A row takes as many lines as its longest cell; blanks at the end of a line are left out. */
static bool put_row(const writer *w, const layout *l, size_t row)
{
    size_t count = l->table->column_count;
    const char **rest = calloc(count, sizeof *rest);
    if (rest == NULL)
        return false;
    for (size_t i = 0; i < count; i++)
        rest[i] = layout_text(l, row, i);
    for (bool more = true; more;) {
        int blanks = 0;
        more = false;
        for (size_t i = 0; i < count; i++) {
            char line[LINE_ROOM] = "";
            wrap_next(&rest[i], l->widths[i], line, sizeof line);
            blanks = put_cell(w, l, i, layout_style(l, row, i), line, blanks);
            more = more || rest[i][0] != '\0';
        }
        fputc('\n', w->out);
    }
    free(rest);
    return true;
}

static void put_rule(const writer *w, const layout *l)
{
    const char *dash = w->options->ascii ? "-" : "─";
    for (int i = total_width(l); i > 0; i--)
        fputs(dash, w->out);
    fputc('\n', w->out);
}

static bool put_layout(const writer *w, layout *l)
{
    bool done = choose_widths(l, w->options->columns);
    if (done && l->has_titles) {
        done = put_row(w, l, 0);
        put_rule(w, l);
    }
    for (size_t row = 1; done && row < l->rows; row++)
        done = put_row(w, l, row);
    return done;
}

/* -- tables that are too wide: in parts, one below the other, which all begin with the first column
 */

/* How many columns from the `from` on fit beside the first, at least one. */
static size_t columns_beside(const layout *l, size_t from, int columns)
{
    int width = widest_word(l, 0);
    size_t to = from;
    while (to < l->table->column_count && (width += COLUMN_GAP + widest_word(l, to)) <= columns)
        to++;
    return to > from ? to - from : 1;
}

/* The first column and `count` from the `from` on, as a table that borrows the texts. */
static bool make_part(const page_table *whole, size_t from, size_t count, page_table *part)
{
    size_t rows = whole->cell_count / whole->column_count;
    *part = (page_table){.column_count = count + 1, .cell_count = rows * (count + 1)};
    part->columns = calloc(count + 1, sizeof *part->columns);
    part->cells = calloc(rows * (count + 1) + 1, sizeof *part->cells);
    if (part->columns == NULL || part->cells == NULL)
        return false;
    part->columns[0] = whole->columns[0];
    memcpy(part->columns + 1, whole->columns + from, count * sizeof *part->columns);
    for (size_t row = 0; row < rows; row++) {
        const page_cell *cells = whole->cells + row * whole->column_count;
        page_cell *out = part->cells + row * (count + 1);
        out[0] = cells[0];
        memcpy(out + 1, cells + from, count * sizeof *out);
    }
    return true;
}

static bool put_part(const writer *w, const page_table *whole, size_t from, size_t count)
{
    page_table part;
    layout l;
    bool done = make_part(whole, from, count, &part) && layout_create(&l, &part, w->options->ascii);
    if (done) {
        done = put_layout(w, &l);
        layout_destroy(&l);
    }
    free(part.columns);
    free(part.cells);
    return done;
}

static bool put_parts(const writer *w, const layout *l)
{
    bool done = true;
    for (size_t from = 1, count; done && from < l->table->column_count; from += count) {
        count = columns_beside(l, from, w->options->columns);
        if (from > 1)
            fputc('\n', w->out);
        done = put_part(w, l->table, from, count);
    }
    return done;
}

static bool put_table(const writer *w, const page_table *table)
{
    layout l;
    if (!layout_create(&l, table, w->options->ascii))
        return false;
    bool fits = 1 + columns_beside(&l, 1, w->options->columns) >= table->column_count;
    bool done = fits ? put_layout(w, &l) : put_parts(w, &l);
    layout_destroy(&l);
    return done;
}

/* -- blocks ----------------------------------------------------------------------------------- */

static bool put_block(const writer *w, const page_block *block)
{
    switch (block->kind) {
    case PAGE_TABLE:
        return put_table(w, block->table);
    case PAGE_BULLET:
        return put_wrapped(w, block->style, w->options->ascii ? "- " : "• ", block->text);
    case PAGE_TITLE:
    case PAGE_HEADING:
    case PAGE_PARAGRAPH:
    case PAGE_CHART:
    case PAGE_BLOCK_KIND_COUNT:
        break;
    }
    return put_wrapped(w, block->style, "", block->text);
}

/* What follows a title or heading belongs to it, and bullets to each other. */
static bool stands_apart(const page_block *before, const page_block *block)
{
    if (before == NULL || before->kind == PAGE_TITLE || before->kind == PAGE_HEADING)
        return false;
    return before->kind != PAGE_BULLET || block->kind != PAGE_BULLET;
}

bool page_text_write(const page *p, const page_text_options *options, FILE *out)
{
    const writer w = {options, out};
    const page_block *before = NULL;
    if (page_failed(p))
        return false;
    for (const page_block *block = page_blocks(p); block != NULL; block = block->next) {
        if (block->kind == PAGE_CHART)
            continue;
        if (stands_apart(before, block))
            fputc('\n', out);
        if (!put_block(&w, block))
            return false;
        before = block;
    }
    return true;
}
