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

long plain_charge(const plain_tariff *tariff, int before, int units)
{
    if (units == 0)
        return tariff->flat_at_zero ? tariff->bands[0].flat : 0;
    long sum = 0;
    bool used[PLAIN_BANDS] = {false};
    int billed = whole_blocks(tariff, units);
    int reached = band_of(tariff, before + billed);
    for (int unit = before + 1; unit <= before + billed; unit++) {
        int band = tariff->mode == PLAIN_VOLUME ? reached : band_of(tariff, unit);
        sum += tariff->bands[band].price / tariff->per;
        used[band] = true;
    }
    for (int band = 0; band < tariff->band_count; band++)
        sum += used[band] ? tariff->bands[band].flat : 0;
    return sum > tariff->minimum ? sum : tariff->minimum;
}

long plain_month_charge(const plain_tariff *tariff, int days, int before, int units)
{
    if (!tariff->daily)
        return plain_charge(tariff, before, units);
    long sum = 0;
    for (int day = 0; day < days; day++)
        sum += plain_charge(tariff, before / days, units / days + (day < units % days ? 1 : 0));
    return sum;
}
