/*
 * Catalogues: any text is read or refused, as a price file and as prices of the user's own; what is
 * read can be asked for a price.
 */
#include <breakeven/breakeven.h>

#include "catalog/catalog_load.h"
#include "catalog/load_over.h"
#include "folder.h"
#include "fuzz.h"

enum { QUOTED_PRODUCTS = 2 };

static const char file[] = "prices.cfg";

static void ask(const be_product *product)
{
    be_arena *arena = be_arena_create();
    const be_demand demand = {.volume = 1000, .concurrency = 4, .response = 500000};
    const be_horizon horizon = {be_month_of(2026, 12), 2};
    FUZZ_REQUIRE(arena != NULL);
    FUZZ_REQUIRE(be_quote_create(arena, product, &demand, horizon, (be_date){2026, 12, 1}) != NULL);
    be_arena_destroy(arena);
}

static void ask_all(const be_catalog *view)
{
    size_t asked = 0;
    for (size_t i = 0; i < view->provider_count; i++) {
        const be_provider *provider = view->providers[i];
        for (size_t k = 0; k < provider->product_count && asked < QUOTED_PRODUCTS; k++, asked++)
            ask(&provider->products[k]);
    }
}

static void load_file(void)
{
    const char *const files[] = {file};
    problems found = {0};
    catalog *loaded = catalog_load_paths(files, 1, NULL, &found);
    fuzz_check_problems(&found, loaded != NULL);
    if (loaded != NULL)
        ask_all(catalog_view(loaded));
    catalog_destroy(loaded);
    problems_clear(&found);
}

/* What the user's own prices lie over. */
static const be_catalog *beneath(void)
{
    static const char *const files[] = {FUZZ_BENEATH};
    static catalog *prices;
    if (prices == NULL) {
        problems found = {0};
        prices = catalog_load_paths(files, 1, NULL, &found);
        FUZZ_REQUIRE(prices != NULL && found.count == 0);
    }
    return catalog_view(prices);
}

static void load_overlay(void)
{
    problems found = {0};
    catalog *loaded = load_over(beneath(), file, &found);
    fuzz_check_problems(&found, loaded != NULL);
    catalog_destroy(loaded);
    problems_clear(&found);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    folder_enter();
    folder_write(file, data, size);
    load_file();
    load_overlay();
    return 0;
}
