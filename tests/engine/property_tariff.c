/* Tariffs against the unit-by-unit oracle, and what holds for every tariff. */
#include "engine_test.h"
#include "random_product.h"

enum { CASES = 20000, UNITS_MAX = 120 };

static void every_charge_is_the_sum_over_its_units(void **state)
{
    (void)state;
    random_source run = random_start("tariff against oracle");
    for (unsigned n = 0; n < CASES; n++) {
        random_source r = random_case(&run, n);
        plain_tariff plain = random_tariff(&r);
        be_band room[PLAIN_BANDS];
        be_tariff tariff = engine_tariff(&plain, room);
        int before = plain.gross ? (int)random_between(&r, 0, UNITS_MAX) : 0;
        int units = (int)random_between(&r, 0, UNITS_MAX);
        be_amount expected = amount_of_millionths(plain_charge(&plain, before, units));
        be_amount actual = be_tariff_charge(&tariff, before, units, NULL, NULL);
        if (be_amount_compare(actual, expected) != 0)
            fail_msg("case %u: %d units after %d", n, units, before);
    }
}

typedef struct summing {
    be_amount sum;
    be_quantity units;
} summing;

static void add_part(void *context, const be_charge *part)
{
    summing *s = context;
    s->sum = be_amount_add(s->sum, part->amount);
    s->units += part->kind == BE_CHARGE_UNITS ? part->units : 0;
}

static void the_parts_add_up_to_the_charge(void **state)
{
    (void)state;
    random_source run = random_start("parts of a charge");
    for (unsigned n = 0; n < CASES; n++) {
        random_source r = random_case(&run, n);
        plain_tariff plain = random_tariff(&r);
        be_band room[PLAIN_BANDS];
        be_tariff tariff = engine_tariff(&plain, room);
        be_quantity units = random_between(&r, 0, BE_QUANTITY_MAX);
        summing s = {be_amount_zero(), 0};
        be_amount charge = be_tariff_charge(&tariff, 0, units, add_part, &s);
        assert_int_equal(be_amount_compare(charge, s.sum), 0);
        assert_in_range(s.units, units, units + tariff.block - 1);
    }
}

/* A tariff by the unit alone: no fees, minimum or blocks. */
static plain_tariff bare_tariff(random_source *r, plain_mode mode)
{
    plain_tariff t = random_tariff(r);
    while (t.mode != mode)
        t = random_tariff(r);
    t.block = 1;
    t.minimum = 0;
    for (int i = 0; i < t.band_count; i++)
        t.bands[i].flat = 0;
    return t;
}

/* One unit more costs the price of the band it falls in: no fall, and no jump at a boundary. */
static void graduated_charges_grow_by_the_price_of_the_next_unit(void **state)
{
    (void)state;
    random_source run = random_start("graduated charges");
    for (unsigned n = 0; n < CASES; n++) {
        random_source r = random_case(&run, n);
        plain_tariff plain = bare_tariff(&r, PLAIN_GRADUATED);
        be_band room[PLAIN_BANDS];
        be_tariff tariff = engine_tariff(&plain, room);
        be_quantity units = random_between(&r, 0, UNITS_MAX);
        be_amount step = be_amount_divide(be_tariff_band_at(&tariff, units + 1)->price, tariff.per);
        be_amount next = be_amount_add(be_tariff_charge(&tariff, 0, units, NULL, NULL), step);
        if (be_amount_compare(next, be_tariff_charge(&tariff, 0, units + 1, NULL, NULL)) != 0)
            fail_msg("case %u: unit %d", n, (int)units + 1);
    }
}

static void volume_charges_are_units_times_one_price(void **state)
{
    (void)state;
    random_source run = random_start("volume charges");
    for (unsigned n = 0; n < CASES; n++) {
        random_source r = random_case(&run, n);
        plain_tariff plain = bare_tariff(&r, PLAIN_VOLUME);
        be_band room[PLAIN_BANDS];
        be_tariff tariff = engine_tariff(&plain, room);
        be_quantity units = random_between(&r, 1, UNITS_MAX);
        be_amount price = be_amount_divide(be_tariff_band_at(&tariff, units)->price, tariff.per);
        assert_int_equal(be_amount_compare(be_tariff_charge(&tariff, 0, units, NULL, NULL),
                                           be_amount_times(price, units)),
                         0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_charge_is_the_sum_over_its_units),
        cmocka_unit_test(the_parts_add_up_to_the_charge),
        cmocka_unit_test(graduated_charges_grow_by_the_price_of_the_next_unit),
        cmocka_unit_test(volume_charges_are_units_times_one_price),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
