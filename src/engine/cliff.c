#include "cliff.h"

static bool goes_by_paid_units(const be_product *product)
{
    const be_tariff *tariff = &product->payg.tariff;
    return product->meter_count == 0 && tariff->mode == BE_TIERS_VOLUME &&
           tariff->period == BE_PERIOD_MONTH && tariff->position == BE_POSITION_NET;
}

/* Only the first unit of a later band can cost less: within a band, more is dearer. */
bool cliff_find(const be_product *product, be_quantity units, cliff *out)
{
    const be_tariff *tariff = &product->payg.tariff;
    if (units == 0 || !goes_by_paid_units(product))
        return false;
    be_amount cost = be_tariff_charge(tariff, 0, units, NULL, NULL), least = cost;
    for (const be_band *band = be_tariff_band_at(tariff, units); band->up_to != BE_UNBOUNDED;
         band++) {
        be_amount there = be_tariff_charge(tariff, 0, band->up_to + 1, NULL, NULL);
        if (be_amount_compare(there, least) >= 0)
            continue;
        least = there;
        out->more = band->up_to + 1 - units;
    }
    out->saves = be_amount_sub(cost, least);
    return be_amount_is_known(cost) && !be_amount_is_zero(out->saves);
}
