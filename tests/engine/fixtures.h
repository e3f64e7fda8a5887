/*
 * Products as vendors sell them, built in C: the examples that the tests of the engine share.
 *
 * Each function fills a box of the caller's and returns the product in it. A test may change the
 * box afterwards: that is how one product becomes many.
 */
#ifndef BREAKEVEN_TESTS_ENGINE_FIXTURES_H
#define BREAKEVEN_TESTS_ENGINE_FIXTURES_H

#include <breakeven/catalog.h>

enum { BOX_BANDS = 8, BOX_PACKAGES = 6, BOX_PRICES = 3, BOX_PRICE_BANDS = 4 };

/* A product and all that it points at. */
typedef struct product_box {
    be_product product;
    be_band bands[BOX_BANDS];
    be_package packages[BOX_PACKAGES];
    be_capacity_price prices[BOX_PRICES];
    be_band price_bands[BOX_PRICES][BOX_PRICE_BANDS];
} product_box;

/* A row of a price table: the last unit of the band (0: no end) and the price of one. */
typedef struct band_row {
    be_quantity up_to;
    const char *price;
    const char *flat; /* NULL: none */
} band_row;

/* A monthly tariff, by the unit, net, without minimum; `room` takes `count` bands. */
be_tariff make_tariff(be_tier_mode mode, be_band *room, const band_row *rows, size_t count);

/* A product with nothing but a flat pay-as-you-go price. */
const be_product *fixture_flat(product_box *box, const char *price);

/* Alibaba AI try-on refiner: graduated, 400 free for 90 days, 5 tasks at once, more queue. */
const be_product *fixture_refiner(product_box *box);

/*
 * Tencent image style transfer, international: volume tiers, opt-in, 50 free for a year, packages
 * 1k 10k 100k 1M 10M, 3 tasks at once and more to be bought by the day or month.
 */
const be_product *fixture_style_transfer(product_box *box);

/* Tencent face comparison: volume tiers, 10,000 free a month, packages, calls free under QPS. */
const be_product *fixture_face_compare(product_box *box);

/*
 * Alibaba VIAPI licence plates: graduated, 2 QPS, 5 with a package, up to 50 prepaid that replace
 * them and under which calls are free; no price of QPS or package is published.
 */
const be_product *fixture_licence_plate(product_box *box);

/* Alibaba OCR of identity cards: graduated, 200 free a month, 10 QPS, 10..90 more as an add-on. */
const be_product *fixture_id_card(product_box *box);

/* Baidu face detection under QPS: graduated prices in one order, added to 2 free QPS. */
const be_product *fixture_baidu_face(product_box *box);

#endif
