/*
 * A slow and obvious tariff: goes from unit to unit and looks up what each one costs. It shares no
 * code and no type with the engine; its money is whole millionths.
 */
#ifndef BREAKEVEN_TESTS_ENGINE_ORACLE_TARIFF_H
#define BREAKEVEN_TESTS_ENGINE_ORACLE_TARIFF_H

#include <stdbool.h>

enum { PLAIN_BANDS = 4, PLAIN_ENDLESS = 1000000 };

typedef enum plain_mode { PLAIN_FLAT, PLAIN_GRADUATED, PLAIN_VOLUME } plain_mode;

typedef struct plain_band {
    int up_to;  /* PLAIN_ENDLESS in the last band */
    long price; /* millionths for `per` units, a multiple of `per` */
    long flat;  /* millionths */
} plain_band;

typedef struct plain_tariff {
    plain_mode mode;
    bool gross;
    bool daily;
    bool flat_at_zero;
    int per, block;
    long minimum;
    plain_band bands[PLAIN_BANDS];
    int band_count;
} plain_tariff;

/* Millionths for `units` of one period, `before` of which the bands have counted already. */
long plain_charge(const plain_tariff *tariff, int before, int units);

/* Millionths for a month of `days` days, the units spread over the days where tiers are daily. */
long plain_month_charge(const plain_tariff *tariff, int days, int before, int units);

#endif
