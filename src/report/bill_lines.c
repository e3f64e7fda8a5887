#include "report/bill_lines.h"

#include <string.h>

#include "language/language.h"
#include "report/words.h"

/* More notes than any product has rules; further ones would go unnumbered. */
enum { NOTES_MAX = 32 };

/* The distinct pairs of rule and source, in the order of their first line. */
typedef struct note {
    const char *rule;
    const be_source *source;
} note;

typedef struct notes {
    note items[NOTES_MAX];
    size_t count;
} notes;

/* The note's number from 1 on; 0 when there is no more room. */
static size_t note_number(notes *list, const char *rule, const be_source *source)
{
    for (size_t i = 0; i < list->count; i++) {
        if (list->items[i].source == source && strcmp(list->items[i].rule, rule) == 0)
            return i + 1;
    }
    if (list->count == NOTES_MAX)
        return 0;
    list->items[list->count++] = (note){rule, source};
    return list->count;
}

static const char *price_text(page *p, const be_product *product, const be_line *line)
{
    char price[WORDS_TEXT], per[WORDS_TEXT];
    words_price(line->price, product, price);
    if (line->per == 1)
        return page_printf(p, "%s", price);
    return page_printf(p, tr("%s per %s"), price, words_quantity(line->per, per));
}

static void put_line(page *p, const be_product *product, const be_line *line, be_month start,
                     notes *list)
{
    char text[WORDS_TEXT], words[BE_MESSAGE_TEXT];
    const char *rule = page_printf(p, "%s", words_message(&line->rule, words));
    page_cell_add(p, PAGE_PLAIN, words_month(start + line->month, text));
    page_cell_add(p, PAGE_PLAIN, words_message(&line->what, words));
    page_cell_add(p, PAGE_PLAIN, words_quantity(line->quantity, text));
    page_cell_add(p, PAGE_PLAIN, price_text(p, product, line));
    page_cell_add(p, PAGE_PLAIN, words_amount(line->amount, product, text));
    page_cell_add(p, PAGE_DIM, page_printf(p, "[%zu]", note_number(list, rule, line->source)));
}

static void put_sum(page *p, const be_product *product, const char *what, be_amount amount)
{
    char text[WORDS_TEXT];
    page_cell_add(p, PAGE_PLAIN, "");
    page_cell_add(p, PAGE_STRONG, what);
    page_cell_add(p, PAGE_PLAIN, "");
    page_cell_add(p, PAGE_PLAIN, "");
    page_cell_add(p, PAGE_STRONG, words_amount(amount, product, text));
    page_cell_add(p, PAGE_PLAIN, "");
}

/* Tax stands beside the total, not in it. */
static void put_totals(page *p, const be_product *product, const be_bill *bill)
{
    put_sum(p, product, tr("Total"), bill->total);
    if (be_amount_is_zero(bill->tax))
        return;
    put_sum(p, product, tr("Tax"), bill->tax);
    put_sum(p, product, tr("With tax"), be_amount_add(bill->total, bill->tax));
}

static void put_notes(page *p, const notes *list)
{
    const page_column columns[] = {{.align = PAGE_LEFT}, {.align = PAGE_LEFT}};
    page_table_begin(p, columns, sizeof columns / sizeof *columns);
    for (size_t i = 0; i < list->count; i++) {
        const be_source *source = list->items[i].source;
        const char *rule = list->items[i].rule;
        page_cell_add(p, PAGE_DIM, page_printf(p, "[%zu]", i + 1));
        page_cell_add(p, PAGE_PLAIN,
                      source == NULL ? rule
                                     : page_printf(p, tr_in("rule, source and date", "%s. %s, %s"),
                                                   rule, source->title, source->date_text));
    }
}

void bill_lines(page *p, const be_product *product, const be_bill *bill)
{
    const page_column columns[] = {
        {tr("Month"), PAGE_LEFT, PAGE_STRONG},
        {tr_in("a line is for", "What"), PAGE_LEFT, PAGE_STRONG},
        {tr("Quantity"), PAGE_RIGHT, PAGE_STRONG},
        {tr("Price"), PAGE_RIGHT, PAGE_STRONG},
        {tr("Amount"), PAGE_RIGHT, PAGE_STRONG},
        {tr("Why"), PAGE_LEFT, PAGE_STRONG},
    };
    notes list = {.count = 0};
    if (bill->line_count == 0)
        return;
    page_table_begin(p, columns, sizeof columns / sizeof *columns);
    for (size_t i = 0; i < bill->line_count; i++)
        put_line(p, product, &bill->lines[i], bill->horizon.start, &list);
    put_totals(p, product, bill);
    put_notes(p, &list);
}
