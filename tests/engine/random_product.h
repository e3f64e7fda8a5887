/*
 * Random tariffs and plans: each as the oracles know it, and the same in the engine's terms.
 */
#ifndef BREAKEVEN_TESTS_ENGINE_RANDOM_PRODUCT_H
#define BREAKEVEN_TESTS_ENGINE_RANDOM_PRODUCT_H

#include <breakeven/breakeven.h>

#include "fixtures.h"
#include "oracle_bill.h"
#include "random.h"

/* An amount of the oracles in the engine's terms. */
be_amount amount_of_millionths(long millionths);

plain_tariff random_tariff(random_source *r);

/* The same tariff for the engine; `room` takes its bands. */
be_tariff engine_tariff(const plain_tariff *plain, be_band room[PLAIN_BANDS]);

plain_plan random_plan(random_source *r);

/* A plan in the engine's terms. Points into itself: not to be copied. */
typedef struct engine_plan {
    product_box box;
    be_horizon horizon;
    be_demand demand;
    be_quantity volumes[PLAIN_MONTHS];
    be_owned owned[PLAIN_OWNED];
    be_purchase purchases[PLAIN_PURCHASES + PLAIN_MONTHS];
    size_t purchase_count;
} engine_plan;

void engine_plan_fill(engine_plan *out, const plain_plan *plain);

#endif
