/*
 * Packages that save nothing: they cost at least what their units do at the dearest pay-as-you-go
 * price.
 */
#ifndef BREAKEVEN_ENGINE_IDLE_H
#define BREAKEVEN_ENGINE_IDLE_H

#include <stdbool.h>

#include <breakeven/catalog.h>

/* Of a product that offers pay as you go under one meter. Without a known price: no. */
bool idle_package(const be_product *product, const be_package *package);
bool idle_general(const be_product *product, const be_general_package *package);

/*
 * Whether units from packages never cost less than the same units by the unit: all packages on sale
 * at a known price save nothing, and pay as you go is units times price, no more.
 */
bool idle_all(const be_product *product);

#endif
