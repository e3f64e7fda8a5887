/*
 * Strategies: the purchases that each way of buying calls for. Prices them all be_bill_compute.
 */
#ifndef BREAKEVEN_STRATEGY_H
#define BREAKEVEN_STRATEGY_H

#include <stdbool.h>
#include <stddef.h>

#include <breakeven/arena.h>
#include <breakeven/catalog.h>
#include <breakeven/demand.h>

#ifdef __cplusplus
extern "C" {
#endif

/* A list of purchases, by month. */
typedef struct be_schedule {
    const be_purchase *purchases;
    size_t count;
    bool proven; /* no cheaper list of the same kind exists */
} be_schedule;

/*
 * The cheapest packages that cover all units which the free quota and owned balances leave, in
 * every month. Only packages whose price is known are considered. Empty when nothing is left to
 * cover. Ties: fewer purchases, then later ones. Not proven where packages differ in validity, are
 * valid for days, end before balances that are owned, or are used up before the free quota; nor
 * past the bounds of the search.
 */
bool be_strategy_packages(be_arena *arena, const be_product *product, const be_demand *demand,
                          const be_usage *usage, be_schedule *out);

/*
 * The cheapest terms (days, months, years) of enough capacity for the need in every month with
 * use. Where calls are free under it, it is bought for whole months; where it only adds speed, it
 * is bought for the peak days beyond the default limit, and for every day where the volume alone
 * exceeds it. Never more than the vendor sells. Not proven where different levels would have to be
 * combined under prices that depend on the number bought, nor where a larger order costs more a
 * unit.
 */
bool be_strategy_capacity(be_arena *arena, const be_product *product, const be_demand *demand,
                          const be_usage *usage, be_schedule *out);

#ifdef __cplusplus
}
#endif

#endif
