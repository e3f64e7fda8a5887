/*
 * Pages: what a report has to say, as a value.
 *
 * A page is a list of blocks: titles, headings, paragraphs, bullets, tables and charts. Builders
 * fill it without knowing how it will look; renderers (page_text.h, page_html.h) walk it without
 * knowing what it says.
 * Text is UTF-8 and may contain anything: making it safe to show is the renderer's business.
 *
 * A page owns copies of all texts it was given. Errors are sticky, as with a stdio stream: once
 * memory has run out every call does nothing, and page_failed says so at the end.
 */
#ifndef BREAKEVEN_REPORT_PAGE_H
#define BREAKEVEN_REPORT_PAGE_H

#include <stdbool.h>
#include <stddef.h>

#include "report/page_chart.h"

typedef enum page_style {
    PAGE_PLAIN,
    PAGE_STRONG,
    PAGE_DIM,
    PAGE_GOOD,
    PAGE_BAD,
    PAGE_STYLE_COUNT
} page_style;

typedef enum page_align { PAGE_LEFT, PAGE_RIGHT } page_align;

typedef struct page_column {
    const char *title; /* NULL: none */
    page_align align;
    page_style style; /* of the title */
} page_column;

typedef struct page_cell {
    const char *text;
    page_style style;
    const char *address; /* the part of the text that page_address names; NULL: none */
} page_cell;

/* Cells row by row. A table whose columns all lack a title has no row of titles. */
typedef struct page_table {
    page_column *columns;
    size_t column_count;
    page_cell *cells;
    size_t cell_count; /* of whole rows only, once the builder is done */
    size_t cell_room;
} page_table;

typedef enum page_block_kind {
    PAGE_TITLE,
    PAGE_HEADING,
    PAGE_PARAGRAPH,
    PAGE_BULLET,
    PAGE_TABLE,
    PAGE_CHART, /* left out where nothing can be drawn: its figures stand in tables as well */
    PAGE_BLOCK_KIND_COUNT
} page_block_kind;

typedef struct page_block {
    page_block_kind kind;
    page_style style;
    bool folds;              /* of a heading: what follows it can be folded away */
    const char *text;        /* NULL for a table or chart */
    const char *address;     /* the part of it that page_address names; NULL: none */
    page_table *table;       /* NULL for all others */
    const page_chart *chart; /* NULL for all others */
    struct page_block *next;
} page_block;

typedef struct page page;

/* An empty page, or NULL when there is no memory. */
page *page_create(void);
void page_destroy(page *p);

/* True when memory ran out while it was filled: part of it is missing. */
bool page_failed(const page *p);

/* The first block; the others follow by `next`. NULL when there is none. */
const page_block *page_blocks(const page *p);

void page_title(page *p, const char *text);
void page_heading(page *p, const char *text);
/* The same above what only some readers look for. Where blocks can be folded away, those up to the
 * next heading or title are. */
void page_heading_folded(page *p, const char *text);

void page_paragraph(page *p, page_style style, const char *text);
void page_bullet(page *p, page_style style, const char *text);

/* Begins a table; the rows come from page_cell_add, from left to right and top to bottom. */
void page_table_begin(page *p, const page_column *columns, size_t count);
void page_cell_add(page *p, page_style style, const char *text);

/* Says of the text that was added last, a block's or a cell's, that `address` in it is one that
 * readers are to follow: any other may be what somebody wrote into a name. */
void page_address(page *p, const char *address);

/* Adds a chart. What it points to lives as long as the page: see page_memory and page_printf. */
void page_chart_add(page *p, const page_chart *chart);

/* Memory for `count` things that lives as long as the page; NULL when it ran out. */
void *page_memory(page *p, size_t count, size_t size);

/* A text that lives as long as the page, "" when memory ran out. For the functions above. */
__attribute__((format(printf, 2, 3))) const char *page_printf(page *p, const char *format, ...);

#endif
