/* Loading: what is written in a file arrives in the engine's types. */
#include "catalog_test.h"

static void shipped_catalogues_have_no_mistake(void **state)
{
    (void)state;
    problems found = {0};
    catalog *loaded = catalog_load_builtin(NULL, &found);
    assert_problems(&found, "");
    assert_non_null(loaded);
    assert_non_null(be_catalog_find(catalog_view(loaded), "tencent/image-style-transfer"));
    assert_non_null(be_catalog_find(catalog_view(loaded), "alibaba/aitryon-refiner"));
    assert_non_null(be_catalog_find(catalog_view(loaded), "viapi/license-plate"));
    catalog_destroy(loaded);
}

static void products_know_their_provider(void **state)
{
    (void)state;
    problems found = {0};
    catalog *loaded = catalog_load_builtin(NULL, &found);
    assert_non_null(loaded);
    const be_catalog *view = catalog_view(loaded);
    for (size_t i = 0; i < be_catalog_product_count(view); i++) {
        const be_product *product = be_catalog_product(view, i);
        const char *id = product->provider->id;
        assert_memory_equal(product->key, id, strlen(id));
        assert_ptr_equal(be_catalog_find(view, product->key), product);
        assert_non_null(product->source);
    }
    catalog_destroy(loaded);
}

static void assert_chinese(const be_product *product)
{
    bool has = product->name_zh != NULL && product->category_zh != NULL && product->unit_zh != NULL;
    for (size_t i = 0; i < product->note_count; i++)
        has = has && product->notes[i].text_zh != NULL;
    for (size_t i = 0; i < product->meter_count; i++)
        has = has && product->meters[i].name_zh != NULL && product->meters[i].unit_zh != NULL;
    if (!has)
        fail_msg("%s has a text without its Chinese twin", product->key);
}

static void shipped_products_have_chinese_texts(void **state)
{
    (void)state;
    problems found = {0};
    catalog *loaded = catalog_load_builtin(NULL, &found);
    assert_non_null(loaded);
    const be_catalog *view = catalog_view(loaded);
    for (size_t i = 0; i < be_catalog_product_count(view); i++)
        assert_chinese(be_catalog_product(view, i));
    catalog_destroy(loaded);
}

static const char full[] =
    "format = 1;\n"
    "products = (\n"
    "  { id = \"resize\"; name = \"Resize\"; name_zh = \"\xE7\xBC\xA9\xE6\x94\xBE\";\n"
    "    category = \"image\"; region = \"World\"; currency = \"EUR\"; unit = \"image\";\n"
    "    source = \"list\"; deduction = [ \"qps\", \"free\", \"package\", \"payg\" ];\n"
    "    free = { quantity = \"1,000\"; every = \"month\"; source = \"old\"; };\n"
    "    payg = { tiers = \"volume\"; opt_in = true; per = \"1,000\"; block = \"100\";\n"
    "             minimum = \"2.5\"; position = \"gross\"; period = \"day\"; flat_at_zero = true;\n"
    "             bands = ( { from = \"0\"; up_to = \"9,999\"; price = \"0.8\"; flat = \"1\"; },\n"
    "                       { from = \"10,000\"; price = \"quote\"; source = \"old\"; } ); };\n"
    "    packages = ( { id = \"1k\"; size = \"1_000\"; price = \"75\"; valid = \"12 months\"; },\n"
    "                 { id = \"2k\"; size = \"2 000\"; price = \"unknown\"; valid = \"90 days\"; } "
    ");\n"
    "    limits = { qps = \"2\"; with_package = \"5\"; rps = \"10\"; concurrency = \"unlimited\";\n"
    "               over = \"queue\"; source = \"old\"; };\n"
    "    capacity = { adds_to = \"concurrency\"; additive = true; calls_free = true;\n"
    "                 min = \"2\"; max = \"50\";\n"
    "                 prices = ( { per = \"day\"; price = \"200\"; },\n"
    "                            { per = \"month\"; tiers = \"graduated\";\n"
    "                              bands = ( { up_to = \"10\"; price = \"280\"; },\n"
    "                                        { price = \"240\"; } ); } ); };\n"
    "    notes = ( \"One.\", \"Two.\" );\n"
    "    notes_zh = ( \"\xE4\xB8\x80\", \"\xE4\xBA\x8C\" ); } );\n"
    "sources = ( { id = \"list\"; title = \"List\"; address = \"a.example\"; date = \"2026-01\";\n"
    "              confidence = \"mirror\"; },\n"
    "            { id = \"old\"; title = \"Old list\"; address = \"b.example\"; date = \"2021\";\n"
    "              confidence = \"second-hand\"; } );\n"
    "provider = { id = \"acme\"; name = \"Acme\"; };\n";

static catalog *load_full(const sandbox *home)
{
    assert_int_equal(sandbox_write(home, "full.cfg", full), 0);
    return load_one(home, "full.cfg");
}

static void reads_names_sources_and_notes(void **state)
{
    catalog *loaded = load_full(*state);
    const be_product *product = be_catalog_find(catalog_view(loaded), "acme/resize");
    assert_non_null(product);
    assert_string_equal(product->name_zh, "\xE7\xBC\xA9\xE6\x94\xBE");
    assert_null(product->category_zh);
    assert_string_equal(product->region, "World");
    assert_string_equal(product->currency, "EUR");
    assert_string_equal(product->source->date_text, "2026-01");
    assert_int_equal(product->source->date.month, 1);
    assert_int_equal(product->source->date.day, 0);
    assert_int_equal(product->source->confidence, BE_CONFIDENCE_MIRROR);
    assert_string_equal(product->free.source->id, "old");
    assert_int_equal(product->note_count, 2);
    assert_string_equal(product->notes[1].text, "Two.");
    assert_string_equal(product->notes[1].text_zh, "\xE4\xBA\x8C");
    catalog_destroy(loaded);
}

static void reads_prices(void **state)
{
    catalog *loaded = load_full(*state);
    const be_product *product = be_catalog_find(catalog_view(loaded), "acme/resize");
    const be_tariff *tariff = &product->payg.tariff;
    assert_true(product->payg.offered && product->payg.opt_in);
    assert_int_equal(tariff->mode, BE_TIERS_VOLUME);
    assert_int_equal(tariff->position, BE_POSITION_GROSS);
    assert_int_equal(tariff->period, BE_PERIOD_DAY);
    assert_int_equal(tariff->per, 1000);
    assert_int_equal(tariff->block, 100);
    assert_true(tariff->flat_at_zero);
    assert_int_equal(tariff->band_count, 2);
    assert_int_equal(tariff->bands[0].up_to, 9999);
    assert_true(tariff->bands[1].up_to == BE_UNBOUNDED);
    assert_int_equal(be_amount_state_of(tariff->bands[1].price), BE_AMOUNT_QUOTE);
    assert_string_equal(tariff->bands[1].source->id, "old");
    assert_int_equal(product->package_count, 2);
    assert_int_equal(product->packages[1].size, 2000);
    assert_int_equal(product->packages[1].valid.unit, BE_DAYS);
    assert_int_equal(be_amount_state_of(product->packages[1].price), BE_AMOUNT_UNPUBLISHED);
    catalog_destroy(loaded);
}

static void reads_limits_and_capacity(void **state)
{
    catalog *loaded = load_full(*state);
    const be_product *product = be_catalog_find(catalog_view(loaded), "acme/resize");
    const be_capacity *capacity = &product->capacity;
    assert_int_equal(product->deduction[0], BE_LAYER_QPS);
    assert_int_equal(product->deduction_count, 4);
    assert_true(product->free.monthly);
    assert_int_equal(product->limits.with_package.value, 5);
    assert_true(product->limits.concurrency.stated);
    assert_true(product->limits.concurrency.value == BE_UNBOUNDED);
    assert_int_equal(product->limits.over, BE_OVER_QUEUE);
    assert_true(capacity->offered && capacity->additive && capacity->calls_free);
    assert_int_equal(capacity->adds_to, BE_CAPACITY_CONCURRENCY);
    assert_int_equal(capacity->min, 2);
    assert_int_equal(capacity->max, 50);
    assert_int_equal(capacity->price_count, 2);
    assert_int_equal(capacity->prices[0].term, BE_TERM_DAY);
    assert_int_equal(capacity->prices[0].tariff.band_count, 1);
    assert_int_equal(capacity->prices[1].tariff.mode, BE_TIERS_GRADUATED);
    assert_int_equal(capacity->prices[1].tariff.bands[0].up_to, 10);
    assert_true(capacity->prices[1].tariff.cumulated);
    assert_false(capacity->prices[0].tariff.cumulated);
    catalog_destroy(loaded);
}

static void reads_what_capacity_lifts_to_and_that_orders_overlap(void **state)
{
    const sandbox *home = *state;
    const char *text = PROVIDER("acme", "Acme")
        PRODUCTS("{ id = \"resize\"; name = \"Resize\"; currency = \"EUR\"; unit = \"image\";\n"
                 "  source = \"list\"; deduction = [ \"payg\" ];\n"
                 "  payg = { tiers = \"flat\"; per = \"60\"; bands = ( { price = \"0.4\"; } ); };\n"
                 "  capacity = { adds_to = \"qps\"; additive = false; calls_free = false;\n"
                 "               overlap = true; lifts_to = \"20\"; prices = ( { per = \"day\"; "
                 "price = \"9\"; } ); }; }");
    assert_int_equal(sandbox_write(home, "a.cfg", text), 0);
    catalog *loaded = load_one(home, "a.cfg");
    const be_product *product = be_catalog_find(catalog_view(loaded), "acme/resize");
    assert_int_equal(product->capacity.lifts_to, 20);
    assert_true(product->capacity.overlap);
    assert_int_equal(product->payg.tariff.per, 60);
    catalog_destroy(loaded);
}

static void leaves_out_what_is_not_written(void **state)
{
    const sandbox *home = *state;
    assert_int_equal(
        sandbox_write(home, "a.cfg", PROVIDER("acme", "Acme") PRODUCTS(PRODUCT("resize", "1"))), 0);
    catalog *loaded = load_one(home, "a.cfg");
    const be_product *product = be_catalog_find(catalog_view(loaded), "acme/resize");
    assert_int_equal(product->free.quantity, 0);
    assert_int_equal(product->package_count, 0);
    assert_false(product->limits.qps.stated);
    assert_false(product->capacity.offered);
    assert_int_equal(product->capacity.lifts_to, 0);
    assert_false(product->payg.opt_in);
    assert_int_equal(product->payg.tariff.per, 1);
    assert_string_equal(product->category, "");
    assert_string_equal(product->region, "");
    catalog_destroy(loaded);
}

static void takes_several_providers_in_one_file(void **state)
{
    const sandbox *home = *state;
    assert_int_equal(
        sandbox_write(
            home, "a.cfg",
            "format = 1; providers = (\n"
            "{ provider = { id = \"acme\"; name = \"Acme\"; }; sources = ( { id = \"list\"; "
            "title = \"T\"; address = \"A\"; date = \"2026\"; confidence = \"user\"; } );\n"
            "  " PRODUCTS(PRODUCT(
                "resize",
                "1")) "},\n"
                      "{ provider = { id = \"other\"; name = \"Other\"; }; sources = ( { id = "
                      "\"list\"; title = \"T\"; address = \"A\"; date = \"2026\"; confidence = "
                      "\"user\"; } );\n  " PRODUCTS(PRODUCT("resize", "2")) "} );\n"),
        0);
    catalog *loaded = load_one(home, "a.cfg");
    assert_price(loaded, "acme/resize", "1");
    assert_price(loaded, "other/resize", "2");
    catalog_destroy(loaded);
}

/* Ten thousand products, the last of which has a mistake far behind line 65,535. */
static void reads_large_files(void **state)
{
    enum { COUNT = 10000, PRODUCT_SIZE = 400 };
    const sandbox *home = *state;
    size_t size = COUNT * (size_t)PRODUCT_SIZE, length = 0;
    char *text = malloc(size);
    assert_non_null(text);
    length += (size_t)snprintf(text, size, "%sproducts = (", PROVIDER("acme", "Acme"));
    for (int i = 0; i < COUNT; i++)
        length += (size_t)snprintf(
            text + length, size - length,
            "%s\n{ id = \"p%d\"; name = \"P\"; currency = \"USD\"; unit = \"call\";\n\n\n\n"
            "source = \"list\"; deduction = [ \"payg\" ];\npayg = { tiers = \"flat\";\n"
            "bands = ( { price = \"%s\"; } ); }; }",
            i == 0 ? "" : ",", i, i + 1 == COUNT ? "-1" : "1");
    snprintf(text + length, size - length, " );\n");
    assert_int_equal(sandbox_write(home, "large.cfg", text), 0);
    free(text);

    problems found = {0};
    char *path = sandbox_path(home, "large.cfg");
    const char *const paths[] = {path};
    assert_null(catalog_load_paths(paths, 1, NULL, &found));
    assert_int_equal(found.count, 1);
    assert_string_equal(found.items[0].key, "products[9999].payg.bands[0].price");
    assert_int_equal(found.items[0].line, 3 + COUNT * 7);
    problems_clear(&found);
    free(path);
}

#define IN_SANDBOX(test) cmocka_unit_test_setup_teardown(test, open_sandbox, close_sandbox)

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shipped_catalogues_have_no_mistake),
        cmocka_unit_test(products_know_their_provider),
        cmocka_unit_test(shipped_products_have_chinese_texts),
        IN_SANDBOX(reads_names_sources_and_notes),
        IN_SANDBOX(reads_prices),
        IN_SANDBOX(reads_limits_and_capacity),
        IN_SANDBOX(reads_what_capacity_lifts_to_and_that_orders_overlap),
        IN_SANDBOX(leaves_out_what_is_not_written),
        IN_SANDBOX(takes_several_providers_in_one_file),
        IN_SANDBOX(reads_large_files),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
