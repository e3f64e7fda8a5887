/*
 * Bills: what a demand costs under a given list of purchases, month by month and line by line.
 *
 * be_bill_compute is the one pricer of everything: each column on the screen, each candidate of a
 * search and each report is a bill of it. Inside, money enters a bill through a single function
 * that adds the amount to the totals and records the line; there is no other way in. So the lines
 * and the totals cannot disagree.
 *
 * In each month, in this order (shared by all vendors; the rest is data):
 *   1. purchases of the month take effect and are charged;
 *   2. the month's billable units run through the product's deduction order: each layer takes what
 *      it can, the rest runs on; a layer that is owned is used whether or not that is wise;
 *   3. the limits are held against what the demand needs;
 *   4. what expires at the month's end is waste, and so is what is left when the plan ends;
 *   5. an agreed discount is taken off what was charged, and tax is worked out on what remains. Tax
 *      stands beside the total, not in it.
 *
 * Points of general-purpose packages are shared by the items of a plan: within a month the items
 * draw on them in the plan's order.
 */
#ifndef BREAKEVEN_BILL_H
#define BREAKEVEN_BILL_H

#include <stdbool.h>
#include <stddef.h>

#include <breakeven/amount.h>
#include <breakeven/arena.h>
#include <breakeven/catalog.h>
#include <breakeven/demand.h>
#include <breakeven/message.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct be_line {
    int month; /* of the plan, 0 is the first */
    be_message what;
    be_quantity quantity;
    be_amount price; /* of one unit, package or unit of capacity; per `per` units */
    be_quantity per;
    be_amount amount;
    be_message rule;
    const be_source *source;
} be_line;

/* Who paid for how many units. demand = the sum of layers + unserved, in every month. */
typedef struct be_units {
    be_quantity demand;
    be_quantity layer[BE_LAYER_COUNT];
    be_quantity unserved;
} be_units;

/*
 * Does an option carry the load? UNSTATED: the vendor publishes no limit to hold it against, or the
 * demand gives no response time where that decides.
 */
typedef enum be_carries { BE_CARRIES_YES, BE_CARRIES_UNSTATED, BE_CARRIES_NO } be_carries;

/*
 * Packages that are bought together or were owned before, and how their balance runs down. Points
 * of general-purpose packages stand with the item that brought them, whoever uses them.
 */
typedef struct be_lot {
    bool owned;                        /* before the plan; else bought: */
    size_t purchase;                   /* which one of the bill's list of purchases */
    const be_general_package *general; /* whose points these are; NULL: units of packages */
    be_quantity size;                  /* of one package */
    be_quantity held;                  /* of them all, at first */
    int from, last;          /* plan months in which it can be used; last may lie past the plan */
    const be_quantity *left; /* at the end of each month, before what ends with the month is lost */
} be_lot;

typedef struct be_bill_month {
    be_units units;
    be_amount purchases; /* paid at the month's start, less discount */
    be_amount usage;     /* pay-as-you-go, less discount */
    be_amount total;
    be_amount tax;            /* on the total, not in it */
    be_quantity package_left; /* units of packages that carry over into the next month */
    be_limit limit;           /* what can be carried at the peak, in the kind that is limited */
    be_carries carries;
} be_bill_month;

typedef struct be_bill {
    be_horizon horizon;
    be_bill_month month[BE_MONTHS_MAX];
    be_amount total;
    be_amount tax; /* on the total, not in it */
    be_units units;
    be_amount purchased;      /* all purchases together: prepaid cash */
    be_quantity waste_units;  /* of packages: expired unused, or left over when the plan ends */
    be_quantity waste_points; /* the same of general-purpose packages that the item bought or had */
    be_amount waste_amount;   /* of both, at the price paid in this plan; owned ones cost nothing */
    be_carries carries;       /* the worst month's */
    bool feasible; /* every unit is served and no month's load is known to exceed the limits */
    const be_line *lines;
    size_t line_count;
    const be_lot *lots; /* in the order in which they are used; points behind packages */
    size_t lot_count;
    const be_message *reasons; /* why it is not feasible, and what would mend it */
    size_t reason_count;
    const be_message *warnings; /* of this bill alone */
    size_t warning_count;
} be_bill;

typedef enum be_bill_detail {
    BE_BILL_TOTALS, /* amounts and units alone: no lines, lots, reasons or warnings */
    BE_BILL_LINES
} be_bill_detail;

/*
 * Prices `usage` of `product` under `purchases`. `demand` is the one that `usage` was resolved
 * from. Lines, lots and messages live in `arena`; totals alone take nothing of it.
 *
 * Returns false when there is no memory; a price that is missing shows in the amounts. Purchases
 * outside the plan's months, of nothing, or of items that the product does not have, are ignored.
 */
bool be_bill_compute(be_arena *arena, const be_product *product, const be_demand *demand,
                     const be_usage *usage, const be_purchase *purchases, size_t purchase_count,
                     be_bill_detail detail, be_bill *out);

/* One item of a plan, to be billed with the others. */
typedef struct be_bill_item {
    const be_product *product;
    const be_demand *demand;
    const be_usage *usage; /* of one horizon for all */
    const be_purchase *purchases;
    size_t purchase_count;
} be_bill_item;

/*
 * Bills `count` items together into `out`, one bill each: they share the points of general-purpose
 * packages that any of them owns or buys. Whoever buys pays. Otherwise as be_bill_compute, which is
 * this with one item.
 */
bool be_bill_compute_plan(be_arena *arena, const be_bill_item *items, size_t count,
                          be_bill_detail detail, be_bill *out);

/*
 * The charge of one month's pay-as-you-go for `billable` units, with the lines of the sum: what
 * `breakeven rate` prints. The month has `days` days, 1 or more (tiers that start again daily). The
 * product offers pay-as-you-go and has one meter.
 */
bool be_bill_rate(be_arena *arena, const be_product *product, be_quantity billable, int days,
                  be_amount *amount, const be_line **lines, size_t *line_count);

/* What `count` units of capacity cost for `terms` terms of capacity price `item`. */
be_amount be_capacity_charge(const be_capacity *capacity, size_t item, be_quantity count,
                             int terms);

/* How long a purchase of capacity is valid, from the first day of its month on. */
be_duration be_capacity_valid(const be_capacity *capacity, const be_purchase *buy);

#ifdef __cplusplus
}
#endif

#endif
