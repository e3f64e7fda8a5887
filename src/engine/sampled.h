/*
 * Figures of a sampling: means and quantiles of what the paths cost.
 */
#ifndef BREAKEVEN_ENGINE_SAMPLED_H
#define BREAKEVEN_ENGINE_SAMPLED_H

#include <stddef.h>

#include <breakeven/sampling.h>

/* Of `count` costs, 1 or more; `room` holds as many. */
be_sampled_cost sampled_cost(const be_amount *costs, size_t count, be_amount *room);

/* How many of the paths cost no more with a purchase than without it, where both are known. */
size_t sampled_pays_on(const be_amount *with, const be_amount *without, size_t count);

#endif
