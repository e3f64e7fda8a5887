#include "cli/prices.h"

#include <stdlib.h>
#include <string.h>

#include "cli/complain.h"
#include "cli/places.h"
#include "config/nearest.h"
#include "language/language.h"

catalog *prices_load(const globals *chosen, problems *found)
{
    if (chosen->catalogs.count > 0)
        return catalog_load_paths(chosen->catalogs.items, chosen->catalogs.count, NULL, found);
    char *own = places_prices();
    catalog *loaded = catalog_load_builtin(own, found);
    free(own);
    return loaded;
}

catalog *prices_open(const globals *chosen)
{
    problems found = {0};
    catalog *loaded = prices_load(chosen, &found);
    complain_problems(&found);
    problems_clear(&found);
    return loaded;
}

status prices_with(const invocation *call,
                   status (*use)(const invocation *call, const catalog *prices))
{
    catalog *prices = prices_open(call->globals);
    if (prices == NULL)
        return STATUS_DATA;
    status result = use(call, prices);
    catalog_destroy(prices);
    return result;
}

/* The first product of that id, whoever provides it. */
static const be_product *product_of_id(const be_catalog *view, const char *id)
{
    size_t count = be_catalog_product_count(view);
    for (size_t i = 0; i < count; i++) {
        const be_product *product = be_catalog_product(view, i);
        if (strcmp(product->id, id) == 0)
            return product;
    }
    return NULL;
}

/* A product whose provider was left out, or the one with the nearest key or id; NULL when none is
 * near. */
static const be_product *probably_meant(const be_catalog *view, const char *key)
{
    const be_product *near = product_of_id(view, key);
    if (near == NULL)
        near = be_catalog_nearest(view, key);
    if (near != NULL)
        return near;
    size_t count = be_catalog_product_count(view);
    nearest search = nearest_to(key);
    for (size_t i = 0; i < count; i++)
        nearest_offer(&search, be_catalog_product(view, i)->id);
    return search.best == NULL ? NULL : product_of_id(view, search.best);
}

/* How many products have the word in their key. */
static size_t count_with(const be_catalog *view, const char *word)
{
    size_t count = be_catalog_product_count(view), found = 0;
    for (size_t i = 0; i < count; i++)
        found += strstr(be_catalog_product(view, i)->key, word) != NULL;
    return found;
}

const be_product *prices_product(const catalog *prices, const char *key)
{
    const be_catalog *view = catalog_view(prices);
    const be_product *product = be_catalog_find(view, key);
    if (product != NULL)
        return product;
    const be_product *near = probably_meant(view, key);
    if (near != NULL)
        complain(STATUS_DATA, tr("unknown product \"%s\"; did you mean \"%s\"?"), key, near->key);
    else if (count_with(view, key) > 0)
        complain(STATUS_DATA,
                 tr("unknown product \"%s\"; \"breakeven products %s\" lists those like it"), key,
                 key);
    else
        complain(STATUS_DATA, tr("unknown product \"%s\"; \"breakeven products\" lists them"), key);
    return NULL;
}
