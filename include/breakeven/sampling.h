/*
 * Sampling: what to buy now when the volume is uncertain.
 *
 * What is bought too much is lost; what is bought too little costs a little more until it is bought
 * later. So the plan for the expected volume is rarely the best one to begin with. Sampling draws
 * many ways in which the volume may turn out, tries what could be bought in the first month on each
 * of them, and takes what costs least on average.
 *
 * A path is a volume for each month:
 *
 *   level         one for the whole path: the months of the demand times (1 + spread)^d, d being a
 *                 normal deviate in units of the one that one draw in ten exceeds. So half of the
 *                 levels lie below what is expected, one in ten above 1 + spread times and one in
 *                 ten below 1 / (1 + spread) times. Each of n paths draws from its own nth of the
 *                 distribution.
 *   noise         each month by itself the same with a quarter of the exponent.
 *   cancellation  from the second month on, each month all use ends for good with this chance.
 *
 * Peaks (concurrency, QPS) stay as the demand says. Everything is counted in integers: a seed gives
 * the same paths on every machine.
 *
 * Candidates are the first month's purchases of several plans (be_sampled_basis). On each path a
 * candidate's cost is the bill of these purchases with the best ones of the later months that
 * be_optimum_find finds, the path then being known. That is kinder to waiting than life is: in all
 * months but the first one knows what comes.
 *
 * To be quick, a sampling is a little coarse: packages too small to matter (below a five-hundredth
 * of all units) are bought in larger sizes or many at once, and capacity under which calls are free
 * by the month or year alone, where it is sold so.
 */
#ifndef BREAKEVEN_SAMPLING_H
#define BREAKEVEN_SAMPLING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <breakeven/amount.h>
#include <breakeven/catalog.h>
#include <breakeven/demand.h>
#include <breakeven/strategy.h>

#ifdef __cplusplus
extern "C" {
#endif

enum { BE_PATHS_USUAL = 200, BE_PATHS_MAX = 5000 };

/*
 * What a candidate's purchases are taken from: nothing, or the optimum for one forecast. A
 * percentage is the volume that so many of the paths do not exceed, taken month by month. HIGHEST,
 * of all paths, is a candidate only where pay-as-you-go cannot be had: no other one is then sure to
 * serve the first month.
 */
typedef enum be_sampled_basis {
    BE_SAMPLED_NOTHING,
    BE_SAMPLED_P10,
    BE_SAMPLED_P25,
    BE_SAMPLED_P35,
    BE_SAMPLED_P50,
    BE_SAMPLED_P75,
    BE_SAMPLED_EXPECTED, /* the demand as it is */
    BE_SAMPLED_HIGHEST,
    BE_SAMPLED_BASIS_COUNT
} be_sampled_basis;

/* "nothing", "p10", ..., "expected", "highest". */
const char *be_sampled_basis_name(be_sampled_basis basis);

/* The total over all paths. Missing: on that path there is no feasible plan at a known price. */
typedef struct be_sampled_cost {
    be_amount mean;          /* rounded at the 18th decimal; missing where any path's is */
    be_amount p10, p50, p90; /* no more than this on so many of 100 paths */
} be_sampled_cost;

/* A candidate: purchases of the first month. */
typedef struct be_sampled_choice {
    bool of[BE_SAMPLED_BASIS_COUNT]; /* the plans that begin with these purchases */
    be_schedule now;
    be_amount price; /* of them, less the discount */
    be_sampled_cost cost;
    be_amount excess; /* mean cost above that of perfect foresight */
} be_sampled_choice;

/* One thing to buy now, and whether it pays: against the same choice without it. */
typedef struct be_sampled_purchase {
    be_purchase buy;
    size_t choice;  /* whose purchase it is */
    size_t pays_on; /* paths that cost no more with it than without it */
} be_sampled_purchase;

typedef struct be_sampled {
    uint64_t seed;
    size_t paths;
    be_quantity volume_p10, volume_p50, volume_p90; /* calls of all months */
    const be_sampled_choice *choices;               /* alike ones are one */
    size_t choice_count;
    bool has_recommended;
    size_t
        recommended; /* the choice of the lowest mean cost; of equals the one that pays less now */
    size_t expected; /* the choice of EXPECTED */
    /* What the recommended choice buys, then what EXPECTED buys besides. */
    const be_sampled_purchase *purchases;
    size_t purchase_count;
    be_sampled_cost foresight;     /* the best plan of each path, all of it known */
    be_sampled_cost never_prepay;  /* nothing bought in any month */
    be_amount never_prepay_excess; /* above foresight */
} be_sampled;

/* A sampling under way. */
typedef struct be_sampling be_sampling;

/*
 * Begins a sampling of `paths` paths (1..BE_PATHS_MAX, clamped). Product and demand are borrowed
 * and must stay as they are. NULL when there is no memory.
 *
 * It holds 8 bytes a path for each month, 16 for each choice and for each purchase that is judged,
 * and the working memory of one search.
 */
be_sampling *be_sampling_create(const be_product *product, const be_demand *demand,
                                be_horizon horizon, uint64_t seed, size_t paths);

/*
 * Does up to `pieces` pieces of the work, each about one search of be_optimum_find. How it is cut
 * makes no difference to the result. False when there is no memory: then only to be destroyed.
 */
bool be_sampling_step(be_sampling *s, size_t pieces);

/* Pieces done and in all; the number of all changes as it becomes known what there is to do. */
void be_sampling_progress(const be_sampling *s, size_t *done, size_t *total);

/* The result, which lives as long as the sampling; NULL until all is done. */
const be_sampled *be_sampling_result(const be_sampling *s);

/* Ends a sampling, done or not. NULL is allowed. */
void be_sampling_destroy(be_sampling *s);

#ifdef __cplusplus
}
#endif

#endif
