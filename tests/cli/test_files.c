/* Catalogues and scenarios named on the command line, and the user's own prices. */
#include "cli_test.h"

#include <string.h>

static const char catalog_text[] =
    "format = 1;\n"
    "provider = { id = \"acme\"; name = \"Acme\"; };\n"
    "sources = ( { id = \"list\"; title = \"Price list\"; address = \"acme.example\";\n"
    "              date = \"2026-10-01\"; confidence = \"vendor\"; } );\n"
    "products = ( { id = \"ocr\"; name = \"OCR\"; category = \"text\"; region = \"World\";\n"
    "               currency = \"USD\"; unit = \"page\"; source = \"list\";\n"
    "               deduction = [ \"payg\" ];\n"
    "               payg = { tiers = \"flat\"; bands = ( { price = \"%s\"; } ); }; } );\n";

/* A sandbox with the catalogue at `path`, its price as given. */
static sandbox *with_catalog(const char *path, const char *price)
{
    char text[2 * sizeof catalog_text];
    const char *slot = strstr(catalog_text, "%s");
    assert_true(strlen(price) < sizeof catalog_text);
    memcpy(text, catalog_text, (size_t)(slot - catalog_text));
    char *end = text + (slot - catalog_text);
    strcpy(end, price);
    strcpy(end + strlen(price), slot + 2);
    sandbox *home = sandbox_create();
    assert_non_null(home);
    assert_int_equal(sandbox_write(home, path, text), 0);
    return home;
}

static run_result run_in(const sandbox *home, const char *const *arguments)
{
    return cli_run_list(arguments, &(run_options){.home = home});
}

#define RUN_IN(home, ...) run_in(home, (const char *const[]){__VA_ARGS__, NULL})

static void a_catalog_of_ones_own_replaces_the_built_in(void **state)
{
    (void)state;
    sandbox *home = with_catalog("acme.cfg", "0.25");
    run_result r = RUN_IN(home, "rate", "acme/ocr", "10", "--catalog", "acme.cfg");
    assert_int_equal(r.status, 0);
    cli_assert_contains(r.out, "$2.50");
    run_result_free(&r);
    r = RUN_IN(home, "rate", "alibaba/aitryon", "10", "--catalog", "acme.cfg");
    assert_int_equal(r.status, 1);
    run_result_free(&r);
    sandbox_destroy(home);
}

static void the_users_prices_join_the_built_in(void **state)
{
    (void)state;
    sandbox *home = with_catalog("config/breakeven/prices.cfg", "0.25");
    run_result r = RUN_IN(home, "rate", "acme/ocr", "10");
    assert_int_equal(r.status, 0);
    run_result_free(&r);
    r = RUN_IN(home, "rate", "alibaba/aitryon", "10");
    assert_int_equal(r.status, 0);
    run_result_free(&r);
    sandbox_destroy(home);
}

static void a_broken_catalog_is_wrong_data(void **state)
{
    (void)state;
    sandbox *home = with_catalog("acme.cfg", "a quarter");
    run_result r = RUN_IN(home, "rate", "acme/ocr", "10", "--catalog", "acme.cfg");
    assert_int_equal(r.status, 1);
    cli_assert_contains(r.err, "acme.cfg:8: products[0].payg.bands[0].price: ");
    run_result_free(&r);
    sandbox_destroy(home);
}

static void check_finds_nothing_wrong_with_the_built_in(void **state)
{
    (void)state;
    json_t *answer = CLI_JSON(0, "check");
    assert_true(json_integer_value(json_object_get(answer, "files")) >= 5);
    assert_int_equal(json_array_size(json_object_get(answer, "errors")), 0);
    json_decref(answer);
}

static void check_lists_what_is_wrong_with_files(void **state)
{
    (void)state;
    sandbox *home = with_catalog("acme.cfg", "a quarter");
    assert_int_equal(sandbox_write(home, "plan.cfg",
                                   "format = 1; name = \"Plan\"; start = \"2026-12\";\n"
                                   "months = 1;\n"
                                   "items = ( { product = \"alibaba/aitryn\"; } );\n"),
                     0);
    run_result r = RUN_IN(home, "check", "acme.cfg", "plan.cfg", "missing.cfg", "--format", "json");
    assert_int_equal(r.status, 1);
    json_t *answer = json_loads(r.out, 0, NULL);
    const json_t *errors = json_object_get(answer, "errors");
    assert_int_equal(json_integer_value(json_object_get(answer, "files")), 3);
    assert_int_equal(json_array_size(errors), 3);
    const json_t *first = json_array_get(errors, 0);
    assert_string_equal(cli_text(first, "file"), "acme.cfg");
    assert_string_equal(cli_text(first, "key"), "products[0].payg.bands[0].price");
    assert_int_equal(json_integer_value(json_object_get(first, "line")), 8);
    assert_string_equal(cli_text(json_array_get(errors, 1), "file"), "plan.cfg");
    assert_string_equal(cli_text(json_array_get(errors, 2), "file"), "missing.cfg");
    json_decref(answer);
    run_result_free(&r);
    sandbox_destroy(home);
}

static void products_are_found_by_all_words(void **state)
{
    (void)state;
    json_t *answer = CLI_JSON(0, "products", "TENCENT", "人脸", "compare");
    const json_t *products = json_object_get(answer, "products");
    assert_int_equal(json_array_size(products), 1);
    assert_string_equal(cli_text(json_array_get(products, 0), "product"),
                        "tencent-cn/face-compare");
    json_decref(answer);
    run_result r = CLI("products", "nothing-like-it");
    assert_int_equal(r.status, 0);
    cli_assert_contains(r.out, "No product matches.");
    run_result_free(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_catalog_of_ones_own_replaces_the_built_in),
        cmocka_unit_test(the_users_prices_join_the_built_in),
        cmocka_unit_test(a_broken_catalog_is_wrong_data),
        cmocka_unit_test(check_finds_nothing_wrong_with_the_built_in),
        cmocka_unit_test(check_lists_what_is_wrong_with_files),
        cmocka_unit_test(products_are_found_by_all_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
