#include "sampled.h"

#include <stdlib.h>
#include <string.h>

#include "paths.h"

static int by_amount(const void *a, const void *b)
{
    return be_amount_compare(*(const be_amount *)a, *(const be_amount *)b);
}

static be_amount mean_of(const be_amount *costs, size_t count)
{
    be_amount sum = be_amount_zero();
    for (size_t i = 0; i < count; i++)
        sum = be_amount_add(sum, costs[i]);
    return be_amount_divide(sum, (be_quantity)count);
}

be_sampled_cost sampled_cost(const be_amount *costs, size_t count, be_amount *room)
{
    memcpy(room, costs, count * sizeof *room);
    qsort(room, count, sizeof *room, by_amount);
    return (be_sampled_cost){
        .mean = mean_of(costs, count),
        .p10 = room[paths_rank(count, 10)],
        .p50 = room[paths_rank(count, 50)],
        .p90 = room[paths_rank(count, 90)],
    };
}

size_t sampled_pays_on(const be_amount *with, const be_amount *without, size_t count)
{
    size_t paths = 0;
    for (size_t i = 0; i < count; i++) {
        if (be_amount_is_known(with[i]) && be_amount_compare(with[i], without[i]) <= 0)
            paths++;
    }
    return paths;
}
