#include "report/report_rate.h"

#include "language/language.h"
#include "report/compare_demand.h"
#include "report/price_words.h"
#include "report/product_title.h"
#include "report/words.h"

/* "25 × ¥0.30 + 1 × ¥0.275": the lines of one charge as a sum, which breaks at the plus alone. */
static const char *sum_of(page *p, const be_product *product, const rate_result *result)
{
    char quantity[WORDS_TEXT], price[WORDS_TEXT], per[WORDS_TEXT], what[BE_MESSAGE_TEXT];
    const char *sum = "";
    for (size_t i = 0; i < result->line_count; i++) {
        const be_line *line = &result->lines[i];
        const char *meter = product->meter_count == 0
                                ? ""
                                : page_printf(p, "%s ", words_message(&line->what, what));
        words_quantity(line->quantity, quantity);
        words_price(line->price, product, price);
        words_quantity(line->per, per);
        sum =
            page_printf(p, "%s%s%s%s\u00A0×\u00A0%s%s%s", sum, i == 0 ? "" : " + ", meter, quantity,
                        price, line->per == 1 ? "" : "\u00A0/\u00A0", line->per == 1 ? "" : per);
    }
    return sum;
}

static const be_line *first_line(const rate_answer *what)
{
    for (size_t i = 0; i < what->count; i++) {
        if (what->results[i].line_count > 0)
            return &what->results[i].lines[0];
    }
    return NULL;
}

/* The tier rule is the product's, so any line can speak for all. */
static void put_rule(page *p, const rate_answer *what)
{
    char words[BE_MESSAGE_TEXT];
    const be_line *line = first_line(what);
    if (line == NULL)
        return;
    words_message(&line->rule, words);
    page_paragraph(p, PAGE_PLAIN, page_printf(p, tr("Rule: %s."), words));
    price_words_source(p, line->source, false);
}

void report_rate(page *p, const rate_answer *what)
{
    const be_product *product = what->product;
    char text[WORDS_TEXT];
    const page_column columns[] = {
        {page_printf(p, "%s", words_plural(words_unit(product), text)), PAGE_RIGHT, PAGE_STRONG},
        {tr("One month"), PAGE_RIGHT, PAGE_STRONG},
        {tr("The sum"), PAGE_LEFT, PAGE_STRONG},
    };
    product_title(p, product);
    page_paragraph(p, PAGE_PLAIN, page_printf(p, tr("%s · pay as you go"), product->key));
    if (product->meter_count > 0)
        page_paragraph(p, PAGE_PLAIN,
                       page_printf(p, tr("A request takes: %s."),
                                   compare_demand_per_request(p, what->demand, product)));
    page_table_begin(p, columns, sizeof columns / sizeof *columns);
    for (size_t i = 0; i < what->count; i++) {
        const rate_result *result = &what->results[i];
        page_cell_add(p, PAGE_PLAIN, words_quantity(result->quantity, text));
        page_cell_add(p, PAGE_STRONG, words_amount(result->amount, product, text));
        page_cell_add(p, PAGE_PLAIN, sum_of(p, product, result));
    }
    put_rule(p, what);
}
