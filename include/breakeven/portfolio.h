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

/* One way to buy, taken for every item of the portfolio. */
typedef struct be_portfolio_option {
    be_option_id id;
    size_t without;  /* items that do not sell it, or for which it cannot be taken */
    bool eligible;   /* it can be taken for every item at a known price */
    be_amount total; /* of the items that do have it; the whole only where `without` is 0 */
    be_amount month[BE_MONTHS_MAX];
    be_amount purchased; /* of it prepaid */
} be_portfolio_option;

typedef struct be_portfolio {
    const char *currency;
    const be_product *product; /* the first item's: how amounts of the currency are written */
    size_t item_count;
    be_horizon horizon;
    be_portfolio_option options[BE_OPTION_COUNT]; /* OWN: always without all items */
} be_portfolio;

/*
 * Adds up `count` quotes of one horizon, by currency, in the order in which currencies first
 * appear. A NULL quote is left out. Returns the portfolios, `*portfolio_count` of them, in `arena`;
 * NULL when there is no memory.
 */
const be_portfolio *be_portfolio_create(be_arena *arena, const be_quote *const *quotes,
                                        size_t count, size_t *portfolio_count);

#endif
