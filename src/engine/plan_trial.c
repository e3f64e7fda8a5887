#include "plan_trial.h"

#include <string.h>

#include <breakeven/plan_optimum.h>

#include "amount_ops.h"

bool plan_trials_begin(plan_trials *trials, pool *p)
{
    size_t most = BE_PLAN_TRIAL_MONTHS / (p->count * (size_t)p->months);
    *trials = (plan_trials){.p = p};
    trials->left = most < BE_PLAN_TRIALS ? (unsigned)most + 1 : BE_PLAN_TRIALS;
    trials->best = be_arena_alloc(p->arena, p->count, sizeof *trials->best);
    trials->orders = be_arena_alloc(p->arena, p->count, sizeof *trials->orders);
    trials->bills = be_arena_alloc(p->arena, p->count, sizeof *trials->bills);
    return trials->best != NULL && trials->orders != NULL && trials->bills != NULL;
}

static void count_purchases(const be_schedule *schedule, plan_merit *merit)
{
    for (size_t i = 0; i < schedule->count; i++) {
        const be_purchase *buy = &schedule->purchases[i];
        be_quantity count = buy->kind == BE_BUY_CAPACITY ? 1 : buy->count;
        merit->purchases += count;
        merit->lateness += count * buy->month;
    }
}

static bool price(plan_trials *trials, const be_schedule *plan, plan_merit *out)
{
    const pool *p = trials->p;
    *out = (plan_merit){.cost = be_amount_zero()};
    for (size_t i = 0; i < p->count; i++) {
        const pool_item *item = &p->items[i];
        trials->orders[i] = (be_bill_item){item->product, &item->demand, item->usage,
                                           plan[i].purchases, plan[i].count};
        count_purchases(&plan[i], out);
    }
    be_arena_reset(p->scratch);
    if (!be_bill_compute_plan(p->scratch, trials->orders, p->count, BE_BILL_TOTALS, trials->bills))
        return false;
    for (size_t i = 0; i < p->count; i++) {
        const be_bill *bill = &trials->bills[i];
        if (bill->feasible && amount_is_known(bill->total))
            out->cost = amount_add(out->cost, bill->total);
        else
            out->lacking++;
    }
    return true;
}

static bool is_better(const plan_merit *a, const plan_merit *b)
{
    if (a->lacking != b->lacking)
        return a->lacking < b->lacking;
    int order = amount_compare(a->cost, b->cost);
    if (order != 0)
        return order < 0;
    if (a->purchases != b->purchases)
        return a->purchases < b->purchases;
    return a->lateness > b->lateness;
}

/* Copies the lists that are new. */
static bool keep(plan_trials *trials, const be_schedule *plan)
{
    for (size_t i = 0; i < trials->p->count; i++) {
        be_schedule *best = &trials->best[i];
        if (best->purchases == plan[i].purchases && best->count == plan[i].count)
            continue;
        be_purchase *copy = be_arena_alloc(trials->p->arena, plan[i].count + 1, sizeof *copy);
        if (copy == NULL)
            return false;
        if (plan[i].count > 0)
            memcpy(copy, plan[i].purchases, plan[i].count * sizeof *copy);
        *best = (be_schedule){copy, plan[i].count, false};
    }
    return true;
}

bool plan_try(plan_trials *trials, const be_schedule *plan, bool *better)
{
    plan_merit merit;
    *better = false;
    if (trials->left == 0)
        return true;
    trials->left--;
    if (!price(trials, plan, &merit))
        return false;
    if (trials->any && !is_better(&merit, &trials->merit))
        return true;
    trials->any = *better = true;
    trials->merit = merit;
    return keep(trials, plan);
}

bool plan_trials_succeeded(const plan_trials *trials)
{
    return trials->any && trials->merit.lacking == 0 && amount_is_known(trials->merit.cost);
}
