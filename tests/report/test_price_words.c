/* Single prices in words, and those of the user's own. */
#include "report_test.h"

#include "report/price_words.h"

static const be_source list = {.title = "Price list",
                               .address = "acme.example",
                               .date_text = "2026-01",
                               .confidence = BE_CONFIDENCE_VENDOR};
static const be_source yours = {.title = "Your own price",
                                .address = "prices.cfg",
                                .date_text = "2026-11",
                                .confidence = BE_CONFIDENCE_USER};

enum { TIERS = 3 };

/* A vendor that sells in every way there is. */
typedef struct shop {
    be_provider provider;
    be_general_package points;
    be_general_cover cover;
    be_band tiers[TIERS], flat;
    be_package package;
    be_capacity_price capacity[BE_TERM_COUNT];
    be_meter meter;
    be_product product;
} shop;

static const be_price_place unit = {.kind = BE_PRICE_PAYG};
static const be_price_place package = {.kind = BE_PRICE_PACKAGE};
static const be_price_place points = {.kind = BE_PRICE_GENERAL};
static const be_price_place month = {.kind = BE_PRICE_CAPACITY, .index = BE_TERM_MONTH};

static void open_shop(shop *s)
{
    const be_band flat = {.up_to = BE_UNBOUNDED, .price = be_amount_of(2), .source = &list};
    *s = (shop){.flat = flat, .cover = {"scan", 3}};
    s->tiers[0] = (be_band){.up_to = 1000, .price = be_amount_of(3), .source = &list};
    s->tiers[1] = (be_band){.up_to = 50000, .price = be_amount_of(2), .source = &list};
    s->tiers[2] = (be_band){.up_to = BE_UNBOUNDED, .price = be_amount_of(1), .source = &list};
    s->package =
        (be_package){.id = "10k", .size = 10000, .price = be_amount_of(9), .source = &list};
    s->points = (be_general_package){.id = "points-5k",
                                     .points = 5000,
                                     .price = be_amount_of(70),
                                     .covers = &s->cover,
                                     .cover_count = 1,
                                     .source = &list};
    s->provider =
        (be_provider){.id = "acme", .general_packages = &s->points, .general_package_count = 1};
    const be_tariff one = {.per = 1, .block = 1, .bands = &s->flat, .band_count = 1};
    for (int term = 0; term < BE_TERM_COUNT; term++)
        s->capacity[term] = (be_capacity_price){.term = (be_term)term, .tariff = one};
    s->meter = (be_meter){.id = "input", .name = "Input tokens"};
    for (int use = 0; use < BE_USE_COUNT; use++)
        s->meter.tariff[use] = one;
    s->meter.tariff[BE_USE_STANDARD].per = 1000000;
    s->product = (be_product){
        .provider = &s->provider,
        .id = "scan",
        .key = "acme/scan",
        .name = "Scan",
        .currency = "USD",
        .unit = "page",
        .source = &list,
        .payg = {.offered = true,
                 .tariff = {.per = 1, .block = 1, .bands = s->tiers, .band_count = TIERS}},
        .packages = &s->package,
        .package_count = 1,
        .capacity = {.offered = true, .prices = s->capacity, .price_count = BE_TERM_COUNT}};
}

static void assert_name(const shop *s, be_price_place place, const char *expected)
{
    char out[WORDS_TEXT];
    assert_string_equal(price_words_name(&s->product, &place, out), expected);
}

static void names_the_tiers_by_their_units(void **state)
{
    shop s;
    (void)state;
    open_shop(&s);
    assert_name(&s, unit, "By the unit, 1 to 1,000");
    assert_name(&s, (be_price_place){.kind = BE_PRICE_PAYG, .band = 1},
                "By the unit, 1,001 to 50,000");
    assert_name(&s, (be_price_place){.kind = BE_PRICE_PAYG, .band = 2},
                "By the unit, from 50,001 on");
}

static void names_all_that_is_sold(void **state)
{
    shop s;
    (void)state;
    open_shop(&s);
    assert_name(&s, package, "Package 10k");
    assert_name(&s, points, "Points package points-5k");
    assert_name(&s, (be_price_place){.kind = BE_PRICE_CAPACITY, .index = BE_TERM_DAY},
                "QPS by the day");
    assert_name(&s, month, "QPS by the month");
    s.product.capacity.adds_to = BE_CAPACITY_CONCURRENCY;
    assert_name(&s, (be_price_place){.kind = BE_PRICE_CAPACITY, .index = BE_TERM_YEAR},
                "Concurrency by the year");
}

static void names_meters_by_their_use(void **state)
{
    shop s;
    (void)state;
    open_shop(&s);
    s.product.meters = &s.meter;
    s.product.meter_count = 1;
    assert_name(&s, (be_price_place){.kind = BE_PRICE_METER}, "Input tokens, per 1M");
    assert_name(&s, (be_price_place){.kind = BE_PRICE_METER, .use = BE_USE_BATCH},
                "Input tokens, batch");
    assert_name(&s, (be_price_place){.kind = BE_PRICE_METER, .use = BE_USE_CACHED},
                "Input tokens, cached");
}

static void tells_the_prices_of_the_users_own(void **state)
{
    shop s;
    (void)state;
    open_shop(&s);
    page *p = page_create();
    assert_string_equal(price_words_own_list(p, &s.product), "");
    price_words_own_note(p, &s.product);
    assert_null(page_blocks(p));
    s.package.source = s.tiers[1].source = &yours;
    assert_true(price_words_is_own(&s.product, &package));
    assert_false(price_words_is_own(&s.product, &unit));
    price_words_own_note(p, &s.product);
    assert_says(text_of_page(p),
                "Your own prices: By the unit, 1,001 to 50,000 $2.00; Package 10k $9.00.");
}

/* Of a product that is the user's as a whole, no price stands out. */
static void a_product_of_the_users_own_needs_no_note(void **state)
{
    shop s;
    (void)state;
    open_shop(&s);
    s.package.source = s.product.source = &yours;
    assert_false(price_words_is_own(&s.product, &package));
}

static void tells_where_prices_are_from(void **state)
{
    (void)state;
    page *p = page_create();
    price_words_source(p, NULL, true);
    assert_null(page_blocks(p));
    price_words_source(p, &list, false);
    assert_says(text_of_page(p), "Prices of 2026-01: Price list (");
    p = page_create();
    price_words_source(p, &list, true);
    assert_says(text_of_page(p), "Prices of 2026-01, old: Price list (");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_the_tiers_by_their_units),
        cmocka_unit_test(names_all_that_is_sold),
        cmocka_unit_test(names_meters_by_their_use),
        cmocka_unit_test(tells_the_prices_of_the_users_own),
        cmocka_unit_test(a_product_of_the_users_own_needs_no_note),
        cmocka_unit_test(tells_where_prices_are_from),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
