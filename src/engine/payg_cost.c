#include "payg_cost.h"

#include "amount_ops.h"

static be_amount charge_by_day(const payg_month *month, be_quantity before, be_quantity paid)
{
    const be_tariff *tariff = &month->product->payg.tariff;
    be_quantity each = paid / month->days, longer = paid % month->days;
    before /= month->days;
    be_amount shorter = be_tariff_charge(tariff, before, each, NULL, NULL);
    be_amount sum = be_amount_times(shorter, month->days - longer);
    if (longer == 0)
        return sum;
    be_amount one_more = be_tariff_charge(tariff, before, each + 1, NULL, NULL);
    return be_amount_add(sum, be_amount_times(one_more, longer));
}

be_amount payg_charge(const payg_month *month, be_quantity paid)
{
    const be_tariff *tariff = &month->product->payg.tariff;
    if (!month->on)
        return paid == 0 ? be_amount_zero() : be_amount_missing(BE_AMOUNT_UNPUBLISHED);
    be_quantity before = tariff->position == BE_POSITION_GROSS ? month->units - paid : 0;
    if (tariff->period == BE_PERIOD_DAY)
        return charge_by_day(month, before, paid);
    return be_tariff_charge(tariff, before, paid, NULL, NULL);
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

be_amount payg_least(const payg_month *month, be_quantity paid)
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
