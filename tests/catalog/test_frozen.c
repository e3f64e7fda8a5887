/* Catalogues that the build made into C: they say what their files say, in every value. */
#include "catalog_test.h"
#include "same_catalog.h"

#include "catalog/freeze.h"

extern const be_catalog frozen_test; /* of the folder FROZEN */

static catalog *load_folder_over(const char *folder, const char *overlay)
{
    problems found = {0};
    catalog *loaded = catalog_load_paths(&folder, 1, overlay, &found);
    assert_non_null(loaded);
    problems_clear(&found);
    return loaded;
}

/* The writer's own text of a catalogue: every value of every table. */
static char *text_of(const be_catalog *view)
{
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    assert_non_null(out);
    assert_true(freeze_write(out, view, "name"));
    assert_int_equal(fclose(out), 0);
    return text;
}

static void assert_frozen(const be_catalog *frozen, const char *folder)
{
    catalog *loaded = load_folder_over(folder, NULL);
    assert_same_catalog(catalog_view(loaded), frozen);
    char *read = text_of(catalog_view(loaded)), *built = text_of(frozen);
    if (strcmp(read, built) != 0)
        fail_msg("what is built in differs from %s", folder);
    free(read);
    free(built);
    catalog_destroy(loaded);
}

static void the_shipped_one_is_what_its_files_say(void **state)
{
    (void)state;
    assert_frozen(catalog_builtin(), PRICING);
}

static void the_shipped_files_have_no_mistake(void **state)
{
    (void)state;
    const char *folder = PRICING;
    problems found = {0};
    catalog *loaded = catalog_load_paths(&folder, 1, NULL, &found);
    assert_problems(&found, "");
    catalog_destroy(loaded);
}

static void every_kind_of_value_survives(void **state)
{
    (void)state;
    assert_frozen(&frozen_test, FROZEN);
}

/* Held against what the files say here, not against another reading of them. */
static void hard_values_are_as_written(void **state)
{
    (void)state;
    const be_product *all = be_catalog_find(&frozen_test, "acme/all");
    const be_product *replaced = be_catalog_find(&frozen_test, "acme/replaced");
    const be_band *bands = all->payg.tariff.bands;
    char text[BE_AMOUNT_TEXT];
    assert_string_equal(all->provider->name, "Acme again");
    assert_string_equal(all->provider->name_zh, "\xE4\xBA\xBA\\\xE4\xBA\x91");
    assert_string_equal(all->source->title, "What?"
                                            "?/ \"list\"");
    assert_string_equal(all->payg.source->title, "The first file's");
    assert_string_equal(replaced->source->title, "The second file's");
    be_amount_format(bands[0].price, text);
    assert_string_equal(text, "0.000000000000000001");
    be_amount_format(bands[1].price, text);
    assert_string_equal(text, "9999999999999999999");
    assert_int_equal(be_amount_state_of(bands[2].price), BE_AMOUNT_QUOTE);
    assert_int_equal(be_amount_state_of(bands[3].price), BE_AMOUNT_UNPUBLISHED);
    be_amount_format(all->packages[0].price, text);
    assert_string_equal(text, "123456789.123456789123456789");
    assert_true(all->limits.rps.value == BE_UNBOUNDED);
    be_amount_format(replaced->meters[0].tariff[BE_USE_CACHED].bands[1].price, text);
    assert_string_equal(text, "0.3");
}

/* -- the user's own prices over it ------------------------------------------------------------- */

static const char own_prices[] =
    "format = 1;\n"
    "provider = { id = \"tencent\"; name = \"Mine\"; };\n"
    "sources = ( { id = \"own\"; title = \"My contract\"; address = \"-\"; date = \"2026\"; } );\n"
    "products = (\n"
    "  { id = \"image-style-transfer\"; name = \"Style\"; currency = \"USD\"; unit = \"image\";\n"
    "    source = \"own\"; deduction = [ \"payg\" ];\n"
    "    payg = { tiers = \"flat\"; bands = ( { price = \"0.01\"; } ); }; },\n"
    "  { id = \"mine-alone\"; name = \"New\"; currency = \"USD\"; unit = \"image\";\n"
    "    source = \"own\"; deduction = [ \"payg\" ];\n"
    "    payg = { tiers = \"flat\"; bands = ( { price = \"0.02\"; } ); }; } );\n";

static char *write_own_prices(const sandbox *home)
{
    assert_int_equal(sandbox_write(home, "prices.cfg", own_prices), 0);
    return sandbox_path(home, "prices.cfg");
}

static void own_prices_lie_over_it_as_over_files(void **state)
{
    problems found = {0};
    char *overlay = write_own_prices(*state);
    catalog *over_built_in = catalog_load_builtin(overlay, &found);
    assert_problems(&found, "");
    catalog *over_files = load_folder_over(PRICING, overlay);
    assert_same_catalog(catalog_view(over_files), catalog_view(over_built_in));
    assert_price(over_built_in, "tencent/image-style-transfer", "0.01");
    assert_price(over_built_in, "tencent/mine-alone", "0.02");
    catalog_destroy(over_files);
    catalog_destroy(over_built_in);
    free(overlay);
}

static void own_prices_leave_it_as_it_is(void **state)
{
    problems found = {0};
    char *overlay = write_own_prices(*state);
    catalog *own = catalog_load_builtin(overlay, &found);
    assert_non_null(own);
    assert_null(be_catalog_find(catalog_builtin(), "tencent/mine-alone"));
    assert_frozen(catalog_builtin(), PRICING);
    catalog_destroy(own);
    assert_frozen(catalog_builtin(), PRICING);
    free(overlay);
}

/* -- what cannot be frozen --------------------------------------------------------------------- */

static void a_source_of_nobody_is_refused(void **state)
{
    (void)state;
    const be_source stray = {.id = "s", .title = "t", .address = "a", .date_text = "2026"};
    const be_product product = {.key = "p/x", .id = "x", .name = "X", .source = &stray};
    const be_provider provider = {.id = "p", .name = "P", .products = &product, .product_count = 1};
    const be_provider *const all[] = {&provider};
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    assert_non_null(out);
    assert_false(freeze_write(out, &(be_catalog){all, 1}, "name"));
    assert_false(freeze_write(out, &(be_catalog){NULL, 0}, "name"));
    fclose(out);
    free(text);
}

#define IN_SANDBOX(test) cmocka_unit_test_setup_teardown(test, open_sandbox, close_sandbox)

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_shipped_files_have_no_mistake),
        cmocka_unit_test(the_shipped_one_is_what_its_files_say),
        cmocka_unit_test(every_kind_of_value_survives),
        cmocka_unit_test(hard_values_are_as_written),
        IN_SANDBOX(own_prices_lie_over_it_as_over_files),
        IN_SANDBOX(own_prices_leave_it_as_it_is),
        cmocka_unit_test(a_source_of_nobody_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
