/*
 * Regret: what each way to buy costs if the volume turns out lower or higher than expected.
 *
 * Purchases are decided now, for the expected volume; only what is used differs afterwards. The
 * regret of a decision is what it costs more than the cheapest way to buy that hindsight would have
 * chosen for that volume. The decision whose worst regret is least is the safe one: of the columns,
 * and of the best plans for the three volumes.
 */
#ifndef BREAKEVEN_REGRET_H
#define BREAKEVEN_REGRET_H

#include <stdbool.h>

#include <breakeven/arena.h>
#include <breakeven/cases.h>
#include <breakeven/quote.h>

#ifdef __cplusplus
extern "C" {
#endif

/* One decision: the purchases of one column, used at three volumes. */
typedef struct be_regret_row {
    be_option_id id;
    be_option_id repeats;           /* of BEST: the column whose purchases it takes, else its own */
    bool offered;                   /* it can be decided for: else nothing below is filled */
    be_amount total[BE_CASE_COUNT]; /* under the purchases made for the expected volume */
    bool feasible[BE_CASE_COUNT];   /* serves every unit and carries the load, at a known price */
    be_amount regret[BE_CASE_COUNT]; /* missing where it is not feasible or nothing is */
    bool has_worst;                  /* feasible in every case */
    be_amount worst;
} be_regret_row;

typedef struct be_regret {
    const be_cases *cases; /* the volumes and the best plans for them, by the hindsight below */
    be_quantity volume[BE_CASE_COUNT];  /* of the first month */
    be_amount hindsight[BE_CASE_COUNT]; /* the cheapest for that volume alone; missing: none */
    be_option_id hindsight_by[BE_CASE_COUNT];
    be_regret_row rows[BE_OPTION_COUNT]; /* see `repeats` */
    bool has_least;
    /* The least worst regret; of equals the one that is rued less in all, then that buys less. */
    bool least_is_case;        /* it is that of a plan for one of the volumes: */
    be_volume_case least_case; /*   this one; else */
    be_option_id least;        /*   this row's */
} be_regret;

/*
 * The regrets of a quote that was made of `demand` alone (not with items that share its points),
 * which gives low and high (low <= volume <= high). Everything lives in `arena`; NULL when there is
 * no memory.
 */
const be_regret *be_regret_create(be_arena *arena, const be_quote *quote, const be_demand *demand);

#ifdef __cplusplus
}
#endif

#endif
