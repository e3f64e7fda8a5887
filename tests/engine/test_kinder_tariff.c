/* Kinder tariffs against what they promise, at every number of units. */
#include "engine/kinder_tariff.h"

#include "engine_test.h"

enum { UNITS = 60 };

static be_band band(be_quantity up_to, int price)
{
    return (be_band){.up_to = up_to, .price = be_amount_of(price), .flat = be_amount_zero()};
}

static be_tariff tariff_of(be_tier_mode mode, const be_band *bands, size_t count)
{
    return (be_tariff){.mode = mode,
                       .per = 1,
                       .block = 1,
                       .minimum = be_amount_zero(),
                       .bands = bands,
                       .band_count = count};
}

static be_amount charge(const be_tariff *tariff, be_quantity units)
{
    return be_tariff_charge(tariff, 0, units, NULL, NULL);
}

/* The least that x units may cost where some are spared and some are added. */
static be_amount least_at(const be_tariff *tariff, be_quantity x, kindness by)
{
    be_amount least = charge(tariff, x);
    for (be_quantity s = 0; s <= by.spared && s <= x; s++) {
        for (be_quantity a = 0; a <= by.added; a++) {
            be_amount cost = be_amount_add(charge(tariff, x - s + a), be_amount_times(by.price, s));
            least = be_amount_compare(cost, least) < 0 ? cost : least;
        }
    }
    return least;
}

static void check(be_arena *arena, be_tier_mode mode, kindness by, size_t paid)
{
    const be_band bands[] = {band(10, 9), band(30, 7), band(45, 4), band(BE_UNBOUNDED, 3)};
    const be_tariff tariff = tariff_of(mode, bands, 4);
    be_tariff kinder;
    bool made;
    assert_true(kinder_understands(&tariff));
    assert_true(kinder_tariff(arena, &tariff, &bands[paid], by, &kinder, &made));
    if (!made)
        return;
    for (be_quantity x = 0; x <= UNITS; x++)
        assert_true(be_amount_compare(charge(&kinder, x), least_at(&tariff, x, by)) <= 0);
    /* Well inside the band that is paid it gives nothing away. */
    be_quantity inside = bands[paid].up_to == BE_UNBOUNDED ? UNITS : bands[paid].up_to - by.added;
    be_quantity from = paid == 0 ? 0 : bands[paid - 1].up_to + by.spared;
    if (inside > from)
        assert_int_equal(be_amount_compare(charge(&kinder, inside), charge(&tariff, inside)), 0);
}

static void no_number_of_units_costs_more_than_it_may(void **state)
{
    static const int prices[] = {9, 7, 4, 3};
    for (size_t paid = 0; paid < 4; paid++) {
        for (be_quantity spared = 0; spared <= 12; spared++) {
            for (be_quantity added = 0; added <= 6; added++) {
                const kindness by = {spared, be_amount_of(prices[paid]), added};
                check(*state, BE_TIERS_VOLUME, by, paid);
                check(*state, BE_TIERS_GRADUATED, by, paid);
            }
        }
    }
}

static void other_tariffs_are_not_understood(void **state)
{
    (void)state;
    const be_band rising[] = {band(10, 3), band(BE_UNBOUNDED, 4)};
    be_tariff tariff = tariff_of(BE_TIERS_VOLUME, rising, 2);
    assert_false(kinder_understands(&tariff));
    tariff = tariff_of(BE_TIERS_FLAT, &rising[1], 1);
    assert_true(kinder_understands(&tariff));
    tariff.block = 10;
    assert_false(kinder_understands(&tariff));
    tariff = tariff_of(BE_TIERS_FLAT, &rising[1], 1);
    tariff.position = BE_POSITION_GROSS;
    assert_false(kinder_understands(&tariff));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(no_number_of_units_costs_more_than_it_may, open_arena,
                                        close_arena),
        cmocka_unit_test(other_tariffs_are_not_understood),
    };
    return cmocka_run_group_tests_name("kinder tariff", tests, NULL, NULL);
}
