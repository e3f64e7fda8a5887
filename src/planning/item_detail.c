#include "planning/item_detail.h"

#include <breakeven/breakeven.h>

static bool has_curve(const compare_answer *item)
{
    const be_demand *demand = item->demand;
    return demand->volumes == NULL && demand->volume > 0 && item->quote->shared == NULL;
}

static be_quantity last_volume(const be_demand *demand)
{
    return demand->volume > BE_QUANTITY_MAX / 2 ? BE_QUANTITY_MAX : demand->volume * 2;
}

static bool begin_curve(item_detail *d)
{
    be_quantity to = last_volume(d->item->demand);
    d->wanted = to < ITEM_DETAIL_POINTS ? (size_t)to + 1 : ITEM_DETAIL_POINTS;
    d->curve = be_arena_alloc(d->arena, 1, sizeof *d->curve);
    d->points = be_arena_alloc(d->arena, d->wanted, sizeof *d->points);
    if (d->curve == NULL || d->points == NULL)
        return false;
    *d->curve = (be_curve){.to = to, .points = d->points};
    return true;
}

bool item_detail_begin(item_detail *d, be_arena *arena, compare_answer *item)
{
    *d = (item_detail){.arena = arena, .item = item, .why_done = item->quote->shared != NULL};
    if (has_curve(item) && !begin_curve(d))
        return false;
    d->pieces = item_detail_left(d);
    return true;
}

size_t item_detail_left(const item_detail *d)
{
    return d->wanted - d->done + (d->why_done ? 0 : 1);
}

static bool find_why(item_detail *d)
{
    d->why_done = true;
    if (d->item->why == NULL)
        d->item->why = be_why_create(d->arena, d->item->quote, d->item->demand);
    return d->item->why != NULL;
}

static bool find_point(item_detail *d, be_arena *scratch)
{
    const be_quote *quote = d->item->quote;
    be_quantity volume = be_quantity_scale(d->curve->to, (int64_t)d->done, (int64_t)d->wanted - 1);
    if (!be_curve_point_at(scratch, quote->product, d->item->demand, quote->usage.horizon, volume,
                           true, &d->points[d->done]))
        return false;
    d->curve->point_count = ++d->done;
    if (d->done == d->wanted)
        d->item->curve = d->curve;
    return true;
}

bool item_detail_step(item_detail *d, be_arena *scratch)
{
    if (!d->why_done)
        return find_why(d);
    return d->done == d->wanted || find_point(d, scratch);
}

bool item_detail_run(be_arena *arena, compare_answer *item)
{
    item_detail d;
    be_arena *scratch = be_arena_create();
    bool done = scratch != NULL && item_detail_begin(&d, arena, item);
    while (done && item_detail_left(&d) > 0)
        done = item_detail_step(&d, scratch);
    be_arena_destroy(scratch);
    return done;
}
