/*
 * The cheapest terms (days, months, years) that keep bought capacity at a level month by month.
 */
#ifndef BREAKEVEN_ENGINE_TERMS_H
#define BREAKEVEN_ENGINE_TERMS_H

#include <stddef.h>

#include <breakeven/demand.h>

/* At most one purchase begins in any month. */
enum { TERMS_MAX = BE_MONTHS_MAX };

/* What is needed in each month: so much, on so many days; level 0 in a month without need. */
typedef struct term_need {
    be_quantity level[BE_MONTHS_MAX];
    int days[BE_MONTHS_MAX];
} term_need;

/*
 * How many of a capacity price to buy for a level: under volume tiers the first of a later band can
 * cost less.
 */
be_quantity terms_cheapest_count(const be_capacity *capacity, size_t item, be_quantity level);

/*
 * Writes the purchases that meet `need` at the least cost, in month order; returns their number.
 * A year bought covers twelve months at the highest level among them. Where prices are by volume
 * and a larger number costs less, that is what is bought. Of equal costs the shorter term wins: it
 * is bought later.
 */
size_t terms_cheapest(const be_capacity *capacity, be_horizon horizon, const term_need *need,
                      be_purchase out[TERMS_MAX]);

#endif
