/*
 * What is measured, each as one function that nothing is inlined into: its time can be taken and
 * its instructions counted by name.
 */
#ifndef BREAKEVEN_TESTS_BENCH_MEASURED_H
#define BREAKEVEN_TESTS_BENCH_MEASURED_H

#include <breakeven/breakeven.h>

enum { MEASURED_TIERS = 7, MEASURED_MONTHS = 12, MEASURED_COLUMNS = 3, MEASURED_SIZES = 5 };

/* Everything that the measured functions work on; filled once. */
typedef struct measured_case {
    be_band tiers[MEASURED_TIERS];
    be_tariff walked, cumulated; /* the same seven graduated tiers */
    be_source source;
    be_band bands[4];
    be_package packages[3];
    be_product five_sizes; /* graduated tiers, five sizes of packages */
    be_package sizes[MEASURED_SIZES];
    be_product product;   /* volume tiers and packages */
    be_product payg_only; /* the same without packages */
    be_arena *arena;
} measured_case;

/* False when there is no memory. */
bool measured_fill(measured_case *c);
void measured_empty(measured_case *c);

/* The n-th run of each: quantities and volumes differ in no order that hardware could learn. */
typedef void measured_function(measured_case *c, unsigned n);

measured_function measured_nothing;        /* what the loop around a rating costs by itself */
measured_function measured_rating;         /* one month's charge, sums of the tiers made before */
measured_function measured_rating_by_band; /* the same, tier by tier, as a bill explains it */
measured_function measured_rating_naively; /* the textbook loop: the reference */
measured_function measured_totals;         /* 12 months: demand and three columns, in totals */
measured_function measured_explained;      /* the same with every line explained */
measured_function measured_quote_payg;     /* the whole answer for a product without packages */
measured_function measured_quote;          /* the whole answer, with the search for packages */
measured_function measured_cover;          /* 5 sizes: the search for the cheapest cover */
measured_function measured_optimum;        /* the same: the search for the cheapest plan */
measured_function measured_optimum_long;   /* the same for 36 months */

/* What the ratings came to so far: the same after the same runs of each. */
be_amount measured_sum(void);

#endif
