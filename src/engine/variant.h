/*
 * Variants: a product, its provider and a demand as they would be if something on sale were
 * different. The original stays as it is.
 */
#ifndef BREAKEVEN_ENGINE_VARIANT_H
#define BREAKEVEN_ENGINE_VARIANT_H

#include <stdbool.h>

#include <breakeven/arena.h>
#include <breakeven/catalog.h>
#include <breakeven/demand.h>

typedef struct variant {
    be_product product;
    be_provider provider;
    be_demand demand;
    be_package *packages; /* those of the product, and room for one more */
    be_general_package *generals;
    be_capacity_price *prices;
    be_band no_price;
} variant;

/* Starts from what there is. `out` points into itself: not to be copied. False without memory. */
bool variant_make(be_arena *arena, const be_product *product, const be_demand *demand,
                  variant *out);

/* Takes what `buy` names off the market: it has no price any more. */
void variant_withdraw(variant *v, const be_purchase *buy);

/* Makes all packages free of charge. */
void variant_give_away(variant *v);

/*
 * Adds one package like that of `buy`, which is of packages, at another price; `probe` becomes the
 * purchase of one of it in place of `buy`. To be called once. Returns where it says how many units
 * or points it holds.
 */
be_quantity *variant_probe(variant *v, const be_purchase *buy, be_amount price, be_purchase *probe);

#endif
