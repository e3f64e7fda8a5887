/*
 * The cheapest capacity by brute force: tries every number of every term in every month, several at
 * once as well. It shares no code and no type with the engine.
 */
#ifndef BREAKEVEN_TESTS_ENGINE_ORACLE_TERMS_H
#define BREAKEVEN_TESTS_ENGINE_ORACLE_TERMS_H

#include <stdbool.h>

#include "oracle_tariff.h"

enum { TERM_MONTHS = 3, TERM_CHOICES = 5 };

/*
 * What can be bought on the first day of a month: so many days of it, all of it, or a year. The
 * rest of its days follows those of the peak.
 */
typedef enum plain_term {
    PLAIN_PEAK_DAYS,
    PLAIN_REST_DAYS,
    PLAIN_ALL_DAYS,
    PLAIN_MONTH,
    PLAIN_YEAR
} plain_term;

typedef struct plain_terms {
    int months;
    int days[TERM_MONTHS], peak_days[TERM_MONTHS];
    int peak[TERM_MONTHS];   /* needed on the peak days */
    int steady[TERM_MONTHS]; /* needed on every day */
    int have;                /* without buying */
    int min, max;            /* fewest and most that are sold at once */
    bool additive; /* bought units add to `have` and to each other; else the highest counts */
    bool overlap;  /* of what does not: two may be valid on the same day */
    bool sold[TERM_CHOICES];
    plain_tariff price[TERM_CHOICES]; /* for all days of one, a month or a year, by how many */
} plain_terms;

/* How many are bought of each in each month. */
typedef struct plain_bookings {
    int count[TERM_MONTHS][TERM_CHOICES];
} plain_bookings;

long plain_bookings_cost(const plain_terms *terms, const plain_bookings *bookings);
bool plain_bookings_carry(const plain_terms *terms, const plain_bookings *bookings);

/* The cost of the cheapest bookings that carry every month. */
long plain_cheapest_bookings(const plain_terms *terms);

#endif
