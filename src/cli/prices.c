#include "cli/prices.h"

#include <stdlib.h>
#include <string.h>

#include "cli/complain.h"
#include "cli/places.h"
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

/* A product whose provider was left out, or the one with the nearest key; NULL when none is near.
 */
static const be_product *probably_meant(const be_catalog *view, const char *key)
{
    size_t count = be_catalog_product_count(view);
    for (size_t i = 0; i < count; i++) {
        const be_product *product = be_catalog_product(view, i);
        if (strcmp(product->id, key) == 0)
            return product;
    }
    return be_catalog_nearest(view, key);
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
    else
        complain(STATUS_DATA, tr("unknown product \"%s\"; \"breakeven products\" lists them"), key);
    return NULL;
}
