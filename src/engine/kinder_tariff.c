#include "kinder_tariff.h"

#include "amount_ops.h"

enum { HALVINGS = 24 }; /* of what units of a dearer band may save; past that it stays */

bool kinder_understands(const be_tariff *tariff)
{
    if (tariff->mode == BE_TIERS_REQUEST || tariff->position != BE_POSITION_NET ||
        tariff->period != BE_PERIOD_MONTH || tariff->block != 1 || tariff->minimum.scaled != 0)
        return false;
    for (size_t i = 0; i < tariff->band_count; i++) {
        const be_band *band = &tariff->bands[i];
        if (band->flat.scaled != 0)
            return false;
        if (i > 0 && amount_is_known(band->price) &&
            amount_compare(band->price, band[-1].price) > 0)
            return false;
        if (i > 0 && !amount_is_known(band[-1].price) && amount_is_known(band->price))
            return false;
    }
    return amount_is_known(tariff->bands[0].price);
}

/* The bands of the new tariff, in order. */
typedef struct making {
    be_band *bands;
    size_t count;
    be_quantity reached; /* the last unit of the last band */
} making;

static void add_band(making *m, be_quantity up_to, be_amount price)
{
    if (up_to <= m->reached)
        return;
    m->bands[m->count++] = (be_band){.up_to = up_to, .price = price, .flat = be_amount_zero()};
    m->reached = up_to;
}

static be_quantity further(be_quantity up_to, be_quantity by)
{
    return up_to >= BE_UNBOUNDED - by ? BE_UNBOUNDED : up_to + by;
}

/* Where the prices end, the units spared may still be had. */
static void add_unpriced(making *m, kindness by, const be_band *band)
{
    be_amount last = m->bands[m->count - 1].price;
    bool dearer = amount_compare(last, by.price) > 0;
    if (by.spared > 0)
        add_band(m, further(m->reached, by.spared), dearer ? by.price : last);
    add_band(m, BE_UNBOUNDED, band->price);
}

/* Each unit at its band's price: the spared ones come first, all others that cost more later. */
static bool graduate(making *m, const be_tariff *tariff, const be_band *paid, kindness by)
{
    const be_band *end = tariff->bands + tariff->band_count, *band = tariff->bands;
    if (band < paid)
        add_band(m, by.spared, by.price);
    for (; band < paid; band++)
        add_band(m, further(band->up_to, by.spared), band->price);
    if (paid->up_to <= m->reached)
        return false;
    for (; band < end && amount_is_known(band->price); band++)
        add_band(m, band->up_to, band->price);
    if (band < end)
        add_unpriced(m, by, band);
    return true;
}

/* The price of a unit of a band at which the spared ones have saved no more than they may. */
static be_amount price_with(be_amount price, be_amount spared_price, int halvings)
{
    be_int128 saved = price.scaled - spared_price.scaled, parts = (be_int128)1 << halvings;
    return amount_of_scaled(price.scaled - (saved + parts - 1) / parts);
}

/* Units of a dearer band, of which the spared ones cost less: ever smaller a part of all. */
static void add_dearer(making *m, be_quantity up_to, be_amount price, kindness by)
{
    add_band(m, up_to < by.spared ? up_to : by.spared, by.price);
    be_quantity from = by.spared;
    for (int i = 0; i < HALVINGS && m->reached < up_to && from <= BE_UNBOUNDED / 4; i++) {
        from *= 2;
        add_band(m, up_to < from ? up_to : from, price_with(price, by.price, i));
    }
    add_band(m, up_to, price_with(price, by.price, HALVINGS));
}

/* All units at one price: bands are reached earlier by as many units as may be added. */
static void take_volume(making *m, const be_tariff *tariff, const be_band *paid, kindness by)
{
    const be_band *end = tariff->bands + tariff->band_count, *band = tariff->bands;
    for (; band < end && amount_is_known(band->price); band++) {
        bool last = band + 1 == end || !amount_is_known(band[1].price);
        be_quantity up_to = last ? band->up_to : band->up_to - by.added;
        if (band < paid && by.spared > 0 && amount_compare(band->price, by.price) > 0)
            add_dearer(m, up_to, band->price, by);
        else
            add_band(m, up_to, band->price);
    }
    if (band < end)
        add_unpriced(m, by, band);
}

bool kinder_tariff(be_arena *arena, const be_tariff *tariff, const be_band *paid, kindness by,
                   be_tariff *out, bool *made)
{
    making m = {0};
    m.bands = be_arena_alloc(arena, 2 * tariff->band_count + HALVINGS + 4, sizeof *m.bands);
    if (m.bands == NULL)
        return false;
    *made = true;
    if (tariff->mode == BE_TIERS_VOLUME)
        take_volume(&m, tariff, paid, by);
    else
        *made = graduate(&m, tariff, paid, by);
    *out = *tariff;
    out->bands = m.bands;
    out->band_count = m.count;
    out->cumulated = false;
    return true;
}
