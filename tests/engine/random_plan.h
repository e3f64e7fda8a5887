/*
 * Random tariffs, demands and plans, as the oracles know them.
 */
#ifndef BREAKEVEN_TESTS_ENGINE_RANDOM_PLAN_H
#define BREAKEVEN_TESTS_ENGINE_RANDOM_PLAN_H

#include "oracle_bill.h"
#include "random.h"

/* A tariff that is not by the size of requests. */
plain_tariff random_tariff(random_source *r);

/* A demand of up to `most` calls in the first month. */
plain_demand random_demand(random_source *r, int most);

/* 1..PLAIN_ITEMS, mostly 1. */
int random_item_count(random_source *r);

/* A plan of so many items; general-purpose packages with any of them. */
plain_plan random_plan(random_source *r, int items);

/* A plan of one item that is charged by one tariff: no meters, no general-purpose packages. */
plain_plan random_simple_plan(random_source *r);

#endif
