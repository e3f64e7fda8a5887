#include "report/report_quote.h"

#include "language/language.h"
#include "report/price_words.h"
#include "report/quote_in_full.h"
#include "report/quote_view.h"
#include "report/regret_table.h"
#include "report/report_compare.h"
#include "report/sampling_table.h"
#include "report/shopping.h"
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
    page_title(p, what->name[0] == '\0' ? tr("Plan") : what->name);
    if (what->customer[0] != '\0')
        page_paragraph(p, PAGE_STRONG,
                       page_printf(p, tr_in("whom a quote is for", "For %s"), what->customer));
    page_paragraph(p, PAGE_PLAIN,
                   page_printf(p, tr_in("months and the first of them", "%s from %s"),
                               words_count(what->horizon.months, "month", months),
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
    page_cell_add(p, PAGE_PLAIN, words_product(product));
    page_cell_add(p, PAGE_PLAIN, words_quantity(quote->usage.billable_total, volume));
    for (size_t c = 0; c < COLUMNS; c++)
        put_total(p, &quote->options[columns_shown[c]], product);
}

static be_amount total_of(const be_portfolio_option *option)
{
    return option->total;
}

static be_amount tax_of(const be_portfolio_option *option)
{
    return option->tax;
}

static void put_row(page *p, const char *label, const be_portfolio *sum,
                    be_amount (*amount)(const be_portfolio_option *option))
{
    char text[WORDS_TEXT];
    page_cell_add(p, PAGE_STRONG, label);
    page_cell_add(p, PAGE_PLAIN, "");
    for (size_t c = 0; c < COLUMNS; c++) {
        const be_portfolio_option *option = &sum->options[columns_shown[c]];
        page_cell_add(p, option->eligible ? PAGE_STRONG : PAGE_DIM,
                      option->eligible ? words_money(amount(option), sum->currency, text) : "—");
    }
}

static bool is_taxed(const be_portfolio *sum)
{
    for (size_t c = 0; c < COLUMNS; c++) {
        if (!be_amount_is_zero(sum->options[columns_shown[c]].tax))
            return true;
    }
    return false;
}

/* Tax stands beside the total, not in it. */
static void put_sum(page *p, const char *label, const be_portfolio *sum)
{
    put_row(p, label, sum, total_of);
    if (!is_taxed(sum))
        return;
    put_row(p, page_printf(p, tr("Tax %s"), sum->currency), sum, tax_of);
    put_row(p, page_printf(p, tr("With tax %s"), sum->currency), sum, quote_view_spent_on_all);
}

static bool draws_on_points(const quote_answer *what)
{
    for (size_t i = 0; i < what->count; i++) {
        for (size_t c = 0; c < COLUMNS; c++) {
            const be_option *option = &quote_at(what, i)->options[columns_shown[c]];
            if (option->offered && option->bill.units.layer[BE_LAYER_GENERAL] > 0)
                return true;
        }
    }
    return false;
}

static void begin_table(page *p)
{
    const page_column columns[COLUMNS + 2] = {
        {tr("Product"), PAGE_LEFT, PAGE_STRONG},        {tr("Units"), PAGE_RIGHT, PAGE_STRONG},
        {tr("Pay as you go"), PAGE_RIGHT, PAGE_STRONG}, {tr("Packages"), PAGE_RIGHT, PAGE_STRONG},
        {tr("Prepaid"), PAGE_RIGHT, PAGE_STRONG},       {tr("★ Best"), PAGE_RIGHT, PAGE_GOOD},
    };
    page_table_begin(p, columns, COLUMNS + 2);
}

static void put_sums(page *p, const quote_answer *what)
{
    const be_portfolio *whole = what->total.sum;
    for (size_t i = 0; i < what->portfolio_count; i++)
        put_sum(p, page_printf(p, tr("Total %s"), what->portfolios[i].currency),
                &what->portfolios[i]);
    if (whole != NULL)
        put_sum(p, page_printf(p, tr("All in %s"), whole->currency), whole);
}

static void put_items(page *p, const quote_answer *what)
{
    begin_table(p);
    for (size_t i = 0; i < what->count; i++)
        put_item(p, what, i);
    put_sums(p, what);
    page_paragraph(p, PAGE_DIM, tr("A dash: not sold, or it cannot be taken at a known price."));
    if (draws_on_points(what))
        page_paragraph(
            p, PAGE_PLAIN,
            tr("General packages: within a month the items draw on the points in the "
               "plan's order. An item that buys points bears their whole cost, also where "
               "they pay for others."));
}

/* How cheap the best plan of a currency is known to be. */
static void put_proof(page *p, const be_portfolio *sum, bool several)
{
    char gap[BE_RATIO_TEXT];
    be_ratio share = be_portfolio_gap(sum);
    const char *best =
        several ? page_printf(p, tr("Best plan in %s"), sum->currency) : tr("Best plan");
    if (!sum->options[BE_OPTION_BEST].eligible)
        return;
    be_ratio_format(share, gap);
    page_paragraph(p, PAGE_PLAIN,
                   share == 0 ? page_printf(p, tr("%s: proven optimal."), best)
                   : share >= BE_RATIO_ONE
                       ? page_printf(p, tr("%s: not proven to be the cheapest."), best)
                       : page_printf(p, tr("%s: no plan saves more than %s."), best, gap));
}

/* By which rates the currencies are added up, or why they are not. */
static void put_rates(page *p, const quote_answer *what)
{
    const total_answer *total = &what->total;
    char rate[BE_RATIO_TEXT];
    const char *list = "";
    if (total->sum == NULL && total->missing == NULL && what->portfolio_count < 2)
        return;
    if (total->sum == NULL) {
        page_paragraph(p, PAGE_DIM,
                       total->missing == NULL
                           ? tr("Currencies are not added.")
                           : page_printf(p,
                                         tr("Currencies are not added: the rate of %s to %s is not "
                                            "given."),
                                         total->missing, total->currency));
        return;
    }
    for (size_t i = 0; i < total->rate_count; i++) {
        be_ratio_format_factor(total->rates[i].rate, rate);
        list = page_printf(p, "%s%s1 %s = %s %s", list, i == 0 ? "" : words_comma(),
                           total->rates[i].from, rate, total->currency);
    }
    if (list[0] != '\0')
        page_paragraph(p, PAGE_PLAIN, page_printf(p, tr("Rates of %s: %s."), total->date, list));
}

void report_quote_sums(page *p, const quote_answer *what)
{
    begin_table(p);
    put_sums(p, what);
    put_rates(p, what);
}

/* -- what to buy when ----------------------------------------------------------------------------
 */

/* Whether its best plan has units paid for by points. */
static bool draws_in_best(const be_quote *quote)
{
    return quote->has_recommended &&
           quote->options[BE_OPTION_BEST].bill.units.layer[BE_LAYER_GENERAL] > 0;
}

/* How many other items the points that this one buys pay for. */
static size_t others_paid(const quote_answer *what, const be_quote *payer)
{
    size_t others = 0;
    for (size_t i = 0; i < what->count; i++) {
        const be_quote *quote = quote_at(what, i);
        others += quote != payer && payer->shared != NULL &&
                  quote->product->provider == payer->product->provider && draws_in_best(quote);
    }
    return others;
}

/* Whom a purchase is for: points may pay for the use of other items. */
static const char *for_whom(page *p, const quote_answer *what, const be_quote *quote,
                            const be_purchase *buy)
{
    size_t others = buy->kind == BE_BUY_GENERAL ? others_paid(what, quote) : 0;
    const char *name = words_product(quote->product);
    if (others == 0)
        return name;
    return page_printf(
        p, tr_n("%s (pays for %zu other item too)", "%s (pays for %zu other items too)", others),
        name, others);
}

static void put_purchase(page *p, const quote_answer *what, const be_quote *quote,
                         const be_purchase *buy, size_t months)
{
    page_cell_add(p, PAGE_PLAIN, shopping_run_when(p, buy, quote->usage.horizon.start, months));
    page_cell_add(p, PAGE_PLAIN, for_whom(p, what, quote, buy));
    page_cell_add(p, PAGE_PLAIN, shopping_run_what(p, buy, quote->product, months));
    page_cell_add(p, PAGE_PLAIN, shopping_run_amount(p, buy, quote, months));
}

/* The recommended purchases of all items that are made in one month, or from it on. */
static void put_month(page *p, const quote_answer *what, int month)
{
    for (size_t i = 0; i < what->count; i++) {
        const be_quote *quote = quote_at(what, i);
        const be_schedule *schedule = &quote->options[BE_OPTION_BEST].schedule;
        for (size_t j = 0; quote->has_recommended && j < schedule->count; j++) {
            size_t months = schedule->purchases[j].month == month ? quote_view_run(schedule, j) : 0;
            if (months > 0)
                put_purchase(p, what, quote, &schedule->purchases[j], months);
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
    const page_column columns[] = {{tr("Buy in"), PAGE_LEFT, PAGE_STRONG},
                                   {tr_in("whom a purchase is for", "For"), PAGE_LEFT, PAGE_STRONG},
                                   {tr_in("is bought", "What"), PAGE_LEFT, PAGE_STRONG},
                                   {tr("Amount"), PAGE_RIGHT, PAGE_STRONG}};
    if (!buys_anything(what))
        return;
    page_heading(p, tr("What to buy when"));
    page_table_begin(p, columns, sizeof columns / sizeof *columns);
    for (int month = 0; month < what->horizon.months; month++)
        put_month(p, what, month);
}

/* -- what to look out for ------------------------------------------------------------------------
 */

/* The plan's proof has a line of its own. */
static bool warns(const be_quote *quote)
{
    for (size_t i = 0; i < quote->warning_count; i++) {
        if (!quote_view_warns_of_proof(&quote->warnings[i]))
            return true;
    }
    return !quote->has_recommended;
}

static void put_item_warnings(page *p, const be_quote *quote)
{
    char words[BE_MESSAGE_TEXT];
    if (!quote->has_recommended)
        page_bullet(p, PAGE_BAD,
                    page_printf(p,
                                tr("%s: no option can be recommended; \"breakeven compare %s\" "
                                   "says why."),
                                words_product(quote->product), quote->product->key));
    for (size_t i = 0; i < quote->warning_count; i++) {
        if (!quote_view_warns_of_proof(&quote->warnings[i]))
            page_bullet(p, PAGE_BAD,
                        page_printf(p, tr_in("product: warning", "%s: %s"),
                                    words_product(quote->product),
                                    words_message(&quote->warnings[i], words)));
    }
}

static void put_warnings(page *p, const quote_answer *what)
{
    char words[BE_MESSAGE_TEXT];
    be_message twice;
    bool planned_twice = quote_view_planned_twice(what, &twice), any = planned_twice;
    for (size_t i = 0; i < what->count; i++)
        any = any || warns(quote_at(what, i));
    if (!any)
        return;
    page_heading(p, tr("Warnings"));
    if (planned_twice)
        page_bullet(p, PAGE_BAD, words_message(&twice, words));
    for (size_t i = 0; i < what->count; i++)
        put_item_warnings(p, quote_at(what, i));
}

/* -- volumes that turn out otherwise -------------------------------------------------------------
 */

static bool is_uncertain(const be_demand *demand)
{
    return demand->spread > 0 || demand->cancellation > 0;
}

static void put_doubts(page *p, const quote_answer *what)
{
    for (size_t i = 0; i < what->count; i++) {
        const compare_answer *item = &what->items[i];
        const be_product *product = item->quote->product;
        if (item->demand->high == 0 && !is_uncertain(item->demand))
            continue;
        page_heading(p, words_product(product));
        if (quote_view_is_sampled(item))
            report_compare_verdict(p, item);
        regret_table(p, product, item->regret);
        sampling_table(p, item->quote, item->sampled);
        report_compare_shared(p, item);
    }
}

/* -- prices of the user's own --------------------------------------------------------------------
 */

static void put_own_prices(page *p, const quote_answer *what)
{
    bool any = false;
    for (size_t i = 0; i < what->count; i++) {
        const be_product *product = quote_at(what, i)->product;
        const char *list = price_words_own_list(p, product);
        if (list[0] == '\0')
            continue;
        if (!any)
            page_heading(p, tr("Your own prices"));
        any = true;
        page_bullet(p, PAGE_PLAIN, page_printf(p, tr("%s: %s"), product->name, list));
    }
}

/* A budget is given in the currency of the total, or in the only one that there is. */
static const char *budget_currency(const quote_answer *what)
{
    return what->total.sum != NULL ? what->total.currency : what->portfolios[0].currency;
}

void report_quote(page *p, const quote_answer *what)
{
    put_title(p, what);
    if (what->count == 0) {
        page_paragraph(p, PAGE_PLAIN, tr("Nothing is planned."));
        return;
    }
    if (what->in_full)
        quote_in_full_result(p, what);
    put_items(p, what);
    if (what->in_full)
        quote_in_full_months(p, what);
    for (size_t i = 0; i < what->portfolio_count; i++)
        put_proof(p, &what->portfolios[i], what->portfolio_count > 1);
    put_rates(p, what);
    report_compare_budget(p, &what->budget, budget_currency(what));
    put_purchases(p, what);
    if (!what->in_full)
        put_doubts(p, what);
    put_own_prices(p, what);
    put_warnings(p, what);
    if (!what->in_full)
        return;
    quote_in_full_sources(p, what);
    quote_in_full_items(p, what);
}
