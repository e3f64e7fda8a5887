#include "afford_rules.h"

#include <string.h>

#include "limits.h"
#include "rising_tariff.h"

/* Makes a rising tariff of one that may fall. */
typedef struct remaking {
    be_arena *arena;
    be_quantity most;
    bool below;
} remaking;

static bool remake(const remaking *how, afford_rules *rules, be_tariff *tariff)
{
    rising_tariff rising;
    if (tariff->band_count == 0 || tariff->mode != BE_TIERS_VOLUME)
        return true;
    bool done = how->below ? rising_below(how->arena, tariff, how->most, &rising)
                           : rising_above(how->arena, tariff, &rising);
    if (!done)
        return false;
    rules->made = rules->made && rising.made;
    rules->exact = rules->exact && rising.exact;
    if (rising.made)
        *tariff = rising.tariff;
    return true;
}

static bool remake_all(const remaking *how, const be_product *product, afford_rules *out)
{
    out->product = *product;
    out->made = out->exact = true;
    if (product->meter_count == 0)
        return remake(how, out, &out->product.payg.tariff);
    memcpy(out->meters, product->meters, product->meter_count * sizeof *out->meters);
    out->product.meters = out->meters;
    for (size_t i = 0; i < product->meter_count; i++) {
        for (int use = 0; use < BE_USE_COUNT; use++) {
            if (!remake(how, out, &out->meters[i].tariff[use]))
                return false;
        }
    }
    return true;
}

/*
 * Where packages lower a limit, one that is used up sooner may lift it again. (Where they lift it,
 * the cover holds a balance in every month that needs one.)
 */
bool afford_kinder(be_arena *arena, const be_product *product, be_quantity most, afford_rules *out)
{
    const remaking how = {arena, product->meter_count > 0 ? BE_UNBOUNDED : most, true};
    be_limits *limits = &out->product.limits;
    if (!remake_all(&how, product, out))
        return false;
    if (limits_packages_lower(limits))
        limits->with_package = limits->qps;
    return true;
}

bool afford_harsher(be_arena *arena, const be_product *product, afford_rules *out)
{
    const remaking how = {.arena = arena, .below = false};
    be_limits *limits = &out->product.limits;
    if (!remake_all(&how, product, out))
        return false;
    if (limits_packages_lower(limits))
        limits->qps = limits->with_package;
    return true;
}
