#include "draws.h"

/* -- bits ----------------------------------------------------------------------------------------
 */

/* SplitMix64: a counter through a mixing function. */
static uint64_t bits(draws *from)
{
    uint64_t z = from->state += UINT64_C(0x9E3779B97F4A7C15);
    z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
    return z ^ (z >> 31);
}

static uint64_t high_bits(draws *from)
{
    return bits(from) >> 32;
}

draws draws_of(uint64_t seed, uint64_t series)
{
    draws mixed = {seed};
    return (draws){bits(&mixed) ^ (series * UINT64_C(0xD1342543DE82EF95))};
}

bool draws_happens(draws *from, be_ratio share)
{
    return (be_ratio)((high_bits(from) * (uint64_t)BE_RATIO_ONE) >> 32) < share;
}

/* -- deviates ------------------------------------------------------------------------------------
 */

enum { HALF = 40 }; /* steps of the table; it holds the upper half of the distribution */

/*
 * Quantiles of the normal distribution at 1/2, 1/2 + 1/80, ..., in billionths of the one at 9/10.
 * Between them deviates are spread evenly. The last entry is such that the mean beyond the one
 * before it is that of the normal distribution.
 */
static const int64_t quantiles[HALF + 1] = {
    0,          24453157,   48930359,   73455815,   98054070,   122750179,  147569892,
    172539849,  197687795,  223042820,  248635617,  274498783,  300667158,  327178215,
    354072518,  381394260,  409191894,  437518900,  466434705,  496005803,  526307149,
    557423875,  589453477,  622508581,  656720538,  692244138,  729263899,  768002620,
    808733271,  851795899,  897622391,  946773938,  1000000000, 1058335678, 1123272375,
    1197080621, 1283486105, 1389303708, 1529368023, 1748975841, 2290927167,
};

/* The deviate at `share` of 2^32 of the upper half. */
static int64_t above_median(uint64_t share)
{
    uint64_t at = share * HALF;
    int64_t from = quantiles[at >> 32], to = quantiles[(at >> 32) + 1];
    return from + (int64_t)(((uint64_t)(to - from) * (at & UINT32_MAX)) >> 32);
}

/* The deviate below which `share` of 2^32 of all draws lie. */
static int64_t deviate_at(uint64_t share)
{
    uint64_t twice = share * 2;
    bool above = twice >> 32 != 0;
    return above ? above_median(twice & UINT32_MAX) : -above_median(UINT32_MAX - twice);
}

int64_t draws_deviate(draws *from)
{
    return deviate_at(high_bits(from));
}

int64_t draws_deviate_in(draws *from, size_t part, size_t parts)
{
    return deviate_at((((uint64_t)part << 32) + high_bits(from)) / parts);
}
