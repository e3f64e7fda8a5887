/*
 * The parts of a catalogue file, each read by a source of its own: load_<part>.c.
 *
 * Private to the loader. Every function and type here follows the rules of config/reader.h: it
 * reports what is wrong, reads on, and returns false.
 */
#ifndef BREAKEVEN_CATALOG_LOAD_H
#define BREAKEVEN_CATALOG_LOAD_H

#include <breakeven/catalog.h>

#include "config/reader.h"

/* What the parts of one file need to know of each other; a reader's context. */
typedef struct loader {
    bool is_overlay;             /* the user's own prices */
    const be_provider *provider; /* being read; its id and sources are there before its products */
} loader;

/* Reads a whole file. `*providers` are in the reader's arena. */
bool load_root(reader *in, const config_setting_t *root, be_provider **providers, size_t *count);

/* Tables of a group's keys. */
extern const reader_record load_source_record;   /* be_source */
extern const reader_record load_product_record;  /* be_product */
extern const reader_record load_payg_record;     /* be_payg */
extern const reader_record load_capacity_record; /* be_capacity */

/* Types of a key. The C type of the field stands first. */
extern const reader_type load_source_name; /* const be_source *: the id of one of the sources */
extern const reader_type load_free;        /* be_free_quota */
extern const reader_type load_limits;      /* be_limits */
extern const reader_type load_price;       /* be_amount: a decimal, "quote" or "unknown" */
extern const reader_type load_bands;       /* be_tariff: its bands */
extern const reader_type load_one_price;   /* be_tariff: a single band with this price */
extern const reader_type load_deduction;   /* be_product: its deduction order */
extern const reader_type load_notes;       /* be_product: its notes */
extern const reader_type load_notes_zh;    /* be_product: their Chinese twins */

/* The names of tier modes. */
extern const reader_names load_tier_modes;

/*
 * Checks what the keys of a tariff say together: one band under "flat", prices that `per` divides.
 * `group` is where its bands stand.
 */
bool load_check_tariff(reader *in, const config_setting_t *group, const be_tariff *tariff);

#endif
