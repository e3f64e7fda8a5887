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

enum { ADDED_BANDS = 4, UNITS_TRIED = 400 };

/* A graduated tariff and the same one added up; a band of the room behind it is not its. */
static void adding_up_beforehand_changes_no_charge(void **state)
{
    (void)state;
    static const band_row rows[] = {
        {25, "0.30", NULL}, {125, "0.275", NULL}, {250, "0.25", NULL}, {0, "0.225", NULL}};
    static const be_quantity pers[] = {1, 10}, blocks[] = {1, 7};
    for (size_t i = 0; i < COUNT_OF(pers); i++) {
        be_band plain_room[ADDED_BANDS], room[ADDED_BANDS + 1];
        be_tariff plain = make_tariff(BE_TIERS_GRADUATED, plain_room, rows, ADDED_BANDS);
        be_tariff added = make_tariff(BE_TIERS_GRADUATED, room, rows, ADDED_BANDS);
        room[ADDED_BANDS] = (be_band){.flat = money("1")};
        plain.per = added.per = pers[i];
        plain.block = added.block = blocks[i];
        be_tariff_cumulate(&added, room);
        assert_true(added.cumulated);
        for (be_quantity units = 0; units < UNITS_TRIED; units++) {
            assert_int_equal(be_amount_compare(charge(&added, units), charge(&plain, units)), 0);
            for (be_quantity before = 1; before < 60; before += 29) {
                be_amount walked = be_tariff_charge(&plain, before, units, NULL, NULL);
                be_amount there = be_tariff_charge(&added, before, units, NULL, NULL);
                assert_int_equal(be_amount_compare(there, walked), 0);
            }
        }
    }
}

static void parts_are_told_of_bands_added_up_as_well(void **state)
{
    (void)state;
    static const band_row rows[] = {{10, "0.30", NULL}, {0, "0.25", NULL}};
    be_band room[2];
    be_tariff tariff = make_tariff(BE_TIERS_GRADUATED, room, rows, 2);
    be_tariff_cumulate(&tariff, room);
    parts p = {.count = 0};
    assert_amount(be_tariff_charge(&tariff, 0, 12, collect, &p), "3.5");
    assert_int_equal(p.count, 2);
    assert_int_equal(p.part[0].units, 10);
    assert_int_equal(p.part[1].units, 2);
}

static void other_tiers_and_fees_are_not_added_up(void **state)
{
    (void)state;
    static const band_row rows[] = {{10, "0.30", NULL}, {0, "0.25", NULL}};
    static const band_row fees[] = {{10, "0.30", NULL}, {0, "0.25", "2"}};
    be_band room[2];
    be_tariff tariff = make_tariff(BE_TIERS_VOLUME, room, rows, 2);
    be_tariff_cumulate(&tariff, room);
    assert_false(tariff.cumulated);
    assert_amount(charge(&tariff, 12), "3");
    tariff = make_tariff(BE_TIERS_GRADUATED, room, fees, 2);
    be_tariff_cumulate(&tariff, room);
    assert_false(tariff.cumulated);
    assert_amount(charge(&tariff, 12), "5.5");
}

static void a_request_is_charged_in_the_band_of_its_size(void **state)
{
    (void)state;
    static const band_row rows[] = {{32, "1", "0.5"}, {128, "2", NULL}, {0, "4", NULL}};
    be_band room[3];
    be_tariff tariff = make_tariff(BE_TIERS_REQUEST, room, rows, 3);
    assert_amount(be_tariff_charge_request(&tariff, 32, 0, NULL, NULL), "0");
    assert_amount(be_tariff_charge_request(&tariff, 32, 1, NULL, NULL), "1.5");
    assert_amount(be_tariff_charge_request(&tariff, 32, 1000, NULL, NULL), "1000.5");
    assert_amount(be_tariff_charge_request(&tariff, 33, 1000, NULL, NULL), "2000");
    assert_amount(be_tariff_charge_request(&tariff, 129, 1000, NULL, NULL), "4000");
    tariff.mode = BE_TIERS_GRADUATED; /* by the month's units, whatever the size */
    assert_amount(be_tariff_charge_request(&tariff, 129, 33, NULL, NULL), "34.5");
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
        cmocka_unit_test(adding_up_beforehand_changes_no_charge),
        cmocka_unit_test(parts_are_told_of_bands_added_up_as_well),
        cmocka_unit_test(other_tiers_and_fees_are_not_added_up),
        cmocka_unit_test(a_request_is_charged_in_the_band_of_its_size),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
