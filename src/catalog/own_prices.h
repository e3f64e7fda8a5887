/*
 * Prices of the user's own in single places of a catalogue: what a vendor does not publish, or
 * names on request only.
 *
 * In a file of the user's prices they stand in a list of their own, so that all else about a
 * product goes on to come from the shipped catalogue:
 *
 *     prices = ( { product = "alibaba/general-text";  package = "1k";  price = "75";
 *                  date = "2026-11-21"; } );
 *
 * An entry means the price of a package (`package`), of capacity by the term (`capacity` = "day",
 * "month" or "year"), of a meter (`meter`, with `use` = "batch" or "cached"), of a general package
 * (`general`), or else pay as you go; `band` counts from 1.
 */
#ifndef BREAKEVEN_CATALOG_OWN_PRICES_H
#define BREAKEVEN_CATALOG_OWN_PRICES_H

#include <stdbool.h>
#include <stddef.h>

#include <breakeven/price.h>

#include "catalog/catalog_load.h"
#include "config/problem.h"

typedef struct own_price {
    const be_product *product;
    be_price_place place;
    be_amount price;
    be_date date; /* on which it was entered */
} own_price;

/* Those in force, as the file had them or own_prices_use was given them. */
const own_price *own_prices(const catalog *loaded, size_t *count);

/*
 * Puts these prices in force in place of those that are: every product shows them from now on, as
 * entered by the user. Answers found before hold the old ones and are to be found anew. False, and
 * nothing changes, when there is no memory.
 */
bool own_prices_use(catalog *loaded, const own_price *prices, size_t count);

/* The price that the catalogue itself has in this place. */
be_amount own_prices_published(const catalog *loaded, const be_product *product,
                               const be_price_place *place);

/* Whether both mean the same place of the same prices. */
bool own_prices_same_place(const be_product *a, const be_price_place *of_a, const be_product *b,
                           const be_price_place *of_b);

/*
 * What a file of the user's prices holds once these are in it, for the caller to free and to write:
 * they take the place of what was written so before, and whatever else stands in the file stays as
 * it is. NULL when that cannot be.
 */
char *own_prices_text(const own_price *prices, size_t count, const char *path, size_t *size,
                      problems *found);

#endif
