#include "coarse.h"

/* -- capacity ------------------------------------------------------------------------------------
 */

static bool has_price(const be_capacity_price *price)
{
    return price->tariff.band_count > 0 && be_amount_is_known(price->tariff.bands[0].price);
}

static bool sold_for_longer(const be_capacity *capacity)
{
    for (size_t i = 0; i < capacity->price_count; i++) {
        if (capacity->prices[i].term != BE_TERM_DAY && has_price(&capacity->prices[i]))
            return true;
    }
    return false;
}

static bool leave_days_out(be_arena *arena, be_capacity *capacity)
{
    if (!capacity->offered || !capacity->calls_free || !sold_for_longer(capacity))
        return true;
    be_capacity_price *prices = be_arena_alloc(arena, capacity->price_count, sizeof *prices);
    be_band *unpriced = be_arena_alloc(arena, 1, sizeof *unpriced);
    if (prices == NULL || unpriced == NULL)
        return false;
    *unpriced = (be_band){.up_to = BE_UNBOUNDED,
                          .price = be_amount_missing(BE_AMOUNT_UNPUBLISHED),
                          .flat = be_amount_zero()};
    for (size_t i = 0; i < capacity->price_count; i++) {
        prices[i] = capacity->prices[i];
        if (prices[i].term == BE_TERM_DAY)
            prices[i].tariff = (be_tariff){.per = 1,
                                           .block = 1,
                                           .minimum = be_amount_zero(),
                                           .bands = unpriced,
                                           .band_count = 1};
    }
    capacity->prices = prices;
    return true;
}

/* -- packages ------------------------------------------------------------------------------------
 */

/* Whether `large` has at least the units of `small` and is as cheap by the unit. */
static bool stands_in(const be_package *large, const be_package *small)
{
    return large->size > small->size && be_amount_is_known(large->price) &&
           be_amount_compare(be_amount_times(large->price, small->size),
                             be_amount_times(small->price, large->size)) <= 0;
}

static bool has_stand_in(const be_product *product, const be_package *small)
{
    for (size_t i = 0; i < product->package_count; i++) {
        if (stands_in(&product->packages[i], small))
            return true;
    }
    return false;
}

/* So many of a package as hold `least` units, as one. */
static be_quantity bundle_up(be_package *package, be_quantity least)
{
    be_quantity count = be_quantity_divide_up(least, package->size);
    package->size *= count;
    package->price = be_amount_times(package->price, count);
    return count;
}

static bool coarsen_packages(coarse *c, be_arena *arena, const be_product *product,
                             be_quantity least)
{
    be_package *packages = be_arena_alloc(arena, product->package_count + 1, sizeof *packages);
    be_quantity *bundles = be_arena_alloc(arena, product->package_count + 1, sizeof *bundles);
    if (packages == NULL || bundles == NULL)
        return false;
    for (size_t i = 0; i < product->package_count; i++) {
        packages[i] = product->packages[i];
        bundles[i] = 1;
        if (packages[i].size >= least)
            continue;
        if (has_stand_in(product, &packages[i]))
            packages[i].price = be_amount_missing(BE_AMOUNT_UNPUBLISHED);
        else
            bundles[i] = bundle_up(&packages[i], least);
    }
    c->product.packages = packages;
    c->bundles = bundles;
    return true;
}

bool coarse_make(coarse *out, be_arena *arena, const be_product *product, be_quantity units)
{
    *out = (coarse){.product = *product};
    return leave_days_out(arena, &out->product.capacity) &&
           coarsen_packages(out, arena, product, units / COARSE_PARTS);
}

be_purchase coarse_purchase(const coarse *c, be_purchase buy)
{
    if (buy.kind == BE_BUY_PACKAGE)
        buy.count *= c->bundles[buy.item];
    return buy;
}
