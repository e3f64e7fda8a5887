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
    const be_usage *usage;
    int t;
    const be_purchase *purchases; /* of capacity and of anything else */
    size_t purchase_count;
    bool package_lifts; /* a package has balance and leaves nothing to pay as you go */
} limits_case;

/* A level that is there off the peak and below it, and what is asked of it on the average. */
typedef struct off_peak {
    be_quantity level; /* 0: there is none */
    be_ratio average;  /* a second, or at once */
} off_peak;

/* What the months of an option have shown; all zero before the first. */
typedef struct limits_found {
    be_quantity mending;  /* capacity that would make every month carry its load */
    off_peak tightest[2]; /* by be_capacity_kind, of limits that reject */
} limits_found;

/*
 * Judges the month; says why in the ledger. Each day has to carry its own load under the capacity
 * that is there on it: what is bought for some days stands in for the default limit on these alone,
 * for better or worse. The peak is on the month's first days.
 *
 * Fills the month's limit, the least on a day of the peak, and carries; adds to what was found.
 */
void limits_judge(const limits_case *c, ledger *l, be_bill_month *out, limits_found *found);

/* Whether a package with balance lowers the limit, in place of lifting it. */
bool limits_packages_lower(const be_limits *limits);

/* The most calls a second that a month with calls asks for. */
be_quantity limits_most_qps(const be_usage *usage);

/* Whether a month carries its load. */
bool limits_carry(const limits_case *c);

/* Warns of levels off the peak that leave no room for bursts. */
void limits_warn_off_peak(const limits_found *found, ledger *l);

/* Says once for all months how much capacity would mend them, or that so much is not sold. */
void limits_suggest(const be_product *product, be_quantity mending, ledger *l);

/* Capacity to be bought for a month's load; 0 where the default limit is enough. */
typedef struct capacity_need {
    be_quantity peak;   /* on the peak days */
    be_quantity steady; /* on every day; never above the peak */
} capacity_need;

capacity_need limits_needed_capacity(const be_product *product, const be_demand *demand,
                                     const be_usage_month *usage);

#endif
