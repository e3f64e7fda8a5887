/*
 * Portfolios: the quotes of a whole plan, added up. Two currencies are never added: a plan has one
 * portfolio for each.
 */
#ifndef BREAKEVEN_PORTFOLIO_H
#define BREAKEVEN_PORTFOLIO_H

#include <stdbool.h>
#include <stddef.h>

#include <breakeven/amount.h>
#include <breakeven/arena.h>
#include <breakeven/quote.h>

#ifdef __cplusplus
extern "C" {
#endif

/* One way to buy, taken for every item of the portfolio. */
typedef struct be_portfolio_option {
    be_option_id id;
    size_t without;  /* items that do not sell it, or for which it cannot be taken */
    bool eligible;   /* it can be taken for every item at a known price */
    be_amount total; /* of the items that do have it; the whole only where `without` is 0 */
    be_amount month[BE_MONTHS_MAX];
    be_amount purchased; /* of it prepaid */
    be_amount tax;       /* on the total, not in it */
    be_amount bound; /* of BEST: nothing feasible costs less for all items; missing: not known */
    bool proven;     /* of BEST: nothing feasible costs less than its total */
} be_portfolio_option;

typedef struct be_portfolio {
    const char *currency;
    const be_product *product; /* the first item's: how amounts of the currency are written */
    size_t item_count;
    be_horizon horizon;
    be_portfolio_option options[BE_OPTION_COUNT]; /* OWN: without items that pin nothing */
    const be_product *twice; /* planned by two items, each with free quota and tiers of its own; or
                                NULL */
} be_portfolio;

/*
 * How much cheaper than BEST another plan for all items could at most be, as be_quote_gap: 0 where
 * it is proven, 1 where nothing is known.
 */
be_ratio be_portfolio_gap(const be_portfolio *portfolio);

/* So much of one currency is one of another. */
typedef struct be_exchange {
    const char *from;
    be_ratio rate;
} be_exchange;

/*
 * Adds up `count` quotes of one horizon, by currency, in the order in which currencies first
 * appear. A NULL quote is left out. Returns the portfolios, `*portfolio_count` of them, in `arena`;
 * NULL when there is no memory.
 */
const be_portfolio *be_portfolio_create(be_arena *arena, const be_quote *const *quotes,
                                        size_t count, size_t *portfolio_count);

/*
 * What a portfolio takes from a quote, and no more: a tenth of its size and without pointers into
 * it, for whoever cannot keep the quotes of a large plan all at once.
 */
typedef struct be_portfolio_part_option {
    bool eligible; /* be_option_eligible; the amounts of any other are 0 */
    be_amount total, purchased, tax;
    be_amount month[BE_MONTHS_MAX];
} be_portfolio_part_option;

typedef struct be_portfolio_part {
    const be_product *product;
    be_horizon horizon;
    be_portfolio_part_option options[BE_OPTION_COUNT];
    bool proven;     /* of BEST */
    bool shared;     /* it shares points: the bound is that of all items of the provider that do */
    be_amount bound; /* of BEST */
} be_portfolio_part;

void be_portfolio_part_of(const be_quote *quote, be_portfolio_part *out);

/* be_portfolio_create of the quotes of a plan that these are parts of; a NULL part is left out. */
const be_portfolio *be_portfolio_add_up(be_arena *arena, const be_portfolio_part *const *parts,
                                        size_t count, size_t *portfolio_count);

/*
 * The same while parts change one by one: a change costs some dozen additions, not one for each
 * part. What be_portfolio_sums_all returns is always what be_portfolio_add_up would.
 */
typedef struct be_portfolio_sums be_portfolio_sums;

/* Everything lives in `arena`; the parts themselves are borrowed. NULL when there is no memory. */
be_portfolio_sums *be_portfolio_sums_create(be_arena *arena, const be_portfolio_part *const *parts,
                                            size_t count);

/* The part at `index`, which is not NULL, has changed: in anything but its product and horizon. */
void be_portfolio_sums_change(be_portfolio_sums *sums, size_t index);

/* Valid until the next change. */
const be_portfolio *be_portfolio_sums_all(be_portfolio_sums *sums, size_t *portfolio_count);

/*
 * All portfolios as one in the currency `to`, each converted at its rate (its own currency at 1)
 * and rounded half away from zero at the 18th decimal. False where the rate of a currency is not
 * given. `out->product` is that of the first portfolio in `to`, or NULL.
 */
bool be_portfolio_convert(const be_portfolio *portfolios, size_t count, const be_exchange *rates,
                          size_t rate_count, const char *to, be_portfolio *out);

#ifdef __cplusplus
}
#endif

#endif
