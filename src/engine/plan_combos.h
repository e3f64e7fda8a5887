/*
 * Combinations of packages: for every number of units that packages of one sort can make together,
 * the cheapest way to make it.
 */
#ifndef BREAKEVEN_ENGINE_PLAN_COMBOS_H
#define BREAKEVEN_ENGINE_PLAN_COMBOS_H

#include <breakeven/arena.h>
#include <breakeven/demand.h>

/* One package of the sort. */
typedef struct combo_size {
    size_t item;
    be_quantity units;
    be_amount price;
} combo_size;

typedef struct combo {
    be_quantity units;
    be_amount price;
    int packages;
    be_quantity smallest; /* package in it */
    int before;           /* index of the combination with one package less, or -1 */
    size_t item;
    bool outdone; /* another one has no fewer units and costs no more */
} combo;

/* Those of less than a need, by units, nothing first; and the cheapest of all that cover it. */
typedef struct combo_list {
    combo *items;
    int count;
} combo_list;

enum { COMBOS_MAX = 4096 };

/*
 * Lists the combinations that matter where `need` units can be used: all of fewer units, and the
 * cheapest with at least so many, last. Ties: fewer packages. `*too_many` is set, and nothing else,
 * where there are more than COMBOS_MAX. False when there is no memory.
 */
bool plan_combos_list(be_arena *arena, const combo_size *sizes, size_t count, be_quantity need,
                      combo_list *out, bool *too_many);

#endif
