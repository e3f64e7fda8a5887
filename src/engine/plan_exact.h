/*
 * The search of last resort: every plan that could be the cheapest, under the rules as they are.
 *
 * It knows no shortcut but these: plans that reach the same state by the same month need only their
 * cheapest, plans that cannot become cheaper than a known one are left, and where bills never fall
 * with more use, so are those that cost more and have less left. So it proves what the walk through
 * a model (plan_search.h) cannot, in small questions.
 */
#ifndef BREAKEVEN_ENGINE_PLAN_EXACT_H
#define BREAKEVEN_ENGINE_PLAN_EXACT_H

#include <breakeven/arena.h>
#include <breakeven/strategy.h>

typedef struct exact_found {
    bool complete; /* no feasible plan costs less than what was found, or than `upper` */
    bool any;      /* a plan was found that costs no more than `upper` */
    be_amount cost;
    be_schedule schedule;
} exact_found;

/*
 * Searches all plans that cost no more than `upper`, which may be missing, and gives up at the
 * limits that optimum.h names. `demand` has no discount, `product` one meter. False when there is
 * no memory.
 */
bool plan_exact(be_arena *arena, const be_product *product, const be_demand *demand,
                const be_usage *usage, be_amount upper, exact_found *out);

#endif
