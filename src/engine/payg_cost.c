#include "payg_cost.h"

#include "amount_ops.h"

be_amount payg_charge(const payg_month *month, be_quantity paid)
{
    const be_tariff *tariff = &month->product->payg.tariff;
    if (!month->on)
        return paid == 0 ? be_amount_zero() : be_amount_missing(BE_AMOUNT_UNPUBLISHED);
    be_quantity before = tariff->position == BE_POSITION_GROSS ? month->units - paid : 0;
    return be_tariff_charge_month(tariff, month->days, before, paid, NULL, NULL);
}

/* -- the least ----------------------------------------------------------------------------------
 */

static bool has_fees(const be_tariff *tariff)
{
    for (size_t i = 0; i < tariff->band_count; i++) {
        if (!be_amount_is_zero(tariff->bands[i].flat))
            return true;
    }
    return false;
}

/* Whether more paid units never cost less, but for bands of volume tiers that begin above them. */
static bool falls_between_bands_alone(const be_tariff *tariff)
{
    if (tariff->position == BE_POSITION_NET)
        return tariff->period == BE_PERIOD_MONTH || tariff->mode != BE_TIERS_VOLUME;
    return tariff->period == BE_PERIOD_MONTH && tariff->block == 1 && !has_fees(tariff);
}

/* The price of one unit in a band, rounded down. */
static be_amount unit_price(const be_tariff *tariff, const be_band *band)
{
    return tariff->per == 1 ? band->price : amount_divide_down(band->price, tariff->per);
}

static be_amount cheapest_unit(const be_tariff *tariff, const be_band *last)
{
    be_amount least = unit_price(tariff, tariff->bands);
    for (const be_band *band = tariff->bands + 1; band <= last; band++) {
        be_amount price = unit_price(tariff, band);
        if (amount_compare(price, least) < 0)
            least = price;
    }
    return least;
}

static const be_band *last_band(const be_tariff *tariff)
{
    return &tariff->bands[tariff->band_count - 1];
}

/* payg_least without points. */
static be_amount least_charge(const payg_month *month, be_quantity paid)
{
    const be_tariff *tariff = &month->product->payg.tariff;
    if (month->on && !falls_between_bands_alone(tariff))
        return amount_times(cheapest_unit(tariff, last_band(tariff)), paid);
    be_amount least = payg_charge(month, paid);
    if (!month->on || tariff->mode != BE_TIERS_VOLUME || tariff->position == BE_POSITION_GROSS)
        return least;
    for (const be_band *band = be_tariff_band_at(tariff, paid); band->up_to != BE_UNBOUNDED;
         band++) {
        be_amount there = be_tariff_charge(tariff, 0, band->up_to + 1, NULL, NULL);
        if (amount_compare(there, least) < 0)
            least = there;
    }
    return least;
}

/* -- points beside it ---------------------------------------------------------------------------
 */

/* Whether the least charge is a straight line between the bands' ends. */
static bool straight_within_bands(const be_tariff *tariff)
{
    if (!falls_between_bands_alone(tariff))
        return true; /* one line through all of them */
    if (tariff->block != 1 || !be_amount_is_zero(tariff->minimum))
        return false;
    for (size_t i = 0; i < tariff->band_count; i++) {
        if (!be_amount_divides(tariff->bands[i].price, tariff->per))
            return false;
    }
    return true;
}

typedef struct split {
    be_amount cost;
    be_quantity paid;
} split;

static void try_split(const payg_month *month, be_quantity open, be_quantity paid, split *best)
{
    if (paid < 0 || paid > open)
        return;
    be_amount points = amount_times(month->points, open - paid);
    be_amount cost = amount_add(least_charge(month, paid), points);
    if (amount_compare(cost, best->cost) < 0)
        *best = (split){cost, paid};
}

/* Of a charge that is straight within bands: one of their ends is the cheapest split. */
static split cheapest_split(const payg_month *month, be_quantity open)
{
    const be_tariff *tariff = &month->product->payg.tariff;
    split best = {least_charge(month, open), open};
    try_split(month, open, 0, &best);
    be_quantity days = tariff->period == BE_PERIOD_DAY ? month->days : 1;
    for (const be_band *band = tariff->bands; month->on && band->up_to < month->units; band++) {
        bool gross = tariff->position == BE_POSITION_GROSS;
        try_split(month, open, gross ? month->units - band->up_to : band->up_to * days, &best);
        try_split(month, open, gross ? month->units - band->up_to - 1 : (band->up_to + 1) * days,
                  &best);
    }
    return best;
}

be_amount payg_least(const payg_month *month, be_quantity open)
{
    const be_tariff *tariff = &month->product->payg.tariff;
    if (!month->pool)
        return least_charge(month, open);
    if (!month->on || straight_within_bands(tariff))
        return cheapest_split(month, open).cost;
    be_amount unit = cheapest_unit(tariff, last_band(tariff));
    return amount_times(amount_compare(month->points, unit) < 0 ? month->points : unit, open);
}

be_quantity payg_split(const payg_month *month, be_quantity open)
{
    return cheapest_split(month, open).paid;
}

bool payg_falls(const be_product *product)
{
    const be_tariff *tariff = &product->payg.tariff;
    return product->payg.offered &&
           (tariff->mode == BE_TIERS_VOLUME || !falls_between_bands_alone(tariff));
}

be_amount payg_unit_floor(const be_product *product, be_quantity most)
{
    const be_tariff *tariff = &product->payg.tariff;
    bool any = tariff->position == BE_POSITION_GROSS || tariff->period == BE_PERIOD_DAY;
    const be_band *reached = any ? last_band(tariff) : be_tariff_band_at(tariff, most);
    be_amount least = cheapest_unit(tariff, reached);
    for (; most > 0 && reached->up_to != BE_UNBOUNDED; reached++) {
        be_amount there = be_tariff_charge(tariff, 0, reached->up_to + 1, NULL, NULL);
        be_amount unit = amount_divide_down(there, most);
        if (tariff->mode == BE_TIERS_VOLUME && amount_compare(unit, least) < 0)
            least = unit;
    }
    return least;
}
