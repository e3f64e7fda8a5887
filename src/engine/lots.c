#include "lots.h"

#include <limits.h>

/* A lot holds no more than the largest demand of the longest plan: sums of many stay in range. */
#define LOT_MAX (BE_QUANTITY_MAX * (BE_MONTHS_MAX + 1))

static be_quantity lot_units(be_quantity size, be_quantity count)
{
    be_int128 units = (be_int128)size * count;
    return units > LOT_MAX ? LOT_MAX : (be_quantity)units;
}

bool lots_too_many(be_quantity size, be_quantity count)
{
    return (be_int128)size * count > LOT_MAX;
}

static be_quantity sum_of(be_quantity a, be_quantity b)
{
    return a > INT64_MAX - b ? INT64_MAX : a + b;
}

bool lots_open(lot_list *list, be_arena *arena, be_horizon horizon, size_t most)
{
    *list = (lot_list){.horizon = horizon};
    if (most == 0)
        return true;
    list->lots = be_arena_alloc(arena, most, sizeof *list->lots);
    return list->lots != NULL;
}

static bool used_before(const lot *a, const lot *b)
{
    if (a->last != b->last)
        return a->last < b->last;
    if (a->from != b->from)
        return a->from < b->from;
    return a->size < b->size;
}

static void insert(lot_list *list, lot l)
{
    size_t i = list->count++;
    for (; i > 0 && used_before(&l, &list->lots[i - 1]); i--)
        list->lots[i] = list->lots[i - 1];
    list->lots[i] = l;
}

void lots_add_owned(lot_list *list, const be_owned *owned, size_t owner)
{
    if (owned->left <= 0 || owned->expires < list->horizon.start)
        return;
    insert(list, (lot){.left = owned->left,
                       .size = owned->size,
                       .price = be_amount_zero(),
                       .from = -1,
                       .last = owned->expires - list->horizon.start,
                       .general = owned->general,
                       .owner = owner});
}

/* The last plan month in which something bought in month `from` can be used. */
static int last_month(be_duration valid, be_month start, int from)
{
    if (valid.count == 0)
        return INT_MAX;
    if (valid.unit == BE_MONTHS)
        return from + valid.count - 1;
    int t = from;
    while (be_duration_days_in_month(valid, start, from, t + 1) > 0)
        t++;
    return t;
}

void lots_add_bought(lot_list *list, lot one, be_quantity count, int month)
{
    if (month < 0 || month >= list->horizon.months || count <= 0)
        return;
    one.left = lot_units(one.size, count);
    one.from = month;
    one.last = last_month(one.valid, list->horizon.start, month);
    insert(list, one);
}

bool lot_usable(const lot *l, int t)
{
    return l->from <= t && t <= l->last && l->left > 0;
}

be_quantity share_of_days(be_quantity units, int days, int days_in_month)
{
    return days >= days_in_month ? units : be_quantity_scale(units, days, days_in_month);
}

be_quantity lot_reach(const lot_list *list, const lot *l, int t, int days_in_month,
                      be_quantity units, be_quantity taken)
{
    int days = be_duration_days_in_month(l->valid, list->horizon.start, l->from, t);
    be_quantity within = share_of_days(units, days, days_in_month);
    return within > taken ? within - taken : 0;
}

be_quantity lots_balance(const lot_list *list, int t)
{
    be_quantity balance = 0;
    for (size_t i = 0; i < list->count; i++) {
        if (lot_usable(&list->lots[i], t))
            balance = sum_of(balance, list->lots[i].left);
    }
    return balance;
}

be_quantity lots_carried_over(const lot_list *list, int t)
{
    be_quantity balance = 0;
    for (size_t i = 0; i < list->count; i++) {
        if (list->lots[i].from <= t && t < list->lots[i].last)
            balance = sum_of(balance, list->lots[i].left);
    }
    return balance;
}

static void write_off(lot *l, lot_waste *waste)
{
    waste->units = sum_of(waste->units, l->left);
    if (!be_amount_is_zero(l->price)) {
        be_amount worth = be_amount_times(l->price, l->left);
        waste->amount = be_amount_add(waste->amount, be_amount_divide(worth, l->size));
    }
    l->left = 0;
}

void lots_expire(lot_list *list, int t, lot_waste *by_owner)
{
    bool plan_ends = t == list->horizon.months - 1;
    for (size_t i = 0; i < list->count; i++) {
        lot *l = &list->lots[i];
        if (l->left > 0 && (l->last == t || (plan_ends && l->from <= t)))
            write_off(l, &by_owner[l->owner]);
    }
}
