/*
 * Comparing two catalogues value by value, whatever memory they stand in.
 */
#ifndef BREAKEVEN_TESTS_SAME_CATALOG_H
#define BREAKEVEN_TESTS_SAME_CATALOG_H

#include <breakeven/catalog.h>

/* Fails at the first value that is not the same, telling the product and the member. */
void assert_same_catalog(const be_catalog *a, const be_catalog *b);
void assert_same_product(const be_product *a, const be_product *b);

#endif
