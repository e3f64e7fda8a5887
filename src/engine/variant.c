#include "variant.h"

#include <string.h>

/* A copy of an array with room for one more behind. */
static void *copy_of(be_arena *arena, const void *items, size_t count, size_t size)
{
    void *copy = be_arena_alloc(arena, count + 1, size);
    if (copy != NULL && count > 0)
        memcpy(copy, items, count * size);
    return copy;
}

/* General packages are known by their place: what is owned of them has to move along. */
static bool move_owned(be_arena *arena, variant *v, const be_provider *from)
{
    be_owned *owned = copy_of(arena, v->demand.owned, v->demand.owned_count, sizeof *owned);
    if (owned == NULL)
        return false;
    for (size_t i = 0; i < v->demand.owned_count; i++) {
        for (size_t j = 0; owned[i].general != NULL && j < from->general_package_count; j++) {
            if (owned[i].general != &from->general_packages[j])
                continue;
            owned[i].general = &v->generals[j];
            break;
        }
    }
    v->demand.owned = owned;
    return true;
}

static bool copy_provider(be_arena *arena, variant *v, const be_provider *from)
{
    if (from == NULL)
        return true;
    v->provider = *from;
    v->generals =
        copy_of(arena, from->general_packages, from->general_package_count, sizeof *v->generals);
    v->provider.general_packages = v->generals;
    v->product.provider = &v->provider;
    return v->generals != NULL && move_owned(arena, v, from);
}

bool variant_make(be_arena *arena, const be_product *product, const be_demand *demand, variant *out)
{
    const be_capacity *capacity = &product->capacity;
    *out = (variant){.product = *product, .demand = *demand};
    out->packages =
        copy_of(arena, product->packages, product->package_count, sizeof *out->packages);
    out->prices = copy_of(arena, capacity->prices, capacity->price_count, sizeof *out->prices);
    out->product.packages = out->packages;
    out->product.capacity.prices = out->prices;
    out->no_price = (be_band){.up_to = BE_UNBOUNDED,
                              .price = be_amount_missing(BE_AMOUNT_UNPUBLISHED),
                              .flat = be_amount_zero()};
    return out->packages != NULL && out->prices != NULL &&
           copy_provider(arena, out, product->provider);
}

void variant_withdraw(variant *v, const be_purchase *buy)
{
    if (buy->kind == BE_BUY_PACKAGE)
        v->packages[buy->item].price = v->no_price.price;
    else if (buy->kind == BE_BUY_GENERAL)
        v->generals[buy->item].price = v->no_price.price;
    else
        v->prices[buy->item].tariff = (be_tariff){.mode = BE_TIERS_FLAT,
                                                  .per = 1,
                                                  .block = 1,
                                                  .minimum = be_amount_zero(),
                                                  .bands = &v->no_price,
                                                  .band_count = 1};
}

void variant_give_away(variant *v)
{
    for (size_t i = 0; i < v->product.package_count; i++)
        v->packages[i].price = be_amount_zero();
    for (size_t i = 0; i < v->provider.general_package_count; i++)
        v->generals[i].price = be_amount_zero();
}

be_quantity *variant_probe(variant *v, const be_purchase *buy, be_amount price, be_purchase *probe)
{
    *probe = *buy;
    probe->count = 1;
    if (buy->kind == BE_BUY_PACKAGE) {
        be_package *package = &v->packages[probe->item = v->product.package_count++];
        *package = v->packages[buy->item];
        package->price = price;
        return &package->size;
    }
    be_general_package *package = &v->generals[probe->item = v->provider.general_package_count++];
    *package = v->generals[buy->item];
    package->price = price;
    return &package->points;
}
