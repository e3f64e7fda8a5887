#include <breakeven/tariff.h>

/* Collects the parts of one charge: the sum is of what was visited, whoever looks on. */
typedef struct invoice {
    const be_tariff *tariff;
    be_charge_visitor *visit;
    void *context;
    be_amount total;
} invoice;

static void add_part(invoice *in, be_charge_kind kind, const be_band *band, be_quantity units,
                     be_amount price, be_amount amount)
{
    in->total = be_amount_add(in->total, amount);
    if (in->visit == NULL)
        return;
    const be_charge part = {kind, band, units, price, amount};
    in->visit(in->context, &part);
}

/* Multiplies before it divides, so that a price per million units stays exact. */
static void add_units(invoice *in, const be_band *band, be_quantity units)
{
    be_amount amount = be_amount_times(band->price, units);
    if (in->tariff->per != 1)
        amount = be_amount_divide(amount, in->tariff->per);
    add_part(in, BE_CHARGE_UNITS, band, units, band->price, amount);
}

static void add_flat(invoice *in, const be_band *band)
{
    if (!be_amount_is_zero(band->flat))
        add_part(in, BE_CHARGE_FLAT, band, 1, band->flat, band->flat);
}

static void charge_graduated(invoice *in, be_quantity before, be_quantity units)
{
    be_quantity position = before, end = before + units;
    for (const be_band *band = in->tariff->bands; position < end; band++) {
        if (band->up_to <= position)
            continue;
        be_quantity last = band->up_to < end ? band->up_to : end;
        add_units(in, band, last - position);
        add_flat(in, band);
        position = last;
    }
}

static void charge_volume(invoice *in, be_quantity before, be_quantity units)
{
    const be_band *band = be_tariff_band_at(in->tariff, before + units);
    add_units(in, band, units);
    add_flat(in, band);
}

static void add_minimum(invoice *in)
{
    be_amount minimum = in->tariff->minimum;
    if (be_amount_compare(in->total, minimum) >= 0)
        return;
    be_amount missing = be_amount_sub(minimum, in->total);
    add_part(in, BE_CHARGE_MINIMUM, NULL, 1, missing, missing);
}

const be_band *be_tariff_band_at(const be_tariff *tariff, be_quantity unit)
{
    const be_band *band = tariff->bands;
    while (band->up_to < unit)
        band++;
    return band;
}

be_amount be_tariff_charge(const be_tariff *tariff, be_quantity before, be_quantity units,
                           be_charge_visitor *visit, void *context)
{
    invoice in = {tariff, visit, context, be_amount_zero()};
    if (units == 0) {
        if (tariff->flat_at_zero)
            add_flat(&in, tariff->bands);
        return in.total;
    }
    if (tariff->block != 1)
        units = be_quantity_divide_up(units, tariff->block) * tariff->block;
    if (tariff->mode == BE_TIERS_VOLUME)
        charge_volume(&in, before, units);
    else
        charge_graduated(&in, before, units);
    add_minimum(&in);
    return in.total;
}
