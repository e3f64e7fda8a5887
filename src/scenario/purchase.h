/*
 * Purchases in words: the link between what people write ("10k", "8 QPS by the day", "2026-12")
 * and the engine's indices into a product's price list.
 */
#ifndef BREAKEVEN_SCENARIO_PURCHASE_H
#define BREAKEVEN_SCENARIO_PURCHASE_H

#include <stdbool.h>

#include <breakeven/catalog.h>
#include <breakeven/demand.h>

enum {
    PURCHASE_NO_TERM = -1,        /* a package has none */
    PURCHASE_FIRST_MONTH = -1,    /* the plan's first, whichever that is */
    PURCHASE_ERROR = 256,         /* room for any error */
    PURCHASE_TERMS_MAX = 36 * 31, /* the days of the longest plan */
};

typedef struct purchase_words {
    const char *item; /* a package's id, also a general one's, "qps" or "concurrency" */
    be_quantity count;
    int term;  /* be_term, of capacity */
    int terms; /* so many of them running */
    be_month month;
} purchase_words;

/*
 * Finds what the words name among the things that `product` sells. After false, `error` says what
 * is wrong with them ("unknown package ...") and nothing is stored.
 */
bool purchase_from_words(const purchase_words *words, const be_product *product, be_horizon horizon,
                         be_purchase *out, char error[PURCHASE_ERROR]);

/* The words for a purchase of `product`. The item's text is borrowed from the product. */
purchase_words purchase_to_words(const be_purchase *purchase, const be_product *product,
                                 be_horizon horizon);

/*
 * The general-purpose package of the product's provider that is called `id` and pays for `product`.
 * NULL with a sentence in `error` when there is none.
 */
const be_general_package *purchase_general(const char *id, const be_product *product,
                                           char error[PURCHASE_ERROR]);

/* The bare word for a term: "month", as in "by the month". Static. */
const char *purchase_term(be_term term);

/* Do these words name capacity, so that a term belongs to them? */
bool purchase_is_capacity(const char *item);

#endif
