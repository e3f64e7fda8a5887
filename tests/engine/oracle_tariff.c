#include "oracle_tariff.h"

static int band_of(const plain_tariff *tariff, int unit)
{
    int band = 0;
    while (unit > tariff->bands[band].up_to)
        band++;
    return band;
}

static int whole_blocks(const plain_tariff *tariff, int units)
{
    while (units % tariff->block != 0)
        units++;
    return units;
}

/* The band that unit number `unit` is charged at where the period ends at unit number `last`. */
static int charged_band(const plain_tariff *tariff, plain_position at, int unit, int last)
{
    switch (tariff->mode) {
    case PLAIN_FLAT:
    case PLAIN_GRADUATED:
        return band_of(tariff, unit);
    case PLAIN_VOLUME:
        return band_of(tariff, last);
    case PLAIN_REQUEST:
        return band_of(tariff, at.request_size);
    }
    return 0;
}

plain_money plain_charge(const plain_tariff *tariff, plain_position at, int units)
{
    if (units == 0)
        return tariff->flat_at_zero ? tariff->bands[0].flat : 0;
    plain_money sum = 0;
    bool used[PLAIN_BANDS] = {false};
    int last = at.before + whole_blocks(tariff, units);
    for (int unit = at.before + 1; unit <= last; unit++) {
        int band = charged_band(tariff, at, unit, last);
        sum += tariff->bands[band].price / tariff->per;
        used[band] = true;
    }
    for (int band = 0; band < tariff->band_count; band++)
        sum += used[band] ? tariff->bands[band].flat : 0;
    return sum > tariff->minimum ? sum : tariff->minimum;
}

plain_money plain_month_charge(const plain_tariff *tariff, int days, plain_position at, int units)
{
    if (!tariff->daily)
        return plain_charge(tariff, at, units);
    plain_money sum = 0;
    at.before /= days;
    for (int day = 0; day < days; day++)
        sum += plain_charge(tariff, at, units / days + (day < units % days ? 1 : 0));
    return sum;
}
