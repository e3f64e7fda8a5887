#include "pool_choice.h"

#include "amount_ops.h"

enum { CELLS = 384 };

typedef struct choosing {
    pool *p;
    int from;
    be_quantity cell;  /* points of one */
    be_amount *cost;   /* by cells: the least of the items so far */
    be_amount *next;   /* with one item more */
    unsigned char *by; /* items x cells: the plan that the least is of */
} choosing;

/* What a plan costs without points until `from`. */
static be_amount cost_of(const choosing *c, const item_plan *plan)
{
    be_amount cost = plan->price;
    for (int t = 0; t < c->from; t++)
        cost = amount_add(cost, plan->usage[t]);
    return cost;
}

/* The points that it needs from then on. */
static be_quantity points_of(const choosing *c, const pool_item *item, const item_plan *plan)
{
    be_quantity units = 0;
    for (int t = c->from; t < c->p->months; t++)
        units += plan->open[t];
    return units * item->points;
}

/* What an item pays that no points pay for. */
static be_amount usage_apart(const choosing *c, const pool_item *item, const item_plan *plan)
{
    be_amount cost = be_amount_zero();
    for (int t = c->from; t < c->p->months && item->points == 0; t++)
        cost = amount_add(cost, plan->usage[t]);
    return cost;
}

static void add_item(choosing *c, size_t i)
{
    const pool_item *item = &c->p->items[i];
    for (size_t n = 0; n < CELLS; n++)
        c->next[n] = be_amount_missing(BE_AMOUNT_OVERFLOW);
    for (size_t j = 0; j < item->plan_count; j++) {
        const item_plan *plan = &item->plans[j];
        be_amount cost = amount_add(cost_of(c, plan), usage_apart(c, item, plan));
        be_quantity cells = (points_of(c, item, plan) + c->cell / 2) / c->cell;
        for (be_quantity n = cells; n < CELLS && amount_is_known(cost); n++) {
            be_amount sum = amount_add(c->cost[n - cells], cost);
            if (amount_compare(sum, c->next[n]) >= 0)
                continue;
            c->next[n] = sum;
            c->by[i * CELLS + (size_t)n] = (unsigned char)j;
        }
    }
    be_amount *done = c->cost;
    c->cost = c->next;
    c->next = done;
}

/* Walks back from the number of cells at which the items and their points cost least. */
static bool read_back(const choosing *c, const pool_prices *prices, size_t *choice)
{
    be_amount least = be_amount_missing(BE_AMOUNT_QUOTE);
    be_quantity best = 0;
    for (be_quantity n = 0; n < CELLS; n++) {
        be_quantity points = n * c->cell > c->p->owned ? n * c->cell - c->p->owned : 0;
        const pool_step *step = &prices->steps[pool_prices_step(prices, points)];
        be_amount sum = amount_add(c->cost[n], step->price);
        if (step->points < points || amount_compare(sum, least) >= 0)
            continue;
        least = sum;
        best = n;
    }
    if (!amount_is_known(least))
        return false;
    for (size_t i = c->p->count; i-- > 0;) {
        const pool_item *item = &c->p->items[i];
        choice[i] = c->by[i * CELLS + (size_t)best];
        best -= (points_of(c, item, &item->plans[choice[i]]) + c->cell / 2) / c->cell;
    }
    return true;
}

bool pool_choose(pool *p, const pool_prices *prices, int from, size_t *choice, bool *any)
{
    choosing c = {.p = p, .from = from, .cell = p->wanted / (CELLS - 1) + 1};
    be_arena_reset(p->scratch);
    c.cost = be_arena_alloc(p->scratch, CELLS, sizeof *c.cost);
    c.next = be_arena_alloc(p->scratch, CELLS, sizeof *c.next);
    c.by = be_arena_alloc(p->scratch, CELLS, p->count);
    if (c.cost == NULL || c.next == NULL || c.by == NULL)
        return false;
    for (size_t i = 0; i < p->count; i++)
        add_item(&c, i);
    *any = read_back(&c, prices, choice);
    return true;
}
