/*
 * Points of general-purpose packages: one pool for all items of a plan.
 */
#ifndef BREAKEVEN_ENGINE_POINTS_H
#define BREAKEVEN_ENGINE_POINTS_H

#include "lots.h"

/* Lays out all points that the items own or buy. False when there is no memory. */
bool points_begin(lot_list *pool, be_arena *arena, be_horizon horizon, const be_bill_item *items,
                  size_t count);

/*
 * Pays for up to `units` units of the product in month t, the points that expire first before
 * others; returns how many.
 */
be_quantity points_take(lot_list *pool, const be_product *product, int t, int days_in_month,
                        be_quantity units);

/*
 * Points that the next unit of the product costs in month t; 0 where what is left pays for no whole
 * one.
 */
be_quantity points_price(const lot_list *pool, const be_product *product, int t);

#endif
