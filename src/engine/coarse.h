/*
 * Products as a sampling sees them: without what makes a search long and its result hardly better.
 */
#ifndef BREAKEVEN_ENGINE_COARSE_H
#define BREAKEVEN_ENGINE_COARSE_H

#include <stdbool.h>

#include <breakeven/arena.h>
#include <breakeven/catalog.h>
#include <breakeven/demand.h>

enum { COARSE_PARTS = 500 };

typedef struct coarse {
    be_product product;         /* all indices are those of the product that it was made from */
    const be_quantity *bundles; /* by package: how many of them are one of `product` */
} coarse;

/*
 * Makes a product coarse for a plan of `units` units:
 *
 *   - a package of less than one of COARSE_PARTS of the units has no price, where a larger one is
 *     as cheap by the unit; else so many as hold that part are one package;
 *   - capacity by the day under which calls are free has no price, where it is sold by the month or
 *     year.
 *
 * False when there is no memory.
 */
bool coarse_make(coarse *out, be_arena *arena, const be_product *product, be_quantity units);

/* A purchase of the coarse product as one of the product that it was made from. */
be_purchase coarse_purchase(const coarse *c, be_purchase buy);

#endif
