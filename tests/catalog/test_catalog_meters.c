/* Products with several meters: what is written of them arrives in the engine's types. */
#include "catalog_test.h"

/* A product whose meters are `meters`, with `more` behind them. */
#define METERED(id, meters, more)                                                                  \
    "{ id = \"" id "\"; name = \"Model\"; currency = \"USD\"; source = \"list\";\n"                \
    "  deduction = [ \"free\", \"payg\" ]; free = { quantity = \"10\"; valid = \"90 days\"; };\n"  \
    "  meters = ( " meters " );\n" more " }"

static const char tokens[] = PROVIDER("acme", "Acme") PRODUCTS(
    METERED("model",
            "{ id = \"input\"; name = \"Input\"; name_zh = \"\xE5\x85\xA5\"; unit = \"token\";\n"
            "  free = true; per_request = \"1,500.5\"; source = \"list\";\n"
            "  payg = { tiers = \"request\"; per = \"1,000,000\";\n"
            "           bands = ( { up_to = \"32,000\"; price = \"2.4\"; },\n"
            "                     { up_to = \"64,000\"; price = \"quote\"; },\n"
            "                     { price = \"unknown\"; } ); };\n"
            "  batch = \"50%\"; cached = \"0.2\";\n"
            "  cached_source = \"list\"; },\n"
            "{ id = \"output\"; name = \"Output\"; unit = \"token\"; unit_zh = \"\xE4\xB8\xAA\";\n"
            "  payg = { tiers = \"graduated\"; source = \"list\";\n"
            "           bands = ( { up_to = \"9\"; price = \"3\"; }, { price = \"2\"; } ); }; }",
            "request_bands = { meter = \"input\"; largest = \"128,000\"; };"));

static const be_product *load_model(const sandbox *home, catalog **loaded)
{
    assert_int_equal(sandbox_write(home, "a.cfg", tokens), 0);
    *loaded = load_one(home, "a.cfg");
    const be_product *product = be_catalog_find(catalog_view(*loaded), "acme/model");
    assert_non_null(product);
    return product;
}

static void assert_amount(be_amount amount, const char *expected)
{
    char text[BE_AMOUNT_TEXT];
    be_amount_format(amount, text);
    assert_string_equal(text, expected);
}

static void counts_requests(void **state)
{
    catalog *loaded;
    const be_product *product = load_model(*state, &loaded);
    assert_string_equal(product->unit, "request");
    assert_string_equal(product->unit_zh, "\xE8\xAF\xB7\xE6\xB1\x82");
    assert_true(product->payg.offered);
    assert_false(product->payg.opt_in);
    assert_int_equal(product->meter_count, 2);
    assert_int_equal(product->request_meter, 0);
    assert_int_equal(product->request_max, 128000);
    catalog_destroy(loaded);
}

static void reads_meters(void **state)
{
    catalog *loaded;
    const be_product *product = load_model(*state, &loaded);
    const be_meter *input = &product->meters[0], *output = &product->meters[1];
    assert_string_equal(input->id, "input");
    assert_string_equal(input->name_zh, "\xE5\x85\xA5");
    assert_null(output->name_zh);
    assert_string_equal(output->unit_zh, "\xE4\xB8\xAA");
    assert_true(input->free);
    assert_false(output->free);
    assert_true(input->per_request == INT64_C(1500500000000));
    assert_true(output->per_request == 0);
    assert_string_equal(input->source->id, "list");
    assert_string_equal(output->source->id, "list");
    catalog_destroy(loaded);
}

static void reads_tiers_of_a_request(void **state)
{
    catalog *loaded;
    const be_tariff *tariff = &load_model(*state, &loaded)->meters[0].tariff[BE_USE_STANDARD];
    assert_int_equal(tariff->mode, BE_TIERS_REQUEST);
    assert_int_equal(tariff->per, 1000000);
    assert_int_equal(tariff->band_count, 3);
    assert_int_equal(tariff->bands[0].up_to, 32000);
    assert_true(tariff->bands[2].up_to == BE_UNBOUNDED);
    catalog_destroy(loaded);
}

static void scales_prices_of_batch_and_cache(void **state)
{
    catalog *loaded;
    const be_product *product = load_model(*state, &loaded);
    const be_tariff *batch = &product->meters[0].tariff[BE_USE_BATCH];
    const be_tariff *cached = &product->meters[0].tariff[BE_USE_CACHED];
    assert_int_equal(batch->mode, BE_TIERS_REQUEST);
    assert_int_equal(batch->per, 1000000);
    assert_int_equal(batch->bands[1].up_to, 64000);
    assert_amount(batch->bands[0].price, "1.2");
    assert_amount(batch->bands[1].price, "quote");
    assert_amount(batch->bands[2].price, "unpublished");
    assert_amount(cached->bands[0].price, "0.48");
    assert_string_equal(cached->bands[0].source->id, "list");
    assert_null(batch->bands[0].source);
    assert_amount(product->meters[0].tariff[BE_USE_STANDARD].bands[0].price, "2.4");
    catalog_destroy(loaded);
}

static void leaves_out_what_no_share_is_given_for(void **state)
{
    catalog *loaded;
    const be_meter *output = &load_model(*state, &loaded)->meters[1];
    assert_int_equal(output->tariff[BE_USE_STANDARD].band_count, 2);
    assert_int_equal(output->tariff[BE_USE_BATCH].band_count, 0);
    assert_int_equal(output->tariff[BE_USE_CACHED].band_count, 0);
    catalog_destroy(loaded);
}

static void requests_have_no_largest_size_unless_one_is_written(void **state)
{
    const sandbox *home = *state;
    const char *text = PROVIDER("acme", "Acme")
        PRODUCTS(METERED("receipt",
                         "{ id = \"sort\"; name = \"Sorting\"; unit = \"call\"; free = true;\n"
                         "  payg = { tiers = \"flat\"; bands = ( { price = \"1\"; } ); }; }",
                         "") "," PRODUCT("plain", "2"));
    assert_int_equal(sandbox_write(home, "a.cfg", text), 0);
    catalog *loaded = load_one(home, "a.cfg");
    const be_catalog *view = catalog_view(loaded);
    assert_true(be_catalog_find(view, "acme/receipt")->request_max == BE_UNBOUNDED);
    assert_true(be_catalog_find(view, "acme/plain")->request_max == BE_UNBOUNDED);
    assert_int_equal(be_catalog_find(view, "acme/plain")->meter_count, 0);
    catalog_destroy(loaded);
}

#define IN_SANDBOX(test) cmocka_unit_test_setup_teardown(test, open_sandbox, close_sandbox)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_SANDBOX(counts_requests),
        IN_SANDBOX(reads_meters),
        IN_SANDBOX(reads_tiers_of_a_request),
        IN_SANDBOX(scales_prices_of_batch_and_cache),
        IN_SANDBOX(leaves_out_what_no_share_is_given_for),
        IN_SANDBOX(requests_have_no_largest_size_unless_one_is_written),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
