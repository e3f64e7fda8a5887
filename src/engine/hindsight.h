/*
 * One path of a sampling, looked at with hindsight.
 */
#ifndef BREAKEVEN_ENGINE_HINDSIGHT_H
#define BREAKEVEN_ENGINE_HINDSIGHT_H

#include <stdbool.h>

#include <breakeven/arena.h>
#include <breakeven/bill.h>
#include <breakeven/strategy.h>

typedef struct hindsight {
    be_demand demand; /* with the path's volumes */
    be_usage usage;
    be_schedule begins; /* what the best plan for the whole path buys in the first month */
    be_amount foresight;
    be_amount never; /* with nothing bought */
} hindsight;

/* The demand at the volumes of a path, which are borrowed; what it pinned is left out. */
void hindsight_open(hindsight *o, const be_demand *demand, be_horizon horizon,
                    const be_quantity *volumes);

/*
 * Finds the best plan and prices buying nothing. `begins` comes from `kept`. False when there is no
 * memory.
 */
bool hindsight_find(hindsight *o, be_arena *arena, be_arena *kept, const be_product *product);

/*
 * What the path costs with `now` bought in the first month and the best of what can be bought after
 * it. Missing where that is not feasible or has no price. False when there is no memory.
 */
bool hindsight_cost(const hindsight *o, be_arena *arena, const be_product *product,
                    const be_schedule *now, be_amount *cost);

#endif
