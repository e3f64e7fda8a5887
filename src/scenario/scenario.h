/*
 * Scenarios: a plan as a plain value.
 *
 * A scenario is what the user says: which products, how much of them, over which months. It holds
 * no price and no answer; the engine makes those from scenario_demand and the plan's months.
 *
 * An item holds everything by value, so assigning one copies it. Only the products are borrowed:
 * the catalogue outlives every scenario that was made for it.
 */
#ifndef BREAKEVEN_SCENARIO_SCENARIO_H
#define BREAKEVEN_SCENARIO_SCENARIO_H

#include <stdbool.h>
#include <stddef.h>

#include <breakeven/catalog.h>
#include <breakeven/demand.h>

enum {
    SCENARIO_NAME = 256,        /* bytes of a name with its NUL */
    SCENARIO_ITEMS_MAX = 10000, /* of a plan: each takes some kilobytes */
    SCENARIO_OWNED_MAX = 16,
    SCENARIO_PINNED_MAX = 32,
    SCENARIO_RATES_MAX = 8,
    SCENARIO_CURRENCY = 4,   /* "USD" and NUL */
    SCENARIO_DATE = 11,      /* "2026-11-20" and NUL */
    SCENARIO_SEASON = 12,    /* factors, January first */
    SCENARIO_FACTOR_MAX = 10 /* of a season */
};

/* One product of the plan. */
typedef struct scenario_item {
    const be_product *product;
    /*
     * What is expected. The counts (volume_count, per_request_count, owned_count, pinned_count) are
     * those of the arrays below; the pointers to them are left NULL here and set by
     * scenario_demand, as is the tax, which is the plan's.
     */
    be_demand demand;
    bool has_season;
    be_ratio season[SCENARIO_SEASON];
    be_ratio per_request[BE_METERS_MAX]; /* by meter; negative: what the meter says */
    be_quantity volumes[BE_MONTHS_MAX];
    be_owned owned[SCENARIO_OWNED_MAX];
    be_purchase pinned[SCENARIO_PINNED_MAX];
} scenario_item;

/* So much of the plan's one currency is one of another. */
typedef struct scenario_rate {
    char currency[SCENARIO_CURRENCY];
    be_ratio rate;
} scenario_rate;

/* The rate of a currency among `count` of them, or NULL. */
const scenario_rate *scenario_rate_of(const scenario_rate *rates, size_t count,
                                      const char *currency);

/* What it takes to add currencies up: into which one, at which rates, of which day. */
typedef struct scenario_exchange {
    char to[SCENARIO_CURRENCY]; /* empty: currencies are not added up */
    char date[SCENARIO_DATE];   /* as typed */
    scenario_rate rates[SCENARIO_RATES_MAX];
    size_t rate_count;
} scenario_exchange;

typedef struct scenario {
    char name[SCENARIO_NAME];     /* UTF-8; may hold anything but NUL */
    char customer[SCENARIO_NAME]; /* whom a quote is for, alike; empty: not said */
    be_horizon horizon;
    be_ratio tax; /* rate on top of every charge of every item */
    scenario_exchange exchange;
    scenario_item *items;
    size_t count;
    size_t capacity;
} scenario;

/* A new plan without a name or items, or NULL when there is no memory. */
scenario *scenario_create(be_horizon horizon);

/* A copy that shares nothing with `plan` but the products; NULL when there is no memory. */
scenario *scenario_copy(const scenario *plan);

/* Frees the plan. NULL is allowed. */
void scenario_destroy(scenario *plan);

/* Names the plan; a name that is too long is cut behind a whole character. */
void scenario_rename(scenario *plan, const char *name);

/* Says whom a quote is for; a name that is too long is cut alike. */
void scenario_set_customer(scenario *plan, const char *customer);

/* Do both say the same? Of what the counts leave unused, nothing is compared. */
bool scenario_equal(const scenario *a, const scenario *b);

/* The same for one item, and for all but the items. */
bool scenario_item_equal(const scenario_item *a, const scenario_item *b);
bool scenario_head_equal(const scenario *a, const scenario *b);

/* Makes all but the items equal to those of another plan. */
void scenario_take_head(scenario *plan, const scenario *from);

/* An item of `product` with a demand of nothing. */
scenario_item scenario_item_of(const be_product *product);

/* Puts a copy of `item` before position `at` (count: at the end). False when there is no memory,
 * and when the plan has SCENARIO_ITEMS_MAX. */
bool scenario_insert(scenario *plan, size_t at, const scenario_item *item);

/* Takes the item at `at` out. */
void scenario_remove(scenario *plan, size_t at);

/* Puts copies of `count` items in the place of the `gone` from `at` on. False, and nothing changes,
 * when there is no memory, and when the plan would have more than SCENARIO_ITEMS_MAX. */
bool scenario_splice(scenario *plan, size_t at, size_t gone, const scenario_item *items,
                     size_t count);

/* Moves the item at `from` so that it ends up at `to`; those between make room. */
void scenario_move(scenario *plan, size_t from, size_t to);

/*
 * The demand of `item`, which is the plan's or a copy, for the engine. Its arrays are borrowed from
 * `item` and go with it: adding to the plan or taking from it moves items.
 */
void scenario_demand(const scenario *plan, const scenario_item *item, be_demand *out);

#endif
