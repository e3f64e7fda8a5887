/*
 * Lists of purchases, compared and cut.
 */
#ifndef BREAKEVEN_ENGINE_PURCHASES_H
#define BREAKEVEN_ENGINE_PURCHASES_H

#include <stdbool.h>

#include <breakeven/arena.h>
#include <breakeven/strategy.h>

/* A copy of what a schedule buys in its first month. False when there is no memory. */
bool purchases_first_month(be_arena *arena, const be_schedule *schedule, be_schedule *out);

/* Whether both lists, of one month, buy as many of the same things, in whatever order. */
bool purchases_same(const be_schedule *a, const be_schedule *b);

/* Whether a list of one month buys as many of the same thing as `buy`. */
bool purchases_hold(const be_schedule *schedule, const be_purchase *buy);

/* A copy of a list without its i-th purchase. False when there is no memory. */
bool purchases_without(be_arena *arena, const be_schedule *schedule, size_t i, be_schedule *out);

#endif
