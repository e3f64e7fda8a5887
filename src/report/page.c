#include "report/page.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <breakeven/arena.h>

enum { FIRST_CELLS = 32 };

struct page {
    be_arena *arena;
    page_block *first, *last;
    bool failed;
};

page *page_create(void)
{
    page *p = calloc(1, sizeof *p);
    if (p == NULL)
        return NULL;
    p->arena = be_arena_create();
    if (p->arena != NULL)
        return p;
    free(p);
    return NULL;
}

void page_destroy(page *p)
{
    if (p == NULL)
        return;
    be_arena_destroy(p->arena);
    free(p);
}

bool page_failed(const page *p)
{
    return p->failed;
}

const page_block *page_blocks(const page *p)
{
    return p->first;
}

/* From the page's arena; NULL, now and ever after, once there is no memory. */
static void *page_alloc(page *p, size_t count, size_t size)
{
    void *memory = p->failed ? NULL : be_arena_alloc(p->arena, count, size);
    p->failed = memory == NULL;
    return memory;
}

static const char *page_copy(page *p, const char *text)
{
    size_t size = strlen(text) + 1;
    char *copy = page_alloc(p, size, 1);
    return copy == NULL ? "" : memcpy(copy, text, size);
}

static page_block *add_block(page *p, page_block_kind kind, page_style style, const char *text)
{
    page_block *block = page_alloc(p, 1, sizeof *block);
    if (block == NULL)
        return NULL;
    *block = (page_block){.kind = kind, .style = style};
    if (text != NULL)
        block->text = page_copy(p, text);
    if (p->last != NULL)
        p->last->next = block;
    else
        p->first = block;
    p->last = block;
    return block;
}

void page_title(page *p, const char *text)
{
    add_block(p, PAGE_TITLE, PAGE_STRONG, text);
}

void page_heading(page *p, const char *text)
{
    add_block(p, PAGE_HEADING, PAGE_STRONG, text);
}

void page_heading_folded(page *p, const char *text)
{
    page_block *block = add_block(p, PAGE_HEADING, PAGE_STRONG, text);
    if (block != NULL)
        block->folds = true;
}

void page_paragraph(page *p, page_style style, const char *text)
{
    add_block(p, PAGE_PARAGRAPH, style, text);
}

void page_bullet(page *p, page_style style, const char *text)
{
    add_block(p, PAGE_BULLET, style, text);
}

void page_table_begin(page *p, const page_column *columns, size_t count)
{
    page_block *block = add_block(p, PAGE_TABLE, PAGE_PLAIN, NULL);
    page_table *table = page_alloc(p, 1, sizeof *table);
    page_column *copies = page_alloc(p, count, sizeof *copies);
    if (block == NULL || table == NULL || copies == NULL)
        return;
    for (size_t i = 0; i < count; i++) {
        copies[i] = columns[i];
        if (columns[i].title != NULL)
            copies[i].title = page_copy(p, columns[i].title);
    }
    *table = (page_table){.columns = copies, .column_count = count};
    block->table = table;
}

/* Arena memory cannot grow in place: the cells move, and what they leave goes with the page. */
static bool make_room(page *p, page_table *table)
{
    if (table->cell_count < table->cell_room)
        return true;
    size_t room = table->cell_room == 0 ? FIRST_CELLS : table->cell_room * 2;
    page_cell *cells = page_alloc(p, room, sizeof *cells);
    if (cells == NULL)
        return false;
    if (table->cell_count > 0)
        memcpy(cells, table->cells, table->cell_count * sizeof *cells);
    table->cells = cells;
    table->cell_room = room;
    return true;
}

void page_cell_add(page *p, page_style style, const char *text)
{
    if (p->failed || !make_room(p, p->last->table))
        return;
    page_table *table = p->last->table;
    table->cells[table->cell_count++] = (page_cell){page_copy(p, text), style, NULL};
}

void page_address(page *p, const char *address)
{
    if (p->failed)
        return;
    page_table *table = p->last->table;
    const char *copy = page_copy(p, address);
    if (table != NULL)
        table->cells[table->cell_count - 1].address = copy;
    else
        p->last->address = copy;
}

void page_chart_add(page *p, const page_chart *chart)
{
    page_chart *copy = page_alloc(p, 1, sizeof *copy);
    page_block *block = add_block(p, PAGE_CHART, PAGE_PLAIN, NULL);
    if (copy == NULL || block == NULL)
        return;
    *copy = *chart;
    block->chart = copy;
}

void *page_memory(page *p, size_t count, size_t size)
{
    return page_alloc(p, count, size);
}

const char *page_printf(page *p, const char *format, ...)
{
    va_list arguments, again;
    va_start(arguments, format);
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, arguments);
    char *text = length < 0 ? NULL : page_alloc(p, (size_t)length + 1, 1);
    if (text != NULL)
        vsnprintf(text, (size_t)length + 1, format, again);
    va_end(again);
    va_end(arguments);
    return text == NULL ? "" : text;
}
