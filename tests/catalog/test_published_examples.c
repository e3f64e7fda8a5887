/*
 * The vendors' own worked examples, from the shipped catalogue.
 *
 * Left out: the day on which a package of a year ends, as plans count whole months. Two examples
 * are wrong as printed and stand here corrected: "220 seconds" of video are 140, "10 QPS" at 370 is
 * one.
 */
#include "shipped_test.h"

#include <breakeven/quote.h>

/* -- one month by the unit -- */

enum { UNTOUCHED = -1 };

static const struct example {
    const char *key;
    be_quantity volume;
    be_quantity free_left; /* UNTOUCHED: all of it */
    const char *total;
} examples[] = {
    {"alibaba/aitryon-refiner", 200, 0, "53.75"},
    {"viapi/license-plate", 15000, UNTOUCHED, "2000"},
    {"viapi/enhance-video-quality-1440p-60fps", 140, UNTOUCHED, "37.333333333333333333"},
    {"alibaba-ocr/id-card", 120200, UNTOUCHED, "6110"},
    {"alibaba-green/image-ocr", 100, UNTOUCHED, "0.3"},
    {"alibaba-mps/super-resolution", 200 * 60 * 25, UNTOUCHED, "976.5"},
    {"tencent/image-style-transfer", 200000, 0, "10000"},
    {"tencent/image-style-transfer", 10000, 50, "796"},
    {"tencent-cn/face-landmarks", 1000000, UNTOUCHED, "1980"},
    {"tencent-cn/face-compare", 3500000, UNTOUCHED, "10470"},
    {"tencent-cn/face-library", 5000000, UNTOUCHED, "14970"},
    {"tencent-cn/face-sdk-offline", 1000, UNTOUCHED, "118000"},
    {"tencent-cn/face-sdk-offline", 10, UNTOUCHED, "5900"}, /* no fewer than 50 are sold */
    {"tencent-cn/ocr-id-card", 900, UNTOUCHED, "0"},
    {"tencent-cn/ocr-driving-licence", 9000, UNTOUCHED, "1200"},
    {"tencent-cn/ocr-general-print", 90000, UNTOUCHED, "8900"},
    {"tencent-cn/ocr-bank-card", 900000, UNTOUCHED, "53940"},
    {"google/label-detection", 700, UNTOUCHED, "0"},
    {"google/landmark-detection", 5300, UNTOUCHED, "6.45"},
    {"volcengine/video-resize", 150, UNTOUCHED, "725"},
    {"volcengine/image-ocr", 4000, UNTOUCHED, "5.52"},
    {"volcengine/image-enhancement", 1000, UNTOUCHED, "6.21"},
    {"huawei/ocr", 5000, UNTOUCHED, "400"},
    {"aws/face-storage", 500000, UNTOUCHED, "5"},
};

static void a_month_by_the_unit(void **state)
{
    for (size_t i = 0; i < COUNT_OF(examples); i++) {
        const struct example *e = &examples[i];
        const be_demand demand = {.volume = e->volume,
                                  .postpaid = true,
                                  .has_free_left = e->free_left != UNTOUCHED,
                                  .free_left = e->free_left == UNTOUCHED ? 0 : e->free_left};
        assert_total(find(*state, e->key), &demand, 1, NULL, 0, e->total);
    }
}

/* Spread over a month, the calls of a day would be fewer: this is one day. */
static void captcha_counts_its_tiers_by_the_day(void **state)
{
    be_arena *arena = be_arena_create();
    const be_line *lines;
    size_t count;
    be_amount amount;
    assert_true(
        be_bill_rate(arena, find(*state, "tencent/captcha"), 200, 1, &amount, &lines, &count));
    assert_amount(amount, "0.7");
    be_arena_destroy(arena);
}

/* The older text of the page rounds up to whole blocks. */
static void landmarks_in_whole_blocks(void **state)
{
    be_product product = *find(*state, "google/landmark-detection");
    const be_demand demand = {.volume = 5300};
    product.payg.tariff.block = 1000;
    assert_total(&product, &demand, 1, NULL, 0, "7.5");
}

/* -- packages -- */

static be_purchase three(size_t item)
{
    return (be_purchase){.kind = BE_BUY_PACKAGE, .item = item, .count = 3, .terms = 1};
}

static void a_year_of_style_transfer_packages(void **state)
{
    const be_product *product = find(*state, "tencent/image-style-transfer");
    const be_demand demand = {.volume = 2500, .has_free_left = true};
    const be_purchase bought = three(package_of(product, "10k"));
    assert_total(product, &demand, 12, &bought, 1, "1650");
}

/* 30 million calls a year, beside 10,000 a month that are free. */
static void a_year_of_face_comparison_packages(void **state)
{
    const be_product *product = find(*state, "tencent-cn/face-compare");
    const be_demand demand = {.volume = 2510000};
    const be_purchase bought = three(package_of(product, "10m"));
    assert_total(product, &demand, 12, &bought, 1, "91200");
}

/* The band is that of the 1.99 million calls which the package leaves, not of all 52 million. */
static void calls_of_a_package_do_not_climb_the_bands(void **state)
{
    const be_product *product = find(*state, "tencent-cn/face-search");
    const be_demand demand = {.volume = 52000000};
    const be_purchase bought = {
        .kind = BE_BUY_PACKAGE, .item = package_of(product, "50m"), .count = 1, .terms = 1};
    assert_total(product, &demand, 1, &bought, 1, "148868");
}

/* The product with package `id` at a sale price. `packages` holds its packages from then on. */
static be_product on_sale(const be_product *product, const char *id, int64_t price,
                          be_package *packages)
{
    be_product cheaper = *product;
    memcpy(packages, product->packages, product->package_count * sizeof *packages);
    packages[package_of(product, id)].price = be_amount_of(price);
    cheaper.packages = packages;
    return cheaper;
}

enum { PACKAGES_MAX = 8 };

static void free_calls_then_a_package_on_sale_then_by_the_unit(void **state)
{
    be_package packages[PACKAGES_MAX];
    be_product product = on_sale(find(*state, "tencent-cn/ocr-bank-card"), "1k", 84, packages);
    const be_demand demand = {.volume = 2500, .postpaid = true};
    const be_purchase bought = {
        .kind = BE_BUY_PACKAGE, .item = package_of(&product, "1k"), .count = 1, .terms = 1};
    assert_total(&product, &demand, 1, &bought, 1, "159");
}

static void three_packages_on_sale(void **state)
{
    be_package packages[PACKAGES_MAX];
    be_product product =
        on_sale(find(*state, "tencent-cn/ocr-general-print"), "100k", 3500, packages);
    const be_demand demand = {.volume = 301000};
    const be_purchase bought = three(package_of(&product, "100k"));
    assert_total(&product, &demand, 1, &bought, 1, "10500");
}

static void free_calls_then_a_package_then_by_the_unit(void **state)
{
    const be_owned pack = {.size = 1000, .left = 1000, .expires = INT32_MAX};
    const be_demand demand = {.volume = 5000, .owned = &pack, .owned_count = 1};
    billed b = bill(find(*state, "alibaba-ocr/id-card"), &demand, 1, NULL, 0);
    assert_int_equal(b.bill.units.layer[BE_LAYER_FREE], 200);
    assert_int_equal(b.bill.units.layer[BE_LAYER_PACKAGE], 1000);
    assert_int_equal(b.bill.units.layer[BE_LAYER_PAYG], 3800);
    assert_int_equal(b.bill.month[0].package_left, 0);
    be_arena_destroy(b.arena);
}

/* -- points -- */

static void points_then_by_the_unit(void **state)
{
    const be_demand demand = {.volume = 110000, .postpaid = true};
    const be_purchase bought = {.kind = BE_BUY_GENERAL, .item = 0, .count = 1, .terms = 1};
    assert_total(find(*state, "baidu/id-card"), &demand, 1, &bought, 1, "1670");
}

static void a_call_of_four_out_of_ten_points_leaves_six(void **state)
{
    const be_product *product = find(*state, "alibaba-green/image-ocr");
    const be_owned points = {.general = &product->provider->general_packages[0],
                             .size = 10,
                             .left = 10,
                             .expires = INT32_MAX};
    const be_demand demand = {.volume = 1, .owned = &points, .owned_count = 1};
    billed b = bill(product, &demand, 1, NULL, 0);
    assert_int_equal(b.bill.units.layer[BE_LAYER_GENERAL], 1);
    assert_int_equal(b.bill.waste_points, 6); /* when the plan ends */
    assert_amount(b.bill.total, "0");
    be_arena_destroy(b.arena);
}

/* -- tokens -- */

enum { INPUT, OUTPUT, TOKEN_METERS };

/* 100,000 by the account and 200,000 by a user of it leave 700,000 of the million. */
static void free_tokens_are_shared_by_account_and_users(void **state)
{
    static const be_ratio per_request[TOKEN_METERS] = {[INPUT] = 100000 * BE_RATIO_ONE};
    static const be_quantity volumes[] = {3, 7, 1};
    const be_demand demand = {.volumes = volumes,
                              .volume_count = 3,
                              .per_request = per_request,
                              .per_request_count = TOKEN_METERS};
    billed b = bill(find(*state, "alibaba/qwen-max"), &demand, 3, NULL, 0);
    assert_amount(b.bill.month[0].total, "0");
    assert_amount(b.bill.month[1].total, "0");
    assert_amount(b.bill.month[2].total, "0.24");
    be_arena_destroy(b.arena);
}

static void all_tokens_of_a_request_cost_the_price_of_its_band(void **state)
{
    static const be_ratio per_request[TOKEN_METERS] = {
        [INPUT] = 100000 * BE_RATIO_ONE, [OUTPUT] = 1000 * BE_RATIO_ONE};
    const be_demand demand = {.volume = 1,
                              .has_free_left = true,
                              .per_request = per_request,
                              .per_request_count = TOKEN_METERS};
    assert_total(find(*state, "alibaba/qwen3-max"), &demand, 1, NULL, 0, "0.416");
}

/* -- capacity -- */

static void a_month_and_five_days_of_one_qps(void **state)
{
    const be_capacity *tencent = capacity_of(*state, "tencent-cn/face-compare");
    const be_capacity *baidu = capacity_of(*state, "baidu/face-qps");
    assert_amount(
        be_amount_add(charge(tencent, BE_TERM_MONTH, 1, 1), charge(tencent, BE_TERM_DAY, 1, 5)),
        "370");
    assert_amount(
        be_amount_add(charge(baidu, BE_TERM_MONTH, 1, 1), charge(baidu, BE_TERM_DAY, 1, 5)), "350");
}

/* 2 of the 50 are free, so 48 are bought: 10 at 270 and 38 at 235. */
static void bought_qps_adds_to_the_free_ones(void **state)
{
    be_arena *arena = be_arena_create();
    const be_demand demand = {.volume = 1000, .qps = 50};
    const be_horizon horizon = {be_month_of(START_YEAR, START_MONTH), 1};
    const be_quote *quote = be_quote_create(arena, find(*state, "baidu/face-qps"), &demand, horizon,
                                            (be_date){0, 0, 0});
    assert_non_null(quote);
    const be_option *option = &quote->options[BE_OPTION_QPS];
    assert_true(option->offered && option->bill.feasible);
    assert_int_equal(option->schedule.count, 1);
    assert_int_equal(option->schedule.purchases[0].count, 48);
    assert_amount(option->bill.total, "11630");
    be_arena_destroy(arena);
}

static void four_at_once_in_half_a_second_are_eight_qps(void **state)
{
    const be_demand demand = {.volume = 1000, .concurrency = 4, .response = 500000};
    be_usage usage;
    (void)state;
    be_usage_resolve(&demand, (be_horizon){be_month_of(START_YEAR, START_MONTH), 1}, &usage);
    assert_int_equal(usage.month[0].qps_peak, 8);
}

/* Of three calls in a second one is refused: the load is not carried. */
static void a_third_call_in_a_second_is_too_many(void **state)
{
    const be_product *product = find(*state, "viapi/compare-face");
    for (be_quantity qps = 2; qps <= 3; qps++) {
        const be_demand demand = {.volume = 1000, .qps = qps};
        billed b = bill(product, &demand, 1, NULL, 0);
        assert_int_equal(b.bill.carries, qps == 2 ? BE_CARRIES_YES : BE_CARRIES_NO);
        be_arena_destroy(b.arena);
    }
}

/* Prepaid QPS, then that of a package, then the default: they never add up. */
static void limits_do_not_stack(void **state)
{
    const be_owned pack = {
        .size = 1000000, .left = 1000000, .expires = be_month_of(START_YEAR, START_MONTH) + 1};
    const be_demand demand = {.volume = 1000, .owned = &pack, .owned_count = 1};
    const be_purchase bought = {.kind = BE_BUY_CAPACITY, .item = 0, .count = 10, .terms = 1};
    billed b = bill(find(*state, "viapi/compare-face"), &demand, 3, &bought, 1);
    assert_int_equal(b.bill.month[0].limit.value, 10);
    assert_int_equal(b.bill.month[1].limit.value, 5);
    assert_int_equal(b.bill.month[2].limit.value, 2);
    be_arena_destroy(b.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_month_by_the_unit),
        cmocka_unit_test(captcha_counts_its_tiers_by_the_day),
        cmocka_unit_test(landmarks_in_whole_blocks),
        cmocka_unit_test(a_year_of_style_transfer_packages),
        cmocka_unit_test(a_year_of_face_comparison_packages),
        cmocka_unit_test(calls_of_a_package_do_not_climb_the_bands),
        cmocka_unit_test(free_calls_then_a_package_on_sale_then_by_the_unit),
        cmocka_unit_test(three_packages_on_sale),
        cmocka_unit_test(free_calls_then_a_package_then_by_the_unit),
        cmocka_unit_test(points_then_by_the_unit),
        cmocka_unit_test(a_call_of_four_out_of_ten_points_leaves_six),
        cmocka_unit_test(free_tokens_are_shared_by_account_and_users),
        cmocka_unit_test(all_tokens_of_a_request_cost_the_price_of_its_band),
        cmocka_unit_test(a_month_and_five_days_of_one_qps),
        cmocka_unit_test(bought_qps_adds_to_the_free_ones),
        cmocka_unit_test(four_at_once_in_half_a_second_are_eight_qps),
        cmocka_unit_test(a_third_call_in_a_second_is_too_many),
        cmocka_unit_test(limits_do_not_stack),
    };
    return cmocka_run_group_tests(tests, load_catalogue, free_catalogue);
}
