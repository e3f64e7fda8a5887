/*
 * Bought capacity: how much of it there is in a month, and for how many days.
 */
#ifndef BREAKEVEN_ENGINE_CAPACITY_H
#define BREAKEVEN_ENGINE_CAPACITY_H

#include <stdbool.h>
#include <stddef.h>

#include <breakeven/bill.h>

/*
 * The level that the purchases give on a day of plan month t, 1 or more. Levels of several
 * purchases add up where the product's are additive; else the highest one counts. What is bought
 * beyond the most that the vendor sells gives nothing.
 *
 * Every purchase begins on its month's first day. But where levels do not add up and orders are not
 * to overlap, orders by the day that fit into their month together follow one another, the larger
 * first.
 */
be_quantity capacity_level(const be_product *product, be_horizon horizon,
                           const be_purchase *purchases, size_t count, int t, int day);

/* The last day of month t, after day `after`, up to which the level of day `after` + 1 stays. */
int capacity_change(const be_product *product, be_horizon horizon, const be_purchase *purchases,
                    size_t count, int t, int after);

/* On how many days of month t any capacity is there. */
int capacity_days(const be_product *product, be_horizon horizon, const be_purchase *purchases,
                  size_t count, int t);

/* Whether orders overlap that are not to: `*t` is the first month in which some do. */
bool capacity_overlaps(const be_product *product, be_horizon horizon, const be_purchase *purchases,
                       size_t count, int *t);

/* Whether an order follows another one within a month. */
bool capacity_follows(const be_product *product, be_horizon horizon, const be_purchase *purchases,
                      size_t count);

#endif
