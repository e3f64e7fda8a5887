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

#ifdef __cplusplus
extern "C" {
#endif

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
 * than be_strategy_packages and than be_strategy_capacity, where these are feasible; it may be
 * cheaper than the latter where a peak can wait in a queue, for which nothing has to be bought. Of
 * equal costs the schedule with fewer purchases comes first, then the one that buys later: every
 * package and every order of capacity is a purchase, and the months of all of them are added up.
 *
 * Two searches look for the proof:
 *
 *   - A walk through a model in which the units bought are one balance. It is fast, and exact for
 *     graduated and flat prices, packages of one validity in months, free quota, owned packages
 *     that end before bought ones, prepaid QPS and concurrency by the day, month and year, limits
 *     that packages lift; for volume tiers where the plan stops at no volume short of a cheaper
 *     one, or nothing bought ends within the plan. Elsewhere it finds a bound under kinder rules.
 *   - Where that leaves a gap, every plan that could be the cheapest, under the rules as they are:
 *     packages of several validities or of days, owned ones that outlast bought ones,
 *     general-purpose packages, gross positions, tiers by the day, any order of deduction. This one
 *     proves small questions, and larger ones where few plans come near the best.
 *
 * Neither looks at years of additive capacity that overlap at several levels in plans of more than
 * a year, nor at additive capacity of which larger orders cost more a unit. Where no proof is found
 * `optimal` is false and bound..cost is the gap. With a discount the search goes by list prices:
 * amounts rounded at the 18th decimal are not told apart.
 *
 * The work is bounded, and so is the memory, which is freed at the end but for the answer: the walk
 * makes at most BE_OPTIMUM_LABELS partial plans of some 100 bytes each, in up to 11 rounds for each
 * of three models, of which most take few; the second search takes at most BE_OPTIMUM_STEPS steps
 * and BE_OPTIMUM_BYTES, up to twice. What is not proven then is bettered by single purchases that
 * are dropped, moved, resized or added: BE_OPTIMUM_TRIALS plans are priced at most, of
 * BE_OPTIMUM_TRIAL_MONTHS months in all. The same input always gives the same answer. False when
 * there is no memory.
 */
bool be_optimum_find(be_arena *arena, const be_product *product, const be_demand *demand,
                     const be_usage *usage, be_optimum *out);

enum {
    BE_OPTIMUM_LABELS = 200000,
    BE_OPTIMUM_STEPS = 20000,
    BE_OPTIMUM_BYTES = 8 * 1024 * 1024,
    BE_OPTIMUM_TRIALS = 500,
    BE_OPTIMUM_TRIAL_MONTHS = 7200
};

#ifdef __cplusplus
}
#endif

#endif
