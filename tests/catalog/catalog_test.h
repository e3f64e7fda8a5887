/*
 * Small catalogues for tests.
 */
#ifndef BREAKEVEN_TESTS_CATALOG_TEST_H
#define BREAKEVEN_TESTS_CATALOG_TEST_H

#include "config/config_test.h"

#include "catalog/catalog_load.h"

/* The beginning of a file of provider `id`, up to its products. */
#define PROVIDER(id, name)                                                                         \
    "format = 1; provider = { id = \"" id "\"; name = \"" name "\"; };\n"                          \
    "sources = ( { id = \"list\"; title = \"Price list\"; address = \"example.org/" id             \
    "\"; date = \"2026-01-21\"; confidence = \"vendor\"; } );\n"

/* A product that costs `price` for each call. */
#define PRODUCT(id, price)                                                                         \
    "{ id = \"" id "\"; name = \"" id "\"; currency = \"USD\"; unit = \"call\"; source = "         \
    "\"list\"; deduction = [ \"payg\" ];\n"                                                        \
    "  payg = { tiers = \"flat\"; bands = ( { price = \"" price "\"; } ); }; }"

#define PRODUCTS(list) "products = ( " list " );\n"

/* The price that product `key` has in its first band. */
static inline void assert_price(const catalog *loaded, const char *key, const char *expected)
{
    char price[BE_AMOUNT_TEXT];
    const be_product *product = be_catalog_find(catalog_view(loaded), key);
    assert_non_null(product);
    be_amount_format(product->payg.tariff.bands[0].price, price);
    assert_string_equal(price, expected);
}

/* Loads the file `name` of a sandbox, which must have no mistake. */
static inline catalog *load_one(const sandbox *home, const char *name)
{
    problems found = {0};
    char *path = sandbox_path(home, name);
    const char *const paths[] = {path};
    catalog *loaded = catalog_load_paths(paths, 1, NULL, &found);
    assert_problems(&found, "");
    assert_non_null(loaded);
    free(path);
    return loaded;
}

#endif
