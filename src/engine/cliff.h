/*
 * Cliffs: under volume tiers more units can cost less.
 */
#ifndef BREAKEVEN_ENGINE_CLIFF_H
#define BREAKEVEN_ENGINE_CLIFF_H

#include <stdbool.h>

#include <breakeven/catalog.h>

typedef struct cliff {
    be_quantity more; /* units that are short of the number that costs the least */
    be_amount saves;  /* at list prices */
} cliff;

/*
 * Whether some number above `units` of a month's pay-as-you-go costs less than they do. Of tiers
 * that a month's paid units alone decide; false for all others.
 */
bool cliff_find(const be_product *product, be_quantity units, cliff *out);

#endif
