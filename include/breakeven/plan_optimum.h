/*
 * The optimum of a plan: the cheapest way to meet the demand of items that share the points of
 * general-purpose packages, with a bound that no plan undercuts.
 *
 * Whether points are worth their price depends on all items together, and nobody can hold points
 * back: as long as there are any, each item draws on them in its turn. A search makes plans and
 * betters them; each is priced by be_bill_compute_plan. The bound comes from prices of a point:
 * where points cost so much each, every item has a cheapest plan of its own.
 */
#ifndef BREAKEVEN_PLAN_OPTIMUM_H
#define BREAKEVEN_PLAN_OPTIMUM_H

#include <stdbool.h>
#include <stddef.h>

#include <breakeven/amount.h>
#include <breakeven/arena.h>
#include <breakeven/bill.h>
#include <breakeven/strategy.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct be_plan_optimum {
    const be_schedule *schedules; /* one for each item; NULL where no feasible plan is found */
    be_amount cost;               /* of all bills together; missing where no plan is found */
    be_amount bound;              /* no feasible plan costs less; missing where there is none */
    bool optimal;                 /* cost and bound are equal */
} be_plan_optimum;

/*
 * Finds a cheap feasible plan for `items`, which are of one provider, one currency and one horizon
 * and draw on points in this order. The purchases of the items are a known plan to begin with: the
 * result is never dearer than it, nor than buying nothing, nor than each item's own optimum without
 * points, where these are feasible. Points are bought by the item with the largest discount. Of
 * equal costs found, the plan with fewer purchases comes first, then the one that buys later.
 *
 * `bound` holds whatever the rules: points, which may end before the plan does and are drawn in a
 * fixed order, count in it as if they could be kept and given to any item in any month. It is met,
 * and the plan proven, most often where points do not pay, or where they pay for everything.
 *
 * Prices of a point are tried BE_PLAN_PRICES times at most, each with one search of optimum.h an
 * item. Plans are priced BE_PLAN_TRIALS times at most, and in large plans fewer: no more than
 * BE_PLAN_TRIAL_MONTHS months of an item in all; as many combinations of the items' own plans are
 * weighed before. Memory beyond the result: about 200 kB an item,
 * and that of one search at a time; it is freed at the end. The same input always gives the same
 * answer.
 *
 * False when there is no memory.
 */
bool be_plan_optimum_find(be_arena *arena, const be_bill_item *items, size_t count,
                          be_plan_optimum *out);

enum { BE_PLAN_PRICES = 12, BE_PLAN_TRIALS = 600, BE_PLAN_TRIAL_MONTHS = 250000 };

#ifdef __cplusplus
}
#endif

#endif
