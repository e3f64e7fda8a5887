/* Rising tariffs against what they promise, at every number of units. */
#include "engine/rising_tariff.h"

#include "engine_test.h"
#include "fixtures.h"

enum { UNITS = 60 };

static be_amount charge(const be_tariff *tariff, be_quantity units)
{
    return be_tariff_charge(tariff, 0, units, NULL, NULL);
}

/* What the cheapest number from `units` to `most` costs. */
static be_amount cheapest_from(const be_tariff *tariff, be_quantity units, be_quantity most)
{
    be_amount least = charge(tariff, units);
    for (be_quantity n = units + 1; n <= most; n++) {
        if (be_amount_compare(charge(tariff, n), least) < 0)
            least = charge(tariff, n);
    }
    return least;
}

static be_amount dearest_to(const be_tariff *tariff, be_quantity units)
{
    be_amount most = charge(tariff, 0);
    for (be_quantity n = 1; n <= units; n++) {
        if (be_amount_compare(charge(tariff, n), most) > 0)
            most = charge(tariff, n);
    }
    return most;
}

static void expect_both(be_arena *arena, const be_tariff *tariff)
{
    rising_tariff below, above;
    assert_true(rising_below(arena, tariff, UNITS, &below));
    assert_true(rising_above(arena, tariff, &above));
    assert_true(below.made && below.exact && above.made && above.exact);
    for (be_quantity n = 0; n <= UNITS; n++) {
        be_amount low = cheapest_from(tariff, n, UNITS), high = dearest_to(tariff, n);
        if (be_amount_compare(charge(&below.tariff, n), low) != 0)
            fail_msg("below at %ld", (long)n);
        if (be_amount_compare(charge(&above.tariff, n), high) != 0)
            fail_msg("above at %ld", (long)n);
    }
}

static void falling_prices_level_out(void **state)
{
    be_band room[BOX_BANDS];
    const band_row rows[] = {
        {9, "0.8", NULL}, {19, "0.6", NULL}, {39, "0.5", NULL}, {0, "0.4", NULL}};
    const be_tariff tariff = make_tariff(BE_TIERS_VOLUME, room, rows, COUNT_OF(rows));
    expect_both(*state, &tariff);
}

static void a_steep_fall_outlasts_a_whole_band(void **state)
{
    be_band room[BOX_BANDS];
    const band_row rows[] = {{9, "5", NULL}, {12, "4", NULL}, {29, "1", NULL}, {0, "0", NULL}};
    const be_tariff tariff = make_tariff(BE_TIERS_VOLUME, room, rows, COUNT_OF(rows));
    expect_both(*state, &tariff);
}

static void rising_prices_leap(void **state)
{
    be_band room[BOX_BANDS];
    const band_row rows[] = {{9, "0", NULL}, {19, "2", NULL}, {29, "7", NULL}, {0, "3", NULL}};
    const be_tariff tariff = make_tariff(BE_TIERS_VOLUME, room, rows, COUNT_OF(rows));
    expect_both(*state, &tariff);
}

static void what_has_no_price_stays_without(void **state)
{
    be_band room[BOX_BANDS];
    const band_row rows[] = {
        {9, "2", NULL}, {19, "quote", NULL}, {29, "1", NULL}, {0, "quote", NULL}};
    const be_tariff tariff = make_tariff(BE_TIERS_VOLUME, room, rows, COUNT_OF(rows));
    expect_both(*state, &tariff);
}

static void beyond_the_most_no_price_counts(void **state)
{
    be_band room[BOX_BANDS];
    const band_row rows[] = {{9, "2", NULL}, {0, "1", NULL}};
    const be_tariff tariff = make_tariff(BE_TIERS_VOLUME, room, rows, COUNT_OF(rows));
    rising_tariff below;
    assert_true(rising_below(*state, &tariff, 9, &below));
    assert_amount(charge(&below.tariff, 9), "18");
    assert_true(rising_below(*state, &tariff, 10, &below));
    assert_amount(charge(&below.tariff, 9), "10");
}

static void prices_for_thousands_are_not_divided(void **state)
{
    be_band room[BOX_BANDS];
    const band_row rows[] = {{9, "2000", NULL}, {0, "1500", NULL}};
    be_tariff tariff = make_tariff(BE_TIERS_VOLUME, room, rows, COUNT_OF(rows));
    tariff.per = 1000;
    expect_both(*state, &tariff);
}

/* Days, blocks and fees: the lowest price of all, and no more is known above. */
static void other_rules_leave_the_lowest_price(void **state)
{
    be_band room[BOX_BANDS];
    const band_row rows[] = {{9, "2", "1"}, {0, "1.5", NULL}};
    be_tariff tariff = make_tariff(BE_TIERS_VOLUME, room, rows, COUNT_OF(rows));
    tariff.block = 10;
    rising_tariff below, above;
    assert_true(rising_below(*state, &tariff, UNITS, &below));
    assert_true(rising_above(*state, &tariff, &above));
    assert_true(below.made && !below.exact && !above.made);
    for (be_quantity n = 0; n <= UNITS; n++)
        assert_true(be_amount_compare(charge(&below.tariff, n), charge(&tariff, n)) <= 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(falling_prices_level_out, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(a_steep_fall_outlasts_a_whole_band, open_arena,
                                        close_arena),
        cmocka_unit_test_setup_teardown(rising_prices_leap, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(what_has_no_price_stays_without, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(beyond_the_most_no_price_counts, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(prices_for_thousands_are_not_divided, open_arena,
                                        close_arena),
        cmocka_unit_test_setup_teardown(other_rules_leave_the_lowest_price, open_arena,
                                        close_arena),
    };
    return cmocka_run_group_tests_name("rising_tariff", tests, NULL, NULL);
}
