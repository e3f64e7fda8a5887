#include "whole_months.h"

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

bool whole_months_only(be_arena *arena, const be_product *product, be_product *out)
{
    const be_capacity *capacity = &product->capacity;
    *out = *product;
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
    out->capacity.prices = prices;
    return true;
}
