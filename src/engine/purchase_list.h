/*
 * Lists of purchases in order, and which of two lists of one price is preferred.
 */
#ifndef BREAKEVEN_ENGINE_PURCHASE_LIST_H
#define BREAKEVEN_ENGINE_PURCHASE_LIST_H

#include <breakeven/arena.h>
#include <breakeven/strategy.h>

/*
 * Puts a purchase into its place among `*count` others: by month, kind and item. Packages that
 * differ in their count alone are added to what is there; every order of capacity stands for
 * itself, the larger ones first. There is room for one more.
 */
void purchase_list_add(be_purchase *purchases, size_t *count, be_purchase p);

/* The same for capacity that adds up, by terms: orders that differ in their count alone are one. */
void purchase_list_add_up(be_purchase *purchases, size_t *count, be_purchase p);

/*
 * <0, 0, >0 as a is preferred to b at the same cost, or b to a: fewer purchases, then later ones.
 * Every package counts, and every order of capacity.
 */
int purchase_list_compare(const be_schedule *a, const be_schedule *b);

/* A copy of a schedule's purchases, or NULL when there is no memory. */
be_purchase *purchase_list_copy(be_arena *arena, const be_schedule *schedule);

#endif
