#include "report/page_html.h"

#include <string.h>

#include "report/html_chart.h"
#include "report/html_style.h"
#include "report/html_text.h"

/* A cell of so little text, such as a date or an amount, stays on one line; one of so much may be
 * broken anywhere, as an address. */
enum { SHORT_BYTES = 16, LONG_BYTES = 60 };

/* A table of so few columns, of words, is rather read row by row where it finds no room. */
enum { STACKED_COLUMNS = 4 };

/* The state of writing one page: what is open, from the outside in. */
typedef struct writer {
    FILE *out;
    bool titled;  /* the first title is written */
    bool section; /* a part of the document */
    bool details; /* what can be folded away */
    bool list;    /* of bullets */
    bool charts;  /* side by side */
} writer;

static const char *const style_classes[PAGE_STYLE_COUNT] = {
    [PAGE_PLAIN] = "",     [PAGE_STRONG] = " strong", [PAGE_DIM] = " dim",
    [PAGE_GOOD] = " good", [PAGE_BAD] = " bad",
};

/* -- what is open ------------------------------------------------------------------------------ */

static void close_one(writer *w, bool *open, const char *end)
{
    if (*open)
        fputs(end, w->out);
    *open = false;
}

static void close_row(writer *w)
{
    close_one(w, &w->list, "</ul>\n");
    close_one(w, &w->charts, "</div>\n");
}

static void close_details(writer *w)
{
    close_row(w);
    close_one(w, &w->details, "</details>\n");
}

static void close_section(writer *w)
{
    close_details(w);
    close_one(w, &w->section, "</section>\n");
}

/* -- tables ------------------------------------------------------------------------------------ */

static bool has_titles(const page_table *table)
{
    for (size_t i = 0; i < table->column_count; i++) {
        if (table->columns[i].title != NULL)
            return true;
    }
    return false;
}

/* Begins an element; `classes` begins with a space, or is empty. A label, unless NULL, is shown in
 * front of it where rows are stacked. */
static void put_open(const writer *w, const char *name, const char *attributes, const char *label,
                     const char *classes)
{
    fprintf(w->out, "<%s%s", name, attributes);
    if (label != NULL) {
        fputs(" data-label=\"", w->out);
        html_text(label, w->out);
        fputc('"', w->out);
    }
    if (classes[0] != '\0')
        fprintf(w->out, " class=\"%s\"", classes + 1);
    fputc('>', w->out);
}

static bool is_short(const char *text)
{
    return strlen(text) <= SHORT_BYTES;
}

static const char *length_class(const char *text)
{
    return is_short(text) ? " short" : strlen(text) >= LONG_BYTES ? " long" : "";
}

/* Whether rows of the table can be stacked: words stand in it beside what names the row. */
static bool is_stacked(const page_table *table)
{
    if (table->column_count > STACKED_COLUMNS || !has_titles(table))
        return false;
    for (size_t i = 0; i < table->cell_count; i++) {
        size_t column = i % table->column_count;
        if (column > 0 && table->columns[column].align == PAGE_LEFT &&
            !is_short(table->cells[i].text))
            return true;
    }
    return false;
}

/* A cell of the head, of the first column, which names the row, or of another. */
static void put_cell(const writer *w, const page_column *column, const char *name,
                     const char *scope, const char *label, const page_cell *said)
{
    char classes[sizeof " r chosen short strong"];
    bool is_head = said->text == column->title;
    bool chosen = column->title != NULL && column->style == PAGE_GOOD;
    snprintf(classes, sizeof classes, "%s%s%s%s", column->align == PAGE_RIGHT ? " r" : "",
             chosen ? " chosen" : "", is_head ? "" : length_class(said->text),
             style_classes[said->style]);
    put_open(w, name, scope, label, classes);
    html_text_linked(said->text, said->address, w->out);
    fprintf(w->out, "</%s>", name);
}

static void put_head(const writer *w, const page_table *table)
{
    fputs("<thead><tr>", w->out);
    for (size_t i = 0; i < table->column_count; i++) {
        const page_column *column = &table->columns[i];
        const page_cell said = {column->title, column->style, NULL};
        if (said.text == NULL)
            fputs("<td></td>", w->out);
        else
            put_cell(w, column, "th", " scope=\"col\"", NULL, &said);
    }
    fputs("</tr></thead>\n", w->out);
}

static void put_row(const writer *w, const page_table *table, const page_cell *cells, bool stacked)
{
    bool named = has_titles(table);
    fputs("<tr>", w->out);
    for (size_t i = 0; i < table->column_count; i++) {
        const page_column *column = &table->columns[i];
        bool names = named && i == 0 && cells[i].text[0] != '\0';
        put_cell(w, column, names ? "th" : "td", names ? " scope=\"row\"" : "",
                 stacked ? column->title : NULL, &cells[i]);
    }
    fputs("</tr>\n", w->out);
}

static void put_table(const writer *w, const page_table *table)
{
    bool named = has_titles(table), stacked = is_stacked(table);
    if (table->cell_count == 0)
        return;
    fputs("<div class=\"table\" tabindex=\"0\">\n", w->out);
    put_open(w, "table", "", NULL, stacked ? " stacked" : named ? "" : " narrow");
    fputc('\n', w->out);
    if (named)
        put_head(w, table);
    fputs("<tbody>\n", w->out);
    for (size_t i = 0; i < table->cell_count; i += table->column_count)
        put_row(w, table, &table->cells[i], stacked);
    fputs("</tbody>\n</table>\n</div>\n", w->out);
}

/* -- other blocks ------------------------------------------------------------------------------ */

static void put_element(const writer *w, const char *name, page_style style,
                        const page_block *block)
{
    put_open(w, name, "", NULL, style_classes[style]);
    html_text_linked(block->text, block->address, w->out);
    fprintf(w->out, "</%s>\n", name);
}

static void put_title(writer *w, const page_block *block)
{
    close_section(w);
    if (w->titled) {
        fputs("<section>\n", w->out);
        w->section = true;
    }
    put_element(w, w->titled ? "h2" : "h1", PAGE_PLAIN, block);
    w->titled = true;
}

static void put_heading(writer *w, const page_block *block)
{
    close_details(w);
    const char *name = w->section ? "h3" : "h2";
    if (block->folds)
        fputs("<details>\n<summary>", w->out);
    w->details = block->folds;
    put_element(w, name, PAGE_PLAIN, block);
    if (block->folds)
        fputs("</summary>\n", w->out);
}

static void put_paragraph(writer *w, const page_block *block)
{
    close_row(w);
    put_element(w, "p", block->style, block);
}

static void put_bullet(writer *w, const page_block *block)
{
    if (!w->list) {
        close_row(w);
        fputs("<ul>\n", w->out);
    }
    w->list = true;
    put_element(w, "li", block->style, block);
}

static void put_table_block(writer *w, const page_block *block)
{
    close_row(w);
    put_table(w, block->table);
}

/* Charts that follow each other stand side by side. */
static void put_chart(writer *w, const page_block *block)
{
    if (!w->charts) {
        close_row(w);
        fputs("<div class=\"charts\">\n", w->out);
    }
    w->charts = true;
    html_chart_write(block->chart, w->out);
}

/* -- the document ------------------------------------------------------------------------------ */

/* The text of the first title, which is that of the window too. */
static const char *title_of(const page *p)
{
    for (const page_block *block = page_blocks(p); block != NULL; block = block->next) {
        if (block->kind == PAGE_TITLE)
            return block->text;
    }
    return "breakeven";
}

/* Nothing is loaded from anywhere and no script runs: browsers are told so too. */
static void put_start(const writer *w, const page *p, const char *lang)
{
    fprintf(w->out,
            "<!DOCTYPE html>\n"
            "<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\"/>\n"
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
            "<meta name=\"color-scheme\" content=\"light dark\"/>\n"
            "<meta http-equiv=\"Content-Security-Policy\" "
            "content=\"default-src 'none'; style-src 'unsafe-inline'\"/>\n<title>",
            lang);
    html_text(title_of(p), w->out);
    fputs("</title>\n", w->out);
    html_style_write(w->out);
    fputs("</head>\n<body>\n<main>\n", w->out);
}

bool page_html_write(const page *p, const char *lang, FILE *out)
{
    static void (*const put[PAGE_BLOCK_KIND_COUNT])(writer *, const page_block *) = {
        [PAGE_TITLE] = put_title,         [PAGE_HEADING] = put_heading,
        [PAGE_PARAGRAPH] = put_paragraph, [PAGE_BULLET] = put_bullet,
        [PAGE_TABLE] = put_table_block,   [PAGE_CHART] = put_chart,
    };
    writer w = {.out = out};
    if (page_failed(p))
        return false;
    put_start(&w, p, lang);
    for (const page_block *block = page_blocks(p); block != NULL; block = block->next)
        put[block->kind](&w, block);
    close_section(&w);
    fputs("</main>\n</body>\n</html>\n", out);
    return true;
}
