/*
 * A slow and obvious bill: goes through a plan item by item, day by day and unit by unit, asking
 * each time who pays for this one. It shares no code and no type with the engine.
 */
#ifndef BREAKEVEN_TESTS_ENGINE_ORACLE_BILL_H
#define BREAKEVEN_TESTS_ENGINE_ORACLE_BILL_H

#include <stdbool.h>

#include "oracle_demand.h"
#include "oracle_tariff.h"

enum {
    PLAIN_ITEMS = 3,
    PLAIN_PACKAGES = 3,
    PLAIN_GENERALS = 2,
    PLAIN_METERS = 3,
    PLAIN_PURCHASES = 6,
    PLAIN_OWNED = 3
};

typedef enum plain_layer {
    PLAIN_FREE,
    PLAIN_QPS,
    PLAIN_PACKAGE,
    PLAIN_GENERAL,
    PLAIN_PAYG,
    PLAIN_LAYERS
} plain_layer;

/* A package of units of one product, or a general-purpose one of points. */
typedef struct plain_package {
    int size;
    plain_money price; /* a multiple of `size` */
    int months;        /* 0: no end */
} plain_package;

typedef struct plain_purchase {
    bool general;
    int package, month, count;
} plain_purchase;

typedef struct plain_owned {
    bool general;
    int package; /* of a general one */
    int left;
    int last; /* plan month */
} plain_owned;

typedef enum plain_use { PLAIN_STANDARD, PLAIN_BATCH, PLAIN_CACHED, PLAIN_USES } plain_use;

typedef struct plain_meter {
    bool free;               /* its standard use draws on the free quota */
    int per_request;         /* thousandths of a unit */
    bool priced[PLAIN_USES]; /* standard always; else counts as standard */
    plain_tariff tariff[PLAIN_USES];
} plain_meter;

/* One product, what is asked of it and what is bought for it. */
typedef struct plain_item {
    plain_demand demand;
    plain_layer order[PLAIN_LAYERS];
    int layers;
    int free;
    bool free_monthly;
    int free_days; /* of a quota given once; 0: no end */
    int free_said; /* to be left of a quota given once, or of the first month's; -1: nothing */
    int qps_days[PLAIN_MONTHS];
    plain_money qps_price[PLAIN_MONTHS]; /* paid for it in that month */
    plain_package packages[PLAIN_PACKAGES];
    int points[PLAIN_GENERALS]; /* that a unit costs of each general package; 0: not covered */
    plain_purchase purchases[PLAIN_PURCHASES];
    int purchase_count;
    plain_owned owned[PLAIN_OWNED];
    int owned_count;
    bool opt_in; /* pay-as-you-go is off until it is switched on */
    bool payg_on;
    plain_tariff tariff;
    plain_meter meters[PLAIN_METERS]; /* in place of the tariff */
    int meter_count;
    int request_meter; /* picks the band where the size of the request does */
    int batch, cached; /* percent of the requests, and of the other requests' units */
    int discount, tax; /* percent */
} plain_item;

typedef struct plain_plan {
    int start; /* month of the year, 0 is January */
    int months;
    int days[PLAIN_MONTHS];
    plain_package generals[PLAIN_GENERALS];
    plain_item items[PLAIN_ITEMS];
    int item_count;
} plain_plan;

typedef struct plain_month {
    int demand;
    int layer[PLAIN_LAYERS];
    int unserved;
    int package_left; /* usable in the next month, leaving out what is bought then */
    bool had_package; /* something in a package, or points for a unit, when the item's turn came */
    plain_money purchases, usage, tax;
} plain_month;

typedef struct plain_bill {
    plain_month month[PLAIN_MONTHS];
    plain_money total, purchased, tax;
    int waste, waste_points;
    plain_money waste_worth;
} plain_bill;

/* Whether a layer is among those that pay for the item's units. */
bool plain_draws_on(const plain_item *item, plain_layer layer);

/* The bills of all items, one each. */
void plain_simulate(const plain_plan *plan, plain_bill bills[PLAIN_ITEMS]);

#endif
