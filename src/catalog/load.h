/*
 * The parts of a catalogue file, each read by a source of its own: load_<part>.c.
 *
 * Private to the loader. Every function and type here follows the rules of config/reader.h: it
 * reports what is wrong, reads on, and returns false.
 */
#ifndef BREAKEVEN_CATALOG_LOAD_H
#define BREAKEVEN_CATALOG_LOAD_H

#include <breakeven/catalog.h>

#include "catalog/id_index.h"
#include "catalog/merge.h"
#include "config/nearest.h"
#include "config/reader.h"

/* What the parts of one file need to know of each other; a reader's context. */
typedef struct loader {
    const merge *beneath;        /* what the user's own prices lie over; NULL: any other file */
    const be_provider *provider; /* being read; each part sees those that stand before it */
    /* Of that part, by id. */
    id_index sources;  /* be_source */
    id_index products; /* be_product */
    id_index sellers;  /* be_product, by the id of each of its packages */
    id_index covered;  /* a setting that covers the product with this id */
} loader;

/* Indexes what stands before the part of the provider that is about to be read. */
bool load_index(reader *in, const config_setting_t *part);
void load_index_clear(loader *state);

/* The provider being read as it is beneath the user's own prices, or NULL. */
const be_provider *load_beneath(const loader *state);

/* What a file says. */
typedef struct load_result {
    be_provider *providers; /* in the reader's arena, as all else */
    open_provider *open;    /* of each of these, to be changed in place */
    size_t count;
    const struct written_price *prices; /* of the user's own alone: single prices */
    size_t price_count;
} load_result;

/* Reads a whole file. */
bool load_root(reader *in, const config_setting_t *root, load_result *out);

/* Tables of a group's keys. */
extern const reader_record load_source_record;          /* be_source */
extern const reader_record load_product_record;         /* be_product */
extern const reader_record load_payg_record;            /* be_payg */
extern const reader_record load_capacity_record;        /* be_capacity */
extern const reader_record load_general_package_record; /* be_general_package */

/* Types of a key. The C type of the field stands first. */
extern const reader_type load_source_name;   /* const be_source *: the id of one of the sources */
extern const reader_type load_free;          /* be_free_quota */
extern const reader_type load_limits;        /* be_limits */
extern const reader_type load_price;         /* be_amount: a decimal, "quote" or "unknown" */
extern const reader_type load_bands;         /* be_tariff: its bands */
extern const reader_type load_one_price;     /* be_tariff: a single band with this price */
extern const reader_type load_meters;        /* be_product: its meters */
extern const reader_type load_request_bands; /* be_product: what sizes a request */
extern const reader_type load_deduction;     /* be_product: its deduction order */
extern const reader_type load_notes;         /* be_product: its notes */
extern const reader_type load_notes_zh;      /* be_product: their Chinese twins */

/* The names of the tier modes that a single meter can have: all but "request". */
extern const reader_names load_tier_modes;

/* Checks what the keys of a tariff say together. `group` is where its bands stand. */
bool load_check_tariff(reader *in, const config_setting_t *group, const be_tariff *tariff);

/* Checks what the meters of a product ask of its other keys, and the other way round. */
bool load_check_meters(reader *in, const config_setting_t *group, const be_product *product);

/* Refuses ids that mean capacity where a plan names what is bought. */
bool load_check_bought_id(reader *in, const config_setting_t *group, const char *id);

/* The product with this id among `count`, or NULL. */
const be_product *load_find_product(const be_product *products, size_t count, const char *id);

/* Whether a general package that is there beneath the user's own prices covers it. */
bool load_is_covered_beneath(const loader *state, const char *id);

#endif
