#include <breakeven/portfolio.h>

#include <string.h>

#include "amount_ops.h"
#include "quoting.h"

/*
 * Sums stand in two levels: of so many parts each, and of those sums. Another part then costs one
 * block and the sum of the blocks; nothing is ever taken off a sum.
 */
enum { BLOCK_PARTS = 32 };

typedef struct block {
    be_portfolio_option options[BE_OPTION_COUNT]; /* the bound: of parts that share nothing */
    bool any_shared;
    bool stale;
} block;

/* The parts of one currency. */
typedef struct level {
    const be_portfolio_part **parts;
    size_t count;
    block *blocks;
    bool stale; /* a block is */
} level;

/* Where a part is, if it is any. */
typedef struct place {
    size_t level, at;
} place;

struct be_portfolio_sums {
    be_portfolio *all;
    level *levels; /* of each of these */
    size_t count;
    place *places;
};

static void clear_options(be_portfolio_option *options)
{
    for (int id = 0; id < BE_OPTION_COUNT; id++)
        options[id] = (be_portfolio_option){.id = (be_option_id)id};
    options[BE_OPTION_BEST].proven = true;
}

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

static void add_sum(be_portfolio_option *sum, const be_portfolio_option *more, int months)
{
    sum->without += more->without;
    sum->total = amount_add(sum->total, more->total);
    sum->purchased = amount_add(sum->purchased, more->purchased);
    sum->tax = amount_add(sum->tax, more->tax);
    for (int t = 0; t < months; t++)
        sum->month[t] = amount_add(sum->month[t], more->month[t]);
    sum->bound = amount_add(sum->bound, more->bound);
    sum->proven = sum->proven && more->proven;
}

/* -- one level of a currency --------------------------------------------------------------------
 */

static void add_up_block(const level *l, size_t number, int months)
{
    block *sum = &l->blocks[number];
    be_portfolio_option *best = &sum->options[BE_OPTION_BEST];
    size_t first = number * BLOCK_PARTS, last = first + BLOCK_PARTS;
    *sum = (block){.stale = false};
    clear_options(sum->options);
    for (size_t i = first; i < last && i < l->count; i++) {
        const be_portfolio_part *part = l->parts[i];
        for (int id = 0; id < BE_OPTION_COUNT; id++)
            add_option(&sum->options[id], &part->options[id], months);
        best->proven = best->proven && part->proven;
        sum->any_shared = sum->any_shared || part->shared;
        if (!part->shared)
            best->bound = amount_add(best->bound, part->bound);
    }
}

/* The next part from `i` on that shares points; `count` where there is none. */
static size_t next_shared(const level *l, size_t i)
{
    while (i < l->count && !l->parts[i]->shared) {
        bool skip = i % BLOCK_PARTS == 0 && !l->blocks[i / BLOCK_PARTS].any_shared;
        i += skip ? BLOCK_PARTS : 1;
    }
    return i < l->count ? i : l->count;
}

/* Items of a provider that share points have one bound. */
static bool bound_before(const level *l, size_t at)
{
    for (size_t i = next_shared(l, 0); i < at; i = next_shared(l, i + 1)) {
        if (l->parts[i]->product->provider == l->parts[at]->product->provider)
            return true;
    }
    return false;
}

static void add_shared_bounds(const level *l, be_portfolio_option *best)
{
    for (size_t i = next_shared(l, 0); i < l->count; i = next_shared(l, i + 1)) {
        if (!bound_before(l, i))
            best->bound = amount_add(best->bound, l->parts[i]->bound);
    }
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

static void add_up_level(level *l, be_portfolio *sum)
{
    size_t blocks = (l->count + BLOCK_PARTS - 1) / BLOCK_PARTS;
    clear_options(sum->options);
    for (size_t i = 0; i < blocks; i++) {
        if (l->blocks[i].stale)
            add_up_block(l, i, sum->horizon.months);
        for (int id = 0; id < BE_OPTION_COUNT; id++)
            add_sum(&sum->options[id], &l->blocks[i].options[id], sum->horizon.months);
    }
    add_shared_bounds(l, &sum->options[BE_OPTION_BEST]);
    conclude(sum);
    l->stale = false;
}

/* The last of the products that is planned a second time. */
static const be_product *planned_twice(const be_product *const *products, size_t count)
{
    for (size_t i = count; i-- > 0;) {
        for (size_t j = 0; j < i; j++) {
            if (products[j] == products[i])
                return products[i];
        }
    }
    return NULL;
}

/* -- all currencies ------------------------------------------------------------------------------
 */

/* The index of a currency: one that there is, or the next free one. */
static size_t find_level(const be_portfolio *all, size_t count, const be_portfolio_part *part)
{
    size_t i = 0;
    while (i < count && strcmp(all[i].currency, part->product->currency) != 0)
        i++;
    return i;
}

/* Gives every part its place; `all` and `levels` have room for as many as there are parts. */
static void place_parts(be_portfolio_sums *s, const be_portfolio_part *const *parts, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (parts[i] == NULL)
            continue;
        size_t at = find_level(s->all, s->count, parts[i]);
        if (at == s->count)
            s->all[s->count++] = (be_portfolio){.currency = parts[i]->product->currency,
                                                .product = parts[i]->product,
                                                .horizon = parts[i]->horizon};
        s->places[i] = (place){at, s->levels[at].count++};
    }
}

static bool fill_level(be_arena *arena, const be_portfolio_sums *s, size_t which,
                       const be_portfolio_part *const *parts, size_t count)
{
    level *l = &s->levels[which];
    size_t blocks = (l->count + BLOCK_PARTS - 1) / BLOCK_PARTS;
    const be_product **products = be_arena_alloc(arena, l->count, sizeof *products);
    l->parts = be_arena_alloc(arena, l->count, sizeof *l->parts);
    l->blocks = be_arena_alloc(arena, blocks, sizeof *l->blocks);
    if (products == NULL || l->parts == NULL || l->blocks == NULL)
        return false;
    for (size_t i = 0; i < count; i++) {
        if (parts[i] == NULL || s->places[i].level != which)
            continue;
        l->parts[s->places[i].at] = parts[i];
        products[s->places[i].at] = parts[i]->product;
    }
    for (size_t i = 0; i < blocks; i++)
        l->blocks[i].stale = true;
    l->stale = true;
    s->all[which].item_count = l->count;
    s->all[which].twice = planned_twice(products, l->count);
    return true;
}

/* How many portfolios there will be, and one more. 0 when there is no memory. */
static size_t count_currencies(be_arena *arena, const be_portfolio_part *const *parts, size_t count)
{
    const char **seen = be_arena_alloc(arena, count + 1, sizeof *seen);
    size_t currencies = 0;
    for (size_t i = 0; seen != NULL && i < count; i++) {
        size_t j = 0;
        while (parts[i] != NULL && j < currencies &&
               strcmp(seen[j], parts[i]->product->currency) != 0)
            j++;
        if (parts[i] != NULL && j == currencies)
            seen[currencies++] = parts[i]->product->currency;
    }
    return seen == NULL ? 0 : currencies + 1;
}

be_portfolio_sums *be_portfolio_sums_create(be_arena *arena, const be_portfolio_part *const *parts,
                                            size_t count)
{
    size_t most = count_currencies(arena, parts, count);
    be_portfolio_sums *s = be_arena_alloc(arena, 1, sizeof *s);
    if (s == NULL || most == 0)
        return NULL;
    s->all = be_arena_alloc(arena, most, sizeof *s->all);
    s->levels = be_arena_alloc(arena, most, sizeof *s->levels);
    s->places = be_arena_alloc(arena, count + 1, sizeof *s->places);
    if (s->all == NULL || s->levels == NULL || s->places == NULL)
        return NULL;
    place_parts(s, parts, count);
    for (size_t i = 0; i < s->count; i++) {
        if (!fill_level(arena, s, i, parts, count))
            return NULL;
    }
    return s;
}

void be_portfolio_sums_change(be_portfolio_sums *s, size_t index)
{
    level *l = &s->levels[s->places[index].level];
    l->blocks[s->places[index].at / BLOCK_PARTS].stale = true;
    l->stale = true;
}

const be_portfolio *be_portfolio_sums_all(be_portfolio_sums *s, size_t *portfolio_count)
{
    for (size_t i = 0; i < s->count; i++) {
        if (s->levels[i].stale)
            add_up_level(&s->levels[i], &s->all[i]);
    }
    *portfolio_count = s->count;
    return s->all;
}

const be_portfolio *be_portfolio_add_up(be_arena *arena, const be_portfolio_part *const *parts,
                                        size_t count, size_t *portfolio_count)
{
    be_portfolio_sums *s = be_portfolio_sums_create(arena, parts, count);
    *portfolio_count = 0;
    return s == NULL ? NULL : be_portfolio_sums_all(s, portfolio_count);
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
