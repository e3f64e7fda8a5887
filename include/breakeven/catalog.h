/*
 * The catalogue: what vendors sell, at what price, under what rules, and where that is written.
 *
 * Everything here is a plain value that the engine only reads. Whoever builds a catalogue (the
 * loader of pricing files, or a program's static tables) owns it and keeps it unchanged for as long
 * as any product of it is in use. Vendors differ in these data alone; no code knows a vendor's
 * name.
 *
 * Strings are UTF-8 and never NULL unless said. Where a text has a Chinese twin (`_zh`), that may
 * be NULL. Prices may be QUOTE or UNPUBLISHED (amount.h).
 */
#ifndef BREAKEVEN_CATALOG_H
#define BREAKEVEN_CATALOG_H

#include <stdbool.h>
#include <stddef.h>

#include <breakeven/amount.h>
#include <breakeven/calendar.h>
#include <breakeven/quantity.h>
#include <breakeven/tariff.h>

#ifdef __cplusplus
extern "C" {
#endif

/* How far a figure can be trusted. */
typedef enum be_confidence {
    BE_CONFIDENCE_VENDOR,      /* the vendor's own page */
    BE_CONFIDENCE_MIRROR,      /* the vendor's text, read in a copy kept by others */
    BE_CONFIDENCE_SECOND_HAND, /* somebody's note that cites the vendor */
    BE_CONFIDENCE_INFERRED,    /* computed, no vendor says it */
    BE_CONFIDENCE_USER,        /* entered by the user */
    BE_CONFIDENCE_COUNT
} be_confidence;

/* "vendor", "mirror", "second-hand", "inferred", "user": as in catalogue files. */
const char *be_confidence_name(be_confidence confidence);

typedef struct be_source {
    const char *id;
    const char *title;
    const char *address;
    const char *date_text; /* as printed: "2026-01-21", "2026-01" or "2021" */
    be_date date;
    be_confidence confidence;
} be_source;

/* The layers that can pay for a unit, in no particular order: products list theirs. */
typedef enum be_layer {
    BE_LAYER_FREE,
    BE_LAYER_QPS, /* prepaid QPS under which calls are free */
    BE_LAYER_PACKAGE,
    BE_LAYER_GENERAL, /* points of general-purpose packages */
    BE_LAYER_PAYG,
    BE_LAYER_COUNT
} be_layer;

/* "free", "qps", "package", "general", "payg". */
const char *be_layer_name(be_layer layer);

typedef struct be_free_quota {
    be_quantity quantity; /* 0: there is none */
    bool monthly;         /* so many each calendar month, unused ones lost; else once */
    be_duration valid;    /* of a quota given once: from the plan's first day */
    const be_source *source;
} be_free_quota;

typedef struct be_payg {
    bool offered; /* false: the product cannot be had by the unit */
    bool opt_in;  /* off until switched on: then units past the packages are not served */
    be_tariff tariff;
    const be_source *source;
} be_payg;

/* The ways of use that a vendor may price apart. */
typedef enum be_use {
    BE_USE_STANDARD,
    BE_USE_BATCH,  /* sent as a batch job: never from the free quota */
    BE_USE_CACHED, /* read from the context cache: never from the free quota, never in a batch */
    BE_USE_COUNT
} be_use;

/* "standard", "batch", "cached". */
const char *be_use_name(be_use use);

enum { BE_METERS_MAX = 8 };

/*
 * One of the things that a request draws where it draws several: the input and the output tokens of
 * a model, the classification and the recognitions of a mixed receipt.
 */
typedef struct be_meter {
    const char *id;
    const char *name, *name_zh;
    const char *unit, *unit_zh;
    bool free;            /* its standard use draws on the product's free quota */
    be_ratio per_request; /* units that a request takes unless the demand says; 0: it has to say */
    /* By use; without bands where that use is not priced apart and counts as standard. */
    be_tariff tariff[BE_USE_COUNT];
    const be_source *source;
} be_meter;

/* A resource package: so many units, bought at once, used within its validity. */
typedef struct be_package {
    const char *id;
    be_quantity size;
    be_amount price;
    be_duration valid; /* whole months in practice: bought in month m, usable in m .. m+valid-1 */
    const be_source *source;
} be_package;

/*
 * A product that a general-purpose package pays for, by the id within its provider. A unit is paid
 * for as a whole or not at all; its points may come from several packages that ask the same.
 */
typedef struct be_general_cover {
    const char *product;
    be_quantity points; /* that one unit costs, 1 or more */
} be_general_cover;

/* A general-purpose package: points that several products of a provider draw on. */
typedef struct be_general_package {
    const char *id;
    be_quantity points;
    be_amount price;
    be_duration valid;
    const be_general_cover *covers;
    size_t cover_count;
    const be_source *source; /* never NULL */
} be_general_package;

/* A limit that may be unstated. */
typedef struct be_limit {
    bool stated;
    be_quantity value; /* BE_UNBOUNDED: the vendor says "unlimited" */
} be_limit;

/*
 * What happens to a request beyond the limit of tasks at once. Beyond a limit a second it is
 * refused in any case.
 */
typedef enum be_over { BE_OVER_REJECT, BE_OVER_QUEUE } be_over;

/* What an account may do before it buys capacity. */
typedef struct be_limits {
    be_limit qps;          /* requests a second */
    be_limit with_package; /* requests a second while a package has balance */
    be_limit rps;          /* submissions a second; always rejects */
    be_limit concurrency;  /* tasks running at once */
    be_over over;
} be_limits;

typedef enum be_term { BE_TERM_DAY, BE_TERM_MONTH, BE_TERM_YEAR, BE_TERM_COUNT } be_term;

/* "day", "month", "year". */
const char *be_term_name(be_term term);

/* The price of one term: by how many are bought, so a tariff over the count. */
typedef struct be_capacity_price {
    be_term term;
    be_tariff tariff;
    const be_source *source;
} be_capacity_price;

typedef enum be_capacity_kind { BE_CAPACITY_QPS, BE_CAPACITY_CONCURRENCY } be_capacity_kind;

/*
 * Capacity for sale. Two things go by the name "prepaid QPS": under one every call is free while it
 * lasts (calls_free), the other only raises the limit and calls are billed as before.
 */
typedef struct be_capacity {
    bool offered;
    be_capacity_kind adds_to;
    bool additive; /* bought units add to the default; else the bought level replaces it */
    bool overlap;  /* of what does not add up: orders may be valid on the same day, the larger
                      counts;  else none is bought while another is valid */
    bool calls_free;
    be_quantity min;      /* fewest that can be bought, 1 or more */
    be_quantity max;      /* most that can be bought; BE_UNBOUNDED where none is stated */
    be_quantity lifts_to; /* the limit while any is valid, however many; 0: it goes by the number */
    const be_capacity_price *prices; /* at most one for each term */
    size_t price_count;
} be_capacity;

/* A sentence for the user, from the catalogue. */
typedef struct be_note {
    const char *text;
    const char *text_zh;
} be_note;

struct be_provider;

typedef struct be_product {
    const struct be_provider *provider;
    const char *key; /* "provider/product", the product's name everywhere */
    const char *id;
    const char *name, *name_zh;
    const char *category, *category_zh;
    const char *region;
    const char *currency;               /* ISO 4217 */
    const char *unit, *unit_zh;         /* "image", "call": singular */
    const be_source *source;            /* of every figure that names no other */
    be_layer deduction[BE_LAYER_COUNT]; /* who pays for a unit first, second, ... */
    size_t deduction_count;
    be_free_quota free;
    be_payg payg;
    /*
     * Where a request draws several meters, these, and payg.tariff is unused; a unit of demand is
     * then a request. Such a product has no packages of either kind and no capacity under which
     * calls are free.
     * Empty: one meter, whose unit is `unit` and whose tariff is payg.tariff.
     */
    const be_meter *meters;
    size_t meter_count;      /* 0, or 1..BE_METERS_MAX */
    size_t request_meter;    /* the meter whose units per request pick the band of REQUEST tiers */
    be_quantity request_max; /* largest request that is taken; BE_UNBOUNDED where none is stated */
    const be_package *packages;
    size_t package_count;
    be_limits limits;
    be_capacity capacity;
    const be_note *notes;
    size_t note_count;
} be_product;

typedef struct be_provider {
    const char *id;
    const char *name, *name_zh;
    const be_source *sources;
    size_t source_count;
    const be_product *products;
    size_t product_count;
    const be_general_package *general_packages;
    size_t general_package_count;
} be_provider;

typedef struct be_catalog {
    const be_provider *const *providers;
    size_t provider_count;
} be_catalog;

/*
 * Points of the package that a unit of the product costs; 0 where it is not covered. The package is
 * one of a provider's own, not a copy.
 */
be_quantity be_general_points(const be_general_package *package, const be_product *product);

/* The product called "provider/product", or NULL. Borrowed from the catalogue. */
const be_product *be_catalog_find(const be_catalog *catalog, const char *key);

/*
 * The product whose key is nearest to a misspelt one, or NULL when none is near. For "did you
 * mean". Distance: single-letter edits, at most a third of the key's length.
 */
const be_product *be_catalog_nearest(const be_catalog *catalog, const char *key);

/* How many products there are, and the i-th of all, providers in order. */
size_t be_catalog_product_count(const be_catalog *catalog);
const be_product *be_catalog_product(const be_catalog *catalog, size_t index);

/* The oldest date among the sources of the product's figures, as printed; the age that counts. */
const be_source *be_product_oldest_source(const be_product *product);

/* A source of the product's figures that is second-hand or inferred, or NULL. */
const be_source *be_product_second_hand_source(const be_product *product);

/* Prices older than so many days are marked wherever a total is shown. */
enum { BE_PRICE_AGE_DAYS = 180 };

#ifdef __cplusplus
}
#endif

#endif
