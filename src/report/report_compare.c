#include "report/report_compare.h"

#include "language/language.h"
#include "report/bill_lines.h"
#include "report/chart_costs.h"
#include "report/compare_demand.h"
#include "report/compare_table.h"
#include "report/month_table.h"
#include "report/plan_words.h"
#include "report/price_words.h"
#include "report/product_title.h"
#include "report/quote_view.h"
#include "report/regret_table.h"
#include "report/report_why.h"
#include "report/sampling_table.h"
#include "report/shopping.h"
#include "report/words.h"

static const be_option *recommended(const be_quote *quote)
{
    return quote->has_recommended ? &quote->options[quote->recommended] : NULL;
}

/* -- the verdict ----------------------------------------------------------------------------- */

/* Whether both buy nothing: one way to buy, whatever it is called. */
static bool are_one(const be_option *a, const be_option *b)
{
    return a->same_as == b->same_as || (a->schedule.count == 0 && b->schedule.count == 0);
}

/* The cheapest option that can be taken and is another way to buy than the best one. */
static const be_option *runner_up(const compare_answer *what, const be_option *best)
{
    const be_option *shown[BE_OPTION_COUNT], *second = NULL;
    size_t count = quote_view_options(what, shown);
    for (size_t i = 0; i < count; i++) {
        const be_option *option = shown[i];
        if (!be_option_eligible(option) || are_one(option, best))
            continue;
        if (second == NULL || be_amount_compare(option->bill.total, second->bill.total) < 0)
            second = option;
    }
    return second;
}

/* "$46.00 (5.5%) less than pay as you go", or the same price, or that nothing else will do. */
static const char *advantage(page *p, const compare_answer *what, const be_option *best)
{
    char difference[WORDS_TEXT], share[WORDS_TEXT];
    const be_product *product = what->quote->product;
    const be_option *payg = &what->quote->options[BE_OPTION_PAYG];
    bool beats_payg = be_option_eligible(payg) && best->same_as != BE_OPTION_PAYG;
    const be_option *other = beats_payg ? payg : runner_up(what, best);
    if (other == NULL)
        return be_amount_is_zero(best->bill.total)
                   ? tr("and nothing has to be bought")
                   : tr("the only option that can be taken at a known price");
    be_amount saved = be_amount_sub(other->bill.total, best->bill.total);
    const char *name = words_inner_option(other->id, product);
    if (be_amount_is_zero(saved))
        return page_printf(p, tr("as much as %s"), name);
    words_share(saved, other->bill.total, share);
    words_amount(saved, product, difference);
    return share[0] == '\0' ? page_printf(p, tr("%s less than %s"), difference, name)
                            : page_printf(p, tr("%s (%s) less than %s"), difference, share, name);
}

/*
 * What is recommended and its total: a way to buy, or what the best plan mixes where it is a way of
 * its own.
 */
static const char *recommendation(page *p, const compare_answer *what, const be_option *best)
{
    char total[WORDS_TEXT];
    const be_quote *quote = what->quote;
    const char *name = words_option(best->same_as, quote->product);
    const char *than = advantage(p, what, best);
    words_amount(best->bill.total, quote->product, total);
    if (best->same_as != BE_OPTION_BEST)
        return page_printf(p, tr_in("way to buy, total, advantage", "%s: %s, %s."), name, total,
                           than);
    bool by_unit = best->bill.units.layer[BE_LAYER_PAYG] > 0;
    return page_printf(p, tr_in("way to buy, purchases, total, advantage", "%s: %s for %s, %s."),
                       name, plan_words(p, quote->product, &best->schedule, by_unit), total, than);
}

/* What a sampling says to buy now: that comes first. */
static void put_buy_now(page *p, const compare_answer *what)
{
    char price[WORDS_TEXT], mean[WORDS_TEXT];
    const be_product *product = what->quote->product;
    const be_sampled_choice *now = &what->sampled->choices[what->sampled->recommended];
    const char *things = now->now.count == 0
                             ? tr("nothing")
                             : page_printf(p, tr_in("purchases and their price", "%s for %s"),
                                           plan_words(p, product, &now->now, false),
                                           words_amount(now->price, product, price));
    page_paragraph(p, PAGE_GOOD,
                   page_printf(p,
                               tr("★ Buy now: %s. With the best later purchases, %s on average."),
                               things, words_amount(now->cost.mean, product, mean)));
}

/* "If exactly 7,000 images come", of which the first month is named. */
static const char *if_exactly(page *p, const compare_answer *what)
{
    char units[WORDS_TEXT];
    const unsigned long volume = (unsigned long)what->demand->volume;
    if (what->demand->volumes != NULL)
        return tr("If exactly the planned volumes come");
    words_units(what->demand->volume, words_unit(what->quote->product), units);
    return what->quote->usage.horizon.months > 1
               ? page_printf(p,
                             tr_n("If exactly %s comes in the first month",
                                  "If exactly %s come in the first month", volume),
                             units)
               : page_printf(p, tr_n("If exactly %s comes", "If exactly %s come", volume), units);
}

void report_compare_verdict(page *p, const compare_answer *what)
{

    const be_quote *quote = what->quote;
    const be_option *best = recommended(quote);
    if (quote->usage.billable_total == 0) {
        page_paragraph(p, PAGE_PLAIN,
                       tr("No use is planned, so there is nothing to pay by the unit."));
        return;
    }
    if (best == NULL) {
        page_paragraph(p, PAGE_BAD,
                       tr("No option can be recommended: see what stands in the way."));
        return;
    }
    bool sampled = quote_view_is_sampled(what);
    if (sampled)
        put_buy_now(p, what);
    const char *words = recommendation(p, what, best);
    page_paragraph(p, sampled ? PAGE_PLAIN : PAGE_GOOD,
                   sampled ? page_printf(p, tr_in("condition: what then", "%s: %s"),
                                         if_exactly(p, what), words)
                           : page_printf(p, "★ %s", words));
}

void report_compare_budget(page *p, const budget_answer *budget, const char *currency)
{
    char limit[WORDS_TEXT], left[WORDS_TEXT];
    if (!budget->given || !be_amount_is_known(budget->spent))
        return;
    bool over = quote_view_over_budget(budget);
    be_amount rest = be_amount_sub(budget->amount, budget->spent);
    if (over)
        rest = be_amount_sub(budget->spent, budget->amount);
    words_money(budget->amount, currency, limit);
    words_money(rest, currency, left);
    page_paragraph(p, over ? PAGE_BAD : PAGE_GOOD,
                   over ? page_printf(p, tr("Over the budget of %s by %s."), limit, left)
                        : page_printf(p, tr("Within the budget of %s: %s are left."), limit, left));
}

/* Queries a second of so many at once for so long, in hundredths, rounded up. */
static be_ratio qps_at_once(const be_demand *demand)
{
    enum { HUNDREDTHS_A_MICROSECOND = 100000000 };
    be_int128 all = (be_int128)demand->concurrency * HUNDREDTHS_A_MICROSECOND;
    be_int128 hundredths = (all + demand->response - 1) / demand->response;
    const be_ratio hundredth = BE_RATIO_ONE / 100, most = INT64_MAX / hundredth;
    return (be_ratio)(hundredths < most ? hundredths : most) * hundredth;
}

/* Of the volume and of what is at once, the greater one counts, in whole QPS. */
static const char *why_at_once(page *p, const compare_answer *what, be_quantity qps)
{
    char requests[WORDS_TEXT], time[BE_MICROSECONDS_TEXT], exact[BE_RATIO_TEXT];
    const be_demand *demand = what->demand;
    be_ratio at_once = qps_at_once(demand);
    be_microseconds_format(demand->response, time);
    be_ratio_format_factor(at_once, exact);
    const char *text = page_printf(p, tr("%s at once, %s each"),
                                   words_units(demand->concurrency, "request", requests), time);
    if ((at_once - 1) / BE_RATIO_ONE + 1 < qps && quote_view_floor_qps(what->quote) == qps)
        return page_printf(p, tr("from the volume, spread evenly; %s, are %s QPS"), text, exact);
    return at_once % BE_RATIO_ONE == 0
               ? text
               : page_printf(p, tr("%s, are %s QPS, rounded up"), text, exact);
}

static void put_required_qps(page *p, const compare_answer *what)
{
    char required[WORDS_TEXT];
    const be_demand *demand = what->demand;
    be_quantity qps = quote_view_required_qps(what->quote);
    const char *why = tr("from the volume alone, spread evenly");
    if (qps == 0)
        return;
    if (demand->qps == qps)
        why = tr("as given");
    else if (demand->qps == 0 && demand->concurrency > 0 && demand->response > 0)
        why = why_at_once(p, what, qps);
    page_paragraph(
        p, PAGE_PLAIN,
        page_printf(p, tr("Required: %s (%s)."), words_units(qps, "QPS", required), why));
}

/* -- what to buy, and what stands in the way ------------------------------------------------- */

static void put_purchases(page *p, const compare_answer *what, const be_option *best)
{
    const be_quote *quote = what->quote;
    const char *in = quote_view_is_sampled(what) ? tr("If so, buy in") : tr("Buy in");
    const page_column columns[] = {{in, PAGE_LEFT, PAGE_STRONG},
                                   {tr_in("is bought", "What"), PAGE_LEFT, PAGE_STRONG},
                                   {tr("Amount"), PAGE_RIGHT, PAGE_STRONG}};
    page_table_begin(p, columns, sizeof columns / sizeof *columns);
    for (size_t i = 0; i < best->schedule.count; i++) {
        const be_purchase *buy = &best->schedule.purchases[i];
        size_t months = quote_view_run(&best->schedule, i);
        if (months == 0)
            continue;
        page_cell_add(p, PAGE_PLAIN, shopping_run_when(p, buy, quote->usage.horizon.start, months));
        page_cell_add(p, PAGE_PLAIN, shopping_run_what(p, buy, quote->product, months));
        page_cell_add(p, PAGE_PLAIN, shopping_run_amount(p, buy, quote, months));
    }
}

static bool any_reason(const be_option *const *shown, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (shown[i]->reason_count > 0)
            return true;
    }
    return false;
}

/* The reasons of an option in one bullet: what is wrong, then what would mend it. */
static void put_reasons(page *p, const be_product *product, const be_option *option)
{
    char words[BE_MESSAGE_TEXT];
    const char *text =
        page_printf(p, tr_in("of an option", "%s:"), words_option(option->id, product));

    for (size_t i = 0; i < option->reason_count; i++)
        text = page_printf(p, tr_in("between sentences", "%s %s"), text,
                           words_message(&option->reasons[i], words));
    if (option->reason_count > 0)
        page_bullet(p, option->offered ? PAGE_BAD : PAGE_PLAIN, text);
}

static void put_obstacles(page *p, const compare_answer *what)
{
    const be_option *shown[BE_OPTION_COUNT];
    size_t count = quote_view_options(what, shown);
    if (!any_reason(shown, count))
        return;
    page_heading(p, tr("What stands in the way"));
    for (size_t i = 0; i < count; i++)
        put_reasons(p, what->quote->product, shown[i]);
}

static void put_warnings(page *p, const be_quote *quote)
{
    char words[BE_MESSAGE_TEXT];
    bool any = false;
    for (size_t i = 0; i < quote->warning_count; i++) {
        if (quote_view_warns_of_proof(&quote->warnings[i]))
            continue;
        if (!any)
            page_heading(p, tr("Warnings"));
        any = true;
        page_bullet(p, PAGE_BAD, words_message(&quote->warnings[i], words));
    }
}

/* -- where it all comes from ----------------------------------------------------------------- */

/* The options to tell more of: the recommended one, or all that differ. Returns how many. */
static size_t options_told(const compare_answer *what, const be_option *told[BE_OPTION_COUNT])
{
    const be_option *shown[BE_OPTION_COUNT];
    size_t count = quote_view_options(what, shown), kept = 0;
    const be_option *best = recommended(what->quote);
    for (size_t i = 0; i < count; i++) {
        if (what->explain ? shown[i]->offered && shown[i]->same_as == shown[i]->id
                          : shown[i] == best)
            told[kept++] = shown[i];
    }
    return kept;
}

static void put_months(page *p, const compare_answer *what)
{
    const be_option *told[BE_OPTION_COUNT];
    size_t count = what->by_month ? options_told(what, told) : 0;
    for (size_t i = 0; i < count; i++) {
        page_heading_folded(p, page_printf(p, tr("%s, month by month"),
                                           words_option(told[i]->same_as, what->quote->product)));
        month_table(p, what->quote->product, &told[i]->bill);
    }
}

static void put_lines(page *p, const compare_answer *what)
{
    const be_option *told[BE_OPTION_COUNT];
    size_t count = options_told(what, told);
    for (size_t i = 0; i < count; i++) {
        if (told[i]->bill.line_count == 0)
            continue;
        page_heading_folded(p, page_printf(p, tr("%s, line by line"),
                                           words_option(told[i]->same_as, what->quote->product)));
        bill_lines(p, what->quote->product, &told[i]->bill);
    }
}

static void put_notes(page *p, const be_product *product)
{
    if (product->note_count == 0)
        return;
    page_heading(p, tr("Good to know"));
    for (size_t i = 0; i < product->note_count; i++)
        page_bullet(p, PAGE_PLAIN,
                    language_pick(product->notes[i].text, product->notes[i].text_zh));
}

/* What follows from the verdict: the need, what to buy, what stands in the way, what to look out
 * for. */
static void put_outcome(page *p, const compare_answer *what)
{
    const be_option *best = recommended(what->quote);
    put_required_qps(p, what);
    if (best != NULL && best->schedule.count > 0)
        put_purchases(p, what, best);
    report_why(p, what);
    put_obstacles(p, what);
    put_warnings(p, what->quote);
}

static void put_background(page *p, const be_quote *quote)
{
    put_notes(p, quote->product);
    price_words_source(p, quote->price_source, quote->price_old);
}

/* What a plan cannot be asked alone if it shares points. */
void report_compare_shared(page *p, const compare_answer *what)
{
    const be_demand *demand = what->demand;
    if (what->quote->shared != NULL &&
        (demand->high > 0 || demand->spread > 0 || demand->cancellation > 0))
        page_paragraph(
            p, PAGE_PLAIN,
            tr("Low and high volumes and a spread are not computed for an item that shares "
               "points with others."));
}

void report_compare(page *p, const compare_answer *what)
{
    product_title_planned(p, what->quote->product, what->quote->usage.horizon);
    report_compare_verdict(p, what);
    report_compare_budget(p, &what->budget, what->quote->product->currency);
    compare_table(p, what);
    chart_compared(p, what);
    chart_months(p, what);
    report_proof(p, what->quote);
    price_words_own_note(p, what->quote->product);
    put_outcome(p, what);
    regret_table(p, what->quote->product, what->regret);
    sampling_table(p, what->quote, what->sampled);
    report_compare_shared(p, what);
    compare_demand(p, what);
    put_months(p, what);
    put_lines(p, what);
    put_background(p, what->quote);
}

void report_compare_reasons(page *p, const compare_answer *what)
{
    report_compare_verdict(p, what);
    report_proof(p, what->quote);
    price_words_own_note(p, what->quote->product);
    put_outcome(p, what);
    regret_table(p, what->quote->product, what->regret);
    sampling_table(p, what->quote, what->sampled);
    put_background(p, what->quote);
}
