#include "scenario/demand_check.h"

#include <stddef.h>

#include "language/language.h"

bool demand_use_priced(const be_product *product, be_use use)
{
    for (size_t i = 0; i < product->meter_count; i++) {
        if (product->meters[i].tariff[use].band_count > 0)
            return true;
    }
    return false;
}

/* -- the rules: each true where it is broken -- */

static bool has_range(const be_demand *demand)
{
    return demand->low > 0 || demand->high > 0;
}

static bool season_of_volumes(const be_demand *demand, const be_product *product)
{
    (void)product;
    return demand->season != NULL && demand->volume_count > 0;
}

static bool range_of_volumes(const be_demand *demand, const be_product *product)
{
    (void)product;
    return has_range(demand) && demand->volume_count > 0;
}

static bool low_is_high(const be_demand *demand, const be_product *product)
{
    (void)product;
    return demand->low > demand->volume;
}

static bool high_is_low(const be_demand *demand, const be_product *product)
{
    (void)product;
    return has_range(demand) && demand->high < demand->volume;
}

static bool batch_unpriced(const be_demand *demand, const be_product *product)
{
    return demand->batch > 0 && !demand_use_priced(product, BE_USE_BATCH);
}

static bool cached_unpriced(const be_demand *demand, const be_product *product)
{
    return demand->cached > 0 && !demand_use_priced(product, BE_USE_CACHED);
}

static const struct {
    bool (*broken)(const be_demand *demand, const be_product *product);
    demand_fault fault;
} rules[] = {
    {season_of_volumes, {"season", TR_LATER("cannot be combined with volumes")}},
    {range_of_volumes, {"low", TR_LATER("cannot be combined with volumes")}},
    {low_is_high, {"low", TR_LATER("is above the volume")}},
    {high_is_low, {"high", TR_LATER("is below the volume")}},
    {batch_unpriced, {"batch", TR_LATER("the product has no price of its own for batches")}},
    {cached_unpriced, {"cached", TR_LATER("the product has no price of its own for cached use")}},
};

bool demand_check(const be_demand *demand, const be_product *product, demand_fault *fault)
{
    for (size_t i = 0; i < sizeof rules / sizeof rules[0]; i++) {
        if (rules[i].broken(demand, product)) {
            *fault = rules[i].fault;
            fault->text = tr(fault->text);
            return false;
        }
    }
    return true;
}
