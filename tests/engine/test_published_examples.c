/*
 * The worked examples that vendors print in their own price documentation, through the engine. Two
 * printed examples are wrong and stand here as corrected: see the comments.
 */
#include "engine_test.h"
#include "fixtures.h"

static const be_bill *month_of(be_arena *arena, const be_product *product, be_demand demand)
{
    return bill_of(arena, product, &demand, horizon_of(2026, 12, 1), NULL, 0);
}

/* "200 images: 25 x 0.30 + 100 x 0.275 + 75 x 0.25 = 53.75", the free quota being used up. */
static void alibaba_refiner_of_200_images(void **state)
{
    product_box box;
    const be_demand demand = {.volume = 200, .has_free_left = true};
    const be_bill *bill = month_of(*state, fixture_refiner(&box), demand);
    assert_amount(bill->total, "53.75");
    assert_int_equal(bill->line_count, 3);
    assert_amount(bill->lines[0].amount, "7.5");
    assert_amount(bill->lines[1].amount, "27.5");
    assert_amount(bill->lines[2].amount, "18.75");
}

/* "10,000 x 0.15 + 5,000 x 0.10 = 2,000" */
static void viapi_licence_plates_of_15000_calls(void **state)
{
    product_box box;
    const be_bill *bill =
        month_of(*state, fixture_licence_plate(&box), (be_demand){.volume = 15000});
    assert_amount(bill->total, "2000");
}

/* "120,200 calls, 200 of them free: 6,110" */
static void alibaba_ocr_bands_count_what_is_paid(void **state)
{
    product_box box;
    const be_bill *bill = month_of(*state, fixture_id_card(&box), (be_demand){.volume = 120200});
    assert_int_equal(bill->units.layer[BE_LAYER_FREE], 200);
    assert_int_equal(bill->units.layer[BE_LAYER_PAYG], 120000);
    assert_amount(bill->total, "6110");
}

/* "5,000 calls, 200 free, a package of 1,000: 3,800 are paid" */
static void alibaba_ocr_goes_through_free_package_payg(void **state)
{
    product_box box;
    fixture_id_card(&box);
    const be_layer order[] = {BE_LAYER_FREE, BE_LAYER_PACKAGE, BE_LAYER_PAYG};
    for (size_t i = 0; i < COUNT_OF(order); i++)
        box.product.deduction[i] = order[i];
    box.product.deduction_count = COUNT_OF(order);
    const be_owned owned[] = {{.size = 1000, .left = 1000, .expires = be_month_of(2027, 3)}};
    const be_bill *bill =
        month_of(*state, &box.product,
                 (be_demand){.volume = 5000, .owned = owned, .owned_count = COUNT_OF(owned)});
    assert_int_equal(bill->units.layer[BE_LAYER_FREE], 200);
    assert_int_equal(bill->units.layer[BE_LAYER_PACKAGE], 1000);
    assert_int_equal(bill->units.layer[BE_LAYER_PAYG], 3800);
    assert_int_equal(bill->month[0].package_left, 0);
}

/* "concurrency 4, 500 ms on average: 4 / 0.5 s = 8 QPS" */
static void viapi_need_of_8_qps(void **state)
{
    (void)state;
    const be_demand demand = {.volume = 1, .concurrency = 4, .response = 500000};
    be_usage usage;
    be_usage_resolve(&demand, horizon_of(2026, 12, 1), &usage);
    assert_int_equal(usage.month[0].qps_peak, 8);
}

/* "first your 10 prepaid QPS, then the 5 of the package, then the 2 of pay as you go" */
static void viapi_rates_take_each_other_s_place(void **state)
{
    product_box box;
    const be_product *product = fixture_licence_plate(&box);
    const be_quantity volumes[] = {8000, 10000, 8000};
    const be_demand demand = {.volumes = volumes, .volume_count = COUNT_OF(volumes)};
    const be_purchase purchases[] = {buy_capacity(0, 0, 10, 1), buy_package(0, 0, 1)};
    const be_bill *bill =
        bill_of(*state, product, &demand, horizon_of(2026, 12, 3), purchases, COUNT_OF(purchases));
    assert_int_equal(bill->month[0].limit.value, 10);
    assert_int_equal(bill->month[1].limit.value, 5);
    assert_int_equal(bill->month[2].limit.value, 2);
    assert_int_equal(bill->month[0].units.layer[BE_LAYER_QPS], 8000);
    assert_int_equal(bill->month[1].units.layer[BE_LAYER_PACKAGE], 10000);
    assert_int_equal(bill->month[2].units.layer[BE_LAYER_PAYG], 8000);
}

/* "30 per 10,000 calls: 100 calls cost 0.30" */
static void alibaba_moderation_is_priced_per_10000(void **state)
{
    product_box box;
    fixture_flat(&box, "30");
    box.product.payg.tariff.per = 10000;
    assert_amount(month_of(*state, &box.product, (be_demand){.volume = 100})->total, "0.3");
}

/* "30,000 pictures a year: three packages of 10,000 cost 1,650" */
static void tencent_style_transfer_by_three_packages(void **state)
{
    product_box box;
    const be_product *product = fixture_style_transfer(&box);
    const be_demand demand = {.volume = 2500, .has_free_left = true};
    const be_purchase purchases[] = {buy_package(1, 0, 3)};
    const be_bill *bill = bill_of(*state, product, &demand, horizon_of(2026, 1, 12), purchases, 1);
    assert_amount(bill->total, "1650");
    assert_true(bill->feasible);
    assert_int_equal(bill->units.layer[BE_LAYER_PACKAGE], 30000);
    assert_int_equal(bill->waste_units, 0);
}

/* "200,000 x 0.05 = 10,000" and "(10,000 - 50) x 0.08 = 796" */
static void tencent_style_transfer_by_volume(void **state)
{
    product_box box;
    const be_product *product = fixture_style_transfer(&box);
    be_demand demand = {.volume = 200000, .postpaid = true, .has_free_left = true};
    assert_amount(month_of(*state, product, demand)->total, "10000");
    demand = (be_demand){.volume = 10000, .postpaid = true};
    assert_amount(month_of(*state, product, demand)->total, "796");
}

/* A monthly product with volume tiers and a free quota, as Tencent's face and text services are. */
static const be_product *tencent_monthly(product_box *box, be_quantity free, const band_row *rows,
                                         size_t count)
{
    fixture_face_compare(box);
    box->product.free.quantity = free;
    box->product.payg.tariff = make_tariff(BE_TIERS_VOLUME, box->bands, rows, count);
    return &box->product;
}

static void tencent_faces_by_volume(void **state)
{
    static const band_row landmarks[] = {
        {3000000, "0.002", NULL}, {15000000, "0.0018", NULL}, {0, "0.0015", NULL}};
    product_box box;
    const be_product *product = tencent_monthly(&box, 10000, landmarks, COUNT_OF(landmarks));
    assert_amount(month_of(*state, product, (be_demand){.volume = 1000000})->total, "1980");
    product = fixture_face_compare(&box);
    assert_amount(month_of(*state, product, (be_demand){.volume = 3500000})->total, "10470");
}

/* "32 and 20 million searches, a package of 50 million at 142,500, 10,000 free: 148,868" */
static void tencent_package_units_do_not_climb_the_tiers(void **state)
{
    product_box box;
    const be_product *product = fixture_face_compare(&box);
    const be_demand demand = {.volume = 52000000};
    const be_purchase purchases[] = {buy_package(3, 0, 1)};
    const be_bill *bill = bill_of(*state, product, &demand, horizon_of(2026, 12, 1), purchases, 1);
    assert_int_equal(bill->units.layer[BE_LAYER_PAYG], 1990000);
    assert_amount(bill->total, "148868");
    /* Had they climbed, the printed total would be another one. */
    box.product.payg.tariff.position = BE_POSITION_GROSS;
    bill = bill_of(*state, product, &demand, horizon_of(2026, 12, 1), purchases, 1);
    assert_amount(bill->total, "147873");
}

static void tencent_text_recognition(void **state)
{
    static const band_row bands[] = {
        {10000, "0.15", NULL}, {100000, "0.10", NULL}, {1000000, "0.06", NULL}, {0, "quote", NULL}};
    product_box box;
    const be_product *product = tencent_monthly(&box, 1000, bands, COUNT_OF(bands));
    assert_amount(month_of(*state, product, (be_demand){.volume = 900})->total, "0");
    assert_amount(month_of(*state, product, (be_demand){.volume = 9000})->total, "1200");
    assert_amount(month_of(*state, product, (be_demand){.volume = 90000})->total, "8900");
    assert_amount(month_of(*state, product, (be_demand){.volume = 900000})->total, "53940");
    assert_amount(month_of(*state, product, (be_demand){.volume = 2000000})->total, "quote");

    /* "2,500 calls and a package of 1,000 bought at 84: 500 x 0.15 + 84 = 159" */
    box.packages[0] =
        (be_package){.id = "sale", .size = 1000, .price = money("84"), .valid = {12, BE_MONTHS}};
    const be_demand demand = {.volume = 2500};
    const be_purchase purchases[] = {buy_package(0, 0, 1)};
    const be_bill *bill = bill_of(*state, product, &demand, horizon_of(2026, 12, 1), purchases, 1);
    assert_amount(bill->total, "159");
}

/* "200 on one day: 100 x 0.005 + 100 x 0.002 = 0.70", and the same on every day of a month. */
static void tencent_captcha_starts_again_each_day(void **state)
{
    static const band_row bands[] = {
        {100, "0.005", NULL}, {1000, "0.002", NULL}, {10000, "0.0008", NULL}, {0, "0.0002", NULL}};
    product_box box;
    fixture_flat(&box, "0");
    box.product.payg.tariff = make_tariff(BE_TIERS_GRADUATED, box.bands, bands, COUNT_OF(bands));
    box.product.payg.tariff.period = BE_PERIOD_DAY;
    be_amount amount;
    const be_line *lines;
    size_t count;
    assert_true(be_bill_rate(*state, &box.product, 200, 1, &amount, &lines, &count));
    assert_amount(amount, "0.7");
    assert_int_equal(count, 2);
    assert_amount(month_of(*state, &box.product, (be_demand){.volume = 6200})->total, "21.7");
    /* 6,201: one of the 31 days has a unit more. */
    assert_amount(month_of(*state, &box.product, (be_demand){.volume = 6201})->total, "21.702");
}

/* Printed for 10 QPS, but 280 x 1 + 18 x 5 = 370 is the price of one. */
static void tencent_qps_by_month_and_day(void **state)
{
    product_box box;
    const be_product *product = fixture_face_compare(&box);
    const be_demand demand = {.volume = 1000};
    const be_purchase one[] = {buy_capacity(1, 0, 1, 1), buy_capacity(0, 1, 1, 5)};
    const be_bill *bill = bill_of(*state, product, &demand, horizon_of(2026, 12, 2), one, 2);
    assert_amount(bill->purchased, "370");
    const be_purchase ten[] = {buy_capacity(1, 0, 10, 1), buy_capacity(0, 1, 10, 5)};
    bill = bill_of(*state, product, &demand, horizon_of(2026, 12, 2), ten, 2);
    assert_amount(bill->purchased, "3700");
}

/* "50 QPS, 2 of them free, 48 bought: 10 x 270 + 38 x 235 = 11,630"; "270 + 5 x 16 = 350" */
static void baidu_qps_is_graduated_and_adds_up(void **state)
{
    product_box box;
    const be_product *product = fixture_baidu_face(&box);
    const be_demand demand = {.volume = 1000, .qps = 50};
    const be_quote *quote = quote_of(*state, product, &demand, horizon_of(2026, 12, 1));
    const be_option *option = &quote->options[BE_OPTION_QPS];
    assert_amount(option->bill.total, "11630");
    assert_int_equal(option->schedule.purchases[0].count, 48);
    assert_int_equal(option->bill.month[0].limit.value, 50);
    assert_true(option->bill.feasible);

    const be_purchase terms[] = {buy_capacity(1, 0, 1, 1), buy_capacity(0, 1, 1, 5)};
    const be_bill *bill = bill_of(*state, product, &demand, horizon_of(2026, 12, 2), terms, 2);
    assert_amount(bill->purchased, "350");
}

/* "5,300 landmarks, 1,000 free: five blocks of 1,000 at 1.50 = 7.50"; prorated they cost 6.45. */
static void google_blocks_and_prorated_units(void **state)
{
    static const band_row bands[] = {{5000000, "1.50", NULL}, {0, "0.60", NULL}};
    product_box box;
    const be_product *product = tencent_monthly(&box, 1000, bands, COUNT_OF(bands));
    box.product.payg.tariff.mode = BE_TIERS_GRADUATED;
    box.product.payg.tariff.per = 1000;
    assert_amount(month_of(*state, product, (be_demand){.volume = 5300})->total, "6.45");
    box.product.payg.tariff.block = 1000;
    assert_amount(month_of(*state, product, (be_demand){.volume = 5300})->total, "7.5");
    assert_amount(month_of(*state, product, (be_demand){.volume = 700})->total, "0");
}

/* "150 hours: 100 x 5 + 50 x 4.5 = 725" */
static void volcengine_resize_is_graduated(void **state)
{
    static const band_row bands[] = {{100, "5", NULL}, {0, "4.5", NULL}};
    product_box box;
    fixture_flat(&box, "0");
    box.product.payg.tariff = make_tariff(BE_TIERS_GRADUATED, box.bands, bands, COUNT_OF(bands));
    assert_amount(month_of(*state, &box.product, (be_demand){.volume = 150})->total, "725");
}

#define EXAMPLE(test) cmocka_unit_test_setup_teardown(test, open_arena, close_arena)

int main(void)
{
    const struct CMUnitTest tests[] = {
        EXAMPLE(alibaba_refiner_of_200_images),
        EXAMPLE(viapi_licence_plates_of_15000_calls),
        EXAMPLE(alibaba_ocr_bands_count_what_is_paid),
        EXAMPLE(alibaba_ocr_goes_through_free_package_payg),
        EXAMPLE(viapi_need_of_8_qps),
        EXAMPLE(viapi_rates_take_each_other_s_place),
        EXAMPLE(alibaba_moderation_is_priced_per_10000),
        EXAMPLE(tencent_style_transfer_by_three_packages),
        EXAMPLE(tencent_style_transfer_by_volume),
        EXAMPLE(tencent_faces_by_volume),
        EXAMPLE(tencent_package_units_do_not_climb_the_tiers),
        EXAMPLE(tencent_text_recognition),
        EXAMPLE(tencent_captcha_starts_again_each_day),
        EXAMPLE(tencent_qps_by_month_and_day),
        EXAMPLE(baidu_qps_is_graduated_and_adds_up),
        EXAMPLE(google_blocks_and_prorated_units),
        EXAMPLE(volcengine_resize_is_graduated),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
