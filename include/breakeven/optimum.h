/*
 * The optimum: the cheapest way of all to meet the demand of one product, with its proof.
 *
 * Packages, capacity and pay-as-you-go are mixed month by month as the vendor's rules allow. A
 * search finds a plan and a lower bound that no plan undercuts; the plan is then priced by
 * be_bill_compute. A plan that costs no more than the bound is optimal: there is no other proof.
 */
#ifndef BREAKEVEN_OPTIMUM_H
#define BREAKEVEN_OPTIMUM_H

#include <stdbool.h>

#include <breakeven/amount.h>
#include <breakeven/arena.h>
#include <breakeven/catalog.h>
#include <breakeven/demand.h>
#include <breakeven/strategy.h>

typedef struct be_optimum {
    be_schedule schedule; /* proven where it is optimal */
    be_amount cost;       /* the bill's total; missing where no feasible plan is found */
    bool optimal;
    be_amount bound; /* no feasible plan costs less: `cost` where that is optimal; missing where
                        there is no feasible plan at known prices */
} be_optimum;

/*
 * Finds the cheapest feasible schedule for `usage` of `product`. `demand` is the one that `usage`
 * was resolved from; what it pinned is left out. The schedule is never dearer than buying nothing,
 * than be_strategy_packages and than be_strategy_capacity, where these are feasible. Of equal costs
 * a schedule with fewer purchases comes first, then one that buys later.
 *
 * What can be proven:
 *
 *   - graduated and flat prices, packages of one validity in months, free quota, owned packages
 *     that end before bought ones, QPS under which calls are free at one level, capacity that adds
 *     speed: always, within the limits of the search;
 *   - volume tiers: where the plan stops at no volume short of a cheaper one, or nothing bought
 *     ends within the plan;
 *   - packages of different validity or of days, owned ones that outlast bought ones,
 *     general-purpose packages, levels of QPS that change, limits that either a package or extra
 *     capacity would raise, volume tiers by the day, gross positions with blocks or fees: where
 *     the bound, found under kinder rules, happens to be met.
 *
 * Else `optimal` is false and bound..cost is the gap. With a discount the search goes by list
 * prices: amounts rounded at the 18th decimal are not told apart.
 *
 * A search makes at most BE_OPTIMUM_LABELS partial plans, of some 100 bytes each, which are freed
 * when it ends; there are up to three searches. One that gets to its limit proves nothing. The same
 * input always gives the same answer.
 *
 * False when there is no memory.
 */
bool be_optimum_find(be_arena *arena, const be_product *product, const be_demand *demand,
                     const be_usage *usage, be_optimum *out);

enum { BE_OPTIMUM_LABELS = 200000 };

#endif
