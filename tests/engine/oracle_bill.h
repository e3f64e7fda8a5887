/*
 * A slow and obvious bill: goes through a plan unit by unit and day by day, asking each time who
 * pays for this one. It shares no code and no type with the engine.
 */
#ifndef BREAKEVEN_TESTS_ENGINE_ORACLE_BILL_H
#define BREAKEVEN_TESTS_ENGINE_ORACLE_BILL_H

#include <stdbool.h>

#include "oracle_tariff.h"

enum {
    PLAIN_MONTHS = 6,
    PLAIN_PACKAGES = 3,
    PLAIN_PURCHASES = 6,
    PLAIN_OWNED = 2,
    PLAIN_LAYERS = 4
};

typedef enum plain_layer { PLAIN_FREE, PLAIN_QPS, PLAIN_PACKAGE, PLAIN_PAYG } plain_layer;

typedef struct plain_package {
    int size;
    long price; /* millionths, a multiple of `size` */
    int months;
} plain_package;

typedef struct plain_purchase {
    int package, month, count;
} plain_purchase;

typedef struct plain_owned {
    int left;
    int last; /* plan month */
} plain_owned;

typedef struct plain_plan {
    int months;
    int days[PLAIN_MONTHS];
    int volume[PLAIN_MONTHS];
    plain_layer order[PLAIN_LAYERS];
    int layers;
    int free;
    bool free_monthly;
    int free_days; /* of a quota given once; 0: no end */
    int qps_days[PLAIN_MONTHS];
    long qps_price[PLAIN_MONTHS]; /* millionths paid for it in that month */
    plain_package packages[PLAIN_PACKAGES];
    plain_purchase purchases[PLAIN_PURCHASES];
    int purchase_count;
    plain_owned owned[PLAIN_OWNED];
    int owned_count;
    bool payg_on;
    plain_tariff tariff;
} plain_plan;

typedef struct plain_month {
    int layer[PLAIN_LAYERS];
    int unserved;
    int package_left; /* usable in the next month, leaving out what is bought then */
    long purchases, usage;
} plain_month;

typedef struct plain_bill {
    plain_month month[PLAIN_MONTHS];
    long total;
    int waste;
    long waste_worth;
} plain_bill;

plain_bill plain_simulate(const plain_plan *plan);

#endif
