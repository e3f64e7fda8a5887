#include "purchase_list.h"

#include <string.h>

static int compare_numbers(be_quantity a, be_quantity b)
{
    return (a > b) - (a < b);
}

static int compare_things(const be_purchase *a, const be_purchase *b)
{
    if (a->month != b->month)
        return compare_numbers(a->month, b->month);
    if (a->kind != b->kind)
        return a->kind < b->kind ? -1 : 1;
    return (a->item > b->item) - (a->item < b->item);
}

typedef int comparison(const be_purchase *a, const be_purchase *b);

static int compare_terms(const be_purchase *a, const be_purchase *b)
{
    int order = compare_things(a, b);
    return order != 0 ? order : compare_numbers(a->terms, b->terms);
}

/* In the order in which they run, where they follow one another. */
static int compare_orders(const be_purchase *a, const be_purchase *b)
{
    int order = compare_things(a, b);
    if (order == 0)
        order = compare_numbers(b->count, a->count);
    return order != 0 ? order : compare_numbers(a->terms, b->terms);
}

/* The place of a purchase: behind all that it does not go before. */
static size_t place_of(const be_purchase *purchases, size_t count, const be_purchase *p,
                       comparison *compare)
{
    size_t i = count;
    while (i > 0 && compare(p, &purchases[i - 1]) < 0)
        i--;
    return i;
}

static void insert(be_purchase *purchases, size_t *count, size_t i, be_purchase p)
{
    memmove(&purchases[i + 1], &purchases[i], (*count - i) * sizeof p);
    purchases[i] = p;
    (*count)++;
}

void purchase_list_add_up(be_purchase *purchases, size_t *count, be_purchase p)
{
    size_t i = place_of(purchases, *count, &p, compare_terms);
    if (i > 0 && compare_terms(&p, &purchases[i - 1]) == 0)
        purchases[i - 1].count += p.count;
    else
        insert(purchases, count, i, p);
}

void purchase_list_add(be_purchase *purchases, size_t *count, be_purchase p)
{
    if (p.kind == BE_BUY_CAPACITY)
        insert(purchases, count, place_of(purchases, *count, &p, compare_orders), p);
    else
        purchase_list_add_up(purchases, count, p);
}

/* How many purchases, and the months of all of them added up. */
static void weigh(const be_schedule *schedule, be_quantity *number, be_quantity *lateness)
{
    *number = *lateness = 0;
    for (size_t i = 0; i < schedule->count; i++) {
        const be_purchase *buy = &schedule->purchases[i];
        be_quantity times = buy->kind == BE_BUY_CAPACITY ? 1 : buy->count;
        *number += times;
        *lateness += times * buy->month;
    }
}

int purchase_list_compare(const be_schedule *a, const be_schedule *b)
{
    be_quantity numbers[2], lateness[2];
    weigh(a, &numbers[0], &lateness[0]);
    weigh(b, &numbers[1], &lateness[1]);
    int order = compare_numbers(numbers[0], numbers[1]);
    return order != 0 ? order : compare_numbers(lateness[1], lateness[0]);
}

be_purchase *purchase_list_copy(be_arena *arena, const be_schedule *schedule)
{
    be_purchase *copy = be_arena_alloc(arena, schedule->count + 1, sizeof *copy);
    if (copy != NULL && schedule->count > 0)
        memcpy(copy, schedule->purchases, schedule->count * sizeof *copy);
    return copy;
}
