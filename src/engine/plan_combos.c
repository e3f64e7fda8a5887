#include "plan_combos.h"

#include "amount_ops.h"
#include "divisor.h"

static bool preferred(const combo *a, const combo *b)
{
    int order = amount_compare(a->price, b->price);
    return order != 0 ? order < 0 : a->packages < b->packages;
}

/* What comes of one package more. */
static combo with_one(const combo_list *list, int from, const combo_size *size)
{
    const combo *c = &list->items[from];
    return (combo){.units = c->units + size->units,
                   .price = amount_add(c->price, size->price),
                   .packages = c->packages + 1,
                   .before = from,
                   .smallest =
                       c->packages == 0 || size->units < c->smallest ? size->units : c->smallest,
                   .item = size->item};
}

/* The list under way: where each multiple of the common step stands, or -1. */
typedef struct listing {
    combo_list *list;
    const combo_size *sizes;
    size_t size_count;
    be_quantity step;
    int *at;
} listing;

/* Adds the cheapest combination of exactly so many units, if there is any. */
static void add_exact(listing *l, be_quantity units)
{
    combo best = {.before = -1};
    for (size_t i = 0; i < l->size_count; i++) {
        be_quantity rest = units - l->sizes[i].units;
        int from = rest < 0 ? -1 : l->at[rest / l->step];
        if (from < 0)
            continue;
        combo c = with_one(l->list, from, &l->sizes[i]);
        if (best.before < 0 || preferred(&c, &best))
            best = c;
    }
    l->at[units / l->step] = best.before < 0 ? -1 : l->list->count;
    if (best.before >= 0)
        l->list->items[l->list->count++] = best;
}

/* The cheapest of at least `need` units: one that covers by its last package. */
static void add_cover(combo_list *list, const combo_size *sizes, size_t count, be_quantity need)
{
    bool any = false;
    combo best = {0};
    for (int from = 0; from < list->count; from++) {
        for (size_t i = 0; i < count; i++) {
            combo c = with_one(list, from, &sizes[i]);
            if (c.units >= need && (!any || preferred(&c, &best))) {
                best = c;
                any = true;
            }
        }
    }
    if (any)
        list->items[list->count++] = best;
}

static void mark_outdone(combo_list *list)
{
    for (int i = list->count - 2, best = list->count - 1; i >= 0; i--) {
        list->items[i].outdone = !preferred(&list->items[i], &list->items[best]);
        best = list->items[i].outdone ? best : i;
    }
}

bool plan_combos_list(be_arena *arena, const combo_size *sizes, size_t count, be_quantity need,
                      combo_list *out, bool *too_many)
{
    be_quantity step = 0;
    for (size_t i = 0; i < count; i++)
        step = common_divisor(sizes[i].units, step);
    be_quantity steps = step == 0 ? 0 : be_quantity_divide_up(need, step);
    *too_many = steps > COMBOS_MAX;
    *out = (combo_list){NULL, 0};
    if (*too_many)
        return true;
    out->items = be_arena_alloc(arena, (size_t)steps + 2, sizeof *out->items);
    if (out->items == NULL)
        return false;
    listing l = {out, sizes, count, step, be_arena_alloc(arena, (size_t)steps + 1, sizeof *l.at)};
    if (l.at == NULL)
        return false;
    out->items[out->count++] = (combo){.before = -1};
    for (be_quantity units = step; units < need && step > 0; units += step)
        add_exact(&l, units);
    if (need > 0 && count > 0)
        add_cover(out, sizes, count, need);
    mark_outdone(out);
    return true;
}
