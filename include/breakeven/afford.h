/*
 * Goal seek: the largest monthly volume that a budget pays for, by each way to buy.
 *
 * The volume is that of the first month (be_demand.volume); everything else of the demand stays as
 * it is. A volume fits a way to buy where that carries the load, at known prices, and the total of
 * all months with its tax is no more than the budget. Under volume tiers a larger volume may cost
 * less, so that one that fits may lie above others that do not: both `most` and `every` are told.
 * Purchases that the user pinned are left out: they are one plan, not a way to buy.
 */
#ifndef BREAKEVEN_AFFORD_H
#define BREAKEVEN_AFFORD_H

#include <stdbool.h>
#include <stddef.h>

#include <breakeven/amount.h>
#include <breakeven/arena.h>
#include <breakeven/catalog.h>
#include <breakeven/demand.h>
#include <breakeven/message.h>
#include <breakeven/quote.h>

#ifdef __cplusplus
extern "C" {
#endif

/* What keeps the next larger volume from fitting. */
typedef enum be_afford_stop {
    BE_AFFORD_BUDGET, /* it costs more */
    BE_AFFORD_LOAD,   /* it cannot be had: it is not carried, or at no known price */
    BE_AFFORD_NOTHING /* even the largest volume that there is fits */
} be_afford_stop;

typedef struct be_afford_option {
    be_option_id id;
    bool offered;      /* false: not sold, and reasons says so; nothing else is filled */
    bool any;          /* some volume fits, if only that of no calls */
    be_quantity most;  /* the largest volume found that fits */
    bool proven;       /* no larger one does */
    be_quantity bound; /* no volume above this one fits: `most` where proven; BE_QUANTITY_MAX where
                          nothing is known */
    be_quantity every; /* this volume and every smaller one fit; -1 where not even 0 does */
    be_amount total;   /* of `most`, tax included */
    be_afford_stop stop;
    const be_message *reasons; /* of BE_AFFORD_LOAD: why the next larger volume cannot be had */
    size_t reason_count;
} be_afford_option;

enum { BE_AFFORD_OPTIONS = BE_OPTION_BEST + 1 };

typedef struct be_afford {
    be_amount budget;                            /* for all months together */
    be_afford_option options[BE_AFFORD_OPTIONS]; /* PAYG, PACKAGE, QPS and BEST */
    size_t evaluations;                          /* demands that were priced */
} be_afford;

/* So many demands are priced for each option at most; past that the answer is not proven. */
enum { BE_AFFORD_EVALUATIONS = 400 };

/*
 * What `budget` (0 or more, for all months together) pays for.
 *
 * An interval of volumes holds none that fits where the lower end costs too much under kinder
 * rules, by which cost never falls with the volume: under volume tiers the least that this many
 * units or more would cost. It holds only such as fit where the upper end fits under harsher ones.
 * What neither tells is halved. Covers that are not known to be the cheapest prove nothing; for
 * BEST the optimum's bound counts.
 *
 * Everything lives in `arena`. NULL when there is no memory.
 */
const be_afford *be_afford_create(be_arena *arena, const be_product *product,
                                  const be_demand *demand, be_horizon horizon, be_amount budget);

#ifdef __cplusplus
}
#endif

#endif
