/*
 * The places of a product's prices: to list them, and to say which one is meant.
 */
#ifndef BREAKEVEN_PRICE_H
#define BREAKEVEN_PRICE_H

#include <stddef.h>

#include <breakeven/amount.h>
#include <breakeven/catalog.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum be_price_kind {
    BE_PRICE_PAYG,     /* a band of pay-as-you-go */
    BE_PRICE_METER,    /* a band of a meter, in one way of use */
    BE_PRICE_PACKAGE,  /* a package */
    BE_PRICE_CAPACITY, /* a band of capacity by the term */
    BE_PRICE_GENERAL   /* a general package of the provider that covers the product */
} be_price_kind;

typedef struct be_price_place {
    be_price_kind kind;
    size_t index; /* of the meter, package, capacity price or general package */
    be_use use;   /* of a meter */
    size_t band;
} be_price_place;

/* Every price of the product, in the order of the kinds. Returns how many there are; of these the
 * first `room` are in `out`. */
size_t be_price_places(const be_product *product, be_price_place *out, size_t room);

/* The price at one of these places, and where it stands; the source may be NULL. */
be_amount be_price_at(const be_product *product, const be_price_place *place);
const be_source *be_price_source_at(const be_product *product, const be_price_place *place);

/* The tariff that a place is a band of; NULL of a package. */
const be_tariff *be_price_tariff_at(const be_product *product, const be_price_place *place);

#ifdef __cplusplus
}
#endif

#endif
