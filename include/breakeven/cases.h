/*
 * Cases: the best plan for a low, the expected and a high volume, what each costs if another of
 * the volumes comes, and what all three buy.
 */
#ifndef BREAKEVEN_CASES_H
#define BREAKEVEN_CASES_H

#include <stdbool.h>

#include <breakeven/arena.h>
#include <breakeven/quote.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum be_volume_case {
    BE_CASE_LOW,
    BE_CASE_EXPECTED,
    BE_CASE_HIGH,
    BE_CASE_COUNT
} be_volume_case;

/* "low", "expected", "high". */
const char *be_volume_case_name(be_volume_case which);

/* One volume and the best plan for it. */
typedef struct be_case {
    be_quantity volume;    /* of the first month */
    const be_quote *quote; /* the ways to buy for this volume; its BEST is the plan */
    bool has_plan;         /* there is a feasible one at a known price */
    /* What the plan costs if one of the volumes comes: its purchases stay as they are, the use
     * differs. Missing where there is no plan, or where it does not serve or carry all then. */
    be_amount total[BE_CASE_COUNT];
    be_amount
        worst; /* the most that it costs above the least, over the volumes; missing as those */
} be_case;

typedef struct be_cases {
    be_case cases[BE_CASE_COUNT];
    be_amount hindsight[BE_CASE_COUNT]; /* the least of the totals at each volume */
    /*
     * What all three plans buy, and so is not rued whichever volume comes. Of packages, what a plan
     * might as well buy in the first month, at the same cost, counts as bought then; and at the end
     * of each month the fewest that any of the plans has bought by then are common: those that they
     * buy in different months have to be bought by the last of these. Of capacity, the fewest of
     * purchases in the same month for the same terms. Empty where one of the volumes has no plan.
     */
    be_schedule common;
} be_cases;

/*
 * The cases of a quote that was made of `demand` alone (not with items that share its points),
 * which gives low and high (low <= volume <= high). Everything lives in `arena`; NULL when there is
 * no memory.
 */
const be_cases *be_cases_create(be_arena *arena, const be_quote *quote, const be_demand *demand);

#ifdef __cplusplus
}
#endif

#endif
