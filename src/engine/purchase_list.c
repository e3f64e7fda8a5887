#include "purchase_list.h"

#include <string.h>

static int compare_numbers(be_quantity a, be_quantity b)
{
    return (a > b) - (a < b);
}

static int compare_places(const be_purchase *a, const be_purchase *b)
{
    if (a->month != b->month)
        return compare_numbers(a->month, b->month);
    if (a->kind != b->kind)
        return a->kind < b->kind ? -1 : 1;
    if (a->item != b->item)
        return a->item < b->item ? -1 : 1;
    return compare_numbers(a->terms, b->terms);
}

void purchase_list_add(be_purchase *purchases, size_t *count, be_purchase p)
{
    size_t i = *count;
    while (i > 0 && compare_places(&p, &purchases[i - 1]) < 0)
        i--;
    if (i > 0 && compare_places(&p, &purchases[i - 1]) == 0) {
        purchases[i - 1].count += p.count;
        return;
    }
    memmove(&purchases[i + 1], &purchases[i], (*count - i) * sizeof p);
    purchases[i] = p;
    (*count)++;
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
