#include <breakeven/plan_optimum.h>

#include <string.h>

#include "amount_ops.h"
#include "plan_improve.h"
#include "plan_trial.h"
#include "pool.h"
#include "pool_bound.h"
#include "pool_choice.h"
#include "pool_prices.h"
#include "pool_supply.h"

typedef struct quest {
    const be_bill_item *asked;
    pool pool;
    pool_prices prices;
    pool_bound bound;
    plan_trials trials;
    size_t *best_choice; /* of the best plan that was made of one */
    unsigned changes_left;
    size_t *choice;    /* a place among each item's plans */
    be_schedule *plan; /* to be tried */
} quest;

/* -- candidates ---------------------------------------------------------------------------------
 */

static bool try_plan(quest *q)
{
    bool better;
    return plan_try(&q->trials, q->plan, &better);
}

/* The plans chosen, with nothing else. */
static void take_choice(quest *q)
{
    for (size_t i = 0; i < q->pool.count; i++) {
        const item_plan *plan = &q->pool.items[i].plans[q->choice[i]];
        q->plan[i] = (be_schedule){plan->purchases, plan->count, false};
    }
}

/* The buyer's list, with points added. */
static bool add_points(quest *q, const pool_supply *supply)
{
    be_schedule *list = &q->plan[q->pool.buyer];
    be_purchase *both =
        be_arena_alloc(q->pool.arena, list->count + supply->count + 1, sizeof *both);
    if (both == NULL)
        return false;
    if (list->count > 0)
        memcpy(both, list->purchases, list->count * sizeof *both);
    if (supply->count > 0)
        memcpy(both + list->count, supply->purchases, supply->count * sizeof *both);
    *list = (be_schedule){both, list->count + supply->count, false};
    return true;
}

/* The plans chosen, with the points that suit them, if they cost less than `below`. */
static bool try_choice(quest *q, be_amount below)
{
    pool_supply supply;
    bool better;
    if (!pool_supply_find(&q->pool, &q->prices, q->choice, below, &supply))
        return false;
    if (amount_is_known(below) && !amount_is_known(supply.cost))
        return true;
    take_choice(q);
    if (!add_points(q, &supply) || !plan_try(&q->trials, q->plan, &better))
        return false;
    if (better)
        memcpy(q->best_choice, q->choice, q->pool.count * sizeof *q->choice);
    return true;
}

/* Whatever they cost: what suits them is found by rules that are not quite the bill's. */
static bool try_any_choice(quest *q)
{
    return try_choice(q, be_amount_missing(BE_AMOUNT_OVERFLOW));
}

static bool try_known(quest *q)
{
    for (size_t i = 0; i < q->pool.count; i++) {
        const be_bill_item *asked = &q->asked[i];
        q->plan[i] = (be_schedule){asked->purchases, asked->purchase_count, false};
        if (!pool_note_plan(&q->pool, i, asked->purchases, asked->purchase_count, NULL))
            return false;
    }
    return try_plan(q);
}

static bool try_without_points(quest *q)
{
    memset(q->choice, 0, q->pool.count * sizeof *q->choice);
    take_choice(q);
    if (!try_plan(q) || !try_any_choice(q))
        return false;
    for (size_t i = 0; i < q->pool.count; i++)
        q->choice[i] = q->bound.has_alone[i] ? q->bound.alone[i] : 0;
    take_choice(q);
    return try_plan(q) && try_any_choice(q);
}

static bool met(const quest *q)
{
    return plan_trials_succeeded(&q->trials) && amount_is_known(q->bound.least) &&
           amount_compare(q->trials.best.merit.cost, q->bound.least) <= 0;
}

static bool try_prices(quest *q)
{
    for (size_t i = 0; i < q->bound.price_count; i++) {
        memcpy(q->choice, q->bound.prices[i].plan, q->pool.count * sizeof *q->choice);
        if (!try_any_choice(q))
            return false;
    }
    return true;
}

static bool try_months(quest *q)
{
    for (int from = 0; from < q->pool.months && !met(q); from++) {
        bool any;
        if (!pool_choose(&q->pool, &q->prices, from, q->choice, &any) ||
            (any && !try_any_choice(q)))
            return false;
    }
    return true;
}

/* Takes each of the item's plans in place of that of the best choice. `*better`: one is kept. */
static bool change_choice(quest *q, size_t i, bool *better)
{
    size_t before = q->best_choice[i];
    for (size_t j = 0; j < q->pool.items[i].plan_count && q->changes_left > 0; j++) {
        if (j == q->best_choice[i])
            continue;
        q->changes_left--;
        memcpy(q->choice, q->best_choice, q->pool.count * sizeof *q->choice);
        q->choice[i] = j;
        if (!try_choice(q, q->trials.at.merit.cost))
            return false;
    }
    *better = *better || q->best_choice[i] != before;
    return true;
}

/* Changes the choice for one item after the other, as long as that gives a better plan. */
static bool change_choices(quest *q)
{
    q->changes_left = q->trials.left;
    for (bool better = true; better && q->changes_left > 0;) {
        better = false;
        for (size_t i = 0; i < q->pool.count; i++) {
            if (!change_choice(q, i, &better))
                return false;
        }
    }
    return true;
}

/* Points that nobody can have leave each item to itself. */
static bool search_with_points(quest *q)
{
    if (q->pool.wanted == 0 || (q->prices.count == 1 && q->pool.owned == 0))
        return true;
    return try_prices(q) && try_months(q) && change_choices(q) &&
           (met(q) || plan_improve(&q->trials));
}

static bool search(quest *q)
{
    if (!pool_prices_make(&q->pool, &q->prices) ||
        !pool_bound_find(&q->pool, &q->prices, &q->bound))
        return false;
    q->choice = be_arena_alloc(q->pool.arena, q->pool.count, sizeof *q->choice);
    q->best_choice = be_arena_alloc(q->pool.arena, q->pool.count, sizeof *q->best_choice);
    q->plan = be_arena_alloc(q->pool.arena, q->pool.count, sizeof *q->plan);
    if (q->choice == NULL || q->best_choice == NULL || q->plan == NULL ||
        !plan_trials_begin(&q->trials, &q->pool))
        return false;
    return try_known(q) && try_without_points(q) && (met(q) || search_with_points(q));
}

/* -- the answer ---------------------------------------------------------------------------------
 */

static bool comes_before(const be_purchase *a, const be_purchase *b)
{
    if (a->month != b->month)
        return a->month < b->month;
    return a->kind != b->kind ? a->kind < b->kind : a->item < b->item;
}

static bool same_packages(const be_purchase *a, const be_purchase *b)
{
    return a->kind != BE_BUY_CAPACITY && a->kind == b->kind && a->month == b->month &&
           a->item == b->item;
}

/* The purchases by month, those of one package at once. */
static void sort_purchases(const be_schedule *from, be_purchase *to, size_t *count)
{
    *count = 0;
    for (size_t i = 0; i < from->count; i++) {
        be_purchase buy = from->purchases[i];
        size_t j = *count;
        while (j > 0 && comes_before(&buy, &to[j - 1]))
            j--;
        if (j > 0 && same_packages(&buy, &to[j - 1])) {
            to[j - 1].count += buy.count;
            continue;
        }
        memmove(&to[j + 1], &to[j], (*count - j) * sizeof *to);
        to[j] = buy;
        ++*count;
    }
}

static bool copy_schedules(const quest *q, be_arena *arena, be_bill_item *orders,
                           be_plan_optimum *out)
{
    be_schedule *schedules = be_arena_alloc(arena, q->pool.count, sizeof *schedules);
    out->schedules = schedules;
    for (size_t i = 0; i < q->pool.count && schedules != NULL; i++) {
        const be_schedule *best = &q->trials.best.items[i];
        be_purchase *list = be_arena_alloc(arena, best->count + 1, sizeof *list);
        if (list == NULL)
            return false;
        sort_purchases(best, list, &schedules[i].count);
        schedules[i].purchases = list;
        schedules[i].proven = out->optimal;
        orders[i] = q->asked[i];
        orders[i].purchases = list;
        orders[i].purchase_count = schedules[i].count;
    }
    return schedules != NULL;
}

/* The discount that all have, where the search went by list prices. */
static be_ratio discount_left(const quest *q)
{
    return q->asked[0].demand->discount - q->pool.items[0].demand.discount;
}

/* The bound in what is paid: a bill rounds the discount twice a month. */
static be_amount paid_bound(const quest *q)
{
    be_ratio discount = discount_left(q);
    be_amount least = q->bound.least;
    if (discount == 0 || !amount_is_known(least))
        return least;
    be_int128 roundings = (be_int128)q->pool.count * (2 * q->pool.months + 1);
    least = be_amount_scale(least, BE_RATIO_ONE - discount);
    return amount_of_scaled(least.scaled > roundings ? least.scaled - roundings : 0);
}

static bool answer(quest *q, be_arena *arena, be_plan_optimum *out)
{
    *out =
        (be_plan_optimum){.cost = be_amount_missing(BE_AMOUNT_UNPUBLISHED), .bound = paid_bound(q)};
    if (!plan_trials_succeeded(&q->trials))
        return true;
    out->optimal = met(q);
    be_bill_item *orders = q->trials.orders;
    if (!copy_schedules(q, arena, orders, out))
        return false;
    be_arena_reset(q->pool.scratch);
    if (!be_bill_compute_plan(q->pool.scratch, orders, q->pool.count, BE_BILL_TOTALS,
                              q->trials.bills))
        return false;
    out->cost = be_amount_zero();
    for (size_t i = 0; i < q->pool.count; i++)
        out->cost = amount_add(out->cost, q->trials.bills[i].total);
    if (out->optimal)
        out->bound = out->cost;
    return true;
}

bool be_plan_optimum_find(be_arena *arena, const be_bill_item *items, size_t count,
                          be_plan_optimum *out)
{
    *out = (be_plan_optimum){.cost = be_amount_zero(), .bound = be_amount_zero(), .optimal = true};
    if (count == 0)
        return true;
    quest q = {.asked = items};
    be_arena *work = be_arena_create_like(arena), *scratch = be_arena_create_like(arena);
    bool done = work != NULL && scratch != NULL &&
                pool_begin(&q.pool, work, scratch, items, count) && search(&q) &&
                answer(&q, arena, out);
    be_arena_destroy(scratch);
    be_arena_destroy(work);
    return done;
}
