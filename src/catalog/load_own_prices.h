/*
 * Reading the list of the user's own prices. Private to the loader, as load.h.
 */
#ifndef BREAKEVEN_CATALOG_LOAD_OWN_PRICES_H
#define BREAKEVEN_CATALOG_LOAD_OWN_PRICES_H

#include "catalog/own_prices.h"
#include "config/document.h"
#include "config/reader.h"

/* An entry as it is written: by names, which are looked up once all files have been read. */
typedef struct written_price {
    const char *product;
    const char *package, *meter, *general; /* NULL: not that */
    int term;                              /* be_term, or -1 */
    int use;                               /* be_use */
    int band;                              /* from 1 */
    be_amount price;
    be_date date;
    int line; /* where it stands */
} written_price;

extern const reader_record load_own_price_record; /* written_price */

/* Finds the place that is meant; the product is NULL when the catalogue has none such. False when
 * there is no memory. */
bool load_own_price(const be_catalog *view, const written_price *written, be_arena *arena,
                    own_price *out);

#endif
