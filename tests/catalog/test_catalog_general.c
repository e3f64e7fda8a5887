/* General-purpose packages: reading them, and the user's own over the shipped ones. */
#include "catalog_test.h"

/* A product that points can pay for, at `price` a call without them. */
#define COVERED(id, price)                                                                         \
    "{ id = \"" id "\"; name = \"" id "\"; currency = \"USD\"; unit = \"call\";\n"                 \
    "  source = \"list\"; deduction = [ \"general\", \"payg\" ];\n"                                \
    "  payg = { tiers = \"flat\"; bands = ( { price = \"" price "\"; } ); }; }"

#define GENERAL(id, price, covers)                                                                 \
    "{ id = \"" id "\"; points = \"5,000\"; price = \"" price "\"; valid = \"12 months\";\n"       \
    "  source = \"list\"; covers = ( " covers " ); }"

#define COVER(product, points) "{ product = \"" product "\"; points_per_unit = \"" points "\"; }"

#define GENERALS(list) "general_packages = ( " list " );\n"

static const char shipped[] = PROVIDER("acme", "Acme")
    PRODUCTS(COVERED("crop", "1") "," COVERED("resize", "2") "," PRODUCT("plain", "3"))
        GENERALS(GENERAL("small", "50", COVER("crop", "40") "," COVER("resize", "2")) "," GENERAL(
            "large", "unknown", COVER("crop", "40")));

static catalog *load_over(const sandbox *home, const char *overlay, const char *expected)
{
    char message[4096];
    problems found = {0};
    assert_int_equal(sandbox_write(home, "a.cfg", shipped), 0);
    assert_int_equal(sandbox_write(home, "prices.cfg", overlay), 0);
    char *path = sandbox_path(home, "a.cfg"), *own = sandbox_path(home, "prices.cfg");
    const char *const paths[] = {path};
    catalog *loaded = catalog_load_paths(paths, 1, own, &found);
    snprintf(message, sizeof message, "%s%s", expected[0] == '\0' ? "" : own, expected);
    assert_problems(&found, message);
    free(path);
    free(own);
    return loaded;
}

static const be_provider *acme(const catalog *loaded)
{
    return catalog_view(loaded)->providers[0];
}

static void assert_general_price(const catalog *loaded, size_t index, const char *expected)
{
    char text[BE_AMOUNT_TEXT];
    be_amount_format(acme(loaded)->general_packages[index].price, text);
    assert_string_equal(text, expected);
}

static void reads_general_packages(void **state)
{
    const sandbox *home = *state;
    assert_int_equal(sandbox_write(home, "a.cfg", shipped), 0);
    catalog *loaded = load_one(home, "a.cfg");
    const be_general_package *small = &acme(loaded)->general_packages[0];
    assert_int_equal(acme(loaded)->general_package_count, 2);
    assert_string_equal(small->id, "small");
    assert_int_equal(small->points, 5000);
    assert_int_equal(small->valid.count, 12);
    assert_string_equal(small->source->id, "list");
    assert_int_equal(small->cover_count, 2);
    const be_product *resize = be_catalog_find(catalog_view(loaded), "acme/resize");
    assert_int_equal(be_general_points(small, resize), 2);
    assert_int_equal(be_general_points(small + 1, resize), 0);
    assert_int_equal(resize->deduction[0], BE_LAYER_GENERAL);
    assert_general_price(loaded, 0, "50");
    assert_general_price(loaded, 1, "unpublished");
    catalog_destroy(loaded);
}

static void an_overlay_replaces_a_general_package(void **state)
{
    catalog *loaded = load_over(
        *state,
        PROVIDER("acme", "Acme") PRODUCTS("") GENERALS(GENERAL(
            "large", "900", COVER("resize", "3")) "," GENERAL("huge", "5000", COVER("crop", "40"))),
        "");
    assert_int_equal(acme(loaded)->general_package_count, 3);
    assert_int_equal(acme(loaded)->product_count, 3);
    assert_general_price(loaded, 0, "50");
    assert_general_price(loaded, 1, "900");
    assert_general_price(loaded, 2, "5000");
    catalog_destroy(loaded);
}

static void a_product_of_an_overlay_goes_on_using_points(void **state)
{
    catalog *loaded =
        load_over(*state, PROVIDER("acme", "Acme") PRODUCTS(COVERED("crop", "0.5")), "");
    const be_product *crop = be_catalog_find(catalog_view(loaded), "acme/crop");
    assert_price(loaded, "acme/crop", "0.5");
    assert_int_equal(be_general_points(&acme(loaded)->general_packages[0], crop), 40);
    catalog_destroy(loaded);
}

static void an_overlay_cannot_use_points_that_nobody_sells(void **state)
{
    assert_null(load_over(*state, PROVIDER("acme", "Acme") PRODUCTS(COVERED("new", "0.5")),
                          ":4: products[0].deduction[0]: the product has no \"general\": that "
                          "takes a general package that covers it\n"));
}

static void an_overlay_cannot_cover_what_takes_no_points(void **state)
{
    assert_null(load_over(*state,
                          PROVIDER("acme", "Acme") PRODUCTS("")
                              GENERALS(GENERAL("small", "50", COVER("plain", "4"))),
                          ":5: general_packages[0].covers[0].product: \"plain\" has no \"general\" "
                          "in its deduction\n"));
}

static void ids_of_an_overlay_keep_clear_of_shipped_ones(void **state)
{
    assert_null(load_over(
        *state,
        PROVIDER("acme", "Acme") PRODUCTS(
            "{ id = \"plain\"; name = \"plain\"; currency = \"USD\"; unit = \"call\";\n"
            "  source = \"list\"; deduction = [ \"package\" ];\n"
            "  packages = ( { id = \"small\"; size = \"1\"; price = \"1\"; valid = \"1 day\"; } "
            "); }"),
        ":5: products[0].packages[0].id: \"small\" is a general package; expected another id\n"));
}

static void a_later_file_says_what_it_replaces(void **state)
{
    const sandbox *home = *state;
    char expected[4096];
    problems found = {0};
    assert_int_equal(sandbox_write(home, "a.cfg", shipped), 0);
    assert_int_equal(sandbox_write(home, "b.cfg",
                                   PROVIDER("acme", "Acme") PRODUCTS(COVERED("new", "1"))
                                       GENERALS(GENERAL("small", "40", COVER("new", "1")))),
                     0);
    const char *const paths[] = {sandbox_root(home)};
    catalog *loaded = catalog_load_paths(paths, 1, NULL, &found);
    snprintf(expected, sizeof expected,
             "%s/b.cfg: small: takes the place of the general package with this id in an earlier "
             "file\n",
             sandbox_root(home));
    assert_problems(&found, expected);
    assert_general_price(loaded, 0, "40");
    catalog_destroy(loaded);
}

#define IN_SANDBOX(test) cmocka_unit_test_setup_teardown(test, open_sandbox, close_sandbox)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_SANDBOX(reads_general_packages),
        IN_SANDBOX(an_overlay_replaces_a_general_package),
        IN_SANDBOX(a_product_of_an_overlay_goes_on_using_points),
        IN_SANDBOX(an_overlay_cannot_use_points_that_nobody_sells),
        IN_SANDBOX(an_overlay_cannot_cover_what_takes_no_points),
        IN_SANDBOX(ids_of_an_overlay_keep_clear_of_shipped_ones),
        IN_SANDBOX(a_later_file_says_what_it_replaces),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
