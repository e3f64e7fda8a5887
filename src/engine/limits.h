/*
 * Limits: does an option carry the load of a month, and if not, what would?
 */
#ifndef BREAKEVEN_ENGINE_LIMITS_H
#define BREAKEVEN_ENGINE_LIMITS_H

#include "ledger.h"

/* What an option brings to the limits in one month. */
typedef struct limits_case {
    const be_product *product;
    const be_demand *demand;
    const be_usage_month *usage;
    be_month month;
    be_quantity bought_peak; /* capacity there on all peak days */
    be_quantity bought_all;  /* capacity there on every day */
    bool package_lifts;      /* a package has balance and leaves nothing to pay as you go */
} limits_case;

/* Judges the month; says why in the ledger. Fills the month's limit and carries. */
void limits_judge(const limits_case *c, ledger *l, be_bill_month *out);

/*
 * The level of bought capacity that the month's load asks for, and on how many of its days: what
 * prepaid capacity has to be bought. 0 when the default limit is enough.
 */
be_quantity limits_needed_capacity(const be_product *product, const be_demand *demand,
                                   const be_usage_month *usage, int *days);

#endif
