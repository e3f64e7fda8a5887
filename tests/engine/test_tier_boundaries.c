/*
 * What the neighbours of every tier boundary cost, as literal decimals worked out by hand from the
 * printed price lists: no formula here could be wrong in the same way as the engine's.
 */
#include "engine_test.h"
#include "fixtures.h"

typedef struct charge_row {
    be_quantity units;
    const char *amount;
} charge_row;

static void expect_charges(const be_product *product, const charge_row *rows, size_t count)
{
    for (size_t i = 0; i < count; i++)
        assert_amount(be_tariff_charge(&product->payg.tariff, 0, rows[i].units, NULL, NULL),
                      rows[i].amount);
}

static void refiner_is_graduated(void **state)
{
    (void)state;
    static const charge_row rows[] = {
        {0, "0"},           {1, "0.3"},        {2, "0.6"},         {24, "7.2"},
        {25, "7.5"},        {26, "7.775"},     {124, "34.725"},    {125, "35"},
        {126, "35.25"},     {200, "53.75"},    {249, "66"},        {250, "66.25"},
        {251, "66.475"},    {1249, "291.025"}, {1250, "291.25"},   {1251, "291.45"},
        {2499, "541.05"},   {2500, "541.25"},  {2501, "541.425"},  {24999, "4478.575"},
        {25000, "4478.75"}, {25001, "4478.9"}, {30000, "5228.75"}, {1000000, "150728.75"},
    };
    product_box box;
    expect_charges(fixture_refiner(&box), rows, COUNT_OF(rows));
}

static void style_transfer_is_by_volume(void **state)
{
    (void)state;
    static const charge_row rows[] = {
        {0, "0"},
        {1, "0.08"},
        {5000, "400"},
        {9998, "799.84"},
        {9999, "799.92"},
        {10000, "600"},
        {10001, "600.06"},
        {99998, "5999.88"},
        {99999, "5999.94"},
        {100000, "5000"},
        {100001, "5000.05"},
        {200000, "10000"},
        {999998, "49999.9"},
        {999999, "49999.95"},
        {1000000, "40000"},
        {1000001, "40000.04"},
        {BE_QUANTITY_MAX, "40000000000000"},
    };
    product_box box;
    expect_charges(fixture_style_transfer(&box), rows, COUNT_OF(rows));
}

static void face_comparison_is_by_volume(void **state)
{
    (void)state;
    static const charge_row rows[] = {
        {2999999, "9599.9968"},  {3000000, "9600"},   {3000001, "9000.003"},
        {14999999, "44999.997"}, {15000000, "45000"}, {15000001, "40500.0027"},
    };
    product_box box;
    expect_charges(fixture_face_compare(&box), rows, COUNT_OF(rows));
}

/* Baidu: 270 up to 10, 235 up to 50, 170 up to 100, 135 above, each at its own band. */
static void baidu_qps_is_graduated_in_one_order(void **state)
{
    (void)state;
    static const charge_row rows[] = {
        {1, "270"},    {9, "2430"},   {10, "2700"},  {11, "2935"},   {48, "11630"},  {49, "11865"},
        {50, "12100"}, {51, "12270"}, {99, "20430"}, {100, "20600"}, {101, "20735"}, {200, "34100"},
    };
    product_box box;
    const be_product *product = fixture_baidu_face(&box);
    for (size_t i = 0; i < COUNT_OF(rows); i++)
        assert_amount(be_capacity_charge(&product->capacity, 1, rows[i].units, 1), rows[i].amount);
}

/* 100 units of the last band, of which the bands have counted more or less before. */
static void gross_positions_shift_the_boundaries(void **state)
{
    (void)state;
    static const charge_row rows[] = {
        {0, "28.125"},   /* 25 x 0.30, 75 x 0.275 */
        {24, "27.525"},  /* 1 x 0.30, 99 x 0.275 */
        {25, "27.5"},    /* 100 x 0.275 */
        {26, "27.475"},  /* 99 x 0.275, 1 x 0.25 */
        {125, "25"},     /* 100 x 0.25 */
        {24900, "17.5"}, /* 100 x 0.175 */
        {24901, "17.475"}, {25000, "15"}, {1000000, "15"},
    };
    product_box box;
    const be_product *product = fixture_refiner(&box);
    for (size_t i = 0; i < COUNT_OF(rows); i++)
        assert_amount(be_tariff_charge(&product->payg.tariff, rows[i].units, 100, NULL, NULL),
                      rows[i].amount);
}

static void the_band_of_a_unit_includes_its_last_one(void **state)
{
    (void)state;
    product_box box;
    const be_tariff *tariff = &fixture_refiner(&box)->payg.tariff;
    assert_ptr_equal(be_tariff_band_at(tariff, 1), &tariff->bands[0]);
    assert_ptr_equal(be_tariff_band_at(tariff, 25), &tariff->bands[0]);
    assert_ptr_equal(be_tariff_band_at(tariff, 26), &tariff->bands[1]);
    assert_ptr_equal(be_tariff_band_at(tariff, 25000), &tariff->bands[5]);
    assert_ptr_equal(be_tariff_band_at(tariff, 25001), &tariff->bands[6]);
    assert_ptr_equal(be_tariff_band_at(tariff, BE_QUANTITY_MAX), &tariff->bands[6]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(refiner_is_graduated),
        cmocka_unit_test(style_transfer_is_by_volume),
        cmocka_unit_test(face_comparison_is_by_volume),
        cmocka_unit_test(baidu_qps_is_graduated_in_one_order),
        cmocka_unit_test(gross_positions_shift_the_boundaries),
        cmocka_unit_test(the_band_of_a_unit_includes_its_last_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
