/*
 * Tariffs and plans of the oracles in the engine's terms.
 */
#ifndef BREAKEVEN_TESTS_ENGINE_ENGINE_PLAN_H
#define BREAKEVEN_TESTS_ENGINE_ENGINE_PLAN_H

#include <breakeven/breakeven.h>

#include "fixtures.h"
#include "oracle_bill.h"

/* An amount of the oracles in the engine's terms. */
be_amount amount_of_plain(plain_money money);

/* Fails, naming the case, where the engine's amount is not the oracle's. */
void expect_money(unsigned number, const char *what, be_amount actual, plain_money expected);

bool same_amount(be_amount a, be_amount b);

/* A share or factor of so many percent. */
be_ratio ratio_of_percent(int percent);

/* The same tariff for the engine; `room` takes its bands. */
be_tariff engine_tariff(const plain_tariff *plain, be_band room[PLAIN_BANDS]);

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
