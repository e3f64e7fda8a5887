/*
 * The cheapest plan of a year or two by a slow and obvious dynamic program: in every month it tries
 * every combination of packages and capacity, needed or not, and keeps apart all that is not the
 * same in every balance. It shares no code and no type with the engine.
 */
#ifndef BREAKEVEN_TESTS_ENGINE_ORACLE_YEAR_H
#define BREAKEVEN_TESTS_ENGINE_ORACLE_YEAR_H

#include <stdbool.h>

enum { YEAR_MONTHS = 24, YEAR_SIZES = 3, YEAR_LEVELS = 3, YEAR_OWNED = 2, YEAR_UNSTATED = -1 };

typedef enum year_term { YEAR_DAY, YEAR_MONTH, YEAR_YEAR, YEAR_TERMS } year_term;

/* Who pays for a unit; pay as you go comes last. */
typedef enum year_layer { YEAR_FREE, YEAR_QPS, YEAR_PACKAGE, YEAR_LAYERS } year_layer;

/* What `units` cost in a month whose tiers have counted `before`. */
typedef long year_charge(const void *context, int before, int units);

typedef struct plain_year {
    int months;
    int units[YEAR_MONTHS], days[YEAR_MONTHS], peak_days[YEAR_MONTHS];
    int peak[YEAR_MONTHS], steady[YEAR_MONTHS]; /* queries a second */
    year_layer order[YEAR_LAYERS];

    int free_left;  /* at the start */
    int free_days;  /* 0: no end */
    int free_again; /* in every month but the first; 0: it is given once */

    int sizes;
    int size[YEAR_SIZES], validity[YEAR_SIZES]; /* months */
    long price[YEAR_SIZES];
    int owned;
    int owned_left[YEAR_OWNED], owned_last[YEAR_OWNED];

    bool payg; /* it is on */
    bool gross;
    year_charge *charge;
    const void *context;

    bool sold, calls_free;
    bool one_at_a_time; /* no day has two orders; those of days follow one another */
    bool additive;      /* then `least` is `most` */
    int least, most, lifts_to;
    long term_price[YEAR_TERMS][YEAR_LEVELS + 1]; /* by how many; below 0: not sold */
    int limit, with_package;                      /* queries a second, or YEAR_UNSTATED */
} plain_year;

typedef struct year_plan {
    bool found;
    bool too_many; /* there is more to try than is tried: nothing is known */
    long cost;
    int purchases; /* packages and bookings of capacity, one by one: the fewest */
    int when;      /* the sum of their months: the largest with so few */
} year_plan;

/* The cheapest plan among those that cost `most` or less. */
year_plan plain_cheapest_year(const plain_year *year, long most);

#endif
