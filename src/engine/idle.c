#include "idle.h"

/* The most that one unit can cost; missing where some band has no price. */
static be_amount dearest_unit(const be_tariff *tariff)
{
    be_amount dearest = tariff->bands[0].price;
    for (size_t i = 1; i < tariff->band_count; i++) {
        if (be_amount_compare(tariff->bands[i].price, dearest) > 0)
            dearest = tariff->bands[i].price;
    }
    return dearest;
}

/* Whether `price` for what pays for `units` / `each` units is at least what these cost at most. */
static bool saves_nothing(const be_tariff *tariff, be_amount price, be_quantity units,
                          be_quantity each)
{
    be_amount by_unit = be_amount_times(dearest_unit(tariff), units);
    be_amount packed = be_amount_times(be_amount_times(price, tariff->per), each);
    return be_amount_is_known(packed) && be_amount_is_known(by_unit) &&
           be_amount_compare(packed, by_unit) >= 0;
}

bool idle_package(const be_product *product, const be_package *package)
{
    return saves_nothing(&product->payg.tariff, package->price, package->size, 1);
}

bool idle_general(const be_product *product, const be_general_package *package)
{
    be_quantity points = be_general_points(package, product);
    return points > 0 &&
           saves_nothing(&product->payg.tariff, package->price, package->points, points);
}

static bool is_units_times_price(const be_tariff *tariff)
{
    for (size_t i = 0; i < tariff->band_count; i++) {
        if (!be_amount_is_zero(tariff->bands[i].flat))
            return false;
    }
    return tariff->block == 1 && be_amount_is_zero(tariff->minimum);
}

bool idle_all(const be_product *product)
{
    const be_provider *provider = product->provider;
    if (!product->payg.offered || product->meter_count > 0 ||
        !is_units_times_price(&product->payg.tariff))
        return false;
    for (size_t i = 0; i < product->package_count; i++) {
        const be_package *package = &product->packages[i];
        if (be_amount_is_known(package->price) && !idle_package(product, package))
            return false;
    }
    for (size_t i = 0; provider != NULL && i < provider->general_package_count; i++) {
        const be_general_package *package = &provider->general_packages[i];
        bool sold = be_general_points(package, product) > 0 && be_amount_is_known(package->price);
        if (sold && !idle_general(product, package))
            return false;
    }
    return true;
}
