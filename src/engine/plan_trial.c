#include "plan_trial.h"

#include <string.h>

#include <breakeven/plan_optimum.h>

#include "amount_ops.h"
#include "capacity.h"
#include "purchase_list.h"

bool plan_trials_begin(plan_trials *trials, pool *p)
{
    size_t most = BE_PLAN_TRIAL_MONTHS / (p->count * (size_t)p->months);
    *trials = (plan_trials){.p = p};
    trials->left = most < BE_PLAN_TRIALS ? (unsigned)most + 1 : BE_PLAN_TRIALS;
    trials->best.items = be_arena_alloc(p->arena, p->count, sizeof *trials->best.items);
    trials->at.items = be_arena_alloc(p->arena, p->count, sizeof *trials->at.items);
    trials->orders = be_arena_alloc(p->arena, p->count, sizeof *trials->orders);
    trials->bills = be_arena_alloc(p->arena, p->count, sizeof *trials->bills);
    return trials->best.items != NULL && trials->at.items != NULL && trials->orders != NULL &&
           trials->bills != NULL;
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

static bool overlaps(const pool_item *item, const be_schedule *schedule)
{
    int month;
    return capacity_overlaps(item->product, item->usage->horizon, schedule->purchases,
                             schedule->count, &month);
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
    if (be_arena_interrupted(p->scratch))
        return false;
    if (!be_bill_compute_plan(p->scratch, trials->orders, p->count, BE_BILL_TOTALS, trials->bills))
        return false;
    for (size_t i = 0; i < p->count; i++) {
        const be_bill *bill = &trials->bills[i];
        if (bill->feasible && amount_is_known(bill->total) && !overlaps(&p->items[i], &plan[i]))
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
static bool keep(plan_trials *trials, const be_schedule *plan, const plan_merit *merit)
{
    trials->at.any = true;
    trials->at.merit = *merit;
    for (size_t i = 0; i < trials->p->count; i++) {
        be_schedule *at = &trials->at.items[i];
        if (at->purchases == plan[i].purchases && at->count == plan[i].count)
            continue;
        const be_purchase *copy = purchase_list_copy(trials->p->arena, &plan[i]);
        if (copy == NULL)
            return false;
        *at = (be_schedule){copy, plan[i].count, false};
    }
    return true;
}

static void take(const plan_trials *trials, const plan_priced *from, plan_priced *to)
{
    to->any = from->any;
    to->merit = from->merit;
    memcpy(to->items, from->items, trials->p->count * sizeof *to->items);
}

static bool try_against(plan_trials *trials, const be_schedule *plan, const plan_priced *rival,
                        bool *better)
{
    plan_merit merit;
    *better = false;
    if (trials->left == 0)
        return true;
    trials->left--;
    if (!price(trials, plan, &merit))
        return false;
    if (rival != NULL && rival->any && !is_better(&merit, &rival->merit))
        return true;
    *better = true;
    if (!keep(trials, plan, &merit))
        return false;
    if (!trials->best.any || is_better(&merit, &trials->best.merit))
        take(trials, &trials->at, &trials->best);
    return true;
}

bool plan_try(plan_trials *trials, const be_schedule *plan, bool *better)
{
    return try_against(trials, plan, &trials->at, better);
}

bool plan_start(plan_trials *trials, const be_schedule *plan)
{
    bool started;
    return try_against(trials, plan, NULL, &started);
}

void plan_return(plan_trials *trials)
{
    take(trials, &trials->best, &trials->at);
}

bool plan_trials_succeeded(const plan_trials *trials)
{
    const plan_priced *best = &trials->best;
    return best->any && best->merit.lacking == 0 && amount_is_known(best->merit.cost);
}
