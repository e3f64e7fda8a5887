/* The rules of a charge other than tiers: blocks, prices per many, fees, minimums, missing prices.
 */
#include "engine_test.h"
#include "fixtures.h"

static be_amount charge(const be_tariff *tariff, be_quantity units)
{
    return be_tariff_charge(tariff, 0, units, NULL, NULL);
}

static void a_price_per_million_stays_exact(void **state)
{
    (void)state;
    be_band room[1];
    const band_row rows[] = {{0, "0.8", NULL}};
    be_tariff tariff = make_tariff(BE_TIERS_FLAT, room, rows, 1);
    tariff.per = 1000000;
    assert_amount(charge(&tariff, 1), "0.0000008");
    assert_amount(charge(&tariff, 1234567), "0.9876536");
    assert_amount(charge(&tariff, BE_QUANTITY_MAX), "800000000");
}

static void blocks_are_billed_whole(void **state)
{
    (void)state;
    be_band room[2];
    const band_row rows[] = {{5000000, "1.50", NULL}, {0, "0.60", NULL}};
    be_tariff tariff = make_tariff(BE_TIERS_GRADUATED, room, rows, 2);
    tariff.per = 1000;
    tariff.block = 1000;
    assert_amount(charge(&tariff, 0), "0");
    assert_amount(charge(&tariff, 1), "1.5");
    assert_amount(charge(&tariff, 1000), "1.5");
    assert_amount(charge(&tariff, 1001), "3");
    assert_amount(charge(&tariff, 5000000), "7500");
    assert_amount(charge(&tariff, 5000001), "7500.6");
    tariff.block = 1;
    assert_amount(charge(&tariff, 1001), "1.5015");
}

static void graduated_flat_fees_are_due_for_every_band_reached(void **state)
{
    (void)state;
    be_band room[3];
    const band_row rows[] = {{10, "1", "5"}, {20, "0.5", NULL}, {0, "0.1", "7"}};
    be_tariff tariff = make_tariff(BE_TIERS_GRADUATED, room, rows, 3);
    assert_amount(charge(&tariff, 0), "0");
    assert_amount(charge(&tariff, 1), "6");
    assert_amount(charge(&tariff, 10), "15");
    assert_amount(charge(&tariff, 11), "15.5");
    assert_amount(charge(&tariff, 20), "20");
    assert_amount(charge(&tariff, 21), "27.1");
    tariff.flat_at_zero = true;
    assert_amount(charge(&tariff, 0), "5");
    assert_amount(charge(&tariff, 1), "6");
}

static void volume_flat_fees_are_due_for_the_band_reached(void **state)
{
    (void)state;
    be_band room[3];
    const band_row rows[] = {{10, "1", "5"}, {20, "0.5", NULL}, {0, "0.1", "7"}};
    be_tariff tariff = make_tariff(BE_TIERS_VOLUME, room, rows, 3);
    assert_amount(charge(&tariff, 10), "15");
    assert_amount(charge(&tariff, 11), "5.5");
    assert_amount(charge(&tariff, 21), "9.1");
}

static void a_minimum_fills_up_a_period_with_use(void **state)
{
    (void)state;
    be_band room[1];
    const band_row rows[] = {{0, "0.3", NULL}};
    be_tariff tariff = make_tariff(BE_TIERS_FLAT, room, rows, 1);
    tariff.minimum = money("1");
    assert_amount(charge(&tariff, 0), "0");
    assert_amount(charge(&tariff, 1), "1");
    assert_amount(charge(&tariff, 3), "1");
    assert_amount(charge(&tariff, 4), "1.2");
}

static void a_band_without_a_price_makes_the_charge_unknown(void **state)
{
    (void)state;
    be_band room[2];
    const band_row rows[] = {{1000, "0.03", NULL}, {0, "quote", NULL}};
    be_tariff graduated = make_tariff(BE_TIERS_GRADUATED, room, rows, 2);
    be_tariff volume = graduated;
    volume.mode = BE_TIERS_VOLUME;
    assert_amount(charge(&graduated, 1000), "30");
    assert_amount(charge(&graduated, 1001), "quote");
    assert_amount(charge(&volume, 1000), "30");
    assert_amount(charge(&volume, 1001), "quote");
    graduated.minimum = money("100");
    assert_amount(charge(&graduated, 1001), "quote");
    graduated.minimum = money("unpublished");
    assert_amount(charge(&graduated, 1), "unpublished");
}

static void a_charge_out_of_range_is_overflow(void **state)
{
    (void)state;
    be_band room[1];
    const band_row rows[] = {{0, "1000000", NULL}};
    be_tariff tariff = make_tariff(BE_TIERS_FLAT, room, rows, 1);
    assert_amount(charge(&tariff, INT64_C(10000000000000)), "10000000000000000000");
    assert_amount(charge(&tariff, INT64_C(10000000000001)), "overflow");
    assert_amount(charge(&tariff, BE_QUANTITY_MAX), "overflow");
    tariff.block = BE_QUANTITY_MAX - 1;
    room[0].price = money("85070");
    assert_amount(charge(&tariff, BE_QUANTITY_MAX), "overflow");
}

typedef struct parts {
    be_charge part[8];
    size_t count;
} parts;

static void collect(void *context, const be_charge *part)
{
    parts *p = context;
    assert_true(p->count < COUNT_OF(p->part));
    p->part[p->count++] = *part;
}

static void the_parts_are_told_as_an_invoice_prints_them(void **state)
{
    (void)state;
    be_band room[2];
    const band_row rows[] = {{10, "0.3", "2"}, {0, "0.1", NULL}};
    be_tariff tariff = make_tariff(BE_TIERS_GRADUATED, room, rows, 2);
    tariff.minimum = money("6");
    parts p = {.count = 0};
    assert_amount(be_tariff_charge(&tariff, 0, 12, collect, &p), "6");
    assert_int_equal(p.count, 4);
    assert_int_equal(p.part[0].kind, BE_CHARGE_UNITS);
    assert_int_equal(p.part[0].units, 10);
    assert_amount(p.part[0].price, "0.3");
    assert_amount(p.part[0].amount, "3");
    assert_int_equal(p.part[1].kind, BE_CHARGE_FLAT);
    assert_amount(p.part[1].amount, "2");
    assert_int_equal(p.part[2].kind, BE_CHARGE_UNITS);
    assert_int_equal(p.part[2].units, 2);
    assert_ptr_equal(p.part[2].band, &room[1]);
    assert_int_equal(p.part[3].kind, BE_CHARGE_MINIMUM);
    assert_amount(p.part[3].amount, "0.8");
    p.count = 0;
    tariff.minimum = money("5.2"); /* reached to the cent: nothing is missing */
    assert_amount(be_tariff_charge(&tariff, 0, 12, collect, &p), "5.2");
    assert_int_equal(p.count, 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_price_per_million_stays_exact),
        cmocka_unit_test(blocks_are_billed_whole),
        cmocka_unit_test(graduated_flat_fees_are_due_for_every_band_reached),
        cmocka_unit_test(volume_flat_fees_are_due_for_the_band_reached),
        cmocka_unit_test(a_minimum_fills_up_a_period_with_use),
        cmocka_unit_test(a_band_without_a_price_makes_the_charge_unknown),
        cmocka_unit_test(a_charge_out_of_range_is_overflow),
        cmocka_unit_test(the_parts_are_told_as_an_invoice_prints_them),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
