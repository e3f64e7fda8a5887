#include "report/report_why.h"

#include "report/plan_words.h"
#include "report/quote_view.h"
#include "report/words.h"

/* A reader is told of so many purchases; a program reads of them all as JSON. */
enum { PURCHASES_TOLD = 6 };

void report_proof(page *p, const be_quote *quote)
{
    char gap[BE_RATIO_TEXT];
    if (!quote->has_recommended || quote->usage.billable_total == 0)
        return;
    if (quote->options[BE_OPTION_BEST].schedule.proven) {
        page_paragraph(
            p, PAGE_PLAIN,
            quote_view_has_unpriced(quote->product)
                ? "Proven: no other plan at known prices costs less; some of what is sold "
                  "has none."
                : "Proven: no other plan costs less.");
        return;
    }
    be_ratio share = be_quote_gap(quote);
    be_ratio_format(share, gap);
    page_paragraph(p, PAGE_BAD,
                   share < BE_RATIO_ONE
                       ? page_printf(p, "Not proven: no plan saves more than %s of it.", gap)
                       : "Not proven: a plan that costs less may exist.");
}

/* -- the next best ---------------------------------------------------------------------------- */

/* "Next best, without 10k packages". */
static const char *which_next(page *p, const be_why_next *next, const be_product *product)
{
    const be_purchase *buy = &next->without;
    const be_capacity *capacity = &product->capacity;
    if (!next->gives_up)
        return "Next best that buys something";
    if (buy->kind == BE_BUY_PACKAGE)
        return page_printf(p, "Next best, without %s packages", product->packages[buy->item].id);
    if (buy->kind == BE_BUY_GENERAL)
        return page_printf(p, "Next best, without %s packages",
                           product->provider->general_packages[buy->item].id);
    return page_printf(p, "Next best, without %s by the %s",
                       capacity->adds_to == BE_CAPACITY_QPS ? "QPS" : "concurrency",
                       be_term_name(capacity->prices[buy->item].term));
}

/* "$7.00 more", "$7.00 less", "as much". */
static const char *more_or_less(page *p, be_amount more, const be_product *product)
{
    char amount[WORDS_TEXT];
    bool less = be_amount_compare(more, be_amount_zero()) < 0;
    if (be_amount_is_zero(more))
        return "as much";
    if (less)
        more = be_amount_sub(be_amount_zero(), more);
    return page_printf(p, "%s %s", words_amount(more, product, amount), less ? "less" : "more");
}

static void put_next(page *p, const be_why_next *next, const be_product *product)
{
    char cost[WORDS_TEXT];
    if (next->found)
        page_bullet(p, PAGE_PLAIN,
                    page_printf(p, "%s: %s for %s, %s%s.", which_next(p, next, product),
                                plan_words(p, product, &next->schedule, next->by_unit),
                                words_amount(next->cost, product, cost),
                                more_or_less(p, next->more, product),
                                next->optimal ? "" : " (not proven)"));
    else if (next->gives_up)
        page_bullet(p, PAGE_PLAIN, "No plan was found that does without any of its purchases.");
}

/* -- purchases -------------------------------------------------------------------------------- */

/* "9,200 are used", "3,500,000 calls are free under it"; nothing of capacity that adds speed. */
static const char *use_of(page *p, const be_why_purchase *one, const be_product *product)
{
    char used[WORDS_TEXT];
    if (one->buy.kind != BE_BUY_CAPACITY)
        return page_printf(p, "; %s are used", words_quantity(one->used, used));
    if (one->used == 0)
        return "";
    return page_printf(p, "; %s are free under it", words_units(one->used, product->unit, used));
}

/* From where on a purchase pays, or what else is known of its worth. */
static const char *worth_of(page *p, const be_why_purchase *one, const be_product *product)
{
    char from[WORDS_TEXT], units[WORDS_TEXT];
    if (!be_amount_is_known(one->saves))
        return "the plan cannot do without it";
    if (!one->has_break_even)
        return page_printf(p, "doing without it would cost %s",
                           more_or_less(p, one->saves, product));
    if (one->buy.kind == BE_BUY_CAPACITY)
        return page_printf(p, "pays from %s on", words_units(one->break_even, product->unit, from));
    return page_printf(p, "pays %s %s of its %s%s", one->from_there_on ? "from" : "at",
                       words_quantity(one->break_even, from),
                       words_units(one->units, product->unit, units),
                       one->from_there_on ? " on" : ", but perhaps not at every number above");
}

/* How many purchases from the i-th on are the same, and as good, month after month. */
static size_t run_length(const be_why *why, size_t i)
{
    const be_why_purchase *first = &why->purchases[i];
    size_t length = 1;
    for (; i + length < why->purchase_count; length++) {
        const be_why_purchase *next = &why->purchases[i + length];
        if (!quote_view_again(&first->buy, &next->buy, length) || next->used != first->used ||
            next->break_even != first->break_even || next->from_there_on != first->from_there_on ||
            be_amount_compare(next->saves, first->saves) != 0)
            break;
    }
    return length;
}

/* "2026-12", "2026-12 to 2027-11, each". */
static const char *months_of(page *p, be_month first, size_t times)
{
    char from[WORDS_TEXT], to[WORDS_TEXT];
    words_month(first, from);
    words_month(first + (be_month)times - 1, to);
    return times == 1 ? page_printf(p, "%s", from) : page_printf(p, "%s to %s, each", from, to);
}

static void put_purchase(page *p, const be_why_purchase *one, size_t times, const be_quote *quote)
{
    char what[WORDS_TEXT];
    const be_product *product = quote->product;
    words_purchase(&one->buy, product, what);
    const char *months = months_of(p, quote->usage.horizon.start + one->buy.month, times);
    page_bullet(p, PAGE_PLAIN,
                page_printf(p, "%s of %s: %s%s.", what, months, worth_of(p, one, product),
                            use_of(p, one, product)));
}

static void put_purchases(page *p, const be_why *why, const be_quote *quote)
{
    size_t told = 0, i = 0;
    for (; i < why->purchase_count && told < PURCHASES_TOLD; told++) {
        size_t times = run_length(why, i);
        put_purchase(p, &why->purchases[i], times, quote);
        i += times;
    }
    if (i < why->purchase_count)
        page_bullet(p, PAGE_DIM,
                    page_printf(p, "And %zu purchases more.", why->purchase_count - i));
}

/* -- other volumes ---------------------------------------------------------------------------- */

static void put_range(page *p, const be_why_range *range, const be_quote *quote)
{
    char from[WORDS_TEXT], to[WORDS_TEXT];
    if (!range->found)
        return;
    const char *when = quote->usage.horizon.months > 1 ? "in the first month" : "a month";
    page_bullet(p, PAGE_PLAIN,
                page_printf(p, "Stays the best from %s%s to %s%s %s%s.",
                            range->from_exact ? "" : "at most ", words_quantity(range->from, from),
                            range->to_exact ? "" : "at least ",
                            words_units(range->to, quote->product->unit, to), when,
                            range->proven ? "" : " (not proven)"));
}

/* Of a single month the warnings tell. */
static void put_paddings(page *p, const be_why *why, const be_product *product)
{
    char saved[WORDS_TEXT];
    be_amount sum = be_amount_zero();
    for (size_t i = 0; i < why->padding_count; i++)
        sum = be_amount_add(sum, why->paddings[i].saves);
    if (why->padding_count > 1)
        page_bullet(p, PAGE_PLAIN,
                    page_printf(p, "In %zu months a few more units would cost less: %s in all.",
                                why->padding_count, words_amount(sum, product, saved)));
}

void report_why(page *p, const compare_answer *what)
{
    const be_quote *quote = what->quote;
    const be_why *why = what->why;
    if (why == NULL || !quote->has_recommended || quote->usage.billable_total == 0)
        return;
    page_heading(p, "Why this is the best");
    put_next(p, &why->next, quote->product);
    put_purchases(p, why, quote);
    put_range(p, &why->range, quote);
    put_paddings(p, why, quote->product);
}
