/* Prices of the user's own in single places of a catalogue. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "catalog/own_prices.h"
#include "support/sandbox.h"

static const char typed[] =
    "format = 1;\n"
    "prices = (\n"
    "  { product = \"viapi/compare-face\"; price = \"0.003\"; date = \"2026-11-21\"; },\n"
    "  { product = \"viapi/compare-face\"; package = \"enter-yours\"; price = \"21\";\n"
    "    date = \"2026-11-21\"; },\n"
    "  { product = \"viapi/compare-face\"; capacity = \"month\"; price = \"280\";\n"
    "    date = \"2026-11-21\"; }\n"
    ");\n";

static const be_date today = {2026, 11, 21};

static sandbox *home;
static char *file;

static int make_home(void **state)
{
    (void)state;
    home = sandbox_create();
    file = home == NULL ? NULL : sandbox_path(home, "config/breakeven/prices.cfg");
    return file == NULL ? -1 : 0;
}

static int drop_home(void **state)
{
    (void)state;
    free(file);
    sandbox_destroy(home);
    return 0;
}

static catalog *load(size_t warnings)
{
    problems found = {0};
    catalog *loaded = catalog_load_builtin(file, &found);
    for (size_t i = 0; i < found.count && (loaded == NULL || found.count != warnings); i++)
        print_error("%d %s %s\n", found.items[i].line, found.items[i].key, found.items[i].text);
    assert_non_null(loaded);
    assert_int_equal(found.count, warnings);
    problems_clear(&found);
    return loaded;
}

static catalog *load_text(const char *text, size_t warnings)
{
    assert_int_equal(sandbox_write(home, "config/breakeven/prices.cfg", text), 0);
    return load(warnings);
}

static const be_product *product(const catalog *loaded, const char *key)
{
    const be_product *found = be_catalog_find(catalog_view(loaded), key);
    assert_non_null(found);
    return found;
}

static void assert_price(const be_product *of, be_price_place place, const char *expected)
{
    char text[BE_AMOUNT_TEXT];
    be_amount_format(be_price_at(of, &place), text);
    assert_string_equal(text, expected);
}

static const be_price_place unit = {.kind = BE_PRICE_PAYG};
static const be_price_place package = {.kind = BE_PRICE_PACKAGE};
static const be_price_place month = {.kind = BE_PRICE_CAPACITY};

static void a_file_puts_prices_where_there_were_none(void **state)
{
    (void)state;
    catalog *loaded = load_text(typed, 0);
    const be_product *face = product(loaded, "viapi/compare-face");
    assert_price(face, unit, "0.003");
    assert_price(face, package, "21");
    assert_price(face, month, "280");
    assert_int_equal(be_price_source_at(face, &unit)->confidence, BE_CONFIDENCE_USER);
    assert_string_equal(be_price_source_at(face, &unit)->date_text, "2026-11-21");
    assert_price(product(loaded, "viapi/detect-face"), unit, "unpublished");
    catalog_destroy(loaded);
}

static void what_a_band_costs_is_added_up_anew(void **state)
{
    (void)state;
    catalog *loaded = load_text("format = 1; prices = ( { product = \"tencent-cn/face-compare\"; "
                                "band = 2; price = \"0.001\"; date = \"2026-11\"; } );",
                                0);
    const be_product *face = product(loaded, "tencent-cn/face-compare");
    const be_tariff *tariff = &face->payg.tariff;
    be_tariff plain = *tariff;
    plain.cumulated = false;
    assert_price(face, (be_price_place){.kind = BE_PRICE_PAYG, .band = 1}, "0.001");
    for (be_quantity units = 1; units < 1000000000; units = units * 3 + 1)
        assert_int_equal(be_amount_compare(be_tariff_charge(tariff, 0, units, NULL, NULL),
                                           be_tariff_charge(&plain, 0, units, NULL, NULL)),
                         0);
    catalog_destroy(loaded);
}

static void prices_can_be_taken_back(void **state)
{
    (void)state;
    catalog *loaded = load(0);
    const be_product *face = product(loaded, "viapi/compare-face");
    const be_source *before = be_price_source_at(face, &month);
    const own_price two[] = {{face, unit, be_amount_of(1), today},
                             {face, month, be_amount_of(2), today}};
    size_t count;
    assert_true(own_prices_use(loaded, two, 2));
    assert_price(face, unit, "1");
    assert_price(face, month, "2");
    assert_ptr_equal(product(loaded, "viapi/compare-face"), face); /* plans go on to mean it */
    own_prices(loaded, &count);
    assert_int_equal(count, 2);
    assert_int_equal(be_amount_state_of(own_prices_published(loaded, face, &unit)),
                     BE_AMOUNT_UNPUBLISHED);
    assert_true(own_prices_use(loaded, two, 1));
    assert_price(face, unit, "1");
    assert_price(face, month, "unpublished");
    assert_ptr_equal(be_price_source_at(face, &month), before);
    assert_true(own_prices_use(loaded, NULL, 0));
    assert_price(face, unit, "unpublished");
    catalog_destroy(loaded);
}

/* A product that some points pay for, and where the price of these stands. */
static const be_product *with_points(const catalog *loaded, be_price_place *out)
{
    const be_catalog *view = catalog_view(loaded);
    be_price_place places[64];
    for (size_t i = 0; i < be_catalog_product_count(view); i++) {
        const be_product *one = be_catalog_product(view, i);
        size_t count = be_price_places(one, places, 64);
        for (size_t j = 0; j < count && j < 64; j++) {
            if (places[j].kind == BE_PRICE_GENERAL) {
                *out = places[j];
                return one;
            }
        }
    }
    fail_msg("no product is covered by a general package");
    return NULL;
}

static void points_cost_the_same_for_every_product(void **state)
{
    (void)state;
    be_price_place points;
    catalog *loaded = load(0);
    const be_product *of = with_points(loaded, &points);
    const be_general_package *before = &of->provider->general_packages[points.index];
    const own_price own = {of, points, be_amount_of(7), today};
    assert_true(own_prices_use(loaded, &own, 1));
    assert_int_equal(be_amount_compare(before->price, be_amount_of(7)), 0);
    assert_true(own_prices_use(loaded, NULL, 0));
    catalog_destroy(loaded);
}

static void save(const own_price *prices, size_t count)
{
    problems found = {0};
    size_t size;
    char *text = own_prices_text(prices, count, file, &size, &found);
    assert_non_null(text);
    assert_int_equal(strlen(text), size);
    assert_true(problems_ok(&found));
    assert_int_equal(sandbox_write(home, "config/breakeven/prices.cfg", text), 0);
    free(text);
}

static void what_points_cost_is_saved_and_read_again(void **state)
{
    (void)state;
    be_price_place points;
    catalog *loaded = load(0);
    const be_product *of = with_points(loaded, &points);
    const own_price own = {of, points, be_amount_of(7), today};
    save(&own, 1);
    catalog *again = load(0);
    assert_price(product(again, of->key), points, "7");
    size_t count;
    const own_price *read = own_prices(again, &count);
    assert_int_equal(count, 1);
    assert_int_equal(read->place.index, points.index);
    catalog_destroy(again);
    catalog_destroy(loaded);
}

static void places_differ_by_all_that_names_them(void **state)
{
    (void)state;
    be_price_place points;
    catalog *loaded = load(0);
    const be_product *a = product(loaded, "alibaba/qwen-plus");
    const be_product *b = product(loaded, "viapi/compare-face");
    const be_price_place one = {.kind = BE_PRICE_METER, .index = 1, .use = 1, .band = 1};
    be_price_place other = one;
    assert_true(own_prices_same_place(a, &one, a, &other));
    assert_false(own_prices_same_place(a, &one, b, &other));
    other.kind = BE_PRICE_PACKAGE;
    assert_false(own_prices_same_place(a, &one, a, &other));
    other = one, other.index = 0;
    assert_false(own_prices_same_place(a, &one, a, &other));
    other = one, other.use = 0;
    assert_false(own_prices_same_place(a, &one, a, &other));
    other = one, other.band = 0;
    assert_false(own_prices_same_place(a, &one, a, &other));
    /* Points belong to the provider, whichever product they are asked of. */
    const be_product *of = with_points(loaded, &points);
    assert_true(own_prices_same_place(of, &points, &of->provider->products[0], &points));
    assert_false(own_prices_same_place(of, &points, b, &points));
    const own_price own = {of, points, be_amount_of(7), today};
    be_amount before = be_price_at(of, &points);
    assert_true(own_prices_use(loaded, &own, 1));
    assert_int_equal(be_amount_compare(own_prices_published(loaded, of, &points), before), 0);
    assert_int_equal(
        be_amount_compare(own_prices_published(loaded, b, &month), be_price_at(b, &month)), 0);
    catalog_destroy(loaded);
}

static void what_is_saved_is_read_again(void **state)
{
    (void)state;
    catalog *loaded = load_text(typed, 0);
    size_t count;
    const own_price *own = own_prices(loaded, &count);
    assert_int_equal(remove(file), 0);
    save(own, count);
    char *once = sandbox_read(home, "config/breakeven/prices.cfg");
    save(own, count);
    char *twice = sandbox_read(home, "config/breakeven/prices.cfg");
    assert_string_equal(once, twice);
    free(once);
    free(twice);
    catalog *again = load(0);
    const be_product *face = product(again, "viapi/compare-face");
    assert_price(face, unit, "0.003");
    assert_price(face, package, "21");
    assert_price(face, month, "280");
    catalog_destroy(again);
    catalog_destroy(loaded);
}

static void every_price_of_the_catalogue_has_a_name_of_its_own(void **state)
{
    (void)state;
    catalog *loaded = load(0);
    const be_catalog *view = catalog_view(loaded);
    own_price *all = calloc(20000, sizeof *all);
    size_t count = 0;
    for (size_t i = 0; i < be_catalog_product_count(view); i++) {
        const be_product *one = be_catalog_product(view, i);
        be_price_place places[256];
        size_t of_one = be_price_places(one, places, 256);
        assert_true(of_one <= 256);
        for (size_t j = 0; j < of_one; j++) {
            if (places[j].kind != BE_PRICE_GENERAL) /* these belong to several products */
                all[count] = (own_price){one, places[j], be_amount_of((int64_t)count), today},
                count++;
        }
    }
    save(all, count);
    catalog *again = load(0);
    size_t read;
    const own_price *own = own_prices(again, &read);
    assert_int_equal(read, count);
    for (size_t i = 0; i < count; i++) {
        assert_string_equal(own[i].product->key, all[i].product->key);
        assert_int_equal(own[i].place.kind, all[i].place.kind);
        assert_int_equal(own[i].place.index, all[i].place.index);
        assert_int_equal(own[i].place.use, all[i].place.use);
        assert_int_equal(own[i].place.band, all[i].place.band);
        assert_int_equal(be_amount_compare(own[i].price, all[i].price), 0);
    }
    free(all);
    catalog_destroy(again);
    catalog_destroy(loaded);
}

static void the_rest_of_the_file_stays_as_it_is(void **state)
{
    (void)state;
    static const char mine[] =
        "# My contract.\n"
        "format = 1; provider = { id = \"acme\"; name = \"Acme\"; };\n"
        "sources = ( { id = \"list\"; title = \"Contract\"; address = \"drawer\";\n"
        "  date = \"2026-11\"; } ); # by hand\n"
        "products = ( );";
    catalog *loaded = load_text(mine, 0);
    const own_price one = {product(loaded, "viapi/compare-face"), unit, be_amount_of(1), today};
    save(&one, 1);
    char *text = sandbox_read(home, "config/breakeven/prices.cfg");
    assert_int_equal(strncmp(text, mine, strlen(mine)), 0);
    free(text);
    save(NULL, 0);
    catalog_destroy(loaded);
    loaded = load(0);
    assert_price(product(loaded, "viapi/compare-face"), unit, "unpublished");
    catalog_destroy(loaded);
}

static void a_list_written_by_hand_is_not_written_over(void **state)
{
    (void)state;
    problems found = {0};
    size_t size;
    catalog *loaded = load_text(typed, 0); /* without the planner's marks */
    assert_null(own_prices_text(NULL, 0, file, &size, &found));
    assert_false(problems_ok(&found));
    problems_clear(&found);
    char *text = sandbox_read(home, "config/breakeven/prices.cfg");
    assert_string_equal(text, typed);
    free(text);
    catalog_destroy(loaded);
}

/* The text of the file is left as it is, and why is told. */
static void expect_left_alone(const char *text, const char *why)
{
    problems found = {0};
    size_t size;
    assert_int_equal(sandbox_write(home, "config/breakeven/prices.cfg", text), 0);
    assert_null(own_prices_text(NULL, 0, file, &size, &found));
    assert_int_equal(found.errors, 1);
    assert_non_null(strstr(found.items[0].text, why));
    problems_clear(&found);
    char *left = sandbox_read(home, "config/breakeven/prices.cfg");
    assert_string_equal(left, text);
    free(left);
}

static void what_cannot_be_read_is_left_alone(void **state)
{
    (void)state;
    expect_left_alone("format = 1; prices = (", "syntax");
    /* The planner's list without its end: another one beside it could not be read. */
    expect_left_alone("format = 1;\n# Prices typed in the planner: it rewrites these lines.\n"
                      "prices = ();\n",
                      "duplicate");
}

static void what_is_no_longer_sold_is_left_out_with_a_warning(void **state)
{
    (void)state;
    catalog *loaded = load_text("format = 1; prices = ( { product = \"gone/away\"; price = \"1\"; "
                                "date = \"2026-11-21\"; }, { product = \"viapi/compare-face\"; "
                                "package = \"big\"; price = \"1\"; date = \"2026-11-21\"; } );",
                                2);
    catalog_destroy(loaded);
}

static void mistakes_are_told(void **state)
{
    static const struct {
        const char *entry;
        const char *text;
    } wrong[] = {
        {"price = \"1\"; date = \"2026-11-21\";", "missing"},
        {"product = \"a/b\"; date = \"2026-11-21\";", "missing"},
        {"product = \"a/b\"; price = \"1\";", "missing"},
        {"product = \"a/b\"; price = \"x\"; date = \"2026-11-21\";", "not a number"},
        {"product = \"a/b\"; price = \"1\"; date = \"soon\";", "is no date"},
        {"product = \"a/b\"; price = \"1\"; date = \"2026\"; band = 0;", ""},
        {"product = \"a/b\"; price = \"1\"; date = \"2026\"; package = \"a\"; meter = \"b\";",
         "names several prices"},
        {"product = \"a/b\"; price = \"1\"; date = \"2026\"; pakage = \"a\";", "package"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        char text[512];
        problems found = {0};
        snprintf(text, sizeof text, "format = 1; prices = ( { %s } );", wrong[i].entry);
        assert_int_equal(sandbox_write(home, "config/breakeven/prices.cfg", text), 0);
        assert_null(catalog_load_builtin(file, &found));
        assert_non_null(strstr(found.items[0].text, wrong[i].text));
        problems_clear(&found);
    }
}

static void only_the_users_own_file_has_single_prices(void **state)
{
    (void)state;
    problems found = {0};
    assert_int_equal(sandbox_write(home, "config/breakeven/prices.cfg", typed), 0);
    const char *const paths[] = {file};
    assert_null(catalog_load_paths(paths, 1, NULL, &found));
    problems_clear(&found);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_file_puts_prices_where_there_were_none, make_home,
                                        drop_home),
        cmocka_unit_test_setup_teardown(what_a_band_costs_is_added_up_anew, make_home, drop_home),
        cmocka_unit_test_setup_teardown(prices_can_be_taken_back, make_home, drop_home),
        cmocka_unit_test_setup_teardown(points_cost_the_same_for_every_product, make_home,
                                        drop_home),
        cmocka_unit_test_setup_teardown(what_points_cost_is_saved_and_read_again, make_home,
                                        drop_home),
        cmocka_unit_test_setup_teardown(places_differ_by_all_that_names_them, make_home, drop_home),
        cmocka_unit_test_setup_teardown(what_is_saved_is_read_again, make_home, drop_home),
        cmocka_unit_test_setup_teardown(what_cannot_be_read_is_left_alone, make_home, drop_home),
        cmocka_unit_test_setup_teardown(every_price_of_the_catalogue_has_a_name_of_its_own,
                                        make_home, drop_home),
        cmocka_unit_test_setup_teardown(the_rest_of_the_file_stays_as_it_is, make_home, drop_home),
        cmocka_unit_test_setup_teardown(a_list_written_by_hand_is_not_written_over, make_home,
                                        drop_home),
        cmocka_unit_test_setup_teardown(what_is_no_longer_sold_is_left_out_with_a_warning,
                                        make_home, drop_home),
        cmocka_unit_test_setup_teardown(mistakes_are_told, make_home, drop_home),
        cmocka_unit_test_setup_teardown(only_the_users_own_file_has_single_prices, make_home,
                                        drop_home),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
