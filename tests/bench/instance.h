/*
 * Random questions to the optimum, in the style and size of what vendors sell: five sizes of
 * packages from a thousand to ten million units, a thousand to 200,000 calls a month.
 */
#ifndef BREAKEVEN_TESTS_BENCH_INSTANCE_H
#define BREAKEVEN_TESTS_BENCH_INSTANCE_H

#include <breakeven/breakeven.h>

#include "random.h"

enum { INSTANCE_SIZES = 5, INSTANCE_BANDS = 4 };

typedef enum instance_tiers {
    INSTANCE_FLAT,
    INSTANCE_FALLING, /* graduated: the more, the cheaper the next */
    INSTANCE_RISING,  /* graduated: the more, the dearer the next */
    INSTANCE_VOLUME,
    INSTANCE_TIERS_COUNT
} instance_tiers;

extern const char *const instance_tiers_names[INSTANCE_TIERS_COUNT];

/* What is asked for; the rest is random. */
typedef struct instance_kind {
    instance_tiers tiers;
    int months, validity;
    bool stock; /* a free quota and units that are owned, used before anything else */
    bool qps;   /* calls are free under QPS that is sold by the month and year */
} instance_kind;

/* Points into itself: not to be copied. */
typedef struct instance {
    instance_kind kind;
    be_source source;
    be_product product;
    be_band bands[INSTANCE_BANDS];
    be_package packages[INSTANCE_SIZES];
    be_capacity_price terms[2];
    be_band term_bands[2];
    be_quantity volumes[BE_MONTHS_MAX];
    be_owned owned;
    be_demand demand;
    be_usage usage;
} instance;

void instance_fill(instance *in, instance_kind kind, random_source *r);

#endif
