#include "report/report_quote.h"

#include "report/quote_view.h"
#include "report/words.h"

static const be_option_id columns_shown[] = {BE_OPTION_PAYG, BE_OPTION_PACKAGE, BE_OPTION_QPS,
                                             BE_OPTION_BEST};

enum { COLUMNS = sizeof columns_shown / sizeof *columns_shown };

static const be_quote *quote_at(const quote_answer *what, size_t i)
{
    return what->items[i].quote;
}

static void put_title(page *p, const quote_answer *what)
{
    char months[WORDS_TEXT], start[WORDS_TEXT];
    page_title(p, what->name[0] == '\0' ? "Plan" : what->name);
    page_paragraph(p, PAGE_PLAIN,
                   page_printf(p, "%s from %s", words_count(what->horizon.months, "month", months),
                               words_month(what->horizon.start, start)));
}

/* -- items and their sums -------------------------------------------------------------------- */

static void put_total(page *p, const be_option *option, const be_product *product)
{
    char text[WORDS_TEXT];
    bool best = option->id == BE_OPTION_BEST;
    if (be_option_eligible(option))
        page_cell_add(p, best ? PAGE_GOOD : PAGE_PLAIN,
                      words_amount(option->bill.total, product, text));
    else
        page_cell_add(p, PAGE_DIM, "—");
}

static void put_item(page *p, const quote_answer *what, size_t i)
{
    char volume[WORDS_TEXT];
    const be_quote *quote = quote_at(what, i);
    const be_product *product = quote->product;
    page_cell_add(p, PAGE_PLAIN, product->name);
    page_cell_add(p, PAGE_PLAIN, words_quantity(quote->usage.billable_total, volume));
    for (size_t c = 0; c < COLUMNS; c++)
        put_total(p, &quote->options[columns_shown[c]], product);
}

static void put_sum(page *p, const be_portfolio *sum)
{
    char text[WORDS_TEXT];
    page_cell_add(p, PAGE_STRONG, page_printf(p, "Total %s", sum->currency));
    page_cell_add(p, PAGE_PLAIN, "");
    for (size_t c = 0; c < COLUMNS; c++) {
        const be_portfolio_option *option = &sum->options[columns_shown[c]];
        page_cell_add(p, option->eligible ? PAGE_STRONG : PAGE_DIM,
                      option->eligible ? words_amount(option->total, sum->product, text) : "—");
    }
}

static void put_items(page *p, const quote_answer *what)
{
    static const page_column columns[COLUMNS + 2] = {
        {"Product", PAGE_LEFT, PAGE_STRONG},        {"Units", PAGE_RIGHT, PAGE_STRONG},
        {"Pay as you go", PAGE_RIGHT, PAGE_STRONG}, {"Packages", PAGE_RIGHT, PAGE_STRONG},
        {"Prepaid", PAGE_RIGHT, PAGE_STRONG},       {"★ Best", PAGE_RIGHT, PAGE_GOOD},
    };
    page_table_begin(p, columns, COLUMNS + 2);
    for (size_t i = 0; i < what->count; i++)
        put_item(p, what, i);
    for (size_t i = 0; i < what->portfolio_count; i++)
        put_sum(p, &what->portfolios[i]);
    page_paragraph(p, PAGE_DIM,
                   "A dash: not sold, or it cannot be taken at a known price. Currencies are not "
                   "added.");
}

/* -- what to buy when ----------------------------------------------------------------------------
 */

static void put_purchase(page *p, const be_quote *quote, const be_purchase *buy)
{
    char text[WORDS_TEXT];
    page_cell_add(p, PAGE_PLAIN, words_month(quote->usage.horizon.start + buy->month, text));
    page_cell_add(p, PAGE_PLAIN, quote->product->name);
    page_cell_add(p, PAGE_PLAIN, words_purchase(buy, quote->product, text));
    page_cell_add(p, PAGE_PLAIN,
                  words_amount(quote_view_purchase(buy, quote->product), quote->product, text));
}

/* The recommended purchases of all items that fall into one month. */
static void put_month(page *p, const quote_answer *what, int month)
{
    for (size_t i = 0; i < what->count; i++) {
        const be_quote *quote = quote_at(what, i);
        const be_schedule *schedule = &quote->options[BE_OPTION_BEST].schedule;
        for (size_t j = 0; quote->has_recommended && j < schedule->count; j++) {
            if (schedule->purchases[j].month == month)
                put_purchase(p, quote, &schedule->purchases[j]);
        }
    }
}

static bool buys_anything(const quote_answer *what)
{
    for (size_t i = 0; i < what->count; i++) {
        const be_quote *quote = quote_at(what, i);
        if (quote->has_recommended && quote->options[BE_OPTION_BEST].schedule.count > 0)
            return true;
    }
    return false;
}

static void put_purchases(page *p, const quote_answer *what)
{
    static const page_column columns[] = {{"Buy in", PAGE_LEFT, PAGE_STRONG},
                                          {"For", PAGE_LEFT, PAGE_STRONG},
                                          {"What", PAGE_LEFT, PAGE_STRONG},
                                          {"Amount", PAGE_RIGHT, PAGE_STRONG}};
    if (!buys_anything(what))
        return;
    page_heading(p, "What to buy when");
    page_table_begin(p, columns, sizeof columns / sizeof *columns);
    for (int month = 0; month < what->horizon.months; month++)
        put_month(p, what, month);
}

/* -- what to look out for ------------------------------------------------------------------------
 */

static void put_item_warnings(page *p, const be_quote *quote)
{
    char words[BE_MESSAGE_TEXT];
    if (!quote->has_recommended)
        page_bullet(p, PAGE_BAD,
                    page_printf(p,
                                "%s: no option can be recommended; \"breakeven compare %s\" "
                                "says why.",
                                quote->product->name, quote->product->key));
    for (size_t i = 0; i < quote->warning_count; i++)
        page_bullet(p, PAGE_BAD,
                    page_printf(p, "%s: %s", quote->product->name,
                                words_message(&quote->warnings[i], words)));
}

static void put_warnings(page *p, const quote_answer *what)
{
    bool any = false;
    for (size_t i = 0; i < what->count; i++)
        any = any || quote_at(what, i)->warning_count > 0 || !quote_at(what, i)->has_recommended;
    if (!any)
        return;
    page_heading(p, "Warnings");
    for (size_t i = 0; i < what->count; i++)
        put_item_warnings(p, quote_at(what, i));
}

void report_quote(page *p, const quote_answer *what)
{
    put_title(p, what);
    if (what->count == 0) {
        page_paragraph(p, PAGE_PLAIN, "Nothing is planned.");
        return;
    }
    put_items(p, what);
    put_purchases(p, what);
    put_warnings(p, what);
}
