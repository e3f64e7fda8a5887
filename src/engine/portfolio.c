#include <breakeven/portfolio.h>

#include <string.h>

#include "quoting.h"

static void add_option(be_portfolio_option *sum, const be_option *option, int months)
{
    if (!be_option_eligible(option)) {
        sum->without++;
        return;
    }
    sum->total = be_amount_add(sum->total, option->bill.total);
    sum->purchased = be_amount_add(sum->purchased, option->bill.purchased);
    sum->tax = be_amount_add(sum->tax, option->bill.tax);
    for (int t = 0; t < months; t++)
        sum->month[t] = be_amount_add(sum->month[t], option->bill.month[t].total);
}

/* The portfolio of a currency: one that there is, or the next free one. */
static be_portfolio *portfolio_of(be_portfolio *all, size_t *count, const be_quote *quote)
{
    const char *currency = quote->product->currency;
    for (size_t i = 0; i < *count; i++) {
        if (strcmp(all[i].currency, currency) == 0)
            return &all[i];
    }
    be_portfolio *fresh = &all[(*count)++];
    fresh->currency = currency;
    fresh->product = quote->product;
    fresh->horizon = quote->usage.horizon;
    for (int id = 0; id < BE_OPTION_COUNT; id++)
        fresh->options[id].id = (be_option_id)id;
    fresh->options[BE_OPTION_BEST].proven = true;
    return fresh;
}

static bool same_currency(const be_quote *a, const be_quote *b)
{
    return a != NULL && b != NULL && strcmp(a->product->currency, b->product->currency) == 0;
}

static bool planned_before(const be_quote *const *quotes, size_t at)
{
    for (size_t i = 0; i < at; i++) {
        if (quotes[i] != NULL && quotes[i]->product == quotes[at]->product)
            return true;
    }
    return false;
}

/* Whether an item before, in its currency, shares points with it: their bound is one. */
static bool bound_before(const be_quote *const *quotes, size_t at)
{
    for (size_t i = 0; i < at; i++) {
        if (same_currency(quotes[i], quotes[at]) && quotes[i]->shared == quotes[at]->shared)
            return true;
    }
    return false;
}

static void add_bound(be_portfolio_option *best, const be_quote *const *quotes, size_t at)
{
    const be_plan_proof *shared = quotes[at]->shared;
    best->proven = best->proven && quotes[at]->options[BE_OPTION_BEST].schedule.proven;
    if (shared == NULL)
        best->bound = be_amount_add(best->bound, quotes[at]->bound);
    else if (!bound_before(quotes, at))
        best->bound = be_amount_add(best->bound, shared->bound);
}

/* How many portfolios there will be. */
static size_t count_currencies(const be_quote *const *quotes, size_t count)
{
    size_t currencies = 0;
    for (size_t i = 0; i < count; i++) {
        bool seen = quotes[i] == NULL;
        for (size_t j = i; j > 0 && !seen; j--)
            seen = same_currency(quotes[j - 1], quotes[i]);
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

const be_portfolio *be_portfolio_create(be_arena *arena, const be_quote *const *quotes,
                                        size_t count, size_t *portfolio_count)
{
    be_portfolio *all = be_arena_alloc(arena, count_currencies(quotes, count) + 1, sizeof *all);
    *portfolio_count = 0;
    if (all == NULL)
        return NULL;
    for (size_t i = 0; i < count; i++) {
        if (quotes[i] == NULL)
            continue;
        be_portfolio *sum = portfolio_of(all, portfolio_count, quotes[i]);
        if (planned_before(quotes, i))
            sum->twice = quotes[i]->product;
        sum->item_count++;
        for (int id = 0; id < BE_OPTION_COUNT; id++)
            add_option(&sum->options[id], &quotes[i]->options[id], sum->horizon.months);
        add_bound(&sum->options[BE_OPTION_BEST], quotes, i);
    }
    for (size_t i = 0; i < *portfolio_count; i++)
        conclude(&all[i]);
    return all;
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
