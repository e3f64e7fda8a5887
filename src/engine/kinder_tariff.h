/*
 * Kinder tariffs: a month's pay-as-you-go as it would be if some units could be had more cheaply,
 * for a bound that holds at many volumes at once.
 */
#ifndef BREAKEVEN_ENGINE_KINDER_TARIFF_H
#define BREAKEVEN_ENGINE_KINDER_TARIFF_H

#include <stdbool.h>

#include <breakeven/arena.h>
#include <breakeven/tariff.h>

typedef struct kindness {
    be_quantity spared; /* so many of a month's units may cost `price` each, */
    be_amount price;    /*   for as many as the tariff says that a price is for */
    be_quantity added;  /* and so many units more may be paid for */
} kindness;

/*
 * Whether a tariff is one that kinder_tariff understands: units times the price of a monthly band,
 * by what is left to pay, later bands at no higher prices and those without a price last.
 */
bool kinder_understands(const be_tariff *tariff);

/*
 * A tariff by which x units cost no more, for every s up to `spared` and a up to `added`, than
 * x - s + a units cost by the one given together with s at the price; no more than is needed at x
 * units and more of the band `paid`, whose price it is. False without memory; `*made` says whether
 * there is such a tariff.
 */
bool kinder_tariff(be_arena *arena, const be_tariff *tariff, const be_band *paid, kindness by,
                   be_tariff *out, bool *made);

#endif
