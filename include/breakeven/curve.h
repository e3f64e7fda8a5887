/*
 * Curves: what each way to buy costs as the volume grows, and the exact volumes at which another
 * pure one (pay as you go, packages, QPS) becomes the cheapest: the break-even points.
 *
 * The volume is that of the first month (be_demand.volume); everything else of the demand stays as
 * it is. Purchases that the user pinned are left out: they are one plan, not a way to buy.
 */
#ifndef BREAKEVEN_CURVE_H
#define BREAKEVEN_CURVE_H

#include <stdbool.h>
#include <stddef.h>

#include <breakeven/amount.h>
#include <breakeven/arena.h>
#include <breakeven/catalog.h>
#include <breakeven/demand.h>
#include <breakeven/quote.h>

#ifdef __cplusplus
extern "C" {
#endif

/*
 * Volumes between which one pure way to buy is the cheapest, both ends included. Mixtures do not
 * compete: the best plan may change its purchases with every unit, and a span would say nothing
 * that somebody could act on. What it costs stands in the points.
 */
typedef struct be_curve_span {
    be_quantity from, to;
    bool has_option;     /* false: nothing can be recommended anywhere in it, or undecided */
    bool undecided;      /* what is the cheapest changes somewhere in it: where was not found */
    be_option_id option; /* PAYG, PACKAGE or QPS; of equal totals the one that buys less */
    bool proven;         /* no other pure one is cheaper at any volume of it */
} be_curve_span;

/*
 * Spans as a reader wants them: one that follows is left out where the way before it costs no more
 * than 1 % above the cheapest at every volume of it. `proven` is of what was left out as well.
 */
enum { BE_CURVE_NEAR_PERCENT = 1 };

/*
 * The totals at one volume. A total is missing where the option is not sold or cannot be taken;
 * that of BEST is the optimum's (optimum.h).
 */
typedef struct be_curve_point {
    be_quantity volume;
    be_amount total[BE_OPTION_COUNT];
    bool has_best;
    be_option_id best; /* the pure way that costs no more than any plan found, or BEST: a mixture */
    bool proven;       /* no plan costs less than BEST */
} be_curve_point;

typedef struct be_curve {
    be_quantity from, to;
    const be_curve_span *spans; /* without gaps, from `from` to `to` */
    size_t span_count;
    const be_curve_span *broad; /* the same, those of little difference left out */
    size_t broad_count;
    const be_curve_point *points; /* evenly spread, both ends included */
    size_t point_count;
    size_t evaluations; /* demands that were priced to find the spans */
} be_curve;

/* So many demands are priced at most; past that, spans come back unproven or undecided. */
enum { BE_CURVE_EVALUATIONS = 20000, BE_CURVE_NEAR_LOOKS = 2000, BE_CURVE_POINTS_MAX = 1000 };

/*
 * Finds the spans of from..to (0 <= from <= to <= BE_QUANTITY_MAX) and the totals at `points`
 * volumes (0 or 2..BE_CURVE_POINTS_MAX; others are clamped).
 *
 * A span is proven by bounds. Between two volumes a and b each option's total lies between limits
 * that follow from the bills at a and at b: covers and capacity never get cheaper with more use,
 * nor do graduated charges, and under volume tiers a month costs at least its fewest units at the
 * lowest price that it can reach. Where the limits of the cheapest option overlap another's, the
 * interval is halved, down to two neighbouring volumes, both of which are then priced. Where a
 * cover is not known to be the cheapest, or the work is at its end, what is found is not proven.
 * Packages that cost no less than their units do by the unit are not compared: they cannot win.
 * For the broad spans at most BE_CURVE_NEAR_LOOKS demands more are priced.
 *
 * Everything lives in `arena`. NULL when there is no memory.
 */
const be_curve *be_curve_create(be_arena *arena, const be_product *product, const be_demand *demand,
                                be_horizon horizon, be_quantity from, be_quantity to,
                                size_t points);

/*
 * The spans alone, for which so many demands (2 or more) are priced at most: for who has to answer
 * at once, and can ask for one short range after the other.
 */
const be_curve *be_curve_trace(be_arena *arena, const be_product *product, const be_demand *demand,
                               be_horizon horizon, be_quantity from, be_quantity to,
                               size_t evaluations);

/*
 * The totals at one volume (0 to BE_QUANTITY_MAX), as the points of a curve have them. Without
 * `mixtures` BEST is the cheapest pure way, in a fraction of the time, and not proven. Resets
 * `scratch`. False when there is no memory.
 */
bool be_curve_point_at(be_arena *scratch, const be_product *product, const be_demand *demand,
                       be_horizon horizon, be_quantity volume, bool mixtures, be_curve_point *out);

#ifdef __cplusplus
}
#endif

#endif
