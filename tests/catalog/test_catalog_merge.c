/* Several files: folders, what replaces what, and the user's own prices. */
#include "catalog_test.h"

static void write_file(const sandbox *home, const char *name, const char *text)
{
    assert_int_equal(sandbox_write(home, name, text), 0);
}

/* `pattern` has one %s, for the folder of the sandbox. */
static void assert_problems_in(const sandbox *home, problems *found, const char *pattern,
                               const char *rest)
{
    char expected[4096];
    snprintf(expected, sizeof expected, "%s/%s%s", sandbox_root(home), pattern, rest);
    assert_problems(found, expected);
}

static catalog *load_folder(const sandbox *home, const char *overlay, problems *found)
{
    const char *const paths[] = {sandbox_root(home)};
    return catalog_load_paths(paths, 1, overlay, found);
}

static void reads_a_folder_by_name(void **state)
{
    const sandbox *home = *state;
    problems found = {0};
    write_file(home, "b.cfg", PROVIDER("beta", "Beta") PRODUCTS(PRODUCT("x", "2")));
    write_file(home, "a.cfg", PROVIDER("alpha", "Alpha") PRODUCTS(PRODUCT("x", "1")));
    write_file(home, ".hidden.cfg", "not read");
    write_file(home, "notes.txt", "not read");
    catalog *loaded = load_folder(home, NULL, &found);
    assert_problems(&found, "");
    assert_int_equal(catalog_view(loaded)->provider_count, 2);
    assert_string_equal(catalog_view(loaded)->providers[0]->id, "alpha");
    assert_string_equal(catalog_view(loaded)->providers[1]->id, "beta");
    catalog_destroy(loaded);
}

static void an_empty_folder_is_a_mistake(void **state)
{
    const sandbox *home = *state;
    problems found = {0};
    char expected[4096];
    assert_null(load_folder(home, NULL, &found));
    snprintf(expected, sizeof expected, "%s: has no *.cfg file in it\n", sandbox_root(home));
    assert_problems(&found, expected);
}

static void the_later_file_wins(void **state)
{
    const sandbox *home = *state;
    problems found = {0};
    write_file(home, "a.cfg",
               PROVIDER("acme", "Acme") PRODUCTS(PRODUCT("x", "1") "," PRODUCT("y", "2")));
    write_file(home, "b.cfg",
               PROVIDER("acme", "Acme Cloud") PRODUCTS(PRODUCT("z", "3") "," PRODUCT("x", "9")));
    catalog *loaded = load_folder(home, NULL, &found);
    assert_non_null(loaded);
    assert_problems_in(home, &found, "b.cfg: acme/x: ",
                       "takes the place of the product with this id in an earlier file\n");
    const be_catalog *view = catalog_view(loaded);
    assert_int_equal(view->provider_count, 1);
    assert_string_equal(view->providers[0]->name, "Acme Cloud");
    assert_int_equal(view->providers[0]->product_count, 3);
    assert_int_equal(view->providers[0]->source_count, 2);
    assert_string_equal(be_catalog_product(view, 0)->id, "x");
    assert_string_equal(be_catalog_product(view, 2)->id, "z");
    assert_ptr_equal(be_catalog_product(view, 0)->provider, view->providers[0]);
    assert_price(loaded, "acme/x", "9");
    assert_price(loaded, "acme/y", "2");
    catalog_destroy(loaded);
}

static void mistakes_of_all_files_are_listed(void **state)
{
    const sandbox *home = *state;
    problems found = {0};
    write_file(home, "a.cfg", PROVIDER("acme", "Acme") PRODUCTS(PRODUCT("x", "one")));
    write_file(home, "b.cfg", "format = 1;;");
    write_file(home, "c.cfg", PROVIDER("acme", "Acme") PRODUCTS(PRODUCT("Y", "1")));
    assert_null(load_folder(home, NULL, &found));
    assert_int_equal(found.errors, 3);
    problems_clear(&found);
}

/* The overlay lies outside of the folder that is read. */
static char *write_overlay(const sandbox *home, const char *text)
{
    write_file(home, "config/prices.cfg", text);
    return sandbox_path(home, "config/prices.cfg");
}

static void an_overlay_replaces_without_a_word(void **state)
{
    const sandbox *home = *state;
    problems found = {0};
    write_file(home, "a.cfg",
               PROVIDER("acme", "Acme") PRODUCTS(PRODUCT("x", "1") "," PRODUCT("y", "2")));
    char *overlay = write_overlay(
        home, "format = 1; provider = { id = \"acme\"; name = \"Acme\"; };\n"
              "sources = ( { id = \"list\"; title = \"My contract\"; address = \"drawer\";\n"
              "  date = \"2026-11\"; } );\n" PRODUCTS(PRODUCT("x", "0.5")));
    catalog *loaded = load_folder(home, overlay, &found);
    assert_problems(&found, "");
    assert_price(loaded, "acme/x", "0.5");
    assert_price(loaded, "acme/y", "2");
    const be_product *product = be_catalog_find(catalog_view(loaded), "acme/x");
    assert_int_equal(product->source->confidence, BE_CONFIDENCE_USER);
    assert_string_equal(product->source->title, "My contract");
    catalog_destroy(loaded);
    free(overlay);
}

static void an_overlay_need_not_exist(void **state)
{
    const sandbox *home = *state;
    problems found = {0};
    char *overlay = sandbox_path(home, "config/prices.cfg");
    catalog *loaded = catalog_load_builtin(overlay, &found);
    assert_problems(&found, "");
    assert_non_null(loaded);
    catalog_destroy(loaded);
    free(overlay);
}

static void a_wrong_overlay_is_a_mistake(void **state)
{
    const sandbox *home = *state;
    problems found = {0};
    char *overlay = write_overlay(home, "format = 1\nproducts = ( ");
    assert_null(catalog_load_builtin(overlay, &found));
    assert_problems_in(home, &found, "config/prices.cfg", ":2: syntax error\n");
    free(overlay);
}

static void an_overlay_may_state_a_confidence(void **state)
{
    const sandbox *home = *state;
    problems found = {0};
    char *overlay = write_overlay(home, PROVIDER("new", "New") PRODUCTS(PRODUCT("x", "3")));
    catalog *loaded = catalog_load_builtin(overlay, &found);
    assert_problems(&found, "");
    const be_product *product = be_catalog_find(catalog_view(loaded), "new/x");
    assert_int_equal(product->source->confidence, BE_CONFIDENCE_VENDOR);
    catalog_destroy(loaded);
    free(overlay);
}

#define IN_SANDBOX(test) cmocka_unit_test_setup_teardown(test, open_sandbox, close_sandbox)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_SANDBOX(reads_a_folder_by_name),
        IN_SANDBOX(an_empty_folder_is_a_mistake),
        IN_SANDBOX(the_later_file_wins),
        IN_SANDBOX(mistakes_of_all_files_are_listed),
        IN_SANDBOX(an_overlay_replaces_without_a_word),
        IN_SANDBOX(an_overlay_need_not_exist),
        IN_SANDBOX(a_wrong_overlay_is_a_mistake),
        IN_SANDBOX(an_overlay_may_state_a_confidence),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
