#include "plan_outlook.h"

#include "amount_ops.h"

be_quantity plan_outlook_between(const plan_outlook *o, int from, int to)
{
    int months = o->model->usage->horizon.months;
    return o->from[from] - o->from[to < months ? to : months];
}

/* Without free calls no plan leaves more open in any month than this. */
static bool look_ahead(plan_outlook *o, be_arena *arena, plan_model *m)
{
    plan_month months[BE_MONTHS_MAX];
    be_quantity most = 0;
    int count = m->usage->horizon.months;
    if (!plan_run_months(m, arena, months))
        return false;
    for (int t = count - 1; t >= 0; t--) {
        o->from[t] = o->from[t + 1] + months[t].open;
        most = months[t].open > most ? months[t].open : most;
    }
    o->unit_floor = months[count - 1].payg.on ? payg_unit_floor(&m->product, most)
                                              : be_amount_missing(BE_AMOUNT_UNPUBLISHED);
    if (m->pool)
        o->unit_floor = amount_smaller(o->unit_floor, m->points);
    return true;
}

static bool find_useful_units(plan_outlook *o, be_arena *arena)
{
    const plan_model *m = o->model;
    be_quantity busiest = 1;
    o->useful = be_arena_alloc(arena, m->size_count + 1, sizeof *o->useful);
    if (o->useful == NULL)
        return false;
    for (int t = 0; t < m->usage->horizon.months; t++) {
        be_quantity units = plan_outlook_between(o, t, t + m->validity);
        busiest = units > busiest ? units : busiest;
    }
    for (size_t i = 0; i < m->size_count; i++) {
        const plan_size *size = &m->sizes[i];
        be_quantity units = size->units < busiest ? size->units : busiest;
        o->useful[i] = (useful_size){units, amount_divide_down(size->price, units)};
    }
    return true;
}

/* -- free calls --------------------------------------------------------------------------------
 */

/* Free quota and what is owned are counted with the stock. */
static bool weigh_free_calls(plan_outlook *o, plan_model *m)
{
    o->unit_least = o->unit_floor;
    for (size_t i = 0; i < m->size_count; i++)
        o->unit_least =
            amount_smaller(o->unit_least, amount_divide_down(m->sizes[i].price, m->sizes[i].units));
    return plan_ways_rest(&m->ways, o->unit_least, o->rest);
}

/* The units of a stock that can pay for any month to come. */
static be_quantity units_of(const plan_model *m, const be_quantity *stock)
{
    be_quantity units = m->product.free.monthly ? 0 : stock[STOCK_FREE];
    size_t width = plan_stock_width(m);
    for (size_t i = STOCK_LOTS; i < width; i++)
        units += stock[i];
    return units;
}

static be_amount least_with_free_calls(const plan_outlook *o, int t, be_quantity balance,
                                       const be_quantity *stock)
{
    int months = o->model->usage->horizon.months;
    int until = (int)stock[STOCK_YEAR_UNTIL];
    int from = until > t ? until : t;
    be_amount rest = o->rest[from < months ? from : months];
    be_amount had = amount_times(o->unit_least, units_of(o->model, stock));
    if (balance > 0)
        had = amount_add(had, amount_times(o->unit_least, balance));
    else
        rest = amount_add(rest, amount_times(o->unit_least, -balance));
    if (!amount_is_known(rest))
        return rest;
    return amount_compare(had, rest) < 0 ? amount_of_scaled(rest.scaled - had.scaled)
                                         : be_amount_zero();
}

/* -- the least ---------------------------------------------------------------------------------
 */

bool plan_outlook_make(plan_outlook *o, be_arena *arena, plan_model *model, const plan_tail *tail)
{
    *o = (plan_outlook){.model = model, .tail = model->ways.free_calls ? NULL : tail};
    return look_ahead(o, arena, model) && find_useful_units(o, arena) &&
           (!model->ways.free_calls || weigh_free_calls(o, model));
}

/* No unit is had for less, nor half a package. */
static be_amount least_of_units(const plan_outlook *o, be_quantity units)
{
    if (units <= 0)
        return be_amount_zero();
    be_amount least = amount_times(o->unit_floor, units);
    for (size_t i = 0; i < o->model->size_count; i++) {
        const useful_size *useful = &o->useful[i];
        be_amount cost =
            useful->units >= units ? o->model->sizes[i].price : amount_times(useful->unit, units);
        least = amount_smaller(least, cost);
    }
    return least;
}

be_amount plan_outlook_least(const plan_outlook *o, int t, be_quantity balance, int last,
                             const be_quantity *stock)
{
    if (o->tail != NULL)
        return plan_tail_least(o->tail, t, balance, last);
    if (o->model->ways.free_calls)
        return least_with_free_calls(o, t, balance, stock);
    return least_of_units(o, o->from[t] - balance);
}
