/*
 * The ways to buy capacity in a month, as the search for the optimum asks for them: one for each
 * effect, the cheapest that has it.
 *
 * Terms of days and months end with the month that they are bought in (a longer one is as dear as
 * several), so they matter to that month alone. A term of a year runs on: the later months' ways
 * are asked for with what runs. Of two years that overlap the later one is at a higher level, for
 * else it could wait until the other ends; so one level and one end say all. Where levels add up
 * that is their sum. Where orders are not to overlap, none is made while a year runs.
 */
#ifndef BREAKEVEN_ENGINE_PLAN_WAYS_H
#define BREAKEVEN_ENGINE_PLAN_WAYS_H

#include <stdbool.h>

#include <breakeven/arena.h>
#include <breakeven/bill.h>
#include <breakeven/strategy.h>

enum {
    WAY_BUYS_MAX = 4,   /* a year, a month, days up to a month's end, days of the peak */
    WAY_LEVELS_MAX = 5, /* that one month may ask for */
    YEAR_LEVELS_MAX = BE_MONTHS_MAX * WAY_LEVELS_MAX
};

/* A year's term that is running. */
typedef struct year_term {
    be_quantity level; /* 0: none is */
    int until;         /* the first month after it */
} year_term;

typedef struct plan_way {
    be_purchase buys[WAY_BUYS_MAX];
    int count;
    be_amount price;
    int days;          /* of the month on which calls are free */
    bool plain;        /* carries the load */
    bool lifting;      /* carries it if a package has balance and leaves nothing to pay */
    bool outdone;      /* another way costs no more and does no less */
    be_quantity level; /* of the year that it begins; 0: it begins none */
} plan_way;

typedef struct plan_way_list {
    plan_way *items;
    int count;
} plan_way_list;

/* The levels that a month may ask for, rising; the last is that of its peak. */
typedef struct month_levels {
    be_quantity level[WAY_LEVELS_MAX];
    int count;
} month_levels;

typedef struct plan_ways {
    be_arena *arena;
    const be_product *product;
    const be_demand *demand;
    const be_usage *usage;
    bool by_month;   /* there is something to decide; else the one way is to buy nothing */
    bool free_calls; /* under what is bought */
    bool lifted;     /* a package's balance can raise a limit */
    bool whole;      /* no way that could be cheaper is missing */
    bool kind;       /* for a bound: whatever is bought carries any load */
    bool exempt[BE_MONTHS_MAX]; /* for a bound: months that need nothing */
    const be_purchase *fixed;   /* what is bought in any case, in place of ways */
    size_t fixed_count;
    be_amount fixed_price;
    int day_item, year_item; /* index of the price by that term, or -1 */
    month_levels levels[BE_MONTHS_MAX];
    be_quantity year_levels[YEAR_LEVELS_MAX]; /* that a year may be bought at, rising */
    int year_level_count;
    /* By month and by the level that runs, none first; made when asked for. */
    plan_way_list *lists[BE_MONTHS_MAX];
} plan_ways;

/* Whether a layer is in the product's order of deduction. */
bool plan_draws_on(const be_product *product, be_layer layer);

/* Begins with a product of which nothing is bought. What is given is borrowed. */
void plan_ways_begin(plan_ways *w, be_arena *arena, const be_product *product,
                     const be_demand *demand, const be_usage *usage);

/*
 * Finds out what is to be decided about capacity. Where not all ways can be listed `whole` is
 * false, and those listed are fewer than there are, or for a bound kinder than they are. False when
 * there is no memory.
 */
bool plan_ways_decide(plan_ways *w, bool bound);

/* The ways of month t while `running` runs. NULL when there is no memory. */
const plan_way_list *plan_ways_at(plan_ways *w, int t, year_term running);

/* What runs in month t of a term that was running before it. */
year_term year_term_in(year_term running, int t);

/* What runs after a way of month t was taken while `running` ran. */
year_term year_term_after(year_term running, const plan_way *way, int t);

/*
 * What the months from each one on cost at least, in `rest`, where no unit costs less than
 * `unit_least` and nothing is left at their start: units one by one, or calls that are free, for a
 * month or a part of it. A free quota that comes every month is counted in; whatever else there is
 * saves `unit_least` a unit. False when there is no memory.
 */
bool plan_ways_rest(plan_ways *w, be_amount unit_least, be_amount rest[BE_MONTHS_MAX + 1]);

/*
 * The cheapest capacity for all that has to be carried, as far as it is known: calls that wait in a
 * queue do not ask for more, nor do limits that nobody states. False when there is no memory.
 */
bool plan_ways_speed(const plan_ways *w, be_schedule *out);

/* Whether month t carries its load under what is fixed and capacity bought. */
bool plan_ways_carry(const plan_ways *w, int t, const be_purchase *buys, size_t count, bool lifts);

#endif
