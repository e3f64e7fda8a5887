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

#ifdef __cplusplus
extern "C" {
#endif

enum { BE_MONTHS_MAX = 36 };

#define BE_SPREAD_MAX (10 * BE_RATIO_ONE)

/* The months that are planned. */
typedef struct be_horizon {
    be_month start;
    int months; /* 1..BE_MONTHS_MAX */
} be_horizon;

/* What is left of a package bought before the plan. */
typedef struct be_owned {
    const be_general_package *general; /* of whose points; NULL: units of the product's packages */
    be_quantity size; /* as it was bought; informs, decides nothing but the order of use */
    be_quantity left;
    be_month expires; /* the last month in which it can be used */
} be_owned;

/*
 * One thing bought: `count` packages (of the product, or general ones of its provider), or capacity
 * of `count` units for `terms` terms, on the first day of plan month `month`. Orders of capacity by
 * the day that neither add up nor may overlap follow one another, the larger first, where they fit
 * into their month together.
 */
typedef enum be_purchase_kind { BE_BUY_PACKAGE, BE_BUY_CAPACITY, BE_BUY_GENERAL } be_purchase_kind;

typedef struct be_purchase {
    be_purchase_kind kind;
    size_t item; /* index into the product's packages or capacity prices, or the provider's general
                    packages */
    int month;   /* 0 is the plan's first */
    be_quantity count;
    int terms; /* of capacity: so many days, months or years running; of a package 1 */
} be_purchase;

/*
 * What is expected of one product. All zero is a valid demand of nothing (with postpaid off).
 * The arrays are borrowed and must outlive every use.
 */
typedef struct be_demand {
    be_quantity volume;          /* attempted calls of the first month */
    be_ratio growth;             /* from month to month: 5 % is +50,000,000 */
    const be_ratio *season;      /* factors of the calendar months, January to December; NULL: 1 */
    const be_quantity *volumes;  /* typed months in place of volume and growth, or NULL; */
    size_t volume_count;         /*   months past the last typed one repeat it */
    be_quantity low, high;       /* of the first month, beside `volume`; both 0: not given */
    be_ratio spread;             /* 0..BE_SPREAD_MAX: how uncertain the level is, and */
    be_ratio cancellation;       /*   the chance a month that use ends for good: see sampling.h */
    const be_ratio *per_request; /* units of each of the product's meters that a request takes; */
    size_t per_request_count;    /*   negative, or past the count: not said, so the meter's own */
    be_ratio batch;              /* share of the requests that are sent as batch, 0..1 */
    be_ratio cached;             /* share of the others' units that the context cache has, 0..1 */
    be_ratio discount;           /* agreed with the vendor, off every price, 0..1 */
    be_ratio tax;                /* rate added on top of every charge, 0 or more */
    be_ratio failures;           /* share of attempts that fail, 0..1 */
    be_ratio failures_billed;    /* share of those that the vendor bills all the same, 0..1 */
    be_quantity concurrency;     /* requests in flight at the peak; 0: not given */
    be_microseconds response;    /* average response time; 0: not given */
    be_quantity qps;             /* queries a second at the peak, typed in; 0: from concurrency */
    int peak_days;               /* days a month on which the peak is reached; 0: every day */
    int busy_hours;              /* hours a day over which calls are spread; 0: 24 */
    bool has_free_left;          /* free_left: of a quota given once, or of the first month's */
    be_quantity free_left;       /* more than the quota counts as all of it */
    bool postpaid;               /* pay-as-you-go is switched on where it is opt-in */
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
    bool too_large; /* a month asks for more than BE_QUANTITY_MAX: no total can be made of it */
} be_usage;

/*
 * Works out every month of a demand.
 *
 *   volume    volume x (1 + growth)^t, carried with 9 decimals beyond the point, times the season's
 *             factor of the calendar month, and rounded up to whole calls (a budget errs on the
 *             dear side). Typed months have no growth and no season.
 *   billable  attempts - unbilled failures, failures rounded down
 *   QPS       ceil(concurrency / response time): 4 at 500 ms is 8. Never below
 *             ceil(month's attempts / busy seconds of the month).
 *
 * Months outside 1..BE_MONTHS_MAX are clamped.
 */
void be_usage_resolve(const be_demand *demand, be_horizon horizon, be_usage *out);

/* What one of the meters of a product is drawn for in one month, in one way of use. */
typedef struct be_flow {
    const be_meter *meter;
    be_use use;
    be_quantity units; /* BE_QUANTITY_MAX + 1 stands for more than can be counted */
} be_flow;

enum { BE_FLOWS_MAX = BE_METERS_MAX * BE_USE_COUNT };

/*
 * The flows of `requests` billable requests of a product with meters: by meter, the standard use
 * first. Returns how many; none of 0 units.
 *
 *   batch     floor(requests x batch share), of meters that price batches
 *   units     ceil(requests x units per request), of the batch and of the rest each
 *   cached    floor(units of the rest x cached share), of meters that price the cache
 *
 * Batch and cache cost less than standard use, so both are rounded down.
 */
size_t be_demand_flows(const be_demand *demand, const be_product *product, be_quantity requests,
                       be_flow out[BE_FLOWS_MAX]);

/*
 * Units of meter `index` that one request takes: as the demand says, else as the meter does.
 * Negative where neither says.
 */
be_ratio be_demand_per_request(const be_demand *demand, const be_product *product, size_t index);

/* The size of a request in whole units, rounded up: what picks the band of REQUEST tiers. */
be_quantity be_demand_request_size(const be_demand *demand, const be_product *product);

#ifdef __cplusplus
}
#endif

#endif
