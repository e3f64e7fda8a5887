#include <breakeven/tariff.h>

#include "amount_ops.h"

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
    in->total = amount_add(in->total, amount);
    if (in->visit == NULL)
        return;
    const be_charge part = {kind, band, units, price, amount, 1};
    in->visit(in->context, &part);
}

/* Multiplies before it divides, so that a price per million units stays exact. */
static be_amount units_cost(const be_tariff *tariff, be_amount price, be_quantity units)
{
    be_amount amount = amount_times(price, units);
    return tariff->per == 1 ? amount : be_amount_divide(amount, tariff->per);
}

static void add_units(invoice *in, const be_band *band, be_quantity units)
{
    add_part(in, BE_CHARGE_UNITS, band, units, band->price,
             units_cost(in->tariff, band->price, units));
}

static void add_flat(invoice *in, const be_band *band)
{
    if (band->flat.scaled != 0)
        add_part(in, BE_CHARGE_FLAT, band, 1, band->flat, band->flat);
}

static void add_minimum(invoice *in)
{
    be_amount minimum = in->tariff->minimum;
    if (amount_compare(in->total, minimum) >= 0)
        return;
    be_amount missing = be_amount_sub(minimum, in->total);
    add_part(in, BE_CHARGE_MINIMUM, NULL, 1, missing, missing);
}

/* -- graduated ------------------------------------------------------------------------------- */

static void walk_bands(invoice *in, be_quantity before, be_quantity units)
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

/* The same sum over the same parts, those of the whole bands added up beforehand. */
static be_amount cumulated_charge(const be_tariff *tariff, be_quantity units)
{
    const be_band *band = be_tariff_band_at(tariff, units);
    be_quantity start = band == tariff->bands ? 0 : band[-1].up_to;
    be_amount sum = amount_add(band->below, units_cost(tariff, band->price, units - start));
    return amount_compare(sum, tariff->minimum) < 0 ? tariff->minimum : sum;
}

void be_tariff_cumulate(be_tariff *tariff, be_band *bands)
{
    be_amount below = amount_of_scaled(0);
    be_quantity start = 0;
    if (tariff->mode != BE_TIERS_GRADUATED)
        return;
    for (size_t i = 0; i < tariff->band_count; i++) {
        if (!be_amount_is_zero(bands[i].flat))
            return; /* fees of bands reached are parts of their own */
        bands[i].below = below;
        be_quantity end = bands[i].up_to;
        if (end != BE_UNBOUNDED)
            below = amount_add(below, units_cost(tariff, bands[i].price, end - start));
        start = end;
    }
    tariff->cumulated = true;
}

/* -- one band for all ------------------------------------------------------------------------ */

static void charge_in_band(invoice *in, const be_band *band, be_quantity units)
{
    add_units(in, band, units);
    add_flat(in, band);
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
    invoice in = {tariff, visit, context, amount_of_scaled(0)};
    if (units == 0) {
        if (tariff->flat_at_zero)
            add_flat(&in, tariff->bands);
        return in.total;
    }
    if (tariff->block != 1)
        units = be_quantity_divide_up(units, tariff->block) * tariff->block;
    if (tariff->cumulated && visit == NULL && before == 0)
        return cumulated_charge(tariff, units);
    if (tariff->mode == BE_TIERS_VOLUME)
        charge_in_band(&in, be_tariff_band_at(tariff, before + units), units);
    else
        walk_bands(&in, before, units);
    add_minimum(&in);
    return in.total;
}

/* Days alike, whose parts are visited once. */
typedef struct repetition {
    be_charge_visitor *visit;
    void *context;
    int times;
} repetition;

static void visit_repeated(void *context, const be_charge *part)
{
    const repetition *r = context;
    be_charge repeated = *part;
    repeated.times = r->times;
    r->visit(r->context, &repeated);
}

static be_amount charge_days(const be_tariff *tariff, int days, be_quantity before,
                             be_quantity units, repetition *r)
{
    r->times = days;
    be_charge_visitor *visit = r->visit == NULL ? NULL : visit_repeated;
    return be_amount_times(be_tariff_charge(tariff, before, units, visit, r), days);
}

be_amount be_tariff_charge_month(const be_tariff *tariff, int days, be_quantity before,
                                 be_quantity units, be_charge_visitor *visit, void *context)
{
    repetition r = {visit, context, 1};
    if (tariff->period == BE_PERIOD_MONTH)
        return be_tariff_charge(tariff, before, units, visit, context);
    int longer = (int)(units % days);
    be_amount sum = charge_days(tariff, days - longer, before / days, units / days, &r);
    if (longer == 0)
        return sum;
    return amount_add(sum, charge_days(tariff, longer, before / days, units / days + 1, &r));
}

be_amount be_tariff_charge_request(const be_tariff *tariff, be_quantity request_size,
                                   be_quantity units, be_charge_visitor *visit, void *context)
{
    if (tariff->mode != BE_TIERS_REQUEST)
        return be_tariff_charge(tariff, 0, units, visit, context);
    invoice in = {tariff, visit, context, amount_of_scaled(0)};
    if (units > 0)
        charge_in_band(&in, be_tariff_band_at(tariff, request_size), units);
    return in.total;
}
