/*
 * The cheapest packages that cover a given need in every month: an exact search.
 */
#ifndef BREAKEVEN_ENGINE_PACKAGES_H
#define BREAKEVEN_ENGINE_PACKAGES_H

#include <stdbool.h>
#include <stddef.h>

#include <breakeven/arena.h>
#include <breakeven/demand.h>

/* What packages have to cover, month by month. */
typedef struct cover_need {
    be_quantity units[BE_MONTHS_MAX];
    bool balance[BE_MONTHS_MAX]; /* some balance must be there even if no unit is needed */
} cover_need;

typedef struct cover_plan {
    bool possible;          /* false: no package with a known price is sold */
    bool proven;            /* no cheaper cover exists */
    be_amount cost;         /* at list prices */
    be_purchase *purchases; /* in month order */
    size_t count;
} cover_plan;

/* Memory and time are bounded; past the bound the best cover found comes back unproven. */
bool packages_cover(be_arena *arena, const be_product *product, be_horizon horizon,
                    const cover_need *need, cover_plan *out);

/* The same with general-purpose packages that cover the product. */
bool packages_cover_general(be_arena *arena, const be_product *product, be_horizon horizon,
                            const cover_need *need, cover_plan *out);

/* Validity in whole months, whenever in the plan it begins: 90 days are two or three months. */
int packages_whole_months(be_duration valid, be_horizon horizon);

#endif
