#include "paths.h"

#include <stdlib.h>

#include <breakeven/amount.h>

#include "draws.h"

/* -- powers --------------------------------------------------------------------------------------
 */

enum { ROOTS = 24, NOISE_PART = 4 };

#define FIXED ((be_int128)1000000000000000) /* 10^-15 is counted */

/* base^(1/2), base^(1/4), ...: their products are the powers of the base. */
typedef struct power_table {
    be_int128 base;
    be_int128 roots[ROOTS];
} power_table;

/* The square root of `value`, rounded down. */
static be_int128 root_of(be_int128 value)
{
    be_int128 root = value, next = (value + 1) / 2;
    while (next < root) {
        root = next;
        next = (root + value / root) / 2;
    }
    return root;
}

static power_table powers_of(be_ratio base)
{
    power_table table = {.base = FIXED / BE_RATIO_ONE * base};
    be_int128 root = table.base;
    for (int i = 0; i < ROOTS; i++)
        table.roots[i] = root = root_of(root * FIXED);
    return table;
}

/* The base to the power of `exponent` billionths, in FIXED. */
static be_int128 power(const power_table *table, int64_t exponent)
{
    int64_t size = exponent < 0 ? -exponent : exponent;
    be_int128 product = FIXED;
    for (; size >= BE_RATIO_ONE; size -= BE_RATIO_ONE)
        product = product * table->base / FIXED;
    for (int i = 0; i < ROOTS; i++) {
        size *= 2;
        if (size < BE_RATIO_ONE)
            continue;
        size -= BE_RATIO_ONE;
        product = product * table->roots[i] / FIXED;
    }
    return exponent < 0 ? FIXED * FIXED / product : product;
}

/* -- the paths -----------------------------------------------------------------------------------
 */

/* Rounded up to whole calls, as volumes are. */
static be_quantity scaled(be_quantity volume, be_int128 factor)
{
    be_int128 calls = (volume * factor + FIXED - 1) / FIXED;
    return calls > BE_QUANTITY_MAX ? BE_QUANTITY_MAX : (be_quantity)calls;
}

/* Each month draws as much whatever becomes of it, so that paths differ in what they should. */
static void draw_path(const be_demand *demand, const be_usage *usage, const power_table *table,
                      draws from, size_t path, size_t count, be_quantity *volumes)
{
    int64_t level = draws_deviate_in(&from, path, count);
    bool ended = false;
    for (int t = 0; t < usage->horizon.months; t++) {
        bool ends = draws_happens(&from, demand->cancellation);
        int64_t noise = draws_deviate(&from) / NOISE_PART;
        ended = ended || (t > 0 && ends);
        if (!ended)
            volumes[t] = scaled(usage->month[t].attempts, power(table, level + noise));
    }
}

bool paths_draw(path_set *out, be_arena *arena, const be_demand *demand, be_horizon horizon,
                uint64_t seed, size_t count)
{
    be_usage usage;
    be_usage_resolve(demand, horizon, &usage);
    size_t months = (size_t)usage.horizon.months;
    power_table table = powers_of(BE_RATIO_ONE + demand->spread);
    *out = (path_set){.horizon = usage.horizon, .count = count};
    out->volumes = be_arena_alloc(arena, count * months, sizeof *out->volumes);
    if (out->volumes == NULL)
        return false;
    for (size_t i = 0; i < count; i++)
        draw_path(demand, &usage, &table, draws_of(seed, i), i, count, out->volumes + i * months);
    return true;
}

const be_quantity *paths_at(const path_set *all, size_t path)
{
    return all->volumes + path * (size_t)all->horizon.months;
}

/* -- quantiles -----------------------------------------------------------------------------------
 */

size_t paths_rank(size_t count, int percent)
{
    return (count * (size_t)percent + 99) / 100 - 1;
}

static int by_size(const void *a, const void *b)
{
    be_quantity x = *(const be_quantity *)a, y = *(const be_quantity *)b;
    return (x > y) - (x < y);
}

static be_quantity quantile_of(be_quantity *values, size_t count, int percent)
{
    qsort(values, count, sizeof *values, by_size);
    return values[paths_rank(count, percent)];
}

bool paths_quantile(const path_set *all, be_arena *arena, int percent,
                    be_quantity out[BE_MONTHS_MAX])
{
    be_quantity *values = be_arena_alloc(arena, all->count, sizeof *values);
    for (int t = 0; values != NULL && t < all->horizon.months; t++) {
        for (size_t i = 0; i < all->count; i++)
            values[i] = paths_at(all, i)[t];
        out[t] = quantile_of(values, all->count, percent);
    }
    return values != NULL;
}

bool paths_total_quantile(const path_set *all, be_arena *arena, int percent, be_quantity *out)
{
    be_quantity *sums = be_arena_alloc(arena, all->count, sizeof *sums);
    if (sums == NULL)
        return false;
    for (size_t i = 0; i < all->count; i++) {
        for (int t = 0; t < all->horizon.months; t++)
            sums[i] += paths_at(all, i)[t];
    }
    *out = quantile_of(sums, all->count, percent);
    return true;
}
