/*
 * Paths: how the volume may turn out, month by month, many times over. What is drawn is said in
 * <breakeven/sampling.h>.
 */
#ifndef BREAKEVEN_ENGINE_PATHS_H
#define BREAKEVEN_ENGINE_PATHS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <breakeven/arena.h>
#include <breakeven/demand.h>

typedef struct path_set {
    be_horizon horizon;
    size_t count;
    be_quantity *volumes; /* attempted calls: the months of the first path, of the second, ... */
} path_set;

/* Draws `count` paths of a demand (1 or more). False when there is no memory. */
bool paths_draw(path_set *out, be_arena *arena, const be_demand *demand, be_horizon horizon,
                uint64_t seed, size_t count);

/* The months of a path. */
const be_quantity *paths_at(const path_set *all, size_t path);

/* The place of a quantile, 1..100 percent, among `count` values in rising order. */
size_t paths_rank(size_t count, int percent);

/*
 * The volume of each month that `percent` of the paths do not exceed, in `out`. False when there is
 * no memory.
 */
bool paths_quantile(const path_set *all, be_arena *arena, int percent,
                    be_quantity out[BE_MONTHS_MAX]);

/* The same of the sum of all months. */
bool paths_total_quantile(const path_set *all, be_arena *arena, int percent, be_quantity *out);

#endif
