/*
 * Demand: what somebody expects to use of one product, and what that means month by month.
 */
#ifndef BREAKEVEN_DEMAND_H
#define BREAKEVEN_DEMAND_H

#include <stdbool.h>
#include <stddef.h>

#include <breakeven/calendar.h>
#include <breakeven/catalog.h>
#include <breakeven/quantity.h>

enum { BE_MONTHS_MAX = 36 };

/* The months that are planned. */
typedef struct be_horizon {
    be_month start;
    int months; /* 1..BE_MONTHS_MAX */
} be_horizon;

/* Units left of a package bought before the plan. */
typedef struct be_owned {
    be_quantity size; /* as it was bought; informs, decides nothing but the order of use */
    be_quantity left;
    be_month expires; /* the last month in which it can be used */
} be_owned;

/*
 * One thing bought: `count` packages, or capacity of `count` units for `terms` terms, on the first
 * day of plan month `month`.
 */
typedef enum be_purchase_kind { BE_BUY_PACKAGE, BE_BUY_CAPACITY } be_purchase_kind;

typedef struct be_purchase {
    be_purchase_kind kind;
    size_t item; /* index into the product's packages or capacity prices */
    int month;   /* 0 is the plan's first */
    be_quantity count;
    int terms; /* of capacity: so many days, months or years running; of a package 1 */
} be_purchase;

/*
 * What is expected of one product. All zero is a valid demand of nothing (with postpaid off).
 * The arrays are borrowed and must outlive every use.
 */
typedef struct be_demand {
    be_quantity volume;         /* attempted calls of the first month */
    be_ratio growth;            /* from month to month: 5 % is +50,000,000 */
    const be_quantity *volumes; /* typed months in place of volume and growth, or NULL; */
    size_t volume_count;        /*   months past the last typed one repeat it */
    be_ratio failures;          /* share of attempts that fail, 0..1 */
    be_ratio failures_billed;   /* share of those that the vendor bills all the same, 0..1 */
    be_quantity concurrency;    /* requests in flight at the peak; 0: not given */
    be_microseconds response;   /* average response time; 0: not given */
    be_quantity qps;            /* queries a second at the peak, typed in; 0: from concurrency */
    int peak_days;              /* days a month on which the peak is reached; 0: every day */
    int busy_hours;             /* hours a day over which calls are spread; 0: 24 */
    bool has_free_left;         /* free_left: of a quota given once, or of the first month's */
    be_quantity free_left;      /* more than the quota counts as all of it */
    bool postpaid;              /* pay-as-you-go is switched on where it is opt-in */
    const be_owned *owned;
    size_t owned_count;
    const be_purchase *pinned; /* a plan of the user's own, priced beside the others */
    size_t pinned_count;
} be_demand;

/* The demand of one month, worked out. */
typedef struct be_usage_month {
    int days;                /* of the calendar month */
    be_quantity attempts;    /* calls made */
    be_quantity billable;    /* attempts less unbilled failures, rounded up */
    be_quantity qps_peak;    /* queries a second that must be carried on peak days */
    be_quantity qps_floor;   /* and on any day, from the volume alone */
    be_quantity concurrency; /* requests in flight at the peak; 0: not known */
    int peak_days;           /* 1..days */
    int64_t busy_seconds;    /* of the month */
} be_usage_month;

typedef struct be_usage {
    be_horizon horizon;
    be_usage_month month[BE_MONTHS_MAX];
    be_quantity billable_total;
} be_usage;

/*
 * Works out every month of a demand.
 *
 *   volume    volume x (1 + growth)^t, carried with 9 decimals beyond the point and rounded up to
 *             whole calls (a budget errs on the dear side); at most BE_QUANTITY_MAX
 *   billable  attempts - unbilled failures, failures rounded down
 *   QPS       ceil(concurrency / response time): 4 at 500 ms is 8. Never below
 *             ceil(month's attempts / busy seconds of the month).
 *
 * Months outside 1..BE_MONTHS_MAX are clamped.
 */
void be_usage_resolve(const be_demand *demand, be_horizon horizon, be_usage *out);

#endif
