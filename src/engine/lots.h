/*
 * Lots: what was bought or is owned and runs out, in the order in which it is used.
 */
#ifndef BREAKEVEN_ENGINE_LOTS_H
#define BREAKEVEN_ENGINE_LOTS_H

#include <stdbool.h>
#include <stddef.h>

#include <breakeven/arena.h>
#include <breakeven/bill.h>

/* Units of packages, or points of general ones, that cost the same and begin and end together. */
typedef struct lot {
    be_quantity left;
    be_quantity size;  /* of one package */
    be_amount price;   /* of one package; 0 for what was owned before the plan */
    int from, last;    /* plan months in which it can be used; last may lie past the plan */
    be_duration valid; /* for a last month of which only some days count; 0: whole months */
    const be_general_package *general; /* whose points these are, or NULL */
    size_t owner;                      /* the item of the plan that bought or had it */
    size_t purchase;                   /* which of that item's purchases it is, if one */
} lot;

/* First to expire, then oldest, then smallest. */
typedef struct lot_list {
    lot *lots;
    size_t count;
    be_horizon horizon;
} lot_list;

/*
 * Whether `count` packages of a size hold more than a lot can: more than the longest plan can use.
 * A lot then holds that most, which serves as well; what is left of it is not to be relied on.
 */
bool lots_too_many(be_quantity size, be_quantity count);

/* An empty list with room for `most` lots. False when there is no memory. */
bool lots_open(lot_list *list, be_arena *arena, be_horizon horizon, size_t most);

/* Puts what is left of an owned package in; one that has ended counts for nothing. */
void lots_add_owned(lot_list *list, const be_owned *owned, size_t owner);

/* Puts `count` packages in that are bought in plan month `month`. */
void lots_add_bought(lot_list *list, lot one, be_quantity count, int month);

/* Can the lot be used in month t: it has begun, has not ended and is not empty. */
bool lot_usable(const lot *l, int t);

/*
 * What the lot can take of `units`, spread evenly over month t, when lots before it in the order
 * have taken `taken`: no more than falls into the days on which it is valid, theirs included.
 */
be_quantity lot_reach(const lot_list *list, const lot *l, int t, int days_in_month,
                      be_quantity units, be_quantity taken);

/* What can be used in month t, purchases of that month included. */
be_quantity lots_balance(const lot_list *list, int t);

/* What was bought by the end of month t and can be used in the months after it. */
be_quantity lots_carried_over(const lot_list *list, int t);

/* What some lots lost: units or points, and what was paid for them. */
typedef struct lot_waste {
    be_quantity units;
    be_amount amount;
} lot_waste;

/*
 * Empties the lots that end with month t, the plan's last one ending all, and adds what was left to
 * the waste of their owners.
 */
void lots_expire(lot_list *list, int t, lot_waste *by_owner);

/* What of `units`, spread evenly, falls on the first `days` days of a month. */
be_quantity share_of_days(be_quantity units, int days, int days_in_month);

#endif
