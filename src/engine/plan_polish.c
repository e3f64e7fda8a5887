#include "plan_polish.h"

#include <breakeven/optimum.h>

#include "plan_improve.h"
#include "purchase_list.h"

static unsigned trials_for(const be_usage *usage)
{
    int most = BE_OPTIMUM_TRIAL_MONTHS / usage->horizon.months;
    return (unsigned)(most < BE_OPTIMUM_TRIALS ? most : BE_OPTIMUM_TRIALS);
}

/* In the order of lists, out of an arena that is given back. */
static bool copy_purchases(be_arena *arena, const be_schedule *from, be_schedule *to)
{
    be_purchase *list = be_arena_alloc(arena, from->count + 1, sizeof *list);
    if (list == NULL)
        return false;
    *to = (be_schedule){list, 0, false};
    for (size_t i = 0; i < from->count; i++)
        purchase_list_add(list, &to->count, from->purchases[i]);
    return true;
}

static bool improve(pool *p, be_arena *arena, const be_usage *usage, be_schedule *plan)
{
    plan_trials trials;
    bool better;
    if (!plan_trials_begin(&trials, p))
        return false;
    trials.left = trials_for(usage);
    return plan_try(&trials, plan, &better) && plan_improve(&trials) &&
           copy_purchases(arena, &trials.best.items[0], plan);
}

bool plan_polish(be_arena *arena, const be_product *product, const be_demand *demand,
                 const be_usage *usage, be_schedule *plan)
{
    const be_bill_item item = {product, demand, usage, NULL, 0};
    pool p;
    be_arena *work = be_arena_create_like(arena), *scratch = be_arena_create_like(arena);
    bool done = work != NULL && scratch != NULL && pool_begin(&p, work, scratch, &item, 1) &&
                improve(&p, arena, usage, plan);
    be_arena_destroy(scratch);
    be_arena_destroy(work);
    return done;
}
