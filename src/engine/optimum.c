#include <breakeven/optimum.h>

#include <breakeven/bill.h>

#include "amount_ops.h"
#include "optimum_among.h"
#include "plan_exact.h"
#include "plan_polish.h"
#include "plan_search.h"
#include "plan_ways.h"
#include "purchase_list.h"

enum { MONTHS_A_YEAR = 12, BEAM = 64, BRIEF = 4000, NEAREST = 256, STRATEGIES = 3 };

/* The question, the best answer so far and the bound, all at list prices. */
typedef struct quest {
    be_arena *arena;
    const be_product *product;
    const be_demand *demand;
    be_demand list; /* the demand without its discount */
    const be_usage *usage;
    bool any;
    be_schedule best;
    be_amount cost;
    be_amount least;
} quest;

/* -- candidates ---------------------------------------------------------------------------------
 */

static bool bill(const quest *q, const be_demand *demand, const be_schedule *schedule, be_bill *out)
{
    return be_bill_compute(q->arena, q->product, demand, q->usage, schedule->purchases,
                           schedule->count, BE_BILL_TOTALS, out);
}

/* Whether a schedule of that cost is preferred to the best so far. */
static bool is_better(const quest *q, be_amount cost, const be_schedule *schedule)
{
    int order = q->any ? amount_compare(cost, q->cost) : -1;
    return order != 0 ? order < 0 : purchase_list_compare(schedule, &q->best) < 0;
}

/* Prices a schedule and takes it if it is feasible and better than the best so far. */
static bool try_schedule(quest *q, be_schedule schedule)
{
    be_bill b;
    if (!bill(q, &q->list, &schedule, &b))
        return false;
    if (!b.feasible || !be_amount_is_known(b.total) || !is_better(q, b.total, &schedule))
        return true;
    q->any = true;
    q->cost = b.total;
    q->best = schedule;
    return true;
}

static bool met(const quest *q)
{
    return q->any && amount_compare(q->cost, q->least) <= 0;
}

/* -- the search ---------------------------------------------------------------------------------
 */

/* A model, and whether no true plan is cheaper than its cheapest. */
typedef struct view {
    plan_model model;
    plan_costs costs;
    bool bounds;
    bool complete; /* the last search left nothing out */
    bool found;    /* and came to a plan */
} view;

/* Searches a model up to `order.upper`, or the best so far, and prices what it finds. */
static bool search_view(quest *q, view *v, plan_order order)
{
    plan_found found;
    bool below = amount_compare(order.upper, q->cost) < 0;
    order.costs = v->costs;
    if (!below)
        order.upper = q->cost;
    if (!plan_search(q->arena, &v->model, order, &found))
        return false;
    /* The best so far is not proven by a model that does not come to it. */
    bool bounds = v->bounds && (found.any || !found.complete || below);
    if (bounds && amount_compare(found.least, q->least) > 0)
        q->least = found.least;
    if (v->bounds && !found.any && found.complete && !q->any && !below)
        q->least = be_amount_missing(BE_AMOUNT_UNPUBLISHED);
    v->complete = found.complete;
    v->found = found.any;
    return !found.any || try_schedule(q, (be_schedule){found.purchases, found.count, false});
}

/* Searches all there is, if `whole` and as far as the limit goes, and else what promises most. */
static bool search_or_narrow(quest *q, view *v, plan_order order, bool whole)
{
    if (whole && !search_view(q, v, order))
        return false;
    if (whole && (v->complete || v->found))
        return true;
    order.width = BEAM;
    return search_view(q, v, order);
}

/*
 * Looks for plans that cost little more than `least`, then for those that cost twice as much more:
 * the first ones to be found are the cheapest.
 */
static bool search_upwards(quest *q, view *v, plan_order order, be_amount least, bool whole)
{
    bool last = false;
    for (int share = NEAREST; !last; share /= 2) {
        order.upper = share > 0 ? amount_add(least, amount_divide_down(least, share)) : q->cost;
        last = amount_compare(order.upper, q->cost) >= 0;
        if (!search_or_narrow(q, v, order, whole))
            return false;
        whole = whole && v->complete;
        last = last || v->found || met(q);
    }
    return true;
}

/*
 * Most questions are small. For the others it pays to look ahead more closely. `whole`: for the
 * cheapest plan of all; otherwise for a good one.
 */
static bool search_on(quest *q, view *v, bool whole)
{
    plan_tail tail;
    plan_order order = {.upper = q->cost, .most = BRIEF};
    if (!search_view(q, v, order))
        return false;
    if (v->complete || met(q))
        return true;
    order.most = BE_OPTIMUM_LABELS;
    order.upper = q->cost;
    if (v->model.ways.free_calls)
        return search_or_narrow(q, v, order, whole);
    if (!plan_tail_make(&tail, q->arena, &v->model))
        return false;
    order.tail = &tail;
    return search_upwards(q, v, order, plan_tail_least(&tail, 0, 0, 0), whole);
}

/* Under true costs a search proves something if no purchase ends within the plan, and no term. */
static bool nothing_ends(const plan_model *m)
{
    int months = m->usage->horizon.months;
    const be_capacity *capacity = &m->product.capacity;
    for (size_t i = 0; m->ways.free_calls && i < capacity->price_count; i++) {
        if (capacity->prices[i].term == BE_TERM_YEAR && months > MONTHS_A_YEAR)
            return false;
    }
    return m->validity >= months;
}

/* Where the bound's plan does not meet the bound: plans that are nearer to the truth. */
static bool search_closer(quest *q, view *v)
{
    bool whole = v->complete;
    bool exact = !v->model.relaxed;
    bool proves = exact && nothing_ends(&v->model);
    v->bounds = false;
    if (!exact) {
        if (!plan_model_make(q->arena, q->product, q->demand, q->usage, VIEW_PLAN, &v->model))
            return false;
        if (!search_on(q, v, whole))
            return false;
    }
    if (met(q) || !payg_falls(q->product))
        return true;
    v->costs = COSTS_TRUE;
    v->bounds = proves;
    return search_on(q, v, whole);
}

static bool search_models(quest *q)
{
    view v = {.costs = COSTS_LEAST, .bounds = true};
    if (!plan_model_make(q->arena, q->product, q->demand, q->usage, VIEW_BOUND, &v.model))
        return false;
    if (!v.model.orderly)
        return true;
    return search_on(q, &v, true) && (met(q) || !amount_is_known(q->least) || search_closer(q, &v));
}

/* What no model proves, all plans one by one may. */
static bool search_exactly(quest *q)
{
    exact_found found;
    if (!plan_exact(q->arena, q->product, &q->list, q->usage, q->cost, &found))
        return false;
    if (!found.complete)
        return true;
    if (!found.any) {
        q->least = q->any ? q->least : be_amount_missing(BE_AMOUNT_UNPUBLISHED);
        return true;
    }
    if (!try_schedule(q, found.schedule))
        return false;
    /* The bill has the last word: a search that is at odds with it has proven nothing. */
    if (amount_compare(q->cost, found.cost) == 0)
        q->least = found.cost;
    return true;
}

/* Whether there is a plan to be proven or to be bettered. */
static bool is_open(const quest *q)
{
    return !met(q) && amount_is_known(q->least);
}

/* Betters the best plan step by step: what costs less may be proven where it was not. */
static bool polish(quest *q)
{
    be_schedule polished = q->best;
    be_amount before = q->cost;
    if (!q->any)
        return true;
    if (!plan_polish(q->arena, q->product, &q->list, q->usage, &polished) ||
        !try_schedule(q, polished))
        return false;
    return amount_compare(q->cost, before) == 0 || !is_open(q) || search_exactly(q);
}

static bool search_all(quest *q)
{
    return search_models(q) && (!is_open(q) || search_exactly(q)) && (!is_open(q) || polish(q));
}

/* A product with meters sells capacity that adds speed, and nothing else: all use is paid for. */
static bool bound_meters(quest *q)
{
    be_bill b;
    plan_ways w;
    be_schedule speed = {NULL, 0, true};
    if (!bill(q, &q->list, &speed, &b))
        return false;
    q->least = b.total;
    if (b.feasible || !q->product->capacity.offered)
        return true;
    plan_ways_begin(&w, q->arena, q->product, &q->list, q->usage);
    if (!plan_ways_speed(&w, &speed) || !try_schedule(q, speed) || !bill(q, &q->list, &speed, &b))
        return false;
    if (b.feasible && speed.proven)
        q->least = b.total;
    return true;
}

/* -- the answer ---------------------------------------------------------------------------------
 */

/* The bound less the discount, which a bill rounds once for each month's purchases and usage. */
static be_amount discounted(const quest *q)
{
    be_ratio discount = q->demand->discount;
    if (discount == 0 || !amount_is_known(q->least))
        return q->least;
    be_amount least = be_amount_scale(q->least, BE_RATIO_ONE - discount);
    int roundings = 2 * q->usage->horizon.months + 1;
    return amount_of_scaled(least.scaled > roundings ? least.scaled - roundings : 0);
}

static bool answer(const quest *q, be_optimum *out)
{
    be_bill b;
    *out = (be_optimum){.cost = be_amount_missing(BE_AMOUNT_UNPUBLISHED), .bound = discounted(q)};
    if (!q->any)
        return true;
    if (!bill(q, q->demand, &q->best, &b))
        return false;
    out->schedule = q->best;
    out->schedule.proven = out->optimal = met(q);
    out->cost = b.total;
    if (out->optimal)
        out->bound = b.total;
    return true;
}

static bool find_among(be_arena *work, const be_product *product, const be_demand *demand,
                       const be_usage *usage, const be_schedule *known, size_t count,
                       be_optimum *out)
{
    quest q = {.arena = work,
               .product = product,
               .demand = demand,
               .list = *demand,
               .usage = usage,
               .cost = be_amount_missing(BE_AMOUNT_OVERFLOW),
               .least = be_amount_zero()};
    q.list.discount = 0;
    for (size_t i = 0; i < count; i++) {
        if (!try_schedule(&q, known[i]))
            return false;
    }
    bool done = product->meter_count > 0 ? bound_meters(&q) : search_all(&q);
    return done && answer(&q, out);
}

/* The answer alone is to stay in the arena of whoever asks: its purchases. */
static bool keep(be_arena *arena, be_schedule *schedule)
{
    schedule->purchases = purchase_list_copy(arena, schedule);
    return schedule->purchases != NULL;
}

bool optimum_among(be_arena *arena, const be_product *product, const be_demand *demand,
                   const be_usage *usage, const be_schedule *known, size_t count, be_optimum *out)
{
    be_arena *work = be_arena_create_like(arena);
    bool done = work != NULL && find_among(work, product, demand, usage, known, count, out) &&
                keep(arena, &out->schedule);
    be_arena_destroy(work);
    return done;
}

bool be_optimum_find(be_arena *arena, const be_product *product, const be_demand *demand,
                     const be_usage *usage, be_optimum *out)
{
    be_schedule known[STRATEGIES] = {{.proven = true}};
    if (!be_strategy_packages(arena, product, demand, usage, &known[1]))
        return false;
    if (product->capacity.offered &&
        !be_strategy_capacity(arena, product, demand, usage, &known[2]))
        return false;
    return optimum_among(arena, product, demand, usage, known, STRATEGIES, out);
}
