/* The places of a product's prices. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include <breakeven/price.h>

static const be_source page = {.id = "page"}, note = {.id = "note"}, list = {.id = "list"};

static const be_band bands[] = {{.up_to = 100}, {.up_to = BE_UNBOUNDED, .source = &note}};
static const be_band flat[] = {{.up_to = BE_UNBOUNDED}};
static const be_package packages[] = {{.id = "1k", .source = &list}, {.id = "10k"}};
static const be_capacity_price terms[] = {
    {.term = BE_TERM_MONTH, .tariff = {.bands = bands, .band_count = 2}, .source = &list}};
static const be_general_cover covers[] = {{"images", 5}}, others[] = {{"words", 5}};
static const be_general_package general[] = {
    {.id = "a", .covers = others, .cover_count = 1, .source = &list},
    {.id = "b", .covers = covers, .cover_count = 1, .source = &list}};

static be_product product;
static be_provider provider = {.id = "acme",
                               .products = &product,
                               .product_count = 1,
                               .general_packages = general,
                               .general_package_count = 2};

static int make_product(void **state)
{
    (void)state;
    product = (be_product){.provider = &provider,
                           .id = "images",
                           .source = &page,
                           .payg = {true, false, {.bands = bands, .band_count = 2}, NULL},
                           .packages = packages,
                           .package_count = 2,
                           .capacity = {.offered = true, .prices = terms, .price_count = 1}};
    return 0;
}

static void lists_every_price(void **state)
{
    static const be_price_place expected[] = {
        {BE_PRICE_PAYG, 0, BE_USE_STANDARD, 0},     {BE_PRICE_PAYG, 0, BE_USE_STANDARD, 1},
        {BE_PRICE_PACKAGE, 0, BE_USE_STANDARD, 0},  {BE_PRICE_PACKAGE, 1, BE_USE_STANDARD, 0},
        {BE_PRICE_CAPACITY, 0, BE_USE_STANDARD, 0}, {BE_PRICE_CAPACITY, 0, BE_USE_STANDARD, 1},
        {BE_PRICE_GENERAL, 1, BE_USE_STANDARD, 0}};
    enum { COUNT = sizeof expected / sizeof *expected };
    be_price_place places[COUNT + 1];
    (void)state;
    assert_int_equal(be_price_places(&product, NULL, 0), COUNT);
    assert_int_equal(be_price_places(&product, places, 2), COUNT);
    assert_int_equal(be_price_places(&product, places, COUNT + 1), COUNT);
    for (size_t i = 0; i < COUNT; i++) {
        assert_int_equal(places[i].kind, expected[i].kind);
        assert_int_equal(places[i].index, expected[i].index);
        assert_int_equal(places[i].band, expected[i].band);
    }
}

static void meters_take_the_place_of_pay_as_you_go(void **state)
{
    const be_meter meters[] = {
        {.tariff = {[BE_USE_STANDARD] = {.bands = bands, .band_count = 2}}, .source = &list},
        {.tariff = {[BE_USE_STANDARD] = {.bands = flat, .band_count = 1},
                    [BE_USE_CACHED] = {.bands = flat, .band_count = 1}}}};
    be_price_place places[8];
    (void)state;
    product = (be_product){
        .source = &page, .payg = {.offered = true}, .meters = meters, .meter_count = 2};
    assert_int_equal(be_price_places(&product, places, 8), 4);
    assert_int_equal(places[1].band, 1);
    assert_int_equal(places[3].index, 1);
    assert_int_equal(places[3].use, BE_USE_CACHED);
    assert_ptr_equal(be_price_tariff_at(&product, &places[3])->bands, flat);
    assert_ptr_equal(be_price_source_at(&product, &places[0]), &list);
    assert_ptr_equal(be_price_source_at(&product, &places[3]), &page);
}

static void every_price_knows_where_it_stands(void **state)
{
    static const be_source *const expected[] = {&page, &note, &list, &page, &list, &note, &list};
    be_price_place places[8];
    (void)state;
    size_t count = be_price_places(&product, places, 8);
    for (size_t i = 0; i < count; i++)
        assert_ptr_equal(be_price_source_at(&product, &places[i]), expected[i]);
}

static void a_price_is_that_of_its_place(void **state)
{
    be_band priced[] = {{.up_to = BE_UNBOUNDED, .price = be_amount_of(3)}};
    be_package bought = {.id = "1k", .price = be_amount_of(5)};
    const be_price_place unit = {.kind = BE_PRICE_PAYG}, package = {.kind = BE_PRICE_PACKAGE};
    (void)state;
    product.payg.tariff = (be_tariff){.bands = priced, .band_count = 1};
    product.packages = &bought;
    assert_int_equal(be_amount_compare(be_price_at(&product, &unit), be_amount_of(3)), 0);
    assert_int_equal(be_amount_compare(be_price_at(&product, &package), be_amount_of(5)), 0);
    assert_null(be_price_tariff_at(&product, &package));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(lists_every_price, make_product),
        cmocka_unit_test_setup(meters_take_the_place_of_pay_as_you_go, make_product),
        cmocka_unit_test_setup(every_price_knows_where_it_stands, make_product),
        cmocka_unit_test_setup(a_price_is_that_of_its_place, make_product),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
