/* Finding products, guessing misspelt ones, and the age and trust of their figures. */
#include <string.h>

#include "engine_test.h"

static const be_product alibaba_products[] = {
    {.key = "alibaba/aitryon", .id = "aitryon"},
    {.key = "alibaba/aitryon-refiner", .id = "aitryon-refiner"},
};
static const be_product tencent_products[] = {
    {.key = "tencent/image-style-transfer", .id = "image-style-transfer"},
    {.key = "tencent/face-compare", .id = "face-compare"},
    {.key = "tencent/face-search", .id = "face-search"},
};
static const be_provider alibaba = {
    .id = "alibaba", .products = alibaba_products, .product_count = COUNT_OF(alibaba_products)};
static const be_provider nobody = {.id = "nobody"};
static const be_provider tencent = {
    .id = "tencent", .products = tencent_products, .product_count = COUNT_OF(tencent_products)};
static const be_provider *const providers[] = {&alibaba, &nobody, &tencent};
static const be_catalog catalog = {.providers = providers, .provider_count = COUNT_OF(providers)};
static const be_catalog empty = {0};

static void products_are_found_by_their_whole_key(void **state)
{
    (void)state;
    assert_ptr_equal(be_catalog_find(&catalog, "tencent/face-compare"), &tencent_products[1]);
    assert_ptr_equal(be_catalog_find(&catalog, "alibaba/aitryon"), &alibaba_products[0]);
    static const char *const unknown[] = {"",
                                          "/",
                                          "aitryon",
                                          "alibaba/",
                                          "alibaba/aitryo",
                                          "alibaba/aitryon-",
                                          "tencent/aitryon",
                                          "tencent/face-compare/",
                                          "Tencent/face-compare",
                                          "nobody/aitryon",
                                          "alibab/aitryon"};
    for (size_t i = 0; i < COUNT_OF(unknown); i++)
        assert_null(be_catalog_find(&catalog, unknown[i]));
    assert_null(be_catalog_find(&empty, "alibaba/aitryon"));
}

static void all_products_are_counted_in_order(void **state)
{
    (void)state;
    assert_int_equal(be_catalog_product_count(&catalog), 5);
    assert_ptr_equal(be_catalog_product(&catalog, 0), &alibaba_products[0]);
    assert_ptr_equal(be_catalog_product(&catalog, 2), &tencent_products[0]);
    assert_ptr_equal(be_catalog_product(&catalog, 4), &tencent_products[2]);
    assert_null(be_catalog_product(&catalog, 5));
    assert_int_equal(be_catalog_product_count(&empty), 0);
    assert_null(be_catalog_product(&empty, 0));
}

static void a_misspelt_key_finds_its_neighbour(void **state)
{
    (void)state;
    static const struct {
        const char *key;
        const be_product *nearest;
    } rows[] = {
        {"tencent/face-compere", &tencent_products[1]},
        {"tencnet/face-search", &tencent_products[2]},
        {"aitryon-refine", &alibaba_products[1]},
        {"face-compare", &tencent_products[1]},
        {"aitxyzn", &alibaba_products[0]}, /* two letters of seven */
        {"aixxyzn", NULL},                 /* three */
        {"image-style", NULL},
        {"google/vision", NULL},
        {"", NULL},
        {"xy", NULL},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++)
        assert_ptr_equal(be_catalog_nearest(&catalog, rows[i].key), rows[i].nearest);
    char endless[2000];
    memset(endless, 'a', sizeof endless - 1);
    endless[sizeof endless - 1] = '\0';
    assert_null(be_catalog_nearest(&catalog, endless));
    assert_null(be_catalog_nearest(&empty, "aitryon"));
}

static be_source source_of(int year, int month, be_confidence confidence)
{
    return (be_source){.date = {year, month, 0}, .confidence = confidence};
}

static void the_oldest_figure_sets_the_age(void **state)
{
    (void)state;
    const be_source page = source_of(2026, 1, BE_CONFIDENCE_VENDOR);
    const be_source copy = source_of(2025, 5, BE_CONFIDENCE_MIRROR);
    const be_source note = source_of(2021, 0, BE_CONFIDENCE_SECOND_HAND);
    const be_band bands[] = {{.up_to = 10}, {.up_to = BE_UNBOUNDED, .source = &note}};
    const be_package packages[] = {{.source = &copy}};
    be_product product = {.source = &page, .packages = packages, .package_count = 1};
    assert_ptr_equal(be_product_oldest_source(&product), &copy);
    assert_null(be_product_second_hand_source(&product));
    product.payg = (be_payg){.tariff = {.bands = bands, .band_count = 2}};
    assert_ptr_equal(be_product_oldest_source(&product), &copy); /* not offered: no figure */
    product.payg.offered = true;
    assert_ptr_equal(be_product_oldest_source(&product), &note);
    assert_ptr_equal(be_product_second_hand_source(&product), &note);

    const be_capacity_price prices[] = {{.tariff = {.bands = bands, .band_count = 2}}};
    be_product with_capacity = {.source = &page,
                                .capacity = {.offered = true, .prices = prices, .price_count = 1}};
    assert_ptr_equal(be_product_oldest_source(&with_capacity), &note);
    const be_product unsourced = {0};
    assert_null(be_product_oldest_source(&unsourced));
    assert_null(be_product_second_hand_source(&unsourced));
}

static void inferred_figures_count_as_second_hand(void **state)
{
    (void)state;
    static const bool weak[BE_CONFIDENCE_COUNT] = {
        [BE_CONFIDENCE_SECOND_HAND] = true, [BE_CONFIDENCE_INFERRED] = true};
    for (int confidence = 0; confidence < BE_CONFIDENCE_COUNT; confidence++) {
        const be_source source = source_of(2026, 1, (be_confidence)confidence);
        const be_product product = {.source = &source};
        assert_int_equal(be_product_second_hand_source(&product) != NULL, weak[confidence]);
    }
}

static void every_value_has_the_name_it_has_in_files(void **state)
{
    (void)state;
    assert_string_equal(be_confidence_name(BE_CONFIDENCE_VENDOR), "vendor");
    assert_string_equal(be_confidence_name(BE_CONFIDENCE_MIRROR), "mirror");
    assert_string_equal(be_confidence_name(BE_CONFIDENCE_SECOND_HAND), "second-hand");
    assert_string_equal(be_confidence_name(BE_CONFIDENCE_INFERRED), "inferred");
    assert_string_equal(be_confidence_name(BE_CONFIDENCE_USER), "user");
    assert_string_equal(be_layer_name(BE_LAYER_FREE), "free");
    assert_string_equal(be_layer_name(BE_LAYER_QPS), "qps");
    assert_string_equal(be_layer_name(BE_LAYER_PACKAGE), "package");
    assert_string_equal(be_layer_name(BE_LAYER_PAYG), "payg");
    assert_string_equal(be_term_name(BE_TERM_DAY), "day");
    assert_string_equal(be_term_name(BE_TERM_MONTH), "month");
    assert_string_equal(be_term_name(BE_TERM_YEAR), "year");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(products_are_found_by_their_whole_key),
        cmocka_unit_test(all_products_are_counted_in_order),
        cmocka_unit_test(a_misspelt_key_finds_its_neighbour),
        cmocka_unit_test(the_oldest_figure_sets_the_age),
        cmocka_unit_test(inferred_figures_count_as_second_hand),
        cmocka_unit_test(every_value_has_the_name_it_has_in_files),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
