/*
 * A loaded catalogue from within: shared by what makes it and what puts the user's prices in.
 */
#ifndef BREAKEVEN_CATALOG_LOADED_H
#define BREAKEVEN_CATALOG_LOADED_H

#include <breakeven/arena.h>
#include <breakeven/catalog.h>

#include "catalog/own_prices.h"

/* A product whose prices can be changed: where they are, beside the const view of them. */
typedef struct open_product {
    be_product *product;
    be_package *packages;
    be_capacity_price *capacity;
    be_meter *meters;
    be_band *payg;
    be_band *of_capacity[BE_TERM_COUNT];
    be_band *of_meters[BE_METERS_MAX][BE_USE_COUNT];
    struct open_product *next;
} open_product;

/* A price of the user's own, and what it took the place of. */
typedef struct taken_place {
    be_amount price;
    const be_source *source;
} taken_place;

/* What belongs to a provider, as it can be changed. */
typedef struct open_provider {
    be_product *products;
    be_general_package *general_packages;
} open_provider;

struct catalog {
    be_arena *arena;
    be_catalog view;
    open_provider *open; /* by provider */
    open_product *opened;
    own_price *own; /* in force; of the heap, as `taken` */
    taken_place *taken;
    size_t own_count;
};

#endif
