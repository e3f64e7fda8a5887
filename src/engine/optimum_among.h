/*
 * The optimum where some schedules are known already: they bound the search, and stand in for it.
 */
#ifndef BREAKEVEN_ENGINE_OPTIMUM_AMONG_H
#define BREAKEVEN_ENGINE_OPTIMUM_AMONG_H

#include <breakeven/optimum.h>

/*
 * As be_optimum_find, but never dearer than the `count` schedules of `known`, those that are
 * feasible, in place of the strategies' own.
 */
bool optimum_among(be_arena *arena, const be_product *product, const be_demand *demand,
                   const be_usage *usage, const be_schedule *known, size_t count, be_optimum *out);

#endif
