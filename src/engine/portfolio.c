#include <breakeven/portfolio.h>

#include <string.h>

#include "amount_ops.h"
#include "quoting.h"

static void add_option(be_portfolio_option *sum, const be_portfolio_part_option *option, int months)
{
    if (!option->eligible) {
        sum->without++;
        return;
    }
    sum->total = amount_add(sum->total, option->total);
    sum->purchased = amount_add(sum->purchased, option->purchased);
    sum->tax = amount_add(sum->tax, option->tax);
    for (int t = 0; t < months; t++)
        sum->month[t] = amount_add(sum->month[t], option->month[t]);
}

static be_portfolio *find(be_portfolio *all, size_t count, const char *currency)
{
    for (size_t i = 0; i < count; i++) {
        if (strcmp(all[i].currency, currency) == 0)
            return &all[i];
    }
    return NULL;
}

/* The portfolio of a currency: one that there is, or the next free one. */
static be_portfolio *portfolio_of(be_portfolio *all, size_t *count, const be_portfolio_part *part)
{
    be_portfolio *known = find(all, *count, part->product->currency);
    if (known != NULL)
        return known;
    be_portfolio *fresh = &all[(*count)++];
    fresh->currency = part->product->currency;
    fresh->product = part->product;
    fresh->horizon = part->horizon;
    for (int id = 0; id < BE_OPTION_COUNT; id++)
        fresh->options[id].id = (be_option_id)id;
    fresh->options[BE_OPTION_BEST].proven = true;
    return fresh;
}

static bool same_currency(const be_portfolio_part *a, const be_portfolio_part *b)
{
    return a != NULL && b != NULL && strcmp(a->product->currency, b->product->currency) == 0;
}

static bool planned_before(const be_portfolio_part *const *parts, size_t at)
{
    for (size_t i = 0; i < at; i++) {
        if (parts[i] != NULL && parts[i]->product == parts[at]->product)
            return true;
    }
    return false;
}

/* The last of the currency's products that is planned a second time. */
static const be_product *planned_twice(const be_portfolio_part *const *parts, size_t count,
                                       const char *currency)
{
    for (size_t i = count; i-- > 0;) {
        if (parts[i] != NULL && strcmp(parts[i]->product->currency, currency) == 0 &&
            planned_before(parts, i))
            return parts[i]->product;
    }
    return NULL;
}

/* Whether an item before, in its currency, shares points with it: their bound is one. */
static bool bound_before(const be_portfolio_part *const *parts, size_t at)
{
    for (size_t i = 0; i < at; i++) {
        if (same_currency(parts[i], parts[at]) && parts[i]->shared &&
            parts[i]->product->provider == parts[at]->product->provider)
            return true;
    }
    return false;
}

static void add_bound(be_portfolio_option *best, const be_portfolio_part *const *parts, size_t at)
{
    best->proven = best->proven && parts[at]->proven;
    if (!parts[at]->shared || !bound_before(parts, at))
        best->bound = amount_add(best->bound, parts[at]->bound);
}

/* How many portfolios there will be. */
static size_t count_currencies(const be_portfolio_part *const *parts, size_t count)
{
    size_t currencies = 0;
    for (size_t i = 0; i < count; i++) {
        bool seen = parts[i] == NULL;
        for (size_t j = i; j > 0 && !seen; j--)
            seen = same_currency(parts[j - 1], parts[i]);
        currencies += seen ? 0 : 1;
    }
    return currencies;
}

static void conclude(be_portfolio *sum)
{
    for (int id = 0; id < BE_OPTION_COUNT; id++) {
        be_portfolio_option *option = &sum->options[id];
        option->eligible = option->without == 0 && be_amount_is_known(option->total);
    }
}

static void take_option(const be_option *option, int months, be_portfolio_part_option *out)
{
    *out = (be_portfolio_part_option){.eligible = be_option_eligible(option)};
    if (!out->eligible)
        return;
    out->total = option->bill.total;
    out->purchased = option->bill.purchased;
    out->tax = option->bill.tax;
    for (int t = 0; t < months; t++)
        out->month[t] = option->bill.month[t].total;
}

void be_portfolio_part_of(const be_quote *quote, be_portfolio_part *out)
{
    out->product = quote->product;
    out->horizon = quote->usage.horizon;
    for (int id = 0; id < BE_OPTION_COUNT; id++)
        take_option(&quote->options[id], out->horizon.months, &out->options[id]);
    out->proven = quote->options[BE_OPTION_BEST].schedule.proven;
    out->shared = quote->shared != NULL;
    out->bound = out->shared ? quote->shared->bound : quote->bound;
}

be_portfolio *be_portfolio_add_up(be_arena *arena, const be_portfolio_part *const *parts,
                                  size_t count, size_t *portfolio_count)
{
    be_portfolio *all = be_arena_alloc(arena, count_currencies(parts, count) + 1, sizeof *all);
    *portfolio_count = 0;
    if (all == NULL)
        return NULL;
    for (size_t i = 0; i < count; i++) {
        if (parts[i] == NULL)
            continue;
        be_portfolio *sum = portfolio_of(all, portfolio_count, parts[i]);
        sum->item_count++;
        for (int id = 0; id < BE_OPTION_COUNT; id++)
            add_option(&sum->options[id], &parts[i]->options[id], sum->horizon.months);
        add_bound(&sum->options[BE_OPTION_BEST], parts, i);
    }
    for (size_t i = 0; i < *portfolio_count; i++) {
        all[i].twice = planned_twice(parts, count, all[i].currency);
        conclude(&all[i]);
    }
    return all;
}

const be_portfolio *be_portfolio_create(be_arena *arena, const be_quote *const *quotes,
                                        size_t count, size_t *portfolio_count)
{
    be_portfolio_part *parts = be_arena_alloc(arena, count + 1, sizeof *parts);
    const be_portfolio_part **places = be_arena_alloc(arena, count + 1, sizeof *places);
    *portfolio_count = 0;
    if (parts == NULL || places == NULL)
        return NULL;
    for (size_t i = 0; i < count; i++) {
        if (quotes[i] == NULL)
            continue;
        be_portfolio_part_of(quotes[i], &parts[i]);
        places[i] = &parts[i];
    }
    return be_portfolio_add_up(arena, places, count, portfolio_count);
}

/* -- one part for another ---------------------------------------------------------------------- */

static void swap_amount(be_amount *sum, be_amount old, be_amount with)
{
    *sum = amount_add(be_amount_sub(*sum, old), with);
}

/* A sum past the range does not tell what it was the sum of. */
static bool option_can_swap(const be_portfolio_option *sum, const be_portfolio_part_option *old,
                            const be_portfolio_part_option *with)
{
    be_amount total = sum->total;
    if (old->eligible != with->eligible)
        return false;
    swap_amount(&total, old->total, with->total);
    return be_amount_is_known(sum->total) && be_amount_is_known(total) &&
           be_amount_is_known(sum->tax) && be_amount_is_known(with->tax);
}

static bool can_swap(const be_portfolio *sum, const be_portfolio_part *old,
                     const be_portfolio_part *with)
{
    const be_portfolio_option *best = &sum->options[BE_OPTION_BEST];
    for (int id = 0; id < BE_OPTION_COUNT; id++) {
        if (!option_can_swap(&sum->options[id], &old->options[id], &with->options[id]))
            return false;
    }
    return old->product == with->product && old->horizon.start == with->horizon.start &&
           old->horizon.months == with->horizon.months && old->proven == with->proven &&
           !old->shared && !with->shared && be_amount_is_known(best->bound) &&
           be_amount_is_known(with->bound);
}

static void swap_option(be_portfolio_option *sum, const be_portfolio_part_option *old,
                        const be_portfolio_part_option *with, int months)
{
    swap_amount(&sum->total, old->total, with->total);
    swap_amount(&sum->purchased, old->purchased, with->purchased);
    swap_amount(&sum->tax, old->tax, with->tax);
    for (int t = 0; t < months; t++)
        swap_amount(&sum->month[t], old->month[t], with->month[t]);
}

bool be_portfolio_replace(be_portfolio *portfolios, size_t count, const be_portfolio_part *old,
                          const be_portfolio_part *with)
{
    be_portfolio *sum = find(portfolios, count, old->product->currency);
    if (sum == NULL || !can_swap(sum, old, with))
        return false;
    for (int id = 0; id < BE_OPTION_COUNT; id++)
        swap_option(&sum->options[id], &old->options[id], &with->options[id], sum->horizon.months);
    swap_amount(&sum->options[BE_OPTION_BEST].bound, old->bound, with->bound);
    return true;
}

be_ratio be_portfolio_gap(const be_portfolio *portfolio)
{
    const be_portfolio_option *best = &portfolio->options[BE_OPTION_BEST];
    if (!best->eligible)
        return BE_RATIO_ONE;
    return best->proven ? 0 : quote_gap_of(best->total, best->bound);
}

/* -- in one currency --------------------------------------------------------------------------- */

static bool find_rate(const be_exchange *rates, size_t count, const char *from, const char *to,
                      be_ratio *out)
{
    *out = BE_RATIO_ONE;
    if (strcmp(from, to) == 0)
        return true;
    for (size_t i = 0; i < count; i++) {
        if (strcmp(rates[i].from, from) == 0) {
            *out = rates[i].rate;
            return true;
        }
    }
    return false;
}

static void add_converted(be_amount *sum, be_amount amount, be_ratio rate)
{
    *sum = be_amount_add(*sum, be_amount_scale(amount, rate));
}

static void convert_option(be_portfolio_option *sum, const be_portfolio_option *option,
                           be_ratio rate, int months)
{
    sum->without += option->without;
    add_converted(&sum->total, option->total, rate);
    add_converted(&sum->purchased, option->purchased, rate);
    add_converted(&sum->tax, option->tax, rate);
    add_converted(&sum->bound, option->bound, rate);
    sum->proven = sum->proven && option->proven;
    for (int t = 0; t < months; t++)
        add_converted(&sum->month[t], option->month[t], rate);
}

bool be_portfolio_convert(const be_portfolio *portfolios, size_t count, const be_exchange *rates,
                          size_t rate_count, const char *to, be_portfolio *out)
{
    *out = (be_portfolio){.currency = to};
    for (int id = 0; id < BE_OPTION_COUNT; id++)
        out->options[id].id = (be_option_id)id;
    out->options[BE_OPTION_BEST].proven = true;
    for (size_t i = 0; i < count; i++) {
        const be_portfolio *from = &portfolios[i];
        be_ratio rate;
        if (!find_rate(rates, rate_count, from->currency, to, &rate))
            return false;
        out->horizon = from->horizon;
        out->item_count += from->item_count;
        if (out->product == NULL && strcmp(from->currency, to) == 0)
            out->product = from->product;
        for (int id = 0; id < BE_OPTION_COUNT; id++)
            convert_option(&out->options[id], &from->options[id], rate, from->horizon.months);
    }
    conclude(out);
    return true;
}
