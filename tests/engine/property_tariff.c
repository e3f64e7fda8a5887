/* Tariffs against the unit-by-unit oracle, and what holds for every tariff. */
#include "engine_plan.h"
#include "engine_test.h"
#include "property.h"
#include "random_plan.h"

enum { CASES = 100000, UNITS_MAX = 120 };

/* A random tariff in both terms. */
typedef struct two_tariffs {
    plain_tariff plain;
    be_band room[PLAIN_BANDS];
    be_tariff engine;
} two_tariffs;

static void random_two(two_tariffs *t, random_source *r)
{
    t->plain = random_tariff(r);
    t->engine = engine_tariff(&t->plain, t->room);
}

static void check_oracle(be_arena *arena, random_source *r, unsigned n)
{
    (void)arena;
    two_tariffs t;
    random_two(&t, r);
    int before = t.plain.gross ? (int)random_between(r, 0, UNITS_MAX) : 0;
    int units = (int)random_between(r, 0, UNITS_MAX);
    plain_money expected = plain_charge(&t.plain, (plain_position){.before = before}, units);
    expect_money(n, "the charge", be_tariff_charge(&t.engine, before, units, NULL, NULL), expected);
}

static void every_charge_is_the_sum_over_its_units(void **state)
{
    try_cases(state, "tariff against oracle", CASES, check_oracle);
}

static void check_request(be_arena *arena, random_source *r, unsigned n)
{
    (void)arena;
    plain_tariff plain = random_tariff(r);
    plain.mode = random_chance(r, 80) ? PLAIN_REQUEST : plain.mode;
    if (plain.mode == PLAIN_REQUEST) {
        plain.block = 1;
        plain.minimum = 0;
        plain.flat_at_zero = false;
    }
    be_band room[PLAIN_BANDS];
    be_tariff tariff = engine_tariff(&plain, room);
    int size = (int)random_between(r, 1, UNITS_MAX), units = (int)random_between(r, 0, UNITS_MAX);
    plain_money expected = plain_charge(&plain, (plain_position){.request_size = size}, units);
    expect_money(n, "the charge", be_tariff_charge_request(&tariff, size, units, NULL, NULL),
                 expected);
}

static void requests_are_charged_in_the_band_of_their_size(void **state)
{
    try_cases(state, "requests against oracle", CASES / 5, check_request);
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

static void check_parts(be_arena *arena, random_source *r, unsigned n)
{
    (void)arena;
    two_tariffs t;
    random_two(&t, r);
    if (random_chance(r, 50))
        be_tariff_cumulate(&t.engine, t.room);
    be_quantity before = t.plain.gross ? random_between(r, 0, BE_QUANTITY_MAX) : 0;
    be_quantity units = random_between(r, 0, BE_QUANTITY_MAX);
    summing s = {be_amount_zero(), 0};
    be_amount charge = be_tariff_charge(&t.engine, before, units, add_part, &s);
    if (!same_amount(charge, s.sum))
        fail_msg("case %u: the parts come to something else", n);
    if (s.units < units || s.units >= units + t.engine.block)
        fail_msg("case %u: units are lost or made up", n);
}

static void the_parts_visited_add_up_to_the_charge(void **state)
{
    try_cases(state, "parts of a charge", CASES / 2, check_parts);
}

/* Prices that do not divide evenly, and missing ones, must not make a difference either. */
static void make_uneven(two_tariffs *t, random_source *r)
{
    static const be_quantity pers[] = {1, 3, 7, 60, 1000};
    t->engine.per = pers[random_between(r, 0, COUNT_OF(pers) - 1)];
    for (int i = 0; i < t->plain.band_count; i++) {
        if (random_chance(r, 70))
            t->room[i].flat = be_amount_zero();
        if (random_chance(r, 5))
            t->room[i].price = be_amount_missing(BE_AMOUNT_UNPUBLISHED);
    }
}

static void check_cumulated(be_arena *arena, random_source *r, unsigned n)
{
    (void)arena;
    two_tariffs t;
    random_two(&t, r);
    make_uneven(&t, r);
    be_tariff walked = t.engine;
    be_band walked_room[PLAIN_BANDS];
    for (int i = 0; i < t.plain.band_count; i++)
        walked_room[i] = t.room[i];
    walked.bands = walked_room;
    be_tariff_cumulate(&t.engine, t.room);
    be_quantity most = random_chance(r, 80) ? UNITS_MAX : BE_QUANTITY_MAX;
    be_quantity before = random_chance(r, 40) ? random_between(r, 0, most) : 0;
    be_quantity units = random_between(r, 0, most);
    summing s = {be_amount_zero(), 0}, w = s;
    be_amount plain = be_tariff_charge(&walked, before, units, NULL, NULL);
    if (!same_amount(be_tariff_charge(&t.engine, before, units, NULL, NULL), plain))
        fail_msg("case %u: cumulated, %ld after %ld cost something else", n, (long)units,
                 (long)before);
    if (!same_amount(be_tariff_charge(&t.engine, before, units, add_part, &s), plain) ||
        !same_amount(be_tariff_charge(&walked, before, units, add_part, &w), plain))
        fail_msg("case %u: looking on changes the charge", n);
    if (!same_amount(s.sum, w.sum) || s.units != w.units)
        fail_msg("case %u: cumulated, the parts are others", n);
}

static void a_cumulated_tariff_charges_the_same(void **state)
{
    try_cases(state, "cumulated tariffs", CASES, check_cumulated);
}

/* A tariff by the unit alone: no fees, minimum or blocks. */
static void random_bare(two_tariffs *t, random_source *r, plain_mode mode)
{
    do
        random_two(t, r);
    while (t->plain.mode != mode);
    t->engine.block = 1;
    t->engine.minimum = be_amount_zero();
    for (int i = 0; i < t->plain.band_count; i++)
        t->room[i].flat = be_amount_zero();
    if (random_chance(r, 50))
        be_tariff_cumulate(&t->engine, t->room);
}

static be_amount dearest(const two_tariffs *t)
{
    be_amount price = be_amount_zero();
    for (int i = 0; i < t->plain.band_count; i++) {
        if (be_amount_compare(t->room[i].price, price) > 0)
            price = t->room[i].price;
    }
    return be_amount_divide(price, t->engine.per);
}

/* One unit more costs the price of the band it falls in: no fall, and no jump at a boundary. */
static void check_graduated(be_arena *arena, random_source *r, unsigned n)
{
    (void)arena;
    two_tariffs t;
    random_bare(&t, r, PLAIN_GRADUATED);
    be_quantity units = random_between(r, 0, UNITS_MAX);
    be_amount now = be_tariff_charge(&t.engine, 0, units, NULL, NULL);
    be_amount next = be_tariff_charge(&t.engine, 0, units + 1, NULL, NULL);
    be_amount step = be_amount_sub(next, now);
    be_amount price =
        be_amount_divide(be_tariff_band_at(&t.engine, units + 1)->price, t.engine.per);
    if (!same_amount(step, price))
        fail_msg("case %u: unit %ld", n, (long)units + 1);
    if (be_amount_compare(step, be_amount_zero()) < 0 || be_amount_compare(step, dearest(&t)) > 0)
        fail_msg("case %u: the charge falls or jumps at unit %ld", n, (long)units + 1);
}

static void graduated_charges_never_fall_and_never_jump(void **state)
{
    try_cases(state, "graduated charges", CASES / 2, check_graduated);
}

static void check_volume(be_arena *arena, random_source *r, unsigned n)
{
    (void)arena;
    two_tariffs t;
    random_bare(&t, r, PLAIN_VOLUME);
    be_quantity units = random_between(r, 1, UNITS_MAX);
    be_amount price = be_amount_divide(be_tariff_band_at(&t.engine, units)->price, t.engine.per);
    if (!same_amount(be_tariff_charge(&t.engine, 0, units, NULL, NULL),
                     be_amount_times(price, units)))
        fail_msg("case %u: %ld units", n, (long)units);
}

static void volume_charges_are_units_times_one_price(void **state)
{
    try_cases(state, "volume charges", CASES / 2, check_volume);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PROPERTY(every_charge_is_the_sum_over_its_units),
        PROPERTY(requests_are_charged_in_the_band_of_their_size),
        PROPERTY(the_parts_visited_add_up_to_the_charge),
        PROPERTY(a_cumulated_tariff_charges_the_same),
        PROPERTY(graduated_charges_never_fall_and_never_jump),
        PROPERTY(volume_charges_are_units_times_one_price),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
