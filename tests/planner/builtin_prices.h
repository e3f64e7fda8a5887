#ifndef BREAKEVEN_PLANNER_BUILTIN_PRICES_H
#define BREAKEVEN_PLANNER_BUILTIN_PRICES_H

#include "catalog/catalog_load.h"

/* The built-in prices, for tests without a terminal. */
extern catalog *prices;

/* A cmocka group's setup and teardown. */
int load_prices(void **state);
int drop_prices(void **state);

/* A product by its key; the running test fails without it. */
const be_product *product(const char *named);

#endif
