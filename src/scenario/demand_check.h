/*
 * What does not go together in a demand: rules that hold wherever it comes from, a file or a
 * command line.
 */
#ifndef BREAKEVEN_SCENARIO_DEMAND_CHECK_H
#define BREAKEVEN_SCENARIO_DEMAND_CHECK_H

#include <stdbool.h>

#include <breakeven/catalog.h>
#include <breakeven/demand.h>

/* A key of a scenario file ("low") and what is wrong with it ("is above the volume"). Static. */
typedef struct demand_fault {
    const char *key;
    const char *text;
} demand_fault;

/* False, with the first fault, when the demand of `product` contradicts itself. */
bool demand_check(const be_demand *demand, const be_product *product, demand_fault *fault);

/* Whether some meter of the product has a price of its own for this way of use. */
bool demand_use_priced(const be_product *product, be_use use);

#endif
