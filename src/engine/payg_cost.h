/*
 * What a month's pay-as-you-go costs, as the search for the optimum asks it: by the units that are
 * left to pay, out of those that packages and pay-as-you-go share.
 */
#ifndef BREAKEVEN_ENGINE_PAYG_COST_H
#define BREAKEVEN_ENGINE_PAYG_COST_H

#include <stdbool.h>

#include <breakeven/catalog.h>
#include <breakeven/demand.h>

/* One month: its days, and the units that packages cover or that are paid for. */
typedef struct payg_month {
    const be_product *product;
    bool on; /* pay-as-you-go is offered and switched on */
    int days;
    be_quantity units;
    bool pool;        /* points that are shared can pay in place of it, as many as one likes */
    be_amount points; /* what they cost for a unit */
} payg_month;

/* What `paid` of the month's units cost: what a bill charges. Missing where they go unserved. */
be_amount payg_charge(const payg_month *month, be_quantity paid);

/*
 * No more than what `open` or more of the month's units cost, and never less for more: under volume
 * tiers the charge of the first unit of a later band where that is less, exact but for tiers of
 * which that is not known. Where points can pay, of the cheapest split.
 */
be_amount payg_least(const payg_month *month, be_quantity open);

/* How many of `open` units are paid for where points pay for the others, by the cheapest split. */
be_quantity payg_split(const payg_month *month, be_quantity open);

/* Whether payg_least may be less than payg_charge: more units can cost less. */
bool payg_falls(const be_product *product);

/* A price that no unit is below, by payg_least, in months of up to `most` paid units. */
be_amount payg_unit_floor(const be_product *product, be_quantity most);

#endif
