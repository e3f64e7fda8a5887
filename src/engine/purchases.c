#include "purchases.h"

static bool copy_room(be_arena *arena, const be_schedule *schedule, be_purchase **out)
{
    *out = be_arena_alloc(arena, schedule->count + 1, sizeof **out);
    return *out != NULL;
}

bool purchases_first_month(be_arena *arena, const be_schedule *schedule, be_schedule *out)
{
    be_purchase *first;
    *out = (be_schedule){0};
    if (!copy_room(arena, schedule, &first))
        return false;
    for (size_t i = 0; i < schedule->count; i++) {
        if (schedule->purchases[i].month == 0)
            first[out->count++] = schedule->purchases[i];
    }
    out->purchases = first;
    return true;
}

static be_quantity count_of(const be_schedule *schedule, const be_purchase *thing)
{
    be_quantity sum = 0;
    for (size_t i = 0; i < schedule->count; i++) {
        const be_purchase *buy = &schedule->purchases[i];
        if (buy->kind == thing->kind && buy->item == thing->item && buy->terms == thing->terms)
            sum += buy->count;
    }
    return sum;
}

bool purchases_hold(const be_schedule *schedule, const be_purchase *buy)
{
    return count_of(schedule, buy) == buy->count;
}

static bool all_in(const be_schedule *a, const be_schedule *b)
{
    for (size_t i = 0; i < a->count; i++) {
        const be_purchase *buy = &a->purchases[i];
        if (count_of(a, buy) != count_of(b, buy))
            return false;
    }
    return true;
}

bool purchases_same(const be_schedule *a, const be_schedule *b)
{
    return all_in(a, b) && all_in(b, a);
}

bool purchases_without(be_arena *arena, const be_schedule *schedule, size_t i, be_schedule *out)
{
    be_purchase *rest;
    *out = (be_schedule){0};
    if (!copy_room(arena, schedule, &rest))
        return false;
    for (size_t j = 0; j < schedule->count; j++) {
        if (j != i)
            rest[out->count++] = schedule->purchases[j];
    }
    out->purchases = rest;
    return true;
}
