#include "pool_bound.h"

#include <string.h>

#include <breakeven/optimum.h>

#include "amount_ops.h"
#include "plan_search.h"

/* Bills round a discount once for each month's purchases and usage, and so does its item here. */
enum { ROUNDINGS_A_MONTH = 2 };

typedef struct bounding {
    pool *p;
    const pool_prices *steps;
    pool_bound *out;
    plan_model *models; /* of the items that points pay for */
    be_amount *own;     /* each item's bound without points */
    bool *constant;     /* of each item: it costs `own` at any price of points */
} bounding;

static be_amount rounded_down(const pool *p, be_amount amount, be_ratio share)
{
    if (share == BE_RATIO_ONE || !amount_is_known(amount))
        return amount;
    int roundings = ROUNDINGS_A_MONTH * p->months + 1;
    be_amount part = be_amount_scale(amount, share);
    return amount_of_scaled(part.scaled > roundings ? part.scaled - roundings : 0);
}

/* -- each item by itself ------------------------------------------------------------------------
 */

static bool find_own(bounding *b, size_t i)
{
    pool *p = b->p;
    pool_item *item = &p->items[i];
    be_optimum optimum;
    if (!be_optimum_find(p->arena, &item->alone, &item->own, item->usage, &optimum))
        return false;
    b->own[i] = optimum.bound;
    b->out->has_alone[i] = amount_is_known(optimum.cost);
    b->out->without = amount_add(b->out->without, optimum.bound);
    return !b->out->has_alone[i] || pool_note_plan(p, i, optimum.schedule.purchases,
                                                   optimum.schedule.count, &b->out->alone[i]);
}

/* An item of which nothing is known under points, or that they do not concern. */
static bool make_model(bounding *b, size_t i)
{
    pool_item *item = &b->p->items[i];
    plan_model *model = &b->models[i];
    b->constant[i] = true;
    if (item->obscure)
        b->own[i] = be_amount_zero();
    if (item->points == 0)
        return true;
    if (!plan_model_make(b->p->arena, &item->alone, &item->own, item->usage, VIEW_BOUND, model))
        return false;
    b->constant[i] = !model->orderly;
    model->pool = true;
    if (!model->orderly)
        b->own[i] = be_amount_zero();
    return true;
}

/* -- one price ----------------------------------------------------------------------------------
 */

/* The item's price of a unit at list prices, rounded down; missing where it is out of range. */
static be_amount unit_price(const pool_item *item, be_amount point)
{
    enum { SCALE_BITS = 31 }; /* a ratio fits in so many */
    bool small = point.scaled >> (126 - SCALE_BITS) == 0;
    if (item->share > 0 && item->share < BE_RATIO_ONE && small)
        point = amount_of_scaled(point.scaled * BE_RATIO_ONE / item->share);
    return amount_times(point, item->points);
}

/* The plan at place 0 buys nothing; whether it carries the load is another question. */
static void lower_cost(const bounding *b, size_t i, size_t plan, be_amount unit, be_amount *least)
{
    be_quantity drawn;
    if (plan == 0)
        return;
    be_amount cost = pool_cost_with_points(b->p, i, &b->p->items[i].plans[plan], unit, &drawn);
    if (amount_compare(cost, *least) < 0)
        *least = cost;
}

/*
 * What the cheapest plan known costs with points: no search need look at more. Of plans that carry
 * the load: the item's own optimum, and those found at the prices beside this one.
 */
static be_amount known_cost(const bounding *b, size_t i, be_amount unit, const point_price *low,
                            const point_price *high)
{
    be_amount least = be_amount_missing(BE_AMOUNT_OVERFLOW);
    if (b->models[i].ways.lifted || b->p->items[i].share != BE_RATIO_ONE)
        return least;
    if (b->out->has_alone[i])
        lower_cost(b, i, b->out->alone[i], unit, &least);
    if (low != NULL)
        lower_cost(b, i, low->plan[i], unit, &least);
    if (high != NULL)
        lower_cost(b, i, high->plan[i], unit, &least);
    return least;
}

static bool search_item(bounding *b, size_t i, const point_price *low, const point_price *high,
                        point_price *price)
{
    pool *p = b->p;
    plan_model *model = &b->models[i];
    plan_found found;
    model->points = unit_price(&p->items[i], price->unit);
    const plan_order order = {.upper = known_cost(b, i, model->points, low, high)};
    if (!plan_search(p->arena, model, order, &found))
        return false;
    price->least[i] = rounded_down(p, found.least, p->items[i].share);
    if (!found.any) {
        if (found.complete)
            price->least[i] = be_amount_missing(BE_AMOUNT_UNPUBLISHED);
        return true;
    }
    if (!pool_note_plan(p, i, found.purchases, found.count, &price->plan[i]))
        return false;
    pool_cost_with_points(p, i, &p->items[i].plans[price->plan[i]], model->points,
                          &price->drawn[i]);
    return true;
}

/* Between prices at which the item draws as many points, its cost runs straight. */
static bool interpolate(const point_price *low, const point_price *high, size_t i,
                        point_price *price)
{
    if (low == NULL || (high == NULL ? low->drawn[i] != 0 : low->drawn[i] != high->drawn[i]))
        return false;
    be_amount step = be_amount_sub(price->unit, low->unit);
    be_amount least = amount_add(low->least[i], amount_times(step, low->drawn[i]));
    if (high != NULL) {
        step = be_amount_sub(high->unit, low->unit);
        be_amount there = amount_add(low->least[i], amount_times(step, low->drawn[i]));
        if (amount_compare(there, high->least[i]) > 0)
            return false;
    }
    price->least[i] = least;
    price->drawn[i] = low->drawn[i];
    price->plan[i] = low->plan[i];
    return true;
}

static bool open_price(bounding *b, be_amount unit, point_price *out)
{
    be_arena *arena = b->p->arena;
    size_t count = b->p->count;
    *out = (point_price){.unit = unit, .sum = be_amount_zero()};
    out->least = be_arena_alloc(arena, count, sizeof *out->least);
    out->drawn = be_arena_alloc(arena, count, sizeof *out->drawn);
    out->plan = be_arena_alloc(arena, count, sizeof *out->plan);
    return out->least != NULL && out->drawn != NULL && out->plan != NULL;
}

/* Tries a price that stands at place `at` among those tried. */
static bool try_price(bounding *b, be_amount unit, size_t at)
{
    pool_bound *out = b->out;
    point_price price;
    if (!open_price(b, unit, &price))
        return false;
    const point_price *low = at > 0 ? &out->prices[at - 1] : NULL;
    const point_price *high = at < out->price_count ? &out->prices[at] : NULL;
    for (size_t i = 0; i < b->p->count; i++) {
        price.plan[i] = out->alone[i];
        if (b->constant[i])
            price.least[i] = b->own[i];
        else if (!interpolate(low, high, i, &price) && !search_item(b, i, low, high, &price))
            return false;
        price.sum = amount_add(price.sum, price.least[i]);
        price.points += price.drawn[i];
    }
    memmove(&out->prices[at + 1], &out->prices[at], (out->price_count - at) * sizeof price);
    out->prices[at] = price;
    out->price_count++;
    return true;
}

/* -- the bound ----------------------------------------------------------------------------------
 */

/* Points on hand where a step is bought, as far as any are of use. */
static be_quantity points_at(const bounding *b, size_t step)
{
    be_quantity points = b->steps->steps[step].points + b->p->owned;
    return points < b->p->wanted ? points : b->p->wanted;
}

/* What all items cost at least with so many points on hand. */
static be_amount least_with(const bounding *b, be_quantity points)
{
    be_amount least = be_amount_zero();
    for (size_t i = 0; i < b->out->price_count; i++) {
        const point_price *price = &b->out->prices[i];
        be_amount there = be_amount_sub(price->sum, amount_times(price->unit, points));
        if (!amount_is_known(price->sum))
            return price->sum; /* nothing is feasible, whatever points there are */
        if (amount_is_known(there) && amount_compare(there, least) > 0)
            least = there;
    }
    return least;
}

static void find_least(bounding *b)
{
    pool_bound *out = b->out;
    out->least = b->p->owned == 0 ? out->without : least_with(b, points_at(b, 0));
    out->step = 0;
    for (size_t k = 1; k < b->steps->count; k++) {
        be_amount least = amount_add(b->steps->steps[k].price, least_with(b, points_at(b, k)));
        if (amount_compare(least, out->least) >= 0)
            continue;
        out->least = least;
        out->step = k;
    }
}

/* The line of a price over the number of points, where the price is 0: its plans without points. */
typedef struct price_line {
    be_amount rest;
    be_quantity points;
} price_line;

static price_line line_of(const point_price *price)
{
    be_amount points = amount_times(price->unit, price->points);
    return (price_line){be_amount_sub(price->sum, points), price->points};
}

/* Where two lines cross; missing where they do not. */
static be_amount crossing(price_line low, price_line high)
{
    be_amount rise = be_amount_sub(high.rest, low.rest);
    if (!amount_is_known(rise) || rise.scaled <= 0 || low.points <= high.points)
        return be_amount_missing(BE_AMOUNT_UNPUBLISHED);
    return amount_divide_down(rise, low.points - high.points);
}

/*
 * The price at which the lines on both sides of the least meet: that of no points at all on one
 * side, of nothing but points on the other, where no price has been tried.
 */
static be_amount next_price(const bounding *b, size_t *at)
{
    const pool_bound *out = b->out;
    be_quantity points = points_at(b, out->step);
    size_t i = 0, count = out->price_count;
    while (i < count && out->prices[i].points > points)
        i++;
    *at = i;
    if (i > 0 && i == count && !amount_is_known(out->without))
        return amount_times(out->prices[i - 1].unit, 2);
    price_line low = {be_amount_zero(), b->p->wanted}, high = {out->without, 0};
    low = i > 0 ? line_of(&out->prices[i - 1]) : low;
    high = i < count ? line_of(&out->prices[i]) : high;
    be_amount next = crossing(low, high);
    bool above = i == 0 || amount_compare(next, out->prices[i - 1].unit) > 0;
    bool below = i == count || amount_compare(next, out->prices[i].unit) < 0;
    return above && below ? next : be_amount_missing(BE_AMOUNT_UNPUBLISHED);
}

/* Whether more prices may raise the least: not where it is exact, or missing. */
static bool can_rise(const bounding *b)
{
    bool without_points = b->out->step == 0 && b->p->owned == 0;
    return amount_is_known(b->out->least) && !without_points;
}

static bool refine(bounding *b)
{
    bool any_sold = b->steps->count > 1;
    if ((any_sold || b->p->owned > 0) &&
        !try_price(b, any_sold ? b->steps->unit : be_amount_zero(), 0))
        return false;
    find_least(b);
    while (can_rise(b) && b->out->price_count < BE_PLAN_PRICES) {
        size_t at;
        be_amount next = next_price(b, &at);
        if (!amount_is_known(next))
            return true;
        if (!try_price(b, next, at))
            return false;
        find_least(b);
    }
    return true;
}

bool pool_bound_find(pool *p, const pool_prices *steps, pool_bound *out)
{
    bounding b = {.p = p, .steps = steps, .out = out};
    *out = (pool_bound){.without = be_amount_zero()};
    b.models = be_arena_alloc(p->arena, p->count, sizeof *b.models);
    b.own = be_arena_alloc(p->arena, p->count, sizeof *b.own);
    b.constant = be_arena_alloc(p->arena, p->count, sizeof *b.constant);
    out->alone = be_arena_alloc(p->arena, p->count, sizeof *out->alone);
    out->has_alone = be_arena_alloc(p->arena, p->count, sizeof *out->has_alone);
    out->prices = be_arena_alloc(p->arena, BE_PLAN_PRICES, sizeof *out->prices);
    if (b.models == NULL || b.own == NULL || b.constant == NULL || out->alone == NULL ||
        out->has_alone == NULL || out->prices == NULL)
        return false;
    for (size_t i = 0; i < p->count; i++) {
        if (!find_own(&b, i) || !make_model(&b, i))
            return false;
    }
    return refine(&b);
}
