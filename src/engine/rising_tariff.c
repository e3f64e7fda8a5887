#include "rising_tariff.h"

#include "amount_ops.h"

enum { PARTS = 4 }; /* of one band: the step into it, its slope, a step, what is level */

/* Graduated bands in the making. Charges are for `per` units, so that nothing is divided. */
typedef struct making {
    be_band *bands;
    size_t count;
    be_quantity reached; /* the last unit of the last band */
    be_amount charge;    /* of so many units */
} making;

static void add_band(making *m, be_quantity up_to, be_amount price)
{
    if (up_to <= m->reached)
        return;
    if (up_to <= BE_QUANTITY_MAX) /* nothing follows a band without an end */
        m->charge = amount_add(m->charge, amount_times(price, up_to - m->reached));
    m->bands[m->count++] = (be_band){.up_to = up_to, .price = price, .flat = be_amount_zero()};
    m->reached = up_to;
}

/* One unit more, which brings the charge to `charge`. */
static void step_to(making *m, be_amount charge)
{
    be_amount price = amount_is_known(charge) ? be_amount_sub(charge, m->charge) : charge;
    add_band(m, m->reached + 1, price);
    m->charge = charge;
}

/* How many units at the price cost no more than the charge; at most `most`. */
static be_quantity units_for(be_amount charge, be_amount price, be_quantity most)
{
    if (!amount_is_known(charge) || price.scaled <= 0 || charge.scaled / price.scaled >= most)
        return most;
    return (be_quantity)(charge.scaled / price.scaled);
}

/* -- tariffs that are units times a price ------------------------------------------------------ */

static bool is_units_times_price(const be_tariff *tariff)
{
    for (size_t i = 0; i < tariff->band_count; i++) {
        if (!be_amount_is_zero(tariff->bands[i].flat))
            return false;
    }
    return tariff->block == 1 && be_amount_is_zero(tariff->minimum);
}

/* Whether nothing but the month's own units picks the band, and no charge is rounded. */
static bool is_plain(const be_tariff *tariff)
{
    for (size_t i = 0; i < tariff->band_count; i++) {
        be_amount price = tariff->bands[i].price;
        if (amount_is_known(price) && price.scaled % tariff->per != 0)
            return false;
    }
    return is_units_times_price(tariff) && tariff->position == BE_POSITION_NET &&
           tariff->period == BE_PERIOD_MONTH;
}

static bool begin(making *m, be_arena *arena, const be_tariff *tariff)
{
    *m = (making){.charge = be_amount_zero()};
    m->bands = be_arena_alloc(arena, tariff->band_count * PARTS + 1, sizeof *m->bands);
    return m->bands != NULL;
}

static void finish(making *m, const be_tariff *tariff, be_tier_mode mode, rising_tariff *out)
{
    m->bands[m->count - 1].up_to = BE_UNBOUNDED;
    out->tariff = (be_tariff){.mode = mode,
                              .per = tariff->per,
                              .block = 1,
                              .minimum = be_amount_zero(),
                              .bands = m->bands,
                              .band_count = m->count};
    out->made = true;
}

/* Each unit at one price. */
static void finish_flat(making *m, const be_tariff *tariff, be_amount price, rising_tariff *out)
{
    m->bands[0] = (be_band){.price = price, .flat = be_amount_zero()};
    m->count = 1;
    finish(m, tariff, BE_TIERS_FLAT, out);
}

/* -- below ------------------------------------------------------------------------------------- */

/* The least that can be paid in a band behind `band` which is reached by `most` units. */
static be_amount least_later(const be_tariff *tariff, const be_band *band, be_quantity most)
{
    const be_band *last = tariff->bands + tariff->band_count - 1;
    be_amount least = be_amount_missing(BE_AMOUNT_UNPUBLISHED);
    for (; band < last && band->up_to < most; band++)
        least = amount_smaller(least, amount_times(band[1].price, band->up_to + 1));
    return least;
}

/* Up the band's own slope, as far as no later band costs less, and level from there on. */
static void follow_below(making *m, const be_band *band, be_amount later)
{
    be_amount first = amount_times(band->price, m->reached + 1);
    if (amount_compare(first, later) <= 0) {
        step_to(m, first);
        if (!amount_is_known(first))
            return;
        add_band(m, units_for(later, band->price, band->up_to), band->price);
    }
    if (m->reached < band->up_to)
        step_to(m, later);
    add_band(m, band->up_to, be_amount_zero());
}

bool rising_below(be_arena *arena, const be_tariff *tariff, be_quantity most, rising_tariff *out)
{
    making m;
    *out = (rising_tariff){.exact = is_plain(tariff)};
    if (!begin(&m, arena, tariff))
        return false;
    if (!out->exact) {
        be_amount lowest = tariff->bands[0].price;
        for (size_t i = 1; i < tariff->band_count; i++)
            lowest = amount_smaller(lowest, tariff->bands[i].price);
        finish_flat(&m, tariff, lowest, out);
        return true;
    }
    for (size_t i = 0; i < tariff->band_count && amount_is_known(m.charge); i++) {
        if (i == 0 || m.reached < most)
            follow_below(&m, &tariff->bands[i], least_later(tariff, &tariff->bands[i], most));
    }
    finish(&m, tariff, BE_TIERS_GRADUATED, out);
    return true;
}

/* -- above ------------------------------------------------------------------------------------- */

/* Level, until the band's own slope has risen to what the dearest number so far costs. */
static void follow_above(making *m, const be_band *band)
{
    if (!amount_is_known(band->price)) {
        step_to(m, band->price);
        return;
    }
    bool free = band->price.scaled == 0;
    add_band(m, free ? band->up_to : units_for(m->charge, band->price, band->up_to),
             be_amount_zero());
    if (m->reached < band->up_to)
        step_to(m, amount_times(band->price, m->reached + 1));
    add_band(m, band->up_to, band->price);
}

bool rising_above(be_arena *arena, const be_tariff *tariff, rising_tariff *out)
{
    making m;
    *out = (rising_tariff){.exact = is_plain(tariff)};
    if (!is_units_times_price(tariff))
        return true;
    if (!begin(&m, arena, tariff))
        return false;
    if (!out->exact) {
        be_amount highest = tariff->bands[0].price;
        for (size_t i = 1; i < tariff->band_count; i++)
            highest = amount_larger(highest, tariff->bands[i].price);
        finish_flat(&m, tariff, highest, out);
        return true;
    }
    for (size_t i = 0; i < tariff->band_count && amount_is_known(m.charge); i++)
        follow_above(&m, &tariff->bands[i]);
    finish(&m, tariff, BE_TIERS_GRADUATED, out);
    return true;
}
