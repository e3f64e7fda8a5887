#include "report/quote_in_full.h"

#include "language/language.h"
#include "report/chart_costs.h"
#include "report/quote_view.h"
#include "report/report_compare.h"
#include "report/words.h"

static const char *name_of(const be_product *product)
{
    return language_pick(product->name, product->name_zh);
}

/* -- the result -------------------------------------------------------------------------------- */

static void put_date(page *p, be_date date)
{
    if (date.year != 0)
        page_paragraph(p, PAGE_DIM,
                       page_printf(p, tr("As of %04d-%02d-%02d"), date.year, date.month, date.day));
}

/* What the best plan saves, where paying as you go would do. */
static void put_saving(page *p, const be_portfolio *sum)
{
    char saved[WORDS_TEXT], share[WORDS_TEXT];
    const be_portfolio_option *best = &sum->options[BE_OPTION_BEST];
    const be_portfolio_option *payg = &sum->options[BE_OPTION_PAYG];
    be_amount less = be_amount_sub(payg->total, best->total);
    if (!payg->eligible || be_amount_compare(less, be_amount_zero()) <= 0)
        return;
    words_money(less, sum->currency, saved);
    words_share(less, payg->total, share);
    page_paragraph(p, PAGE_PLAIN,
                   share[0] == '\0'
                       ? page_printf(p, tr("That is %s less than to pay for all as you go."), saved)
                       : page_printf(p, tr("That is %s (%s) less than to pay for all as you go."),
                                     saved, share));
}

static void put_best(page *p, const be_portfolio *sum)
{
    char total[WORDS_TEXT], taxed[WORDS_TEXT];
    const be_portfolio_option *best = &sum->options[BE_OPTION_BEST];
    if (!best->eligible) {
        page_paragraph(
            p, PAGE_BAD,
            page_printf(p, tr("In %s not everything can be had at a known price."), sum->currency));
        return;
    }
    words_money(best->total, sum->currency, total);
    words_money(quote_view_spent_on_all(best), sum->currency, taxed);
    page_paragraph(p, PAGE_GOOD,
                   be_amount_is_zero(best->tax)
                       ? page_printf(p, tr("★ Best plan: %s in all."), total)
                       : page_printf(p, tr("★ Best plan: %s in all, %s with tax."), total, taxed));
    put_saving(p, sum);
}

static bool any_sampled(const quote_answer *what)
{
    for (size_t i = 0; i < what->count; i++) {
        if (quote_view_is_sampled(&what->items[i]))
            return true;
    }
    return false;
}

void quote_in_full_result(page *p, const quote_answer *what)
{
    put_date(p, what->date);
    if (what->total.sum != NULL)
        put_best(p, what->total.sum);
    for (size_t i = 0; what->total.sum == NULL && i < what->portfolio_count; i++)
        put_best(p, &what->portfolios[i]);
    if (any_sampled(what))
        page_paragraph(p, PAGE_PLAIN,
                       tr("That is if exactly the planned volumes come. Where they are uncertain, "
                          "the product's own part says what to buy now."));
}

void quote_in_full_months(page *p, const quote_answer *what)
{
    for (size_t i = 0; i < what->portfolio_count; i++)
        chart_months_of_all(p, &what->portfolios[i]);
}

/* -- sources ----------------------------------------------------------------------------------- */

void quote_in_full_sources(page *p, const quote_answer *what)
{
    const page_column columns[] = {{tr("Product"), PAGE_LEFT, PAGE_STRONG},
                                   {tr("Prices of"), PAGE_LEFT, PAGE_STRONG},
                                   {tr("Source"), PAGE_LEFT, PAGE_STRONG}};
    page_heading(p, tr("Where the prices come from"));
    page_table_begin(p, columns, sizeof columns / sizeof *columns);
    for (size_t i = 0; i < what->count; i++) {
        const be_quote *quote = what->items[i].quote;
        const be_source *source = quote->price_source;
        if (source == NULL)
            continue;
        page_cell_add(p, PAGE_PLAIN, name_of(quote->product));
        page_cell_add(p, quote->price_old ? PAGE_BAD : PAGE_PLAIN,
                      quote->price_old ? page_printf(p, tr("%s, old"), source->date_text)
                                       : source->date_text);
        page_cell_add(p, PAGE_PLAIN,
                      page_printf(p, tr("%s (%s), %s"), source->title,
                                  words_confidence(source->confidence), source->address));
        page_address(p, source->address);
    }
}

/* -- items ------------------------------------------------------------------------------------- */

void quote_in_full_items(page *p, const quote_answer *what)
{
    for (size_t i = 0; i < what->count; i++) {
        compare_answer item = what->items[i];
        item.by_month = true;
        report_compare(p, &item);
    }
    if (what->looked_into < what->count)
        page_paragraph(p, PAGE_DIM,
                       page_printf(p,
                                   tr("Reasons and costs by volume are given for the first %zu "
                                      "products."),
                                   what->looked_into));
}
