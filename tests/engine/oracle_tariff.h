/*
 * A slow and obvious tariff: goes from unit to unit and looks up what each one costs. It shares no
 * code and no type with the engine; its money is whole numbers of 10^-10 of a currency.
 */
#ifndef BREAKEVEN_TESTS_ENGINE_ORACLE_TARIFF_H
#define BREAKEVEN_TESTS_ENGINE_ORACLE_TARIFF_H

#include <stdbool.h>

typedef long plain_money;

#define PLAIN_ONE 10000000000L /* one currency unit */

enum { PLAIN_BANDS = 4, PLAIN_ENDLESS = 1000000 };

typedef enum plain_mode { PLAIN_FLAT, PLAIN_GRADUATED, PLAIN_VOLUME, PLAIN_REQUEST } plain_mode;

typedef struct plain_band {
    int up_to;         /* PLAIN_ENDLESS in the last band */
    plain_money price; /* for `per` units, a multiple of `per` */
    plain_money flat;
} plain_band;

typedef struct plain_tariff {
    plain_mode mode;
    bool gross;
    bool daily;
    bool flat_at_zero;
    int per, block;
    plain_money minimum;
    plain_band bands[PLAIN_BANDS];
    int band_count;
} plain_tariff;

/* What the bands have seen before the first unit, and how large the requests are. */
typedef struct plain_position {
    int before;
    int request_size;
} plain_position;

/* What `units` of one period cost. */
plain_money plain_charge(const plain_tariff *tariff, plain_position at, int units);

/* What a month of `days` days costs, the units spread over the days where tiers are daily. */
plain_money plain_month_charge(const plain_tariff *tariff, int days, plain_position at, int units);

#endif
