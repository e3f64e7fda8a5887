/*
 * Bought capacity: how much of it there is in a month, and for how many days.
 */
#ifndef BREAKEVEN_ENGINE_CAPACITY_H
#define BREAKEVEN_ENGINE_CAPACITY_H

#include <stddef.h>

#include <breakeven/bill.h>

/*
 * The level that the purchases give on the first `days` days of plan month t. Levels of several
 * purchases add up where the product's are additive; else the highest one counts. What is bought
 * beyond the most that the vendor sells gives nothing.
 */
be_quantity capacity_level(const be_product *product, be_horizon horizon,
                           const be_purchase *purchases, size_t count, int t, int days);

/* The last day of month t, after day `after`, up to which the level of day `after` + 1 stays. */
int capacity_change(const be_product *product, be_horizon horizon, const be_purchase *purchases,
                    size_t count, int t, int after);

/* On how many days of month t any capacity is there. */
int capacity_days(const be_product *product, be_horizon horizon, const be_purchase *purchases,
                  size_t count, int t);

#endif
