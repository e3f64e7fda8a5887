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

/* Purchases of one thing in several months that pay alike, told as one. */
typedef struct purchase_group {
    const be_why_purchase *first;
    size_t count;
    int last;               /* month */
    be_quantity break_even; /* the latest of capacity, whose terms are not of the same days */
    be_quantity least_used, most_used;
} purchase_group;

/* "9,200 are used", "3,500,000 calls are free under it"; nothing of capacity that adds speed. */
static const char *use_of(page *p, const purchase_group *group, const be_product *product)
{
    char used[WORDS_TEXT], most[WORDS_TEXT];
    const be_why_purchase *one = group->first;
    const char *each = group->count > 1 ? " each time" : "";
    const char *from = group->least_used == group->most_used
                           ? ""
                           : page_printf(p, "%s to ", words_quantity(group->least_used, used));
    if (one->buy.kind != BE_BUY_CAPACITY)
        return page_printf(p, "; %s%s are used%s", from, words_quantity(group->most_used, most),
                           each);
    if (group->most_used == 0)
        return "";
    return page_printf(p, "; %s%s are free under it%s", from,
                       words_units(group->most_used, product->unit, most), each);
}

/* What would be wrong without a purchase that is needed. */
static const char *need_of(page *p, const be_why_purchase *one, const be_product *product)
{
    char units[WORDS_TEXT];
    if (one->unserved > 0)
        return page_printf(p, "without it %s would go unserved",
                           words_units(one->unserved, product->unit, units));
    return one->overloads ? "without it the peak is not carried"
                          : "without it some units have no known price";
}

/* From where on a purchase pays, or what else is known of its worth. */
static const char *worth_of(page *p, const purchase_group *group, const be_product *product)
{
    const be_why_purchase *one = group->first;
    char from[WORDS_TEXT], units[WORDS_TEXT];
    if (!be_amount_is_known(one->saves))
        return need_of(p, one, product);
    if (!one->has_break_even)
        return page_printf(p, "doing without it would cost %s",
                           more_or_less(p, one->saves, product));
    if (one->buy.kind == BE_BUY_CAPACITY)
        return page_printf(p, "pays from %s on",
                           words_units(group->break_even, product->unit, from));
    return page_printf(p, "pays %s %s of its %s%s", one->from_there_on ? "from" : "at",
                       words_quantity(group->break_even, from),
                       words_units(one->units, product->unit, units),
                       one->from_there_on ? " on" : ", but perhaps not at every number above");
}

static bool is_same_purchase(const be_purchase *a, const be_purchase *b)
{
    return a->kind == b->kind && a->item == b->item && a->count == b->count && a->terms == b->terms;
}

/* Whether the same can be said of two purchases, but for their months and use. */
static bool pay_alike(const be_why_purchase *a, const be_why_purchase *b)
{
    if (!is_same_purchase(&a->buy, &b->buy) || a->has_break_even != b->has_break_even)
        return false;
    if (a->has_break_even)
        return a->from_there_on == b->from_there_on &&
               (a->break_even == b->break_even || a->buy.kind == BE_BUY_CAPACITY);
    return be_amount_compare(a->saves, b->saves) == 0 && a->unserved == b->unserved &&
           a->overloads == b->overloads;
}

static bool told_before(const be_why *why, size_t i)
{
    for (size_t j = 0; j < i; j++) {
        if (pay_alike(&why->purchases[j], &why->purchases[i]))
            return true;
    }
    return false;
}

static purchase_group group_of(const be_why *why, size_t i)
{
    const be_why_purchase *first = &why->purchases[i];
    purchase_group group = {.first = first, .least_used = first->used};
    for (; i < why->purchase_count; i++) {
        const be_why_purchase *one = &why->purchases[i];
        if (!pay_alike(first, one))
            continue;
        group.count++;
        group.last = one->buy.month;
        group.break_even = one->break_even > group.break_even ? one->break_even : group.break_even;
        group.least_used = one->used < group.least_used ? one->used : group.least_used;
        group.most_used = one->used > group.most_used ? one->used : group.most_used;
    }
    return group;
}

/* "2026-12", "2026-12 to 2027-11, each", "2026-12 to 2027-11, 3 times". */
static const char *months_of(page *p, be_month start, const purchase_group *group)
{
    char from[WORDS_TEXT], to[WORDS_TEXT];
    int first = group->first->buy.month;
    words_month(start + first, from);
    words_month(start + group->last, to);
    if (group->count == 1)
        return page_printf(p, "%s", from);
    return group->last - first + 1 == (int)group->count
               ? page_printf(p, "%s to %s, each", from, to)
               : page_printf(p, "%s to %s, %zu times", from, to, group->count);
}

static void put_purchase(page *p, const purchase_group *group, const be_quote *quote)
{
    char what[WORDS_TEXT];
    const be_product *product = quote->product;
    words_purchase(&group->first->buy, product, what);
    page_bullet(p, PAGE_PLAIN,
                page_printf(p, "%s of %s: %s%s.", what,
                            months_of(p, quote->usage.horizon.start, group),
                            worth_of(p, group, product), use_of(p, group, product)));
}

static void put_purchases(page *p, const be_why *why, const be_quote *quote)
{
    size_t told = 0, more = 0;
    for (size_t i = 0; i < why->purchase_count; i++) {
        if (told_before(why, i))
            continue;
        const purchase_group group = group_of(why, i);
        if (told == PURCHASES_TOLD) {
            more += group.count;
            continue;
        }
        put_purchase(p, &group, quote);
        told++;
    }
    if (more > 0)
        page_bullet(p, PAGE_DIM,
                    page_printf(p, "And %zu purchases more: --format json has them all.", more));
}

/* -- other volumes ---------------------------------------------------------------------------- */

/* "from 7,363 to 10,987 images", "at 14 images only". */
static const char *proven_range(page *p, const be_why_range *range, const be_product *product)
{
    char from[WORDS_TEXT], to[WORDS_TEXT];
    words_units(range->to, product->unit, to);
    if (range->from == range->to && range->from_exact && range->to_exact)
        return page_printf(p, "Is the best at %s only", to);
    return page_printf(p, "Stays the best from %s%s to %s%s", range->from_exact ? "" : "at most ",
                       words_quantity(range->from, from), range->to_exact ? "" : "at least ", to);
}

/* What is known where not every volume is proven: where it is not the best any more. */
static const char *looked_at(page *p, const be_why_range *range, const char *unit, const char *when)
{
    char below[WORDS_TEXT], above[WORDS_TEXT];
    bool from = range->from_exact && range->from > 0;
    words_units(from ? range->from - 1 : 0, unit, below);
    words_units(range->to_exact ? range->to + 1 : range->to, unit, above);
    if (from && range->to_exact)
        return page_printf(p, "Is no longer the best at %s and at %s %s; not every volume between",
                           below, above, when);
    if (from)
        return page_printf(p, "Is no longer the best at %s %s; not every volume above", below,
                           when);
    if (range->to_exact)
        return page_printf(p, "Is no longer the best at %s %s; not every volume below", above,
                           when);
    return page_printf(p, "Is the best at %s %s as well; not every volume below", above, when);
}

static void put_range(page *p, const be_why_range *range, const be_quote *quote)
{
    if (!range->found)
        return;
    const char *when = quote->usage.horizon.months > 1 ? "in the first month" : "a month";
    page_bullet(
        p, PAGE_PLAIN,
        range->proven
            ? page_printf(p, "%s %s.", proven_range(p, range, quote->product), when)
            : page_printf(p, "%s was looked at.", looked_at(p, range, quote->product->unit, when)));
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
