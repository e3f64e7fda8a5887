/*
 * Readings of a product that every report shares.
 */
#ifndef BREAKEVEN_REPORT_PRODUCT_VIEW_H
#define BREAKEVEN_REPORT_PRODUCT_VIEW_H

#include <breakeven/catalog.h>

/* The price that a list of products shows: pay as you go, of a product with meters the first's. */
typedef struct headline {
    const be_tariff *tariff;
    be_amount price; /* of the first band */
    be_quantity per;
    const char *unit;
    const be_meter *meter; /* NULL: the product has none */
} headline;

/* Of a product that offers pay as you go. */
headline product_view_headline(const be_product *product);

#endif
