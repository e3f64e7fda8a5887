#include "tui/page_view.h"

#include <stdlib.h>
#include <string.h>

#include "report/plain.h"
#include "text/wrap.h"
#include "tui/widgets/table.h"

enum { LINE_BYTES = 1024, BULLET_COLS = 2, LABEL_LEAST = 16, CELL_LEAST = 8 };

/* Where the next line goes. Without a grid, lines are counted and nothing is drawn. */
typedef struct pen {
    surface *grid;
    rect area;
    int line; /* of the page */
    int top;
    int highlighted_column;
    bool spread;
    bool roomy;
    bool gap_due; /* the next block keeps its distance from a table */
    bool after_heading;
    bool ascii;
} pen;

style page_view_style(page_style written)
{
    static const style styles[PAGE_STYLE_COUNT] = {
        [PAGE_PLAIN] = STYLE_NORMAL, [PAGE_STRONG] = STYLE_STRONG, [PAGE_DIM] = STYLE_DIM,
        [PAGE_GOOD] = STYLE_GOOD,    [PAGE_BAD] = STYLE_WARN,
    };
    return styles[written];
}

/* The row on the screen where the page's next line goes; it may lie outside the pane. */
static int screen_row(const pen *p)
{
    return p->area.row + p->line - p->top;
}

static void draw_wrapped(pen *p, style role, int indent, const char *text)
{
    char line[LINE_BYTES];
    char *plain = plain_text(text, p->ascii);
    const char *rest = plain;
    while (plain != NULL && wrap_next(&rest, p->area.cols - indent, line, sizeof line)) {
        if (p->grid != NULL)
            surface_text(p->grid, screen_row(p), p->area.col + indent, p->area.cols - indent, role,
                         line);
        p->line++;
    }
    free(plain);
}

static void draw_bullet(pen *p, style role, const char *text)
{
    if (p->grid != NULL)
        surface_symbol(p->grid, screen_row(p), p->area.col, role,
                       role == STYLE_WARN ? SYMBOL_WARNING : SYMBOL_BULLET);
    draw_wrapped(p, role, BULLET_COLS, text);
}

static bool has_titles(const page_table *t)
{
    for (size_t i = 0; i < t->column_count; i++) {
        if (t->columns[i].title != NULL)
            return true;
    }
    return false;
}

/* The page's cells as the widget wants them; plain texts are kept in `owned` to be freed. */
static bool convert_cells(const pen *p, const page_table *t, table_cell *cells, char **owned)
{
    for (size_t i = 0; i < t->cell_count; i++) {
        owned[i] = plain_text(t->cells[i].text, p->ascii);
        if (owned[i] == NULL)
            return false;
        cells[i] = (table_cell){owned[i], page_view_style(t->cells[i].style)};
    }
    return true;
}

static void convert_columns(const pen *p, const page_table *t, table_column *columns, char **owned)
{
    for (size_t i = 0; i < t->column_count; i++) {
        const page_column *from = &t->columns[i];
        owned[i] = from->title == NULL ? NULL : plain_text(from->title, p->ascii);
        columns[i] = (table_column){.title = owned[i],
                                    .align = from->align == PAGE_RIGHT ? TEXT_RIGHT : TEXT_LEFT,
                                    .least = i == 0 ? LABEL_LEAST : CELL_LEAST,
                                    .grows = p->spread};
    }
}

static void free_texts(char **owned, size_t count)
{
    for (size_t i = 0; owned != NULL && i < count; i++)
        free(owned[i]);
    free(owned);
}

/* A page's table as the widget wants it. */
typedef struct converted {
    table widget;
    table_column columns[TABLE_COLUMNS_MAX];
    char *titles[TABLE_COLUMNS_MAX];
    table_cell *cells;
    char **texts;
    size_t cell_count;
} converted;

static void free_converted(converted *c)
{
    free_texts(c->texts, c->cell_count);
    for (size_t i = 0; i < TABLE_COLUMNS_MAX; i++)
        free(c->titles[i]);
    free(c->cells);
}

/* The caller frees it in either case. False when there is no memory, or it has too many columns. */
static bool convert(const pen *p, const page_table *t, converted *c)
{
    *c = (converted){.cell_count = t->cell_count};
    if (t->column_count == 0 || t->column_count > TABLE_COLUMNS_MAX)
        return false;
    c->cells = calloc(t->cell_count + 1, sizeof *c->cells);
    c->texts = calloc(t->cell_count + 1, sizeof *c->texts);
    if (c->cells == NULL || c->texts == NULL || !convert_cells(p, t, c->cells, c->texts))
        return false;
    convert_columns(p, t, c->columns, c->titles);
    c->widget = (table){.columns = c->columns,
                        .column_count = (int)t->column_count,
                        .cells = c->cells,
                        .row_count = (int)(t->cell_count / t->column_count),
                        .highlighted_column = p->highlighted_column,
                        .selected_row = -1};
    return true;
}

static void draw_table(pen *p, const page_table *t)
{
    if (t->column_count == 0 || t->column_count > TABLE_COLUMNS_MAX)
        return;
    int rows = (int)(t->cell_count / t->column_count);
    if (p->grid != NULL) {
        converted c;
        if (convert(p, t, &c))
            table_draw(&c.widget, p->grid,
                       (rect){screen_row(p), p->area.col, rows + 1, p->area.cols});
        free_converted(&c);
    }
    p->line += rows + (has_titles(t) ? 1 : 0);
}

int page_view_column_at(const page_view *view, const page *shown, int cols, int col, bool ascii)
{
    const pen p = {.spread = view->spread, .ascii = ascii, .highlighted_column = -1};
    const page_block *block = page_blocks(shown);
    while (block != NULL && block->kind != PAGE_TABLE)
        block = block->next;
    if (block == NULL)
        return -1;
    converted c;
    int found = convert(&p, block->table, &c) ? table_column_at(&c.widget, cols, col) : -1;
    free_converted(&c);
    return found;
}

/* Headings bring an empty line of their own. */
static void leave_gap(pen *p, page_block_kind kind)
{
    bool is_table = kind == PAGE_TABLE, is_heading = kind == PAGE_TITLE || kind == PAGE_HEADING;
    if (p->roomy && p->line > 0 && !is_heading && (is_table ? !p->after_heading : p->gap_due))
        p->line++;
    p->gap_due = is_table;
    p->after_heading = is_heading;
}

static void draw_block(pen *p, const page_block *block)
{
    style role = page_view_style(block->style);
    leave_gap(p, block->kind);
    switch (block->kind) {
    case PAGE_TITLE:
    case PAGE_HEADING:
        p->line += p->line > 0 ? 1 : 0;
        draw_wrapped(p, STYLE_TITLE, 0, block->text);
        break;
    case PAGE_PARAGRAPH:
        draw_wrapped(p, role, 0, block->text);
        break;
    case PAGE_BULLET:
        draw_bullet(p, role, block->text);
        break;
    case PAGE_TABLE:
        draw_table(p, block->table);
        break;
    case PAGE_CHART:
    case PAGE_BLOCK_KIND_COUNT:
        break;
    }
}

static int draw_blocks(pen *p, const page *shown)
{
    for (const page_block *block = page_blocks(shown); block != NULL; block = block->next) {
        if (block->kind != PAGE_CHART)
            draw_block(p, block);
    }
    return p->line;
}

int page_view_draw(const page_view *view, const page *shown, surface *grid, rect area)
{
    pen p = {.grid = grid,
             .area = area,
             .top = view->top,
             .highlighted_column = view->highlighted_column,
             .spread = view->spread,
             .roomy = view->roomy,
             .ascii = surface_is_ascii(grid)};
    rect before = surface_clip(grid, area);
    int lines = draw_blocks(&p, shown);
    surface_unclip(grid, before);
    return lines;
}

int page_view_lines(const page_view *view, const page *shown, int cols, bool ascii)
{
    pen p = {.area = {0, 0, 0, cols}, .roomy = view->roomy, .ascii = ascii};
    return draw_blocks(&p, shown);
}

static bool same_table(const page_table *a, const page_table *b)
{
    bool same = a->column_count == b->column_count && a->cell_count == b->cell_count;
    for (size_t i = 0; same && i < a->cell_count; i++)
        same = strcmp(a->cells[i].text, b->cells[i].text) == 0;
    return same;
}

/* A chart takes no lines here: all are alike. */
static bool same_block(const page_block *a, const page_block *b)
{
    if (a->kind != b->kind)
        return false;
    if (a->table != NULL)
        return same_table(a->table, b->table);
    return a->text == NULL || strcmp(a->text, b->text) == 0;
}

int page_view_same(const page_view *view, const page *a, const page *b, int cols, bool ascii)
{
    pen p = {.area = {0, 0, 0, cols}, .roomy = view->roomy, .ascii = ascii};
    const page_block *x = page_blocks(a), *y = page_blocks(b);
    for (; x != NULL && y != NULL && same_block(x, y); x = x->next, y = y->next)
        draw_block(&p, x);
    return p.line;
}

int page_view_clamp(int top, int lines, int rows)
{
    int last = lines > rows ? lines - rows : 0;
    return top < 0 ? 0 : top > last ? last : top;
}
