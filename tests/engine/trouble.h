/*
 * Trouble: what may make a way to buy come and go as the volume grows, and whatever holds more of
 * it than catalogues usually do.
 */
#ifndef BREAKEVEN_TESTS_ENGINE_TROUBLE_H
#define BREAKEVEN_TESTS_ENGINE_TROUBLE_H

#include "engine_plan.h"
#include "random.h"

/* Prices that are missing, where the bands are those of a tariff by volume or by count. */
void lose_prices(random_source *r, be_band *bands, size_t count);

/*
 * Gives a plan's first item prices that are missing in places, packages under which less is let
 * through, speed that is sold by the level, tasks so long that the level goes by the volume.
 */
void trouble_plan(random_source *r, engine_plan *plan);

#endif
