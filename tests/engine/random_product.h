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
be_amount amount_of_plain(plain_money money);

/* Fails where the engine's amount is not the oracle's. */
void expect_money(unsigned number, const char *what, be_amount actual, plain_money expected);

/* A share or factor of so many percent. */
be_ratio ratio_of_percent(int percent);

/* A tariff that is not by the size of requests. */
plain_tariff random_tariff(random_source *r);

/* The same tariff for the engine; `room` takes its bands. */
be_tariff engine_tariff(const plain_tariff *plain, be_band room[PLAIN_BANDS]);

plain_demand random_demand(random_source *r, int most);

/* A plan of so many items; general-purpose packages with any of them. */
plain_plan random_plan(random_source *r, int items);

/* A plan of one item that is charged by one tariff: no meters, no general-purpose packages. */
plain_plan random_simple_plan(random_source *r);

/* An item of a plan in the engine's terms, with all that it points at. */
typedef struct engine_item {
    product_box box;
    be_meter meters[PLAIN_METERS];
    be_band meter_bands[PLAIN_METERS][PLAIN_USES][PLAIN_BANDS];
    be_demand demand;
    be_quantity volumes[PLAIN_MONTHS];
    be_ratio season[PLAIN_YEAR_OF_MONTHS];
    be_ratio per_request[PLAIN_METERS];
    be_owned owned[PLAIN_OWNED];
    be_purchase purchases[PLAIN_PURCHASES + PLAIN_MONTHS];
    size_t purchase_count;
    be_usage usage;
} engine_item;

/* A plan in the engine's terms. Points into itself: not to be copied. */
typedef struct engine_plan {
    be_horizon horizon;
    be_provider provider;
    be_general_package generals[PLAIN_GENERALS];
    be_general_cover covers[PLAIN_GENERALS][PLAIN_ITEMS];
    engine_item items[PLAIN_ITEMS];
    size_t item_count;
} engine_plan;

void engine_plan_fill(engine_plan *out, const plain_plan *plain);

/* The bills of all items together, with lines. */
void bill_plan(be_arena *arena, const engine_plan *plan, be_bill bills[PLAIN_ITEMS]);

/* The bill of the plan's first item alone under its purchases. */
const be_bill *bill_first(be_arena *arena, const engine_plan *plan);

#endif
